/// A key of a terminal.
public enum TerminalKey: Hashable, Sendable {
    case up, down, left, right
    case home, end
    case tab, backTab, enter, escape, backspace
    /// Ctrl-C and Ctrl-D.
    case interrupt, endOfInput
    case character(Character)
    /// A key that is none of these.
    case other

    /// The first key that some bytes stand for, and how many they are; nil where more bytes may belong to it.
    /// - Parameter isAll: whether no more bytes will come soon, so that an ESC is the key of that name.
    static func first(of bytes: [UInt8], isAll: Bool) -> (key: TerminalKey, count: Int)? {
        guard let byte = bytes.first else { return nil }
        switch byte {
        case 0x1B: return escapeSequence(bytes, isAll: isAll)
        case 0x09: return (.tab, 1)
        case 0x0A, 0x0D: return (.enter, 1)
        case 0x03: return (.interrupt, 1)
        case 0x04: return (.endOfInput, 1)
        case 0x08, 0x7F: return (.backspace, 1)
        case 0..<0x20: return (.other, 1)
        default: return character(bytes, isAll: isAll)
        }
    }

    private static func escapeSequence(_ bytes: [UInt8], isAll: Bool) -> (key: TerminalKey, count: Int)? {
        guard bytes.count > 1 else { return isAll ? (.escape, 1) : nil }
        // ESC [ parameters letter, or ESC O letter; anything else is ESC before another key.
        guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return (.escape, 1) }
        guard let end = bytes.indices.dropFirst(2).first(where: { (0x40...0x7E).contains(bytes[$0]) }) else {
            return isAll || bytes.count > 32 ? (.other, bytes.count) : nil
        }
        let parameters = String(decoding: bytes[2..<end], as: UTF8.self)
        let key: TerminalKey =
            switch (bytes[end], parameters.split(separator: ";").first) {
            case (UInt8(ascii: "A"), _): .up
            case (UInt8(ascii: "B"), _): .down
            case (UInt8(ascii: "C"), _): .right
            case (UInt8(ascii: "D"), _): .left
            case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), "1"), (UInt8(ascii: "~"), "7"): .home
            case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), "4"), (UInt8(ascii: "~"), "8"): .end
            case (UInt8(ascii: "Z"), _): .backTab
            default: .other
            }
        return (key, end + 1)
    }

    private static func character(_ bytes: [UInt8], isAll: Bool) -> (key: TerminalKey, count: Int)? {
        let length = bytes[0] < 0x80 ? 1 : bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : bytes[0] >= 0xC0 ? 2 : 1
        guard bytes.count >= length else { return isAll ? (.other, bytes.count) : nil }
        guard let text = String(validating: bytes[..<length], as: UTF8.self), let character = text.first else {
            return (.other, 1)
        }
        return (.character(character), length)
    }
}
