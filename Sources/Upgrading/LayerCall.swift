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
    fileprivate var oldSignature: OldSignature? {
        let named = definition.oldSignatures.first { $0.name == name && ($0.name != definition.name || $0.isGone) }
        // Old keywords tell of the old order whatever the layer is called.
        let isOldByWords = keywords.contains { keyword in
            definition.parameters.contains { $0.oldNames.contains(keyword.name) }
                && !definition.parameters.contains { $0.name == keyword.name }
        }
        let told = isOldByWords ? definition.oldSignatures.first { $0.leadingIntegers > 2 } : nil
        guard let signature = named ?? told else { return nil }
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

    /// The dicts whose entries are keywords too.
    private var unpacked: [Expression] {
        arguments.compactMap { if case .unpackedKeywords = $0.kind { $0.value } else { nil } }
    }

    private var keywords: [Named] {
        arguments.compactMap { argument in
            if case .keyword(let name) = argument.kind { Named(name: name, value: argument.value) } else { nil }
        }
    }

    /// `name="fire2/expand"` as Keras 3 takes it, without slashes; nil for other arguments.
    static func plainName(_ name: String, _ value: Expression) -> String? {
        guard name == "name", case .string(let text) = value.kind, text.contains("/") else { return nil }
        return "\"\(text.replacing("/", with: "_"))\""
    }

    private func isOld(_ keyword: String) -> Bool {
        definition.parameters.contains { $0.oldNames.contains(keyword) || $0.oldParts.contains(keyword) }
            && !definition.parameters.contains { $0.name == keyword && !$0.isOldOnly }
            || definition.oldSignatures.contains { $0.dropped[keyword] != nil }
            || keyword == "input_length"
    }

    /// The sizes of `batch_input_shape=(None, 28, 28, 1)` behind the open batch axis; nil for other arguments.
    private func openSizes(_ name: String, _ value: Expression) -> [Expression]? {
        guard name == "batch_input_shape" else { return nil }
        switch value.kind {
        case .tuple(let items), .list(let items):
            guard let first = items.first, case .none = first.kind else { return nil }
            return Array(items.dropFirst())
        default: return nil
        }
    }

    /// Whether Keras 3 takes the argument, but not this value.
    private func isOldValue(_ argument: Named) -> Bool {
        openSizes(argument.name, argument.value) != nil
            || LayerCall.plainName(argument.name, argument.value) != nil
    }

    private static func tupleCode(_ items: [Expression], _ code: (Expression) -> String) -> String {
        "(\(items.map(code).joined(separator: ", "))\(items.count == 1 ? "," : ""))"
    }

    /// Whether anything in the call has to change.
    var isOld: Bool {
        let hasOldOrder = oldSignature != nil && (oldSignature?.leadingIntegers ?? 0) > 2 && positional.count > 1
        let hasLaterPositional = oldSignature.map { positional.count > $0.leadingIntegers } ?? false
        return OldNames.goneNames.contains(name) || hasOldOrder || hasLaterPositional
            || keywords.contains { isOld($0.name) || isOldValue($0) }
            || positional.contains { DimOrdering.format($0) != nil }
            || oldPadding != nil
    }

    /// The call in Keras 3: required arguments by position, kept keywords in their order, then the renamed ones in the
    /// order of the signature.
    mutating func canonical(named shown: String, _ code: (Expression) -> String) -> String {
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
        combineInputLength(&kept)
        let values = Dictionary(kept, uniquingKeysWith: { first, _ in first }).merging(renamed) { first, _ in first }
        var texts = required.compactMap { values[$0] }
        texts += kept.filter { !required.contains($0.0) }.map { "\($0.0)=\($0.1)" }
        texts += definition.parameters.compactMap { parameter in
            required.contains(parameter.name) ? nil : renamed[parameter.name].map { "\(parameter.name)=\($0)" }
        }
        // Before Keras 3, AveragePooling had windows of 2 where no size was given.
        if definition.name.hasPrefix("AveragePooling"), values["pool_size"] == nil, unpacked.isEmpty {
            texts.insert("pool_size=2", at: 0)
        }
        texts += unpacked.map { "**\(code($0))" }
        return "\(shown)(\(texts.joined(separator: ", ")))"
    }

    /// `input_dim` and `input_length` as `input_shape=(length, dim)`; a layer's own `input_dim` stays.
    private func combineInputLength(_ kept: inout [(String, String)]) {
        guard let place = kept.firstIndex(where: { $0.0 == "input_length" }) else { return }
        let length = kept.remove(at: place).1
        let isOwn = definition.parameters.contains { $0.name == "input_dim" && !$0.keywordOnly }
        guard !isOwn, let dim = kept.firstIndex(where: { $0.0 == "input_dim" }) else {
            kept.append(("input_shape", isOwn ? "(\(length),)" : "(\(length), None)"))
            return
        }
        kept[dim] = ("input_shape", "(\(length), \(kept[dim].1))")
    }

    private mutating func place(
        _ argument: Named, _ kept: inout [(String, String)], _ renamed: inout [String: String],
        _ code: (Expression) -> String
    ) {
        if let sizes = openSizes(argument.name, argument.value) {
            kept.append(("input_shape", LayerCall.tupleCode(sizes, code)))
        } else if argument.name == "weights" {
            remarks.append("`weights` of \(name): call set_weights after the layer is built")
        } else if argument.name == "output_shape", definition.parameters.contains(where: \.isOldOnly) {
            remarks.append("`output_shape` of \(name): Keras 3 computes it; set output_padding if it should be another")
        } else if definition.oldSignatures.contains(where: { $0.dropped[argument.name] != nil }) {
            if case .integer("0") = argument.value.kind { return }
            remarks.append("`\(argument.name)` of \(name) has no meaning in Keras 3")
        } else if definition.parameters.contains(where: { $0.name == argument.name && !$0.isOldOnly }) {
            kept.append((argument.name, translated(argument, code) ?? "None"))
        } else {
            let targets = definition.parameters.filter { $0.oldNames.contains(argument.name) }
            if argument.name == "border_mode", case .string("full") = argument.value.kind {
                remarks.append(fullPadding)
            }
            guard let value = translated(argument, code) else { return }
            for target in targets { renamed[target.name] = value }
            if targets.isEmpty { kept.append((argument.name, code(argument.value))) }
        }
    }

    /// What to write instead of `border_mode="full"`.
    private var fullPadding: String {
        guard let size = definition.parameters.first(where: { $0.name == "kernel_size" }),
            case .sizes(let rank, _) = size.kind
        else { return "Keras 3 has no padding=\"full\" in \(definition.name), and no equivalent of it" }
        return
            "Keras 3 has no padding=\"full\": put ZeroPadding\(rank)D((kernel_size - 1) * dilation_rate) before the layer, "
            + "without padding"
    }

    /// A padding as Keras 1 wrote it: a dict of the four sides, or a tuple of them.
    private var oldPadding: Expression? {
        guard definition.name == "ZeroPadding2D" else { return nil }
        guard let value = keywords.first(where: { $0.name == "padding" })?.value ?? positional.first else { return nil }
        switch value.kind {
        case .dict: return value
        case .tuple(let sides), .list(let sides): return sides.count == 4 ? value : nil
        default: return nil
        }
    }

    /// `{'top_pad': 1, 'left_pad': 2}` as `((1, 0), (2, 0))`.
    private func pairs(_ padding: Expression, _ code: (Expression) -> String) -> String {
        var sides = ["0", "0", "0", "0"]
        switch padding.kind {
        case .tuple(let items), .list(let items): sides = items.map(code)
        case .dict(let items):
            for item in items {
                guard let key = item.key, case .string(let name) = key.kind,
                    let place = ["top_pad", "bottom_pad", "left_pad", "right_pad"].firstIndex(of: name)
                else { continue }
                sides[place] = code(item.value)
            }
        default: break
        }
        return "((\(sides[0]), \(sides[1])), (\(sides[2]), \(sides[3])))"
    }

    /// The value in Keras 3's words; nil where the argument can be left out.
    private func translated(_ argument: Named, _ code: (Expression) -> String) -> String? {
        if let name = LayerCall.plainName(argument.name, argument.value) { return name }
        if let padding = oldPadding, padding === argument.value { return pairs(padding, code) }
        guard ["dim_ordering", "data_format"].contains(argument.name), case .string(let word) = argument.value.kind
        else {
            return code(argument.value)
        }
        switch word {
        case "tf": return "\"channels_last\""
        case "th": return "\"channels_first\""
        default: return nil
        }
    }
}

