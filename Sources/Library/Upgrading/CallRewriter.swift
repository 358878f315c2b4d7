import Language
import Layers

/// Writes calls in old spellings anew.
struct CallRewriter {
    let source: SourceText
    private(set) var remarks: [Upgrade.Remark] = []
    /// The functions that take the place of `merge` in this script.
    private(set) var mergeFunctions: [String] = []

    init(source: SourceText) { self.source = source }

    /// The edits inside an expression.
    mutating func edits(in expression: Expression) -> [Edit] {
        if case .call(let callee, let arguments) = expression.kind,
            let text = rewritten(callee, arguments, expression.span)
        {
            // What stands before the name, as in `keras.layers.Convolution2D`, stays.
            return [Edit(span: Span(nameSpan(of: callee).start, expression.span.end), replacement: text)]
                + prefixEdits(callee)
        }
        return expression.children.flatMap { child in edits(in: child) }
    }

    private mutating func prefixEdits(_ callee: Expression) -> [Edit] {
        if case .attribute(let object, _, _) = callee.kind { return edits(in: object) }
        return []
    }

    /// An expression's code with everything inside it upgraded.
    private mutating func code(of expression: Expression) -> String {
        if case .string(let text) = expression.kind, !text.contains("\""), !text.contains("\\"), !text.contains("\n") {
            return "\"\(text)\""
        }
        return Edit.applied(edits(in: expression), to: source, within: expression.span)
    }

    private func nameSpan(of callee: Expression) -> Span {
        if case .attribute(_, _, let span) = callee.kind { return span }
        return callee.span
    }

    private mutating func remark(_ message: String, at span: Span) {
        remarks.append(Upgrade.Remark(line: source.position(of: span.start).line, message: message))
    }

    /// A call from its name to its closing bracket, written anew; nil where nothing in it is old.
    private mutating func rewritten(_ callee: Expression, _ arguments: [CallArgument], _ span: Span) -> String? {
        guard let name = callee.calledName else { return nil }
        if name == "merge" { return mergeCall(arguments, span) }
        if let renames = OldNames.keywords[name] { return renamed(name, arguments, renames) }
        if let modern = OldNames.functions[name], modern != name, OldNames.isCallable(callee) {
            return renamed(modern, arguments, [:])
        }
        guard let definition = Catalogue.layers[name] else { return nil }
        return layerCall(name, definition, arguments, span)
    }

    /// A call whose name or keywords change, and nothing else.
    private mutating func renamed(_ name: String, _ arguments: [CallArgument], _ renames: [String: String]) -> String? {
        let isSame = arguments.allSatisfy { argument in
            if case .keyword(let keyword) = argument.kind { renames[keyword] == nil } else { true }
        }
        if isSame, !renames.isEmpty { return nil }
        let parts = arguments.map { argument -> String in
            let value = code(of: argument.value)
            switch argument.kind {
            case .positional: return value
            case .keyword(let keyword): return "\(renames[keyword] ?? keyword)=\(value)"
            case .unpacked: return "*\(value)"
            case .unpackedKeywords: return "**\(value)"
            }
        }
        return "\(name)(\(parts.joined(separator: ", ")))"
    }

    // MARK: merge

    /// `merge([a, b], mode='concat', concat_axis=3)` as `concatenate([a, b], axis=3)`.
    private mutating func mergeCall(_ arguments: [CallArgument], _ span: Span) -> String? {
        var inputs: String?
        var mode = "sum"
        var axis: String?
        var dotAxes: String?
        var rest: [String] = []
        for (index, argument) in arguments.enumerated() {
            let value = code(of: argument.value)
            let keyword: String
            switch argument.kind {
            case .positional: keyword = ["inputs", "mode"][min(index, 1)]
            case .keyword(let name): keyword = name
            default:
                remark("merge with unpacked arguments: write the merge layer by hand", at: span)
                return nil
            }
            switch keyword {
            case "inputs": inputs = value
            case "mode":
                guard case .string(let word) = argument.value.kind else {
                    remark("merge with a mode that is computed: write the merge layer by hand", at: span)
                    return nil
                }
                mode = word
            case "concat_axis": axis = value
            case "dot_axes": dotAxes = value
            default: rest.append("\(keyword)=\(value)")
            }
        }
        guard let inputs, let function = OldNames.mergeFunctions[mode] else {
            remark("merge with the mode '\(mode)': write a Lambda by hand", at: span)
            return nil
        }
        if !mergeFunctions.contains(function) { mergeFunctions.append(function) }
        var parts = [inputs]
        if mode == "concat" { parts.append("axis=\(axis ?? "-1")") }
        if mode == "dot" || mode == "cos" { parts.append("axes=\(dotAxes ?? "-1")") }
        if mode == "cos" { parts.append("normalize=True") }
        return "\(function)(\((parts + rest).joined(separator: ", ")))"
    }

    // MARK: Layers

    private mutating func layerCall(
        _ name: String, _ definition: LayerDefinition, _ arguments: [CallArgument], _ span: Span
    ) -> String? {
        let isUnpacked = arguments.contains {
            switch $0.kind {
            case .unpacked, .unpackedKeywords: true
            default: false
            }
        }
        if isUnpacked {
            if definition.oldSignatures.contains(where: { $0.name == name }) {
                remark("\(name) with unpacked arguments: check their names by hand", at: span)
            }
            return nil
        }
        var call = LayerCall(name: name, definition: definition, arguments: arguments)
        guard call.isOld else {
            if OldNames.goneLayers.contains(definition.name) {
                remark("Keras 3 has no \(definition.name)", at: span)
            }
            return nil
        }
        let text = call.canonical { code(of: $0) }
        for message in call.remarks { remark(message, at: span) }
        if OldNames.goneLayers.contains(definition.name) { remark("Keras 3 has no \(definition.name)", at: span) }
        return text
    }
}

extension Expression {
    /// The name that a call names, as in `Conv2D(…)` or `layers.Conv2D(…)`.
    var calledName: String? {
        switch kind {
        case .name(let name): name
        case .attribute(_, let name, _): name
        default: nil
        }
    }
}
