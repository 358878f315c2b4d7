import Interpreter
import Layers
import Library
import Network
import Presentation
import Signatures

/// What could be typed as an argument of a call: from the one signature of what is called.
struct ArgumentCompletion {
    private let call: OpenCall
    private let signature: Signature
    private let documentation: Docstring
    /// The definition of what is called: its parameters know what values they take, and what they were called.
    private let definition: DefinedParameters?
    /// The layer whose arguments the call takes beside its own, as `sweep` does, and how many of its own come first.
    private let forwarded: (definition: DefinedParameters, firstPlace: Int)?

    /// Nil where what is called has no signature.
    /// - Parameter value: finds the value of an argument's code.
    init?(_ call: OpenCall, of callee: Value, in session: Session, value: (String) -> Value?) {
        guard let signature = session.interpreter.signature(of: callee) else { return nil }
        self.signature = signature
        self.call = call
        var definition: DefinedParameters?
        var forwarded: (DefinedParameters, Int)?
        switch callee {
        case .type(let type):
            definition = DefinedParameters(of: type.name, calledAs: call.name)
            documentation = Docstring(type.documentation)
        case .builtin(let function):
            documentation = Docstring(function.documentation)
            if function.name == "Input" { definition = DefinedParameters(of: "Input", calledAs: "Input") }
            if let first = call.positional.first.flatMap(value),
                let layer = session.library.definition(whoseArguments: function.name, takesWith: first)
            {
                let rest = signature.restPlace ?? signature.positionalCount
                forwarded = (DefinedParameters(layer, calledAs: layer.name), rest)
            }
        case .function(let function): documentation = Docstring(function.documentation ?? "")
        case .host(let object): documentation = Docstring(object.documentation ?? "")
        default: documentation = Docstring("")
        }
        self.definition = definition
        self.forwarded = forwarded
    }

    // MARK: The argument

    /// The parameter that the argument being typed goes to; nil where that is not known.
    var current: Signatures.Parameter? {
        if let keyword = call.keyword {
            let name = definition?.named(keyword)?.name ?? keyword
            return signature.parameters.first { $0.name == name }
        }
        if let name = definition?.oldName(atPlace: call.positionalCount) {
            return signature.parameters.first { $0.name == definition?.named(name)?.name }
        }
        let positional = signature.parameters.prefix { $0.kind != .keywordOnly && $0.kind != .keywordRest }
        if call.positionalCount < positional.count { return positional[call.positionalCount] }
        return positional.last.flatMap { $0.kind == .rest ? $0 : nil }
    }

    /// The definition of the parameter that the argument being typed goes to.
    private var currentDefined: Layers.Parameter? {
        if let own = current.flatMap({ definition?.named($0.name) }) { return own }
        return call.keyword.flatMap { forwarded?.definition.named($0) }
    }

    /// Whether the argument is a tensor or something that has one.
    var takesTensor: Bool {
        guard call.keyword == nil, let name = current?.name else { return false }
        let first: Set<String> = ["x", "x1", "inputs", "a", "tensor", "tensors", "xs", "value", "input_tensor"]
        return (call.positionalCount == 0 && first.contains(name)) || ["b", "x2", "y"].contains(name)
    }

    /// The keywords that can still be given, those of today before those of Keras 1.
    var keywords: [Completions.Word] {
        guard call.keyword == nil, !call.isWithinArgument else { return [] }
        let given = Set(call.keywords.map { definition?.named($0)?.name ?? $0 }).union(
            definition?.givenByPlace(call) ?? [])
        let open = signature.parameters.enumerated().filter { place, parameter in
            parameter.takesKeyword && parameter.isImplemented && !given.contains(parameter.name)
                && (parameter.kind == .keywordOnly || definition?.readsOldOrder(call) == true
                    || place >= call.positionalCount)
                && definition?.named(parameter.name)?.isOffered != false
        }
        let words = open.map { keyword($0.element.name, $0.element.defaultText) }
        return words + forwardedKeywords + oldKeywords(without: given)
    }

    private func keyword(_ name: String, _ defaultText: String?) -> Completions.Word {
        let shown = defaultText.map { $0 == "..." ? "" : $0 } ?? ""
        return Completions.Word(name, suffix: "=", shown: name + "=" + shown)
    }

