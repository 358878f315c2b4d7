import Layers

/// Help on what a definition defines.
enum DefinitionHelp {
    /// One screen: the call, what it does, the size of its output, what is usually given, an example, the old spelling.
    static func short<Product: Sendable>(_ definition: Definition<Product>) -> Page {
        let own = definition.parameters.filter(\.isUsual)
        let call = written(definition.parameters).map { parameter in
            parameter.default.map { "\(parameter.name)=\($0)" } ?? parameter.name
        }
        var paragraphs = ["\(definition.name)(\((call + ["…"]).joined(separator: ", ")))", definition.summary]
        if let sizes = definition.sizes { paragraphs += sizes.linesByFeed.map { "  " + $0 } }
        let entries = own.map { Page.Entry($0.name, $0.doc) }
        let more = "??\(definition.name) explains all \(definition.parameters.count) parameters"
        var closing = ["\(definition.example == nil ? more : "Example (\(more)):")"]
        if let example = definition.example { closing += example.linesByFeed.map { "  " + $0 } }
        return Page(paragraphs, entries: entries, closing: closing + old(definition))
    }

    /// The parameters that the call shows: the first ones by position, all in order, up to where several rare ones follow.
    private static func written(_ parameters: [Parameter]) -> [Parameter] {
        let positional = parameters.filter { !$0.keywordOnly && !$0.isOldOnly }
        var (shown, rare): ([Parameter], [Parameter]) = ([], [])
        for parameter in positional {
            rare.append(parameter)
            if parameter.isUsual {
                shown += rare
                rare = []
            } else if rare.count > 2 {
                break
            }
        }
        return shown
    }

    /// The old spelling: how its call began, and what other parameters were called.
    private static func old<Product: Sendable>(_ definition: Definition<Product>) -> [String] {
        let signature = definition.oldSignatures.first
        let first = signature.map { $0.parameters.prefix(max(1, $0.leadingIntegers)) } ?? []
        let call = signature.map { ["\($0.name)(\(first.joined(separator: ", ")), …)"] } ?? []
        let renamed = definition.parameters.filter(\.isUsual).compactMap { parameter -> String? in
            let old = parameter.oldNames + parameter.oldParts
            guard let name = old.first, !old.contains(where: { first.contains($0) }) else { return nil }
            return "\(name) for \(parameter.name)"
        }
        guard !call.isEmpty || !renamed.isEmpty else { return [] }
        return ["Keras 1: " + (call + renamed).joined(separator: ", ")]
    }

    /// Everything: the whole signature, each parameter, the old signatures.
    static func detailed<Product: Sendable>(_ definition: Definition<Product>) -> Page {
        var paragraphs = [definition.signature, "", definition.summary]
        if let sizes = definition.sizes { paragraphs += sizes.linesByFeed.map { "  " + $0 } }
        if definition.allNames.count > 1 {
            paragraphs.append("Also called: \(definition.aliases.joined(separator: ", ")).")
        }
        if let source = definition.source { paragraphs.append("Source: \(source)") }
        let entries = definition.parameters.map { parameter in
            let old = parameter.oldNames + parameter.oldParts
            let formerly = old.isEmpty ? "" : " Keras 1: \(old.joined(separator: ", "))."
            return Page.Entry(
                parameter.name, value: parameter.default.map { "\($0)" } ?? "required", parameter.doc + formerly)
        }
        var closing: [String] = []
        if let example = definition.example { closing += ["", "Example:"] + example.linesByFeed.map { "    " + $0 } }
        let old = definition.oldSignatures.map { signature in
            "In Keras 1: \(signature.name)(\(signature.parameters.joined(separator: ", ")))"
        }
        return Page(paragraphs, entries: entries, closing: closing + (old.isEmpty ? [] : [""] + old))
    }
}

extension Parameter {
    /// Whether a person who uses the layer is likely to give it: not how weights start and what they must obey,
    /// nor where the channels stand.
    fileprivate var isUsual: Bool {
        func isRare(_ kind: ParameterKind) -> Bool {
            switch kind {
            case .initializer, .regularizer, .constraint, .dataFormat, .outside, .seed: true
            case .optional(let inner): isRare(inner)
            default: false
            }
        }
        return !keywordOnly && !isOldOnly && isInConfig && name != "use_bias" && !isRare(kind)
    }
}
