import CReadline

/// Paints colours and the ghost over the line that readline has drawn.
///
/// Readline does not know of it: what is painted has the same characters in the same cells, the ghost stands where
/// readline shows nothing and is gone before the next key acts, and the cursor is where readline left it. All movements
/// are relative, since the row of the screen on which the line begins is unknown.
final class LinePainter {
    /// What is on the screen and has to go before readline draws again.
    private struct Painted {
        var cursor: LineLayout.Place
        var ghost: LineLayout.Place?
        /// The line without its marks, if it has any.
        var unmarked: (layout: LineLayout, stretches: [LineDecoration.Stretch])?
    }

    private var painted: Painted?
    /// Whether readline has drawn since the line was painted.
    var needsPaint = false
    /// What readline has drawn of the line, where the window has no room for all of it.
    var part: VisiblePart?
    /// How many rows readline has drawn.
    var drawnRows = 0
    /// Whether the line is being edited; afterwards nothing is painted.
    private var isEditing = false

    /// A line begins.
    func begin() {
        isEditing = true
        needsPaint = true
        painted = nil
        part = nil
    }

    /// The line is at its end: it stays on the screen as readline leaves it.
    func end() {
        painted = nil
        isEditing = false
    }

    /// Takes away what holds only while nothing happens: the ghost and the marks.
    func erase() {
        guard let painted else { return }
        self.painted = nil
        var output = TerminalMoves(from: painted.cursor)
        if let ghost = painted.ghost {
            output.go(to: ghost)
            // Nothing stands below the line.
            output.write("\u{1B}[J")
        }
        if let (layout, stretches) = painted.unmarked { LinePainter.write(layout, stretches, to: &output) }
        output.go(to: painted.cursor)
        output.send()
    }

    /// The window has another size, and what was painted may be anywhere.
    func forget() {
        if let ghost = painted?.ghost, let cursor = painted?.cursor, ghost.row == cursor.row {
            painted?.unmarked = nil
            erase()
        }
        painted = nil
    }

    /// Paints the line that readline has drawn, if it has.
    func paint(_ decorate: (_ line: String, _ cursor: Int) -> LineDecoration?) {
        guard needsPaint else { return }
        needsPaint = false
        erase()
        guard isEditing, cr_can_paint() != 0 else { return }
        var (rows, columns): (Int32, Int32) = (0, 0)
        rl_get_screen_size(&rows, &columns)
        let bytes = LineBuffer.bytes
        // Very long lines are left alone: each key would paint all of them.
        guard columns > 1, bytes.count <= 4000,
            let layout = LineLayout(part?.bytes ?? bytes, prompt: Int(cr_prompt_width()), columns: Int(columns)),
            layout.end.row < Int(rows)
        else { return }
        let cursor = layout.place(of: part?.cursor ?? LineBuffer.cursor)
        // Where readline sees it otherwise, readline is right.
        guard Int(cr_cursor_row()) == cursor.row, Int(cr_cursor_column()) == cursor.column else { return }
        guard let whole = decorate(String(decoding: bytes, as: UTF8.self), LineBuffer.cursor) else { return }
        let decoration = part?.decoration(whole) ?? whole
        var output = TerminalMoves(from: cursor)
        LinePainter.write(layout, decoration.stretches + decoration.marks, to: &output)
        let ghost = paintGhost(decoration, layout.end, Int(columns), to: &output)
        output.go(to: cursor)
        output.send()
        painted = Painted(
            cursor: cursor, ghost: ghost, unmarked: decoration.marks.isEmpty ? nil : (layout, decoration.stretches))
    }

    /// Shows all of a line that was entered, where there was room for a part of it only.
    func showWhole(_ line: [UInt8]) {
        guard part != nil else { return }
        part = nil
        var output = TerminalMoves(from: .init(row: drawnRows, column: 0))
        output.go(to: .init(row: 0, column: 0))
        output.write("\u{1B}[J" + PromptText.plain(String(cString: cr_prompt())))
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars { output.write(shown(scalar)) }
        output.write("\r\n")
        output.send()
    }

