/// Writes out the characters that a terminal would obey instead of show.
enum ControlCharacters {
    /// `text` with tabs as four spaces and control characters other than `\n` as `\x1b`.
    static func visible(_ text: String) -> String {
        // The controls beyond ASCII, U+0080…U+009F, are written with the byte 0xC2.
        var text = text
        let isVisible = text.withUTF8 { bytes in
            bytes.allSatisfy { ($0 >= 0x20 && $0 != 0x7F && $0 != 0xC2) || $0 == 0x0A }
        }
        if isVisible { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: result.append(scalar)
            case 0x09: result.append(contentsOf: "    ".unicodeScalars)
            case 0x00...0x1F, 0x7F...0x9F: result.append(contentsOf: escape(scalar.value).unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "\\x" + (digits.count < 2 ? "0" + digits : digits)
    }
}
