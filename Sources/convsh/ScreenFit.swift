import Presentation

/// How much of a text there is room for on a screen.
struct ScreenFit {
    /// Whether the screen holds all of it.
    let isWhole: Bool
    /// The text, or as much of it as the screen holds where it is longer than two screens.
    private(set) var beginning = ""
    /// How many characters that leaves out.
    private(set) var charactersLeft = 0

    /// A text on a screen of so many rows and columns.
    init(_ text: String, rows: Int, columns: Int) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let heights = lines.map { max(1, (ScreenFit.width(of: $0) + columns - 1) / max(1, columns)) }
        let total = heights.reduce(0, +)
        isWhole = total < rows
        beginning = text
        guard total > 2 * rows, !text.contains("\u{1B}") else { return }
        beginning = ""
        var room = max(1, rows - 3)
        for (line, height) in zip(lines, heights) where room > 0 {
            beginning += (height > room ? line.prefix(room * columns / 2) : line) + "\n"
            room -= height
        }
        charactersLeft = text.count - beginning.count
    }

    /// The columns of a line, the codes for colours in it not counted.
    private static func width(of line: Substring) -> Int {
        guard line.contains("\u{1B}") else { return CharacterWidth.columns(of: String(line)) }
        var text = ""
        var isInCode = false
        for character in line {
            if character == "\u{1B}" { isInCode = true } else if !isInCode { text.append(character) }
            if isInCode, character.isLetter { isInCode = false }
        }
        return CharacterWidth.columns(of: text)
    }
}
