import Language
import Layers

/// One call of a layer in a script: which of its arguments are old, and how they are written in Keras 3.
struct LayerCall {
    let name: String
    let definition: LayerDefinition
    let arguments: [CallArgument]
    private(set) var remarks: [String] = []

    init(name: String, definition: LayerDefinition, arguments: [CallArgument]) {
        self.name = name
        self.definition = definition
        self.arguments = arguments
    }

    /// An argument with the name under which it is given.
    private struct Named {
        let name: String
        let value: Expression
    }

    /// The signature by which the positional arguments are read, if it is an old one.
    private var oldSignature: OldSignature? {
        guard let signature = definition.oldSignatures.first(where: { $0.name == name }),
            signature.name != definition.name || signature.isGone
        else { return nil }
        let positional = self.positional
        let leading = positional.prefix(signature.leadingIntegers)
        guard leading.allSatisfy({ !$0.isSequence }) else { return nil }
        if positional.count >= signature.leadingIntegers { return signature }
        let rest = signature.parameters[positional.count..<signature.leadingIntegers]
        return keywords.contains { rest.contains($0.name) } ? signature : nil
    }

    private var positional: [Expression] {
        arguments.compactMap { if case .positional = $0.kind { $0.value } else { nil } }
    }

    private var keywords: [Named] {
        arguments.compactMap { argument in
            if case .keyword(let name) = argument.kind { Named(name: name, value: argument.value) } else { nil }
        }
    }

    private func isOld(_ keyword: String) -> Bool {
        definition.parameters.contains { $0.oldNames.contains(keyword) || $0.oldParts.contains(keyword) }
            && !definition.parameters.contains { $0.name == keyword && !$0.isOldOnly }
            || definition.oldSignatures.contains { $0.dropped[keyword] != nil }
            || keyword == "input_length"
    }

    /// Whether anything in the call has to change.
    var isOld: Bool {
        let isRenamed = [
            "AtrousConvolution1D", "AtrousConvolution2D", "Deconvolution2D", "Deconvolution3D", "Deconv2D", "Deconv3D",
        ].contains(name)
        let hasOldOrder = oldSignature != nil && (oldSignature?.leadingIntegers ?? 0) > 2 && positional.count > 1
        let hasLaterPositional = oldSignature.map { positional.count > $0.leadingIntegers } ?? false
        return isRenamed || hasOldOrder || hasLaterPositional || keywords.contains { isOld($0.name) }
    }

    /// The call in Keras 3: required arguments by position, kept keywords in their order, then the renamed ones in the
    /// order of the signature.
    mutating func canonical(_ code: (Expression) -> String) -> String {
        let order = oldSignature?.parameters ?? definition.parameters.filter { !$0.keywordOnly }.map(\.name)
        var parts: [String: String] = [:]
        var kept: [(String, String)] = []
        var renamed: [String: String] = [:]
        let given = zip(order, positional).map { Named(name: $0, value: $1) } + keywords
        for argument in given {
            if let whole = definition.parameters.first(where: { $0.oldParts.contains(argument.name) }) {
                parts[argument.name] = code(argument.value)
                if whole.oldParts.allSatisfy({ parts[$0] != nil }) {
                    renamed[whole.name] = "(\(whole.oldParts.compactMap { parts[$0] }.joined(separator: ", ")))"
                }
            } else {
                place(argument, &kept, &renamed, code)
            }
        }
        // What is given by position in today's order stays so.
        let leading = oldSignature == nil ? Array(order.prefix(positional.count)) : []
        let required =
            leading + definition.parameters.filter { $0.default == nil && !leading.contains($0.name) }.map(\.name)
        let values = Dictionary(kept, uniquingKeysWith: { first, _ in first }).merging(renamed) { first, _ in first }
        var texts = required.compactMap { values[$0] }
        texts += kept.filter { !required.contains($0.0) }.map { "\($0.0)=\($0.1)" }
        texts += definition.parameters.compactMap { parameter in
            required.contains(parameter.name) ? nil : renamed[parameter.name].map { "\(parameter.name)=\($0)" }
        }
        return "\(definition.name)(\(texts.joined(separator: ", ")))"
    }

    private mutating func place(
        _ argument: Named, _ kept: inout [(String, String)], _ renamed: inout [String: String],
        _ code: (Expression) -> String
    ) {
        if argument.name == "weights" {
            remarks.append("`weights` of \(name): call set_weights after the layer is built")
        } else if argument.name == "output_shape", definition.parameters.contains(where: \.isOldOnly) {
            remarks.append("`output_shape` of \(name): Keras 3 computes it; set output_padding if it should be another")
        } else if definition.oldSignatures.contains(where: { $0.dropped[argument.name] != nil }) {
            if case .integer("0") = argument.value.kind { return }
            remarks.append("`\(argument.name)` of \(name) has no meaning in Keras 3")
        } else if definition.parameters.contains(where: { $0.name == argument.name && !$0.isOldOnly }) {
            kept.append((argument.name, code(argument.value)))
        } else {
            let targets = definition.parameters.filter { $0.oldNames.contains(argument.name) }
            guard let value = translated(argument, code) else { return }
            for target in targets { renamed[target.name] = value }
            if targets.isEmpty { kept.append((argument.name, code(argument.value))) }
        }
    }

    /// The value in Keras 3's words; nil where the argument can be left out.
    private func translated(_ argument: Named, _ code: (Expression) -> String) -> String? {
        guard argument.name == "dim_ordering", case .string(let word) = argument.value.kind else {
            return code(argument.value)
        }
        switch word {
        case "tf": return "\"channels_last\""
        case "th": return "\"channels_first\""
        default: return nil
        }
    }
}

extension Expression {
    /// Whether it is written as a tuple or a list.
    fileprivate var isSequence: Bool {
        switch kind {
        case .tuple, .list: true
        default: false
        }
    }
}
