import CReadline

/// The part of a line that a window has room for, with marks where something is left out.
///
/// Readline cannot show a line of more rows than the window has: it draws its last row over what stands there. Such lines
/// come of pasted blocks.
struct VisiblePart {
    /// What is shown in the line's place.
    let bytes: [UInt8]
    /// Where the cursor stands in it.
    let cursor: Int
    /// The bytes of the line that are shown.
    let range: Range<Int>
    /// The row of the line with which it begins.
    let firstRow: Int
    /// Whether the line ends in it.
    let hasEnd: Bool
    private let markLength: Int

    /// The part around the cursor; nil where there is room for all of the line.
    /// - Parameters:
    ///   - firstRow: the row with which the part began before, which stays the first one as long as the cursor allows.
    init?(_ line: [UInt8], cursor: Int, prompt: Int, rows: Int, columns: Int, firstRow: Int) {
        guard rows > 0, columns > 1 else { return nil }
        let starts = VisiblePart.rowStarts(line, prompt: prompt, columns: columns)
        guard starts.count > rows else { return nil }
        // Two rows are for the marks, and one for the cursor when the line has been entered.
        let room = max(1, rows - 3)
        let cursorRow = (starts.firstIndex { $0 > cursor } ?? starts.count) - 1
        let first = min(max(min(firstRow, cursorRow), cursorRow - room + 1), starts.count - room)
        let end = first + room
        hasEnd = end == starts.count
        var upper = hasEnd ? line.count : starts[end]
        let endsInFeed = upper > 0 && line[upper - 1] == UInt8(ascii: "\n")
        if !hasEnd, endsInFeed { upper -= 1 }
        self.firstRow = first
        range = starts[first]..<upper
        let mark = Array((Terminal.usesUTF8 ? "…" : "...").utf8)
        let before = first > 0 ? mark + [UInt8(ascii: "\n")] : []
        let after = hasEnd ? [] : (endsInFeed ? [UInt8(ascii: "\n")] : []) + mark
        markLength = before.count
        bytes = before + line[range] + after
        self.cursor = markLength + min(cursor, upper) - range.lowerBound
    }

    /// Where an offset of the line that is shown is in the part.
    func offset(of offset: Int) -> Int { markLength + offset - range.lowerBound }

    /// A decoration of the line as one of the part.
    func decoration(_ whole: LineDecoration) -> LineDecoration {
        func moved(_ stretches: [LineDecoration.Stretch]) -> [LineDecoration.Stretch] {
            stretches.compactMap { stretch in
                let shown = stretch.range.clamped(to: range)
                guard !shown.isEmpty else { return nil }
                return .init(offset(of: shown.lowerBound)..<offset(of: shown.upperBound), code: stretch.code)
            }
        }
        return LineDecoration(
            stretches: moved(whole.stretches), marks: moved(whole.marks), ghost: hasEnd ? whole.ghost : "",
            ghostCode: whole.ghostCode)
    }

    /// The offsets at which the rows begin, or would if every character took as many columns as it might.
    private static func rowStarts(_ line: [UInt8], prompt: Int, columns: Int) -> [Int] {
        var (starts, column, offset) = ([0], prompt % columns, 0)
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            let next = offset + UTF8.width(scalar)
            if scalar == "\n" {
                starts.append(next)
                column = 0
            } else {
                let width = mostColumns(of: scalar)
                if column + width > columns {
                    starts.append(offset)
                    column = 0
                }
                column += width
                if column >= columns {
                    starts.append(next)
                    column = 0
                }
            }
            offset = next
        }
        return starts
    }

    private static func mostColumns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x09: 8
        case 0..<0x20, 0x7F: 2
        case 0x20..<0x7F: 1
        case 0x80..<0xA0: 4
        default: max(0, Int(cr_width(scalar.value)))
        }
    }
}
