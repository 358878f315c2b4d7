/// A regular expression in Python's syntax.
public struct Pattern: Sendable {
    /// The pattern itself.
    public let text: String
    /// How it is matched: what was asked for, and what it says itself.
    public let flags: PatternFlags
    /// The number of its groups, the whole match included.
    public let groupCount: Int
    /// The names of groups, in their order.
    public let groupNames: [(name: String, group: Int)]
    let instructions: [Instruction]
    let registerCount: Int

    /// Reads a pattern.
    /// - Throws: `PatternError` for what is no pattern.
    public init(_ text: String, _ flags: PatternFlags = []) throws(PatternError) {
        var parser = try PatternParser(text, flags)
        let compiler = try Compiler(try parser.parse())
        self.text = text
        self.flags = parser.flags.contains(.ascii) ? parser.flags : parser.flags.union(.unicode)
        groupCount = parser.groupCount
        groupNames = parser.names
        (instructions, registerCount) = (compiler.instructions, compiler.registerCount)
    }

    /// Where a match may stand.
    public enum Place: Sendable {
        /// At the first place only.
        case start
        /// At the first place, and up to the end.
        case whole
        /// Anywhere.
        case anywhere
    }

    /// A match: the places of the groups, group 0 first.
    public struct Match: Sendable {
        /// The range of each group; nil for one that took no part.
        public let groups: [Range<Int>?]
        /// The group that was closed last; nil where there is none.
        public let lastGroup: Int?

        /// The range of the whole match.
        public var range: Range<Int> { groups.first.flatMap(\.self) ?? 0..<0 }
    }

    /// Finds the first match.
    /// - Parameters:
    ///   - text: the characters.
    ///   - range: the part of the text in which it may stand; the beginning of the text stays where it is.
    ///   - forbidden: a place at which an empty match does not count, as after the match before.
    ///   - isInterrupted: asked now and then.
    /// - Throws: `PatternError.interrupted`, `PatternError.outOfMemory`.
    public func firstMatch(
        in text: [Unicode.Scalar], _ range: Range<Int>, _ place: Place, noEmptyMatchAt forbidden: Int? = nil,
        isInterrupted: @escaping () -> Bool = { false }
    ) throws(PatternError) -> Match? {
        var matcher = Matcher(
            self, text, end: range.upperBound, mustEnd: place == .whole, noEmptyMatchAt: forbidden,
            isInterrupted: isInterrupted)
        let last = place == .anywhere ? range.upperBound : range.lowerBound
        for start in range.lowerBound...last where try matcher.matches(at: start) {
            let slots = matcher.slots
            let groups = (0..<groupCount).map { group in
                let (first, end) = (slots[2 * group], slots[2 * group + 1])
                return first >= 0 && end >= first ? first..<end : nil
            }
            return Match(groups: groups, lastGroup: slots.last.flatMap { $0 > 0 ? $0 : nil })
        }
        return nil
    }
}
