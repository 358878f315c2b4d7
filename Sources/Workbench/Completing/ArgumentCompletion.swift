import Interpreter
import Layers
import Library
import Network
import Presentation
import Signatures

/// What could be typed as an argument of a call: from the one signature of what is called.
struct ArgumentCompletion {
    private let signature: Signature
    private let definitionParameters: [Layers.Parameter]
    private let call: OpenCall
    private let documentation: String

    /// Nil where what is called has no signature.
    init?(_ call: OpenCall, of callee: Value, _ interpreter: Interpreter) {
        guard let signature = interpreter.signature(of: callee) else { return nil }
        self.signature = signature
        self.call = call
        var parameters: [Layers.Parameter] = []
        var documentation = ""
        switch callee {
        case .type(let type):
            parameters = ArgumentCompletion.parameters(of: type.name)
            documentation = type.documentation
        case .builtin(let function):
            documentation = function.documentation
            if function.name == "Input" { parameters = ArgumentCompletion.parameters(of: "Input") }
        case .function(let function): documentation = function.documentation ?? ""
        case .host(let object): documentation = object.documentation ?? ""
        default: break
        }
        definitionParameters = parameters
        self.documentation = documentation
    }

    private static func parameters(of name: String) -> [Layers.Parameter] {
        Catalogue.layers[name]?.parameters ?? Catalogue.initializers[name]?.parameters
            ?? Catalogue.regularizers[name]?.parameters ?? Catalogue.constraints[name]?.parameters
            ?? Catalogue.activations[name]?.parameters ?? []
    }

    /// The parameter that the argument being typed goes to; nil where that is not known.
    var current: Signatures.Parameter? {
        if let keyword = call.keyword {
            let name = definitionParameters.first { $0.oldNames.contains(keyword) }?.name ?? keyword
            return signature.parameters.first { $0.name == name }
        }
        let positional = signature.parameters.prefix { $0.kind != .keywordOnly && $0.kind != .keywordRest }
        if call.positionalCount < positional.count { return positional[call.positionalCount] }
        return positional.last.flatMap { $0.kind == .rest ? $0 : nil }
    }

    /// Whether the argument is a tensor or something that has one.
    var takesTensor: Bool {
        guard call.positionalCount == 0, call.keyword == nil, let name = signature.parameters.first?.name else {
            return false
        }
        return ["x", "x1", "inputs", "a", "tensor", "tensors", "xs", "value", "input_tensor"].contains(name)
    }

    /// The keywords that can still be given.
    var keywords: [Completions.Word] {
        guard call.keyword == nil, !call.isWithinArgument else { return [] }
        let open = signature.parameters.enumerated().filter { place, parameter in
            parameter.takesKeyword && parameter.isImplemented && !call.keywords.contains(parameter.name)
                && (parameter.kind == .keywordOnly || place >= call.positionalCount)
        }
        return open.map { _, parameter in
            Completions.Word(
                parameter.name, suffix: "=", shown: parameter.name + "=" + shownDefault(parameter))
        }
    }

    private func shownDefault(_ parameter: Signatures.Parameter) -> String {
        parameter.defaultText.map { $0 == "..." ? "" : $0 } ?? ""
    }

    /// The strings that the argument may be, without quotes.
    var strings: [String] { suggestions.filter { !ArgumentCompletion.constants.contains($0) } }

    /// The constants that the argument may be.
    var constants: [String] { suggestions.filter { ArgumentCompletion.constants.contains($0) } }

    private static let constants: Set<String> = ["True", "False", "None"]

    private var suggestions: [String] {
        guard let current else { return [] }
        if let own = definitionParameters.first(where: { $0.name == current.name }) { return own.kind.suggestions }
        if let known = ArgumentCompletion.knownStrings[current.name] { return known() }
        if current.defaultText == "True" || current.defaultText == "False" { return ["True", "False"] }
        return []
    }

    /// The strings of parameters that mean the same wherever they are.
    private static let knownStrings: [String: @Sendable () -> [String]] = [
        "padding": { ["valid", "same"] },
        "data_format": { ParameterKind.dataFormat.suggestions },
        "activation": { ParameterKind.activation.suggestions },
        "initializer": { ParameterKind.initializer.suggestions },
        "dtype": { LibraryContext.numberTypes },
        "scale": { ["shared", "each"] },
        "cmap": { ColourMap.all.map(\.name) },
        "style": { PictureStyle.allCases.map(\.rawValue) },
        "background": { ["light", "dark"] },
        "data": { Probes.all.map(\.name) },
    ]

    /// The signature with the current parameter marked, and what it means.
    var notes: [StyledText] {
        var line = StyledText(signature.shortName, .layer) + StyledText("(")
        let place = current.flatMap { current in signature.parameters.firstIndex { $0 == current } } ?? 0
        // The keywords are listed below; a long signature is shown around the current parameter.
        let end = min(signature.parameters.count, max(place + 4, 8))
        for (place, parameter) in signature.parameters[..<end].enumerated() {
            if place > 0 { line += StyledText(", ") }
            let text = parameter.name + (parameter.defaultText.map { $0 == "..." ? "=…" : "=" + $0 } ?? "")
            line += StyledText(stars(parameter) + text, parameter == current ? .match : .dim)
        }
        line += StyledText(end < signature.parameters.count ? ", …)" : ")")
        guard let current else { return documentation.isEmpty ? [line] : [line, StyledText(documentation)] }
        let meaning = current.documentation.isEmpty ? documentation : current.documentation
        var description = "\(current.name, .keyword)" as StyledText
        if !meaning.isEmpty { description += StyledText(": " + meaning) }
        if !strings.isEmpty { description += StyledText(" One of \(strings.joined(separator: ", ")).", .dim) }
        return [line, description]
    }

    private func stars(_ parameter: Signatures.Parameter) -> String {
        switch parameter.kind {
        case .rest: "*"
        case .keywordRest: "**"
        default: ""
        }
    }
}
