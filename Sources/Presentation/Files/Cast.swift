/// Recordings of a terminal as asciinema plays them: lines of JSON.
///
/// Source: asciinema, "asciicast v2".
public enum Cast {
    /// A recording that shows pages one after the other, each in the place of the one before.
    /// - Parameters:
    ///   - frames: what is sent for each page, its lines ended by line feeds, and the second at which it appears.
    ///   - end: the second at which the recording ends.
    public static func text(
        width: Int, height: Int, title: String, _ frames: [(second: Double, text: String)], end: Double
    ) -> String {
        var lines = [
            "{\"version\": 2, \"width\": \(width), \"height\": \(height), \"title\": \(JSONString.quoted(title)), "
                + "\"env\": {\"TERM\": \"xterm-256color\"}}"
        ]
        for (index, frame) in frames.enumerated() {
            let body = frame.text.split(separator: "\n", omittingEmptySubsequences: false).joined(
                separator: "\u{1B}[K\r\n")
            let start = index == 0 ? "\u{1B}[?25l\u{1B}[2J\u{1B}[H" : "\u{1B}[H"
            lines.append(event(frame.second, start + body + "\u{1B}[J"))
        }
        lines.append(event(end, "\u{1B}[?25h"))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func event(_ second: Double, _ text: String) -> String {
        "[\(NumberText.fixed(second, decimals: 3)), \"o\", \(JSONString.quoted(text))]"
    }
}
