/// Bytes as text, checked.
enum UTF8Text {
    /// The text of `bytes`, or the index of the first byte that is not UTF-8.
    static func decode(_ bytes: some Collection<UInt8>) -> Result<String, InvalidByte> {
        let array = Array(bytes)
        if let text = String(validating: array, as: UTF8.self) { return .success(text) }
        return .failure(InvalidByte(index: firstInvalid(array)))
    }

    /// Where decoding stopped.
    struct InvalidByte: Error {
        var index: Int
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> Int {
        var index = 0
        while index < bytes.count {
            let length = sequenceLength(bytes[index])
            let end = min(bytes.count, index + max(1, length))
            if length == 0 || String(validating: bytes[index..<end], as: UTF8.self) == nil { return index }
            index = end
        }
        return index
    }

    private static func sequenceLength(_ first: UInt8) -> Int {
        switch first {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return 2
        case 0xE0...0xEF: return 3
        case 0xF0...0xF4: return 4
        default: return 0
        }
    }
}