    private var forwardedKeywords: [Completions.Word] {
        guard let forwarded else { return [] }
        let count = max(0, call.positionalCount - forwarded.firstPlace)
        return forwarded.definition.parameters.enumerated().filter { place, parameter in
            parameter.isOffered && !call.keywords.contains(parameter.name) && (parameter.keywordOnly || place >= count)
        }.map { _, parameter in keyword(parameter.name, nil) }
    }

    /// Keras 1's keywords. Where nothing has been typed, they are listed for its names of layers only.
    private func oldKeywords(without given: Set<String>) -> [Completions.Word] {
        guard let definition else { return [] }
        return definition.oldNames(without: given).map { name in
            Completions.Word(name, suffix: "=", shown: name + "=", isOnlyForBeginnings: !definition.isCalledByOldName)
        }
    }

    // MARK: Values

    /// The strings that the argument may be, without quotes.
    var strings: [String] { suggestions.filter { !ArgumentCompletion.constants.contains($0) } }

    private static let constants: Set<String> = ["True", "False", "None"]

    /// Values that the argument may have, as code: strings, constants, and examples of numbers and sizes.
    var values: [String] {
        let suggested = suggestions.map { ArgumentCompletion.constants.contains($0) ? $0 : "\"\($0)\"" }
        if forwarded != nil, currentDefined != nil, current == nil { return suggestedLists(suggested) }
        let values = suggested + (currentDefined?.kind.examples ?? [])
        guard let text = current?.defaultText, text != "...", !text.hasPrefix("'"), !text.hasPrefix("\"") else {
            return values
        }
        return values.contains(text) ? values : [text] + values
    }

    /// Whether the values that the argument may have are all known.
    var hasFixedValues: Bool { !suggestions.isEmpty }

    /// `["valid", "same"]`: what `sweep` tries.
    private func suggestedLists(_ suggested: [String]) -> [String] {
        let values = suggested.filter { $0 != "None" } + (currentDefined?.kind.examples ?? [])
        return values.isEmpty ? [] : ["[\(values.prefix(3).joined(separator: ", "))]"]
    }

    private var suggestions: [String] {
        if let defined = currentDefined { return defined.suggestions(calledBy: call.keyword) }
        guard let current else { return [] }
        let known = KnownStrings.of(current.name, of: signature.shortName)
        if let known { return known }
        return current.defaultText == "True" || current.defaultText == "False" ? ["True", "False"] : []
    }

    // MARK: Notes

    /// The signature with the current parameter marked, and what it means.
    var notes: [StyledText] {
        let name = signature.shortName == "__init__" ? call.name : signature.shortName
        var line = StyledText(name, .layer) + StyledText("(")
        let place = current.flatMap { current in signature.parameters.firstIndex { $0 == current } } ?? 0
        // The keywords are listed below; a long signature is shown around the current parameter.
        let end = min(signature.parameters.count, max(place + 4, 8))
        for (place, parameter) in signature.parameters[..<end].enumerated() {
            if place > 0 { line += StyledText(", ") }
            let text = parameter.name + (parameter.defaultText.map { $0 == "..." ? "=…" : "=" + $0 } ?? "")
            line += StyledText(stars(parameter) + text, parameter == current ? .match : .dim)
        }
        line += StyledText(end < signature.parameters.count ? ", …)" : ")")
        return [line] + meaning
    }

    private var meaning: [StyledText] {
        let own = current.map(\.documentation) ?? currentDefined?.doc ?? ""
        let written = documentation.parameters.first { $0.name == current?.name }?.meaning
        let (doc, summary) = (own.isEmpty ? written ?? "" : own, documentation.summary)
        guard let name = current?.name ?? currentDefined?.name, !doc.isEmpty || summary.isEmpty else {
            return summary.isEmpty ? [] : [StyledText(summary)]
        }
        var description = "\(name, .keyword)" as StyledText
        if !doc.isEmpty { description += StyledText(": " + doc) }
        if !strings.isEmpty { description += StyledText(" One of \(strings.joined(separator: ", ")).", .dim) }
        return [description]
    }

    private func stars(_ parameter: Signatures.Parameter) -> String {
        switch parameter.kind {
        case .rest: "*"
        case .keywordRest: "**"
        default: ""
        }
    }
}
