/// A part of a pattern.
indirect enum PatternNode {
    case empty
    case character(Unicode.Scalar, ignoresCase: Bool)
    case dot(matchesLineBreaks: Bool)
    case characterClass(CharacterClass, ignoresCase: Bool, isASCII: Bool)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    /// A part so many times; without an upper limit where `most` is nil.
    case repetition(PatternNode, least: Int, most: Int?, Greed)
    /// A group whose place is remembered.
    case group(Int, PatternNode)
    /// What a group has matched, which has so many characters at least and at most.
    case backreference(Int, ignoresCase: Bool, least: Int, most: Int?)
    case assertion(Assertion)
    /// What stands ahead or behind, or does not.
    case look(PatternNode, isBehind: Bool, isNegated: Bool)
    /// A part whose first way to match is the only one.
    case atomic(PatternNode)
    /// One of two parts, by whether a group has matched.
    case conditional(group: Int, PatternNode, PatternNode)

    /// How much a repetition takes.
    enum Greed {
        case most, least
        /// As much as it can, and nothing is given back.
        case possessive
    }

    /// A place in the text.
    enum Assertion: Sendable {
        case textStart, textEnd
        /// The end, or before a line break at the end.
        case lastLineEnd
        case lineStart, lineEnd
        case wordBoundary(isNegated: Bool, isASCII: Bool)
    }

    /// The characters that the part matches at least and at most; no upper limit where there is none.
    var width: (least: Int, most: Int?) {
        switch self {
        case .empty, .assertion, .look: return (0, 0)
        case .character, .dot, .characterClass: return (1, 1)
        case .sequence(let nodes):
            return nodes.reduce((0, 0)) { sum, node in
                (PatternNode.sum(sum.least, node.width.least), PatternNode.sum(sum.most, node.width.most))
            }
        case .alternatives(let nodes): return PatternNode.either(nodes.map(\.width))
        case .repetition(let node, let least, let most, _):
            let width = node.width
            let longest =
                width.most == 0 ? 0 : most.flatMap { count in width.most.map { PatternNode.product($0, count) } }
            return (PatternNode.product(width.least, least), longest)
        case .group(_, let node), .atomic(let node): return node.width
        case .backreference(_, _, let least, let most): return (least, most)
        case .conditional(_, let yes, let no): return PatternNode.either([yes.width, no.width])
        }
    }

    private static func either(_ widths: [(least: Int, most: Int?)]) -> (least: Int, most: Int?) {
        let longest = widths.reduce(0 as Int?) { most, width in most.flatMap { a in width.most.map { max(a, $0) } } }
        return (widths.map(\.least).min() ?? 0, longest)
    }

    private static func sum(_ a: Int, _ b: Int) -> Int {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }

    private static func sum(_ a: Int?, _ b: Int?) -> Int? { a.flatMap { a in b.map { sum(a, $0) } } }

    private static func product(_ a: Int, _ b: Int) -> Int {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? .max : product
    }
}
