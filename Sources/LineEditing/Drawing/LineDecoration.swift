/// How the line looks while it is typed, beside what readline draws.
public struct LineDecoration: Sendable {
    /// A stretch of the line, in bytes, and the parameters of the code for its colours.
    public struct Stretch: Sendable {
        /// Where it stands.
        public var range: Range<Int>
        /// What stands between `ESC [` and `m`.
        public var code: String

        /// Bytes of the line, and the escape sequence that sets their look.
        public init(_ range: Range<Int>, code: String) {
            self.range = range
            self.code = code
        }
    }

    /// The colours; where stretches overlap, the later one counts.
    public var stretches: [Stretch]
    /// Colours that only hold while the line is edited, such as those of a bracket and its partner.
    public var marks: [Stretch]
    /// Text shown after the line that is not part of it.
    public var ghost: String
    /// The parameters of its code for colours.
    public var ghostCode: String

    /// A decoration; without arguments, none.
    public init(stretches: [Stretch] = [], marks: [Stretch] = [], ghost: String = "", ghostCode: String = "") {
        self.stretches = stretches
        self.marks = marks
        self.ghost = ghost
        self.ghostCode = ghostCode
    }
}

/// Finds how a line looks: `entry` holds all lines typed so far, the line begins at `lineStart` and the cursor stands at
/// `cursor`, both offsets in bytes of the entry. The ranges that it answers count from the line's beginning. Nil leaves
/// the line as readline draws it.
public typealias LineDecorator = (_ entry: String, _ lineStart: Int, _ cursor: Int) -> LineDecoration?
