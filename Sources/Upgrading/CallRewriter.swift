import Language
import Layers

/// Writes expressions in old spellings anew.
struct CallRewriter {
    let source: SourceText
    let names: ScriptNames
    private(set) var remarks: [Upgrade.Remark] = []
    var needs = ImportRewriter.Needs()
    private let options: OptionDicts
    /// The edits of the calls that were gone through, by where they stand. A call whose first attempt fails asks for its
    /// arguments again; if they were gone through again too, each level of nesting would double the work and the remarks.
    private var known: [Span: [Edit]] = [:]

    init(source: SourceText, names: ScriptNames) {
        self.source = source
        self.names = names
        options = OptionDicts(source)
    }

    /// The edits of the expressions that stand directly in a statement.
    mutating func edits(in statement: Statement) -> [Edit] {
        var edits = DimOrdering.edits(in: statement, source)
        if case .assign(let targets, let value) = statement.kind, targets.contains(where: isOptions) {
            edits += OptionDicts.edits(value)
        }
        for expression in statement.expressions { edits += self.edits(in: expression) }
        return edits
    }

    private func isOptions(_ target: Expression) -> Bool {
        if case .name(let name) = target.kind { options.isUnpacked(name) } else { false }
    }

    /// The edits inside an expression.
    mutating func edits(in expression: Expression) -> [Edit] {
        switch expression.kind {
        case .call(let callee, let arguments):
            if let edits = known[expression.span] { return edits }
            let edits =
                call(callee, arguments, expression.span)
                ?? expression.children.flatMap { child in self.edits(in: child) }
            known[expression.span] = edits
            return edits
        case .attribute(let object, let name, let span):
            if let edit = attribute(object, name, span, expression) { return [edit] + edits(in: object) }
        case .name(let name):
            // A layer that is passed on by its old name keeps that name.
            needs.keptNames.insert(name)
        case .comparison(let first, let rest):
            return DimOrdering.edits(first, rest) + expression.children.flatMap { child in edits(in: child) }
        default: break
        }
        return expression.children.flatMap { child in edits(in: child) }
    }

    /// An expression's code with everything inside it upgraded.
    mutating func code(of expression: Expression) -> String {
        if case .string(let text) = expression.kind, !text.contains("\""), !text.contains("\\"), !text.contains("\n") {
            return "\"\(text)\""
        }
        return Edit.applied(edits(in: expression), to: source, within: expression.span)
    }

    /// An expression's code with everything inside it upgraded, strings as they are.
    mutating func upgraded(_ expression: Expression) -> String {
        Edit.applied(edits(in: expression), to: source, within: expression.span)
    }

    mutating func remark(_ message: String, at span: Span) {
        remarks.append(Upgrade.Remark(line: source.lineNumber(of: span.start), message: message))
    }

    private func nameSpan(of callee: Expression) -> Span {
        if case .attribute(_, _, let span) = callee.kind { return span }
        return callee.span
    }

    // MARK: Calls

    /// The edits of a call that is old; nil where it is not.
    private mutating func call(_ callee: Expression, _ arguments: [CallArgument], _ span: Span) -> [Edit]? {
        if case .attribute(_, let method, let place) = callee.kind, let new = OldNames.goneMethods[method] {
            remark("Keras 3 has no \(method): \(new) takes its place", at: place)
        }
        guard let name = names.original(of: callee) else { return words(callee, arguments) }
        if let edits = shapeList(callee, arguments, span) ?? backendCall(callee, name, arguments, span) { return edits }
        if name == "merge" { return whole(callee, span, mergeCall(arguments, span)) }
        if name == "ModelCheckpoint", let edits = checkpoint(arguments) {
            return edits
                + (renamedKeywords(name, callee, arguments)
                    ?? arguments.flatMap { argument in self.edits(in: argument.value) })
        }
        if OldNames.keywords[name] != nil || OldNames.dropped[name] != nil || OldNames.methods[name] != nil {
            return renamedKeywords(name, callee, arguments)
        }
        if let modern = OldNames.functions[name] {
            let edit = names.alias(of: callee) == nil ? [Edit(span: nameSpan(of: callee), replacement: modern)] : []
            return edit + arguments.flatMap { argument in edits(in: argument.value) }
        }
        guard let definition = Catalogue.layers[name] else { return words(callee, arguments) }
        return layerCall(name, definition, callee, arguments, span)
    }

    /// A call of any function that is given an ordering; nil where it is given none.
    private mutating func words(_ callee: Expression, _ arguments: [CallArgument]) -> [Edit]? {
        let words = DimOrdering.edits(arguments)
        guard !words.isEmpty else { return nil }
        return words + edits(in: callee) + arguments.flatMap { argument in edits(in: argument.value) }
    }

    /// A call that is written anew from its name to its closing bracket; what stands before the name stays.
    private mutating func whole(_ callee: Expression, _ span: Span, _ text: String?) -> [Edit]? {
        guard let text else { return nil }
        let edit = Edit(span: Span(nameSpan(of: callee).start, span.end), replacement: text)
        if case .attribute(let object, _, _) = callee.kind { return [edit] + edits(in: object) }
        return [edit]
    }

