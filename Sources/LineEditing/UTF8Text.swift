/// Bytes as text, checked.
enum UTF8Text {
    /// The text of `bytes`, or the index of the first byte that is not UTF-8.
    static func decode(_ bytes: some Collection<UInt8>) -> Result<String, InvalidByte> {
        let text = String(decoding: bytes, as: UTF8.self)
        // Decoding repairs what is wrong; so a text of the same bytes was right.
        if text.utf8.elementsEqual(bytes) { return .success(text) }
        return .failure(InvalidByte(index: firstInvalid(bytes)))
    }

    /// Where decoding stopped.
    struct InvalidByte: Error {
        var index: Int
    }

    private static func firstInvalid(_ bytes: some Collection<UInt8>) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var index = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) { index += scalar.count }
        return index
    }
}