// MARK: In place

extension LayerCall {
    /// The edits that write the call in Keras 3 and leave lines, blanks and comments where they are; nil where arguments
    /// would have to change places or go.
    mutating func inPlace(_ code: (Expression) -> String) -> [Edit]? {
        var edits: [Edit] = []
        // Where the next positional argument stands in today's signature.
        var place = 0
        var needsKeyword = false
        let modern = definition.parameters.filter { !$0.keywordOnly }.map(\.name)
        let given = named
        for (index, argument) in given.enumerated() {
            guard let argument else { continue }
            let (name, call) = argument
            guard !isDropped(name) else { return nil }
            if let sizes = openSizes(name, call.value) {
                let text = "input_shape=" + LayerCall.tupleCode(sizes, code)
                edits.append(Edit(span: call.span, replacement: text))
                continue
            }
            let value = translated(call.value, of: name, code)
            guard let value else { return nil }
            let isPositional = if case .positional = call.kind { true } else { false }
            if let whole = definition.parameters.first(where: { $0.oldParts.contains(name) }) {
                guard let part = whole.oldParts.firstIndex(of: name), isInRow(given, index, part, whole.oldParts) else {
                    return nil
                }
                let isLast = part == whole.oldParts.count - 1
                var prefix = part == 0 ? "(" : ""
                if isPositional, part == 0, needsKeyword || place >= modern.count || modern[place] != whole.name {
                    needsKeyword = true
                }
                if part == 0, !isPositional || needsKeyword { prefix = "\(whole.name)=(" }
                // Of several parts, only the first has a name.
                edits.append(Edit(span: call.span, replacement: prefix + value + (isLast ? ")" : "")))
                if isLast { place += 1 }
                continue
            }
            guard let today = modernNames(name), today.count == 1 else { return nil }
            if isPositional {
                needsKeyword = needsKeyword || place >= modern.count || modern[place] != today[0]
                place += 1
            }
            let prefix = isPositional && !needsKeyword ? "" : "\(today[0])="
            edits.append(Edit(span: call.span, replacement: prefix + value))
        }
        return edits
    }