    /// A character as readline shows it: `^A` for those that would control the terminal.
    private func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x0A: "\r\n"
        case 0x09: "\t"
        case 0..<0x20, 0x7F: "^" + String(Unicode.Scalar(UInt8(scalar.value ^ 0x40)))
        case 0x80..<0xA0: "?"
        default: String(scalar)
        }
    }

    /// Writes the ghost, cut at the last column but one. Returns where it begins; nil where there is none.
    private func paintGhost(
        _ decoration: LineDecoration, _ end: LineLayout.Place, _ columns: Int, to output: inout TerminalMoves
    ) -> LineLayout.Place? {
        let room = columns - 1 - end.column - 2
        guard !decoration.ghost.isEmpty, end.column > 0, room >= 8 else { return nil }
        let text = LinePainter.shortened(decoration.ghost, to: room)
        guard !text.isEmpty else { return nil }
        output.go(to: end)
        output.write(
            "\u{1B}[0m  \u{1B}[\(decoration.ghostCode)m\(text)\u{1B}[0m", columns: LinePainter.width(of: text) + 2)
        return end
    }

    /// A text in so many columns, cut where a part ends: `→ (None, 14, 14, 8)` of `→ (None, 14, 14, 8) · 640 params`, else between
    /// words, with dots, so that no half of a number stands there. Empty where not even one word fits.
    static func shortened(_ text: String, to room: Int) -> String {
        if width(of: text) <= room { return text }
        let dots = text.allSatisfy(\.isASCII) ? " ..." : " …"
        var words = text.split(separator: " ", omittingEmptySubsequences: false)
        let separators = words.indices.filter { words[$0] == "·" }
        for place in separators.reversed() {
            let part = words[..<place].joined(separator: " ")
            if width(of: part) <= room { return part }
        }
        while let last = words.popLast() {
            let part = words.joined(separator: " ") + dots
            if last != "", words.count > 1, width(of: part) <= room { return part }
        }
        return ""
    }

    /// The columns that a text takes.
    private static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            sum + (LineLayout(Array(String(scalar).utf8), prompt: 0, columns: 1000)?.end.column ?? 1)
        }
    }

    private static func write(
        _ layout: LineLayout, _ stretches: [LineDecoration.Stretch], to output: inout TerminalMoves
    ) {
        var codes = [String](repeating: "", count: (layout.cells.last?.offset ?? -1) + 1)
        for stretch in stretches {
            for offset in stretch.range where codes.indices.contains(offset) { codes[offset] = stretch.code }
        }
        var code = ""
        for cell in layout.cells where !cell.shown.isEmpty {
            output.go(to: cell.place)
            if codes[cell.offset] != code {
                code = codes[cell.offset]
                output.write(code.isEmpty ? "\u{1B}[0m" : "\u{1B}[0;\(code)m")
            }
            output.write(cell.shown, columns: cell.width)
        }
        if !code.isEmpty { output.write("\u{1B}[0m") }
    }
}

/// Bytes for the terminal that move the cursor from place to place.
struct TerminalMoves {
    private var bytes: [UInt8] = []
    private var place: LineLayout.Place

    init(from place: LineLayout.Place) { self.place = place }

    /// Moves the cursor. No newline is sent, which could scroll the screen.
    mutating func go(to target: LineLayout.Place) {
        if target == place { return }
        let rows = target.row - place.row
        if rows < 0 { write("\u{1B}[\(-rows)A") }
        if rows > 0 { write("\u{1B}[\(rows)B") }
        if target.column != place.column || rows != 0 {
            // The cursor may stand behind the last column, from where only this leads away for sure.
            write("\r")
            if target.column > 0 { write("\u{1B}[\(target.column)C") }
        }
        place = target
    }

    /// Appends bytes that show something in some columns.
    mutating func write(_ shown: [UInt8], columns: Int) {
        bytes += shown
        place.column += columns
    }

    /// Appends a text that takes some columns.
    mutating func write(_ text: String, columns: Int = 0) { write(Array(text.utf8), columns: columns) }

    /// Sends everything, with what readline has to send.
    func send() { bytes.withUnsafeBufferPointer { cr_write($0.baseAddress, $0.count) } }
}
