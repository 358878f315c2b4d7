/// The lines that a table is drawn with.
public enum TableBorder: Sendable {
    /// Heavy lines round the header and light ones below: the look of Keras's own `model.summary()`.
    case keras
    /// Light lines everywhere.
    case light
    /// No lines: columns two spaces apart, a rule below the header.
    case none
}

/// The characters of one horizontal rule.
struct RuleCharacters {
    var left: String
    var line: String
    var cross: String
    var right: String

    static let ascii = RuleCharacters(left: "+", line: "-", cross: "+", right: "+")
    static let asciiHeavy = RuleCharacters(left: "+", line: "=", cross: "+", right: "+")
}

/// Every character of a table's frame.
struct FrameCharacters {
    var top: RuleCharacters
    var belowHeader: RuleCharacters
    var between: RuleCharacters
    var bottom: RuleCharacters
    var headerBar: String
    var bar: String

    static let ascii = FrameCharacters(
        top: .ascii, belowHeader: .asciiHeavy, between: .ascii, bottom: .ascii, headerBar: "|", bar: "|")

    static let keras = FrameCharacters(
        top: RuleCharacters(left: "┏", line: "━", cross: "┳", right: "┓"),
        belowHeader: RuleCharacters(left: "┡", line: "━", cross: "╇", right: "┩"),
        between: RuleCharacters(left: "├", line: "─", cross: "┼", right: "┤"),
        bottom: RuleCharacters(left: "└", line: "─", cross: "┴", right: "┘"),
        headerBar: "┃", bar: "│")

    static let light = FrameCharacters(
        top: RuleCharacters(left: "┌", line: "─", cross: "┬", right: "┐"),
        belowHeader: RuleCharacters(left: "├", line: "─", cross: "┼", right: "┤"),
        between: RuleCharacters(left: "├", line: "─", cross: "┼", right: "┤"),
        bottom: RuleCharacters(left: "└", line: "─", cross: "┴", right: "┘"),
        headerBar: "│", bar: "│")
}
