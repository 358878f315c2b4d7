extension Lexer {
    /// Reads a number: `12`, `1_000`, `0x10`, `0b101`, `0o17`, `1.5`, `1e-3`.
    mutating func number() throws(SyntaxFailure) {
        let start = index
        if bytes[index] == UInt8(ascii: "0"), let mark = byte(1), let radix = Lexer.radix(of: mark) {
            return try prefixed(radix, start)
        }
        digits()
        var isFloat = false
        if byte() == UInt8(ascii: "."), !(byte(1).map(isNameStart) == true && !isExponent(1)) {
            isFloat = true
            index += 1
            digits()
        }
        if isExponent(0) {
            isFloat = true
            index += 1
            if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { index += 1 }
            digits()
        }
        try endNumber(start)
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if text.contains("__") || text.hasSuffix("_") {
            throw SyntaxFailure("invalid decimal literal", at: Span(start, index))
        }
        let plain = text.filter { $0 != "_" }
        if isFloat {
            guard let value = Double(plain.hasSuffix(".") ? plain + "0" : plain) else {
                throw SyntaxFailure("invalid decimal literal", at: Span(start, index))
            }
            return add(.float(value), start, index)
        }
        if plain.count > 1, plain.hasPrefix("0"), plain.contains(where: { $0 != "0" }) {
            throw SyntaxFailure(
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                at: Span(start, index))
        }
        add(.integer(plain), start, index)
    }

    private static func radix(of mark: UInt8) -> Int? {
        switch mark {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
        case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
        case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
        default: nil
        }
    }

    private mutating func prefixed(_ radix: Int, _ start: Int) throws(SyntaxFailure) {
        index += 2
        while let byte = byte(), isNameStart(byte) || isDigit(byte) { index += 1 }
        let text = String(decoding: bytes[(start + 2)..<index], as: UTF8.self)
        let digits = text.filter { $0 != "_" }
        let kind = radix == 16 ? "hexadecimal" : (radix == 8 ? "octal" : "binary")
        let isValid = !digits.isEmpty && digits.allSatisfy { $0.hexDigitValue.map { $0 < radix } == true }
        guard isValid, !text.contains("__"), !text.hasSuffix("_") else {
            throw SyntaxFailure("invalid \(kind) literal", at: Span(start, index))
        }
        if let value = UInt64(digits, radix: radix) { return add(.integer(String(value)), start, index) }
        add(.bigInteger(digits, radix: radix), start, index)
    }

    private mutating func digits() {
        while let byte = byte(), isDigit(byte) || byte == UInt8(ascii: "_") { index += 1 }
    }

    /// Whether an exponent begins `offset` bytes from here: `e` and digits, perhaps with a sign.
    private func isExponent(_ offset: Int) -> Bool {
        guard let mark = byte(offset), mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
        let next = byte(offset + 1)
        if let next, isDigit(next) { return true }
        let hasSign = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
        return hasSign && byte(offset + 2).map(isDigit) == true
    }

    private mutating func endNumber(_ start: Int) throws(SyntaxFailure) {
        guard let byte = byte(), isNameStart(byte) else { return }
        // `1if x else 2` is Python; a letter that starts no keyword is a slip.
        var end = index
        while end < limit, isNameStart(bytes[end]) || isDigit(bytes[end]) { end += 1 }
        let word = String(decoding: bytes[index..<end], as: UTF8.self)
        if ["if", "else", "and", "or", "in", "is", "for", "not"].contains(word) { return }
        if word == "j" {
            throw SyntaxFailure(
                "complex numbers are outside this language", at: Span(start, end),
                hint: "keep the real and the imaginary part in two variables, or in a tuple")
        }
        throw SyntaxFailure("invalid decimal literal", at: Span(start, end))
    }
}
