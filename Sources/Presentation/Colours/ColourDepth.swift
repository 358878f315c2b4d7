/// How many colours a terminal can show, from none to 24 bits.
public enum ColourDepth: Int, Comparable, Sendable, CaseIterable {
    /// No escape code is written at all.
    case none
    /// The eight colours and their bright forms.
    case ansi16
    /// The 256-colour palette.
    case ansi256
    /// 24 bits a colour.
    case truecolor

    /// Orders the depths from poor to rich.
    public static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }

    /// Whether there are colours at all.
    public var showsColours: Bool { self != .none }
}