    /// The arguments with their names; nil for those that are unpacked.
    private var named: [(name: String, call: CallArgument)?] {
        let order = oldSignature?.parameters ?? definition.parameters.filter { !$0.keywordOnly }.map(\.name)
        var place = 0
        return arguments.map { argument in
            switch argument.kind {
            case .positional:
                guard place < order.count else { return nil }
                defer { place += 1 }
                return (order[place], argument)
            case .keyword(let name): return (name, argument)
            default: return nil
            }
        }
    }

    /// Whether the parts of one argument stand one after the other, all by position or all by keyword.
    private func isInRow(
        _ given: [(name: String, call: CallArgument)?], _ index: Int, _ part: Int, _ parts: [String]
    ) -> Bool {
        let start = index - part
        guard start >= 0, start + parts.count <= given.count else { return false }
        let row = given[start..<(start + parts.count)]
        let kinds = row.map { argument -> Bool in if case .positional? = argument?.call.kind { true } else { false } }
        return row.map { $0?.name } == parts && Set(kinds).count == 1
    }

    private func isDropped(_ name: String) -> Bool {
        name == "weights" || name == "output_shape" && definition.parameters.contains(where: \.isOldOnly)
            || definition.oldSignatures.contains { $0.dropped[name] != nil }
    }

    /// What an argument is called today; nil where nothing is known of it.
    private func modernNames(_ name: String) -> [String]? {
        if definition.parameters.contains(where: { $0.name == name && !$0.isOldOnly }) { return [name] }
        let targets = definition.parameters.filter { $0.oldNames.contains(name) }.map(\.name)
        return targets.isEmpty ? (name == "input_length" ? nil : [name]) : targets
    }

    /// A value in Keras 3's words; nil where the argument can be left out.
    private func translated(_ value: Expression, of name: String, _ code: (Expression) -> String) -> String? {
        if let plain = LayerCall.plainName(name, value) { return plain }
        if let padding = oldPadding, padding === value { return pairs(padding, code) }
        guard ["dim_ordering", "data_format"].contains(name), case .string(let word) = value.kind else {
            return code(value)
        }
        return DimOrdering.format(value) ?? (word == "default" ? nil : code(value))
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
