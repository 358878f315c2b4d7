import CReadline

/// The candidates for a word as they are listed below the line.
struct CandidateListing {
    /// Lines above the list.
    var notes: [String]
    /// The candidates.
    var entries: [String]

    /// The lines for a screen: the notes, then the candidates in columns, read downwards. What has no room on the screen
    /// is counted.
    func lines(columns: Int, rows: Int) -> [String] {
        let shown = entries.map { CandidateListing.cut($0, to: max(4, columns - 2)) }
        let width = (shown.map(CandidateListing.width).max() ?? 0) + 2
        let perRow = max(1, columns / width)
        let room = max(1, rows - notes.count - 4)
        let count = min(shown.count, perRow * room)
        let height = (count + perRow - 1) / perRow
        var lines = notes
        for row in 0..<height {
            var line = ""
            for index in stride(from: row, to: count, by: height) {
                line += shown[index]
                if index + height < count {
                    line += String(repeating: " ", count: width - CandidateListing.width(shown[index]))
                }
            }
            lines.append(line)
        }
        if count < shown.count { lines.append("and \(shown.count - count) more") }
        return lines
    }

    private static func cut(_ text: String, to width: Int) -> String {
        self.width(text) <= width ? text : text.prefix(width - 3) + "..."
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + max(0, Int(cr_width($1.value))) }
    }
}
