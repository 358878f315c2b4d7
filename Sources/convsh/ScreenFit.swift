import Presentation

/// How much of a text there is room for on a screen.
struct ScreenFit {
    /// Whether the screen holds all of it.
    let isWhole: Bool
    /// The text, or as many of its lines as the screen holds where it is longer than two screens.
    private(set) var beginning = ""
    /// How many lines that leaves out.
    private(set) var linesLeft = 0

    /// A text on a screen of so many rows and columns.
    init(_ text: String, rows: Int, columns: Int) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let heights = lines.map { max(1, (ScreenFit.width(of: $0) + columns - 1) / max(1, columns)) }
        let total = heights.reduce(0, +)
        isWhole = total < rows
        beginning = text
        guard total > 2 * rows, lines.count > 1 else { return }
        var (count, height) = (0, 0)
        while count < lines.count, height + heights[count] <= max(1, rows - 3) {
            height += heights[count]
            count += 1
        }
        beginning = lines.prefix(count).map { $0 + "\n" }.joined()
        linesLeft = lines.count - count
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
