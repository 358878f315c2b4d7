/// Reads a pattern in Python's syntax.
///
/// Source: docs.python.org/3/library/re.html, "Regular Expression Syntax"; errors are worded as Python's.
struct PatternParser {
    var source: PatternSource
    /// The flags of the whole pattern, with those that it sets itself.
    var flags: PatternFlags
    /// The number of groups, group 0 included.
    var groupCount = 1
    /// The names of groups, in their order.
    var names: [(name: String, group: Int)] = []
    /// The widths of the groups that are closed.
    var widths: [Int: (least: Int, most: Int?)] = [:]
    /// Groups that a condition asks for, and where: they may come later.
    var conditions: [(group: Int, position: Int)] = []
    /// How deep groups may stand in each other.
    private static let mostNested = 200
    private var depth = 0

    init(_ text: String, _ flags: PatternFlags) throws(PatternError) {
        source = try PatternSource(text)
        self.flags = flags
    }

    /// The whole pattern.
    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try alternatives(flags, isWhole: true)
        guard source.next.isEmpty else { throw PatternError("unbalanced parenthesis", source.position) }
        for (group, position) in conditions where group >= groupCount {
            throw PatternError("invalid group reference \(group)", position)
        }
        return node
    }

    /// Branches with `|` between them, to the end or to a closing parenthesis.
    mutating func alternatives(_ flags: PatternFlags, isWhole: Bool = false) throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternParser.mostNested else { throw PatternError("too many nested groups", source.position) }
        var nodes = [try sequence(flags, isFirst: isWhole)]
        while source.take("|") { nodes.append(try sequence(self.flags(flags, isWhole), isFirst: false)) }
        return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
    }

    /// Flags at the beginning of a pattern hold for all of it.
    private func flags(_ own: PatternFlags, _ isWhole: Bool) -> PatternFlags { isWhole ? flags : own }

    /// One branch: what matches one after the other.
    mutating func sequence(_ given: PatternFlags, isFirst: Bool) throws(PatternError) -> PatternNode {
        var flags = given
        var nodes: [PatternNode] = []
        while let first = source.next.first, first != "|", first != ")" {
            let start = source.position
            let token = source.take()
            if flags.contains(.verbose), skipped(token) { continue }
            if token.count == 2 {
                nodes.append(try escape(token, flags, start))
                continue
            }
            switch first {
            case "[": nodes.append(try characterClass(flags, start))
            case "*", "+", "?", "{": try repeatLast(of: &nodes, first, start)
            case ".": nodes.append(.dot(matchesLineBreaks: flags.contains(.dotAll)))
            case "^": nodes.append(.assertion(flags.contains(.multiline) ? .lineStart : .textStart))
            case "$": nodes.append(.assertion(flags.contains(.multiline) ? .lineEnd : .lastLineEnd))
            case "(":
                guard let node = try parenthesis(flags, start, isAtStart: isFirst && nodes.isEmpty) else {
                    if isFirst { flags = self.flags }
                    continue
                }
                nodes.append(node)
            default: nodes.append(.character(first, ignoresCase: flags.contains(.ignoreCase)))
            }
        }
        return nodes.count == 1 ? nodes[0] : (nodes.isEmpty ? .empty : .sequence(nodes))
    }

    /// Whether a token is white space or begins a comment, which is taken.
    private mutating func skipped(_ token: [Unicode.Scalar]) -> Bool {
        guard token.count == 1 else { return false }
        if token[0] == "#" {
            while let next = source.take().first, next != "\n" {}
            return true
        }
        return token[0].value == 0x20 || (0x09...0x0D).contains(token[0].value)
    }

    private mutating func repeatLast(
        of nodes: inout [PatternNode], _ sign: Unicode.Scalar, _ start: Int
    ) throws(PatternError) {
        guard let (least, most) = try counts(sign, start) else {
            nodes.append(.character("{", ignoresCase: false))
            return
        }
        switch nodes.last {
        case nil, .assertion: throw PatternError("nothing to repeat", start)
        case .repetition: throw PatternError("multiple repeat", start)
        case let last?:
            let greed: PatternNode.Greed = source.take("?") ? .least : (source.take("+") ? .possessive : .most)
            nodes[nodes.count - 1] = .repetition(last, least: least, most: most, greed)
        }
    }

    /// How often; nil where a brace stands for itself.
    private mutating func counts(_ sign: Unicode.Scalar, _ start: Int) throws(PatternError) -> (Int, Int?)? {
        switch sign {
        case "*": return (0, nil)
        case "+": return (1, nil)
        case "?": return (0, 1)
        default: break
        }
        let inside = source.position
        if source.next == ["}"] { return nil }
        let low = source.take(atMost: .max) { $0.isASCIIDigit }
        let high = source.take(",") ? source.take(atMost: .max) { $0.isASCIIDigit } : low
        guard source.take("}") else {
            source.goBack(to: inside)
            return nil
        }
        let limit = 4_294_967_295
        let least = low.isEmpty ? 0 : Int(PatternSource.string(low)) ?? .max
        let most = high.isEmpty ? nil : Int(PatternSource.string(high)) ?? .max
        if least >= limit || (most ?? 0) >= limit { throw PatternError("the repetition number is too large", nil) }
        if let most, most < least { throw PatternError("min repeat greater than max repeat", inside) }
        return (least, most)
    }

    /// Whether Python takes a text for a name.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
    }

    static func quoted(_ text: String) -> String { text.contains("'") ? "\"\(text)\"" : "'\(text)'" }
}