    /// A call whose name or keywords change, and nothing else.
    private mutating func renamedKeywords(
        _ name: String, _ callee: Expression, _ arguments: [CallArgument]
    ) -> [Edit]? {
        let renames = OldNames.keywords[name] ?? [:]
        var result = edits(in: callee)
        if let method = OldNames.methods[name], case .attribute = callee.kind {
            result.append(Edit(span: nameSpan(of: callee), replacement: method))
        }
        for (index, argument) in arguments.enumerated() {
            guard case .keyword(let keyword) = argument.kind else {
                result += edits(in: argument.value)
                continue
            }
            if OldNames.dropped[name]?.contains(keyword) == true {
                remark("`\(keyword)` of \(name) has no meaning in Keras 3", at: argument.span)
                // With the comma before it, or after it where it is the first.
                let start = index > 0 ? arguments[index - 1].span.end : argument.span.start
                let end = index == 0 && arguments.count > 1 ? arguments[1].span.start : argument.span.end
                result.append(Edit(span: Span(start, end), replacement: ""))
                continue
            }
            if let new = renames[keyword] {
                if keyword == "samples_per_epoch" {
                    remark("steps_per_epoch counts batches, samples_per_epoch counted samples", at: argument.span)
                }
                result.append(Edit(span: Span(argument.span.start, argument.value.span.start), replacement: "\(new)="))
            }
            if name == "compile", keyword == "metrics", case .string = argument.value.kind {
                // Keras 3 wants a list.
                result.append(Edit(span: argument.value.span, replacement: "[\(source.text(of: argument.value.span))]"))
            } else if keyword == "dim_ordering", let format = DimOrdering.format(argument.value) {
                result.append(Edit(span: argument.value.span, replacement: format))
            } else {
                result += edits(in: argument.value)
            }
        }
        return result
    }

    /// Keras 3 wants other ends of file names.
    private mutating func checkpoint(_ arguments: [CallArgument]) -> [Edit]? {
        let file = arguments.first { argument in
            switch argument.kind {
            case .positional: true
            case .keyword(let name): name == "filepath"
            default: false
            }
        }
        guard let file else { return nil }
        let isWeights = arguments.contains { argument in
            if case .keyword("save_weights_only") = argument.kind, case .bool(true) = argument.value.kind {
                true
            } else {
                false
            }
        }
        let ending = isWeights ? ".weights.h5" : ".keras"
        guard case .string(let text) = file.value.kind else {
            remark("ModelCheckpoint's file must end in \(ending)", at: file.span)
            return []
        }
        if text.hasSuffix(ending) { return [] }
        remark("ModelCheckpoint's file has to end in \(ending); load it under that name", at: file.span)
        let stem =
            [".h5", ".hdf5", ".model"].first { text.hasSuffix($0) }.map { String(text.dropLast($0.count)) } ?? text
        return [Edit(span: file.value.span, replacement: "\"\(stem)\(ending)\"")]
    }

    // MARK: Layers

    private mutating func layerCall(
        _ name: String, _ definition: LayerDefinition, _ callee: Expression, _ arguments: [CallArgument], _ span: Span
    ) -> [Edit]? {
        let alias = names.alias(of: callee)
        let local = alias ?? name
        if let replacement = definition.replacement {
            remark("Keras 3 has no \(definition.name): \(replacement)", at: span)
        }
        let isPacked = arguments.contains { if case .unpacked = $0.kind { true } else { false } }
        var call = LayerCall(name: name, definition: definition, arguments: arguments)
        if isPacked {
            if definition.oldSignatures.contains(where: { $0.name == name }) {
                remark("\(name) with unpacked arguments: check their names by hand", at: span)
            }
            needs.keptNames.insert(local)
            return nil
        }
        for argument in arguments {
            guard case .unpackedKeywords = argument.kind else { continue }
            if case .name(let dict) = argument.value.kind, options.isAssigned(dict) { continue }
            if call.isOld { remark("\(name) with unpacked keywords: check their names by hand", at: span) }
        }
        guard call.isOld else {
            needs.keptNames.insert(local)
            return missingPoolSize(definition, callee, arguments)
        }
        needs.renamed[local] = definition.name
        let shown = alias ?? definition.name
        let isLaidOut = source.text(of: span).contains("\n")
        let hasPacked = arguments.contains { if case .unpackedKeywords = $0.kind { true } else { false } }
        if isLaidOut || hasPacked, let edits = call.inPlace({ self.upgraded($0) }) {
            call.remarks.forEach { remark($0, at: span) }
            let rename = Edit(span: nameSpan(of: callee), replacement: shown)
            if case .attribute(let object, _, _) = callee.kind { return [rename] + edits + self.edits(in: object) }
            return [rename] + edits
        }
        if isLaidOut, source.text(of: span).contains("#") {
            remark("\(name): what is said in comments inside the call was left out", at: span)
        }
        let text = call.canonical(named: shown) { code(of: $0) }
        call.remarks.forEach { remark($0, at: span) }
        return whole(callee, span, text)
    }

    /// Before Keras 3, AveragePooling had windows of 2 where no size was given.
    private mutating func missingPoolSize(
        _ definition: LayerDefinition, _ callee: Expression, _ arguments: [CallArgument]
    ) -> [Edit]? {
        guard definition.name.hasPrefix("AveragePooling"), let size = definition.parameters.first else { return nil }
        let isGiven = arguments.contains { argument in
            switch argument.kind {
            case .keyword(let name): name == size.name || size.oldNames.contains(name)
            default: true
            }
        }
        guard !isGiven else { return nil }
        // Behind the opening bracket.
        guard let bracket = source.bytes[callee.span.end...].firstIndex(of: UInt8(ascii: "(")) else { return nil }
        let edit = Edit(
            span: Span(bracket + 1, bracket + 1), replacement: "pool_size=2" + (arguments.isEmpty ? "" : ", "))
        return [edit] + arguments.flatMap { argument in edits(in: argument.value) }
    }
}
