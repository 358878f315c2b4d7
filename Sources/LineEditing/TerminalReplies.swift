/// What a terminal answers to a question about its background, told apart from keys.
enum TerminalReplies {
    /// What bytes begin with.
    enum Part: Equatable {
        /// The answer to OSC 11: red, green and blue, each 0…1; nil where it is none of these.
        case background(Colour?)
        /// The answer to DA1, which every terminal gives; after it no other comes.
        case attributes
        /// A byte of a key.
        case key
    }

    /// A colour as a terminal tells it.
    struct Colour: Equatable {
        let red: Double
        let green: Double
        let blue: Double

        /// How light it looks, 0…1.
        var lightness: Double { 0.299 * red + 0.587 * green + 0.114 * blue }
    }

    /// What asks for the colour, and for an answer that comes in any case.
    static let question = "\u{1B}]11;?\u{1B}\\\u{1B}[c"

    /// The longest answer there is; what goes on beyond is none.
    private static let mostBytes = 64

    /// The first part and its length; nil where more bytes must come before it is known.
    static func first(of bytes: [UInt8]) -> (part: Part, count: Int)? {
        let (colour, attributes) = (Array("\u{1B}]11;".utf8), Array("\u{1B}[?".utf8))
        if bytes.isEmpty || colour.starts(with: bytes) || attributes.starts(with: bytes) { return nil }
        let isWhole = bytes.count >= mostBytes
        if bytes.starts(with: attributes) {
            guard let end = bytes.dropFirst(3).firstIndex(where: { !(0x30...0x3B).contains($0) }) else {
                return isWhole ? (.key, 1) : nil
            }
            return bytes[end] == UInt8(ascii: "c") ? (.attributes, end + 1) : (.key, 1)
        }
        guard bytes.starts(with: colour) else { return (.key, 1) }
        guard let end = bytes.dropFirst(5).firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
            return isWhole ? (.key, 1) : nil
        }
        let answer = Part.background(self.colour(String(decoding: bytes[5..<end], as: UTF8.self)))
        if bytes[end] == 0x07 { return (answer, end + 1) }
        guard end + 1 < bytes.count else { return nil }
        return bytes[end + 1] == UInt8(ascii: "\\") ? (answer, end + 2) : (.key, 1)
    }

    /// `rgb:1e1e/1e1e/1e1e`, with one to four digits each.
    private static func colour(_ text: String) -> Colour? {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0] == "rgb" || parts[0] == "rgba" else { return nil }
        let numbers = parts[1].split(separator: "/", omittingEmptySubsequences: false).compactMap { digits -> Double? in
            guard (1...4).contains(digits.utf8.count), let number = Int(digits, radix: 16), number >= 0 else {
                return nil
            }
            return Double(number) / Double((1 << (4 * digits.utf8.count)) - 1)
        }
        guard numbers.count >= 3 else { return nil }
        return Colour(red: numbers[0], green: numbers[1], blue: numbers[2])
    }
}
