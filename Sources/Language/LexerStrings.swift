extension Lexer {
    /// Reads a string, its prefix already read.
    /// - Parameters:
    ///   - prefix: lowercase letters before the quote: `r`, `f`, `rf`, `b`, `u`.
    ///   - start: where the prefix begins.
    mutating func string(prefix: String, start: Int? = nil) throws(SyntaxFailure) {
        let start = start ?? index
        guard ["", "r", "u", "b", "f", "rb", "br", "rf", "fr"].contains(prefix) else {
            throw SyntaxFailure("invalid syntax", at: Span(start, index + 1))
        }
        let quote = bytes[index]
        let isTriple = byte(1) == quote && byte(2) == quote
        index += isTriple ? 3 : 1
        let contentStart = index
        try findEnd(quote, isTriple, start)
        let content = Span(contentStart, index)
        index += isTriple ? 3 : 1
        let isRaw = prefix.contains("r")
        if prefix.contains("b") {
            add(.bytes(try data(content, isRaw: isRaw)), start, index)
        } else if prefix.contains("f") {
            add(.formatted(try pieces(of: content, isRaw: isRaw, depth: 0)), start, index)
        } else {
            add(.string(try unescape(content, isRaw: isRaw)), start, index)
        }
    }

    /// Moves to the closing quote.
    private mutating func findEnd(_ quote: UInt8, _ isTriple: Bool, _ start: Int) throws(SyntaxFailure) {
        while let byte = byte() {
            if byte == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if byte == quote, !isTriple || (self.byte(1) == quote && self.byte(2) == quote) { return }
            if byte == UInt8(ascii: "\n"), !isTriple { break }
            index += 1
        }
        index = min(index, limit)
        throw SyntaxFailure(
            isTriple ? "unterminated triple-quoted string literal" : "unterminated string literal",
            at: Span(start, start + 1), isIncomplete: isTriple)
    }

    /// The text of a stretch of source, with its escapes resolved.
    private func unescape(_ span: Span, isRaw: Bool) throws(SyntaxFailure) -> String {
        let text = bytes[span.start..<span.end]
        if isRaw || !text.contains(UInt8(ascii: "\\")) { return String(decoding: text, as: UTF8.self) }
        var result: [UInt8] = []
        var at = span.start
        while at < span.end {
            guard bytes[at] == UInt8(ascii: "\\"), at + 1 < span.end else {
                result.append(bytes[at])
                at += 1
                continue
            }
            at += try escape(at + 1, span.end, into: &result) + 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes of a stretch of source, with the escapes of bytes resolved.
    private func data(_ span: Span, isRaw: Bool) throws(SyntaxFailure) -> [UInt8] {
        let text = bytes[span.start..<span.end]
        if let wrong = text.firstIndex(where: { $0 > 127 }) {
            throw SyntaxFailure("bytes can only contain ASCII literal characters", at: Span(wrong, wrong + 1))
        }
        if isRaw || !text.contains(UInt8(ascii: "\\")) { return Array(text) }
        var result: [UInt8] = []
        var at = span.start
        while at < span.end {
            guard bytes[at] == UInt8(ascii: "\\"), at + 1 < span.end else {
                result.append(bytes[at])
                at += 1
                continue
            }
            at += try byteEscape(at + 1, span, into: &result) + 1
        }
        return result
    }

    /// Resolves an escape of bytes, which know no characters beyond 255.
    private func byteEscape(_ at: Int, _ span: Span, into result: inout [UInt8]) throws(SyntaxFailure) -> Int {
        let letter = bytes[at]
        if letter == UInt8(ascii: "x") {
            let digits = String(decoding: bytes[(at + 1)..<min(at + 3, span.end)], as: UTF8.self)
            guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit), let byte = UInt8(digits, radix: 16) else {
                throw SyntaxFailure(
                    "(value error) invalid \\x escape at position \(at - 1 - span.start)", at: Span(at - 1, at + 1))
            }
            result.append(byte)
            return 3
        }
        if "uUN".utf8.contains(letter) {
            result += [UInt8(ascii: "\\"), letter]
            return 1
        }
        var text: [UInt8] = []
        let count = try escape(at, span.end, into: &text)
        // Of octal digits comes one byte, which a text writes as two.
        let isDigit = letter >= UInt8(ascii: "0") && letter <= UInt8(ascii: "7")
        let scalars = isDigit ? String(decoding: text, as: UTF8.self).unicodeScalars.map { UInt8($0.value) } : text
        result += scalars
        return count
    }

    /// Resolves the escape whose letter is at `at`; answers how many bytes it took after the backslash.
    private func escape(_ at: Int, _ end: Int, into result: inout [UInt8]) throws(SyntaxFailure) -> Int {
        let simple: [UInt8: UInt8] = [
            UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "\\"): 92,
            UInt8(ascii: "'"): 39, UInt8(ascii: "\""): 34, UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8,
            UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11,
        ]
        let letter = bytes[at]
        if let byte = simple[letter] {
            result.append(byte)
            return 1
        }
        if letter == UInt8(ascii: "\n") { return 1 }
        let lengths: [UInt8: Int] = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]
        if let length = lengths[letter] {
            let digits = String(decoding: bytes[(at + 1)..<min(at + 1 + length, end)], as: UTF8.self)
            guard digits.count == length, let code = UInt32(digits, radix: 16), let scalar = UnicodeScalar(code) else {
                throw SyntaxFailure("invalid escape in string", at: Span(at - 1, min(at + 1 + length, end)))
            }
            result.append(contentsOf: String(Character(scalar)).utf8)
            return 1 + length
        }
        if letter == UInt8(ascii: "N"), at + 1 < end, bytes[at + 1] == UInt8(ascii: "{") {
            guard let close = bytes[at..<end].firstIndex(of: UInt8(ascii: "}")),
                let scalar = UnicodeScalar.named(String(decoding: bytes[(at + 2)..<close], as: UTF8.self))
            else { throw SyntaxFailure("unknown Unicode character name", at: Span(at - 1, at + 2)) }
            result.append(contentsOf: String(Character(scalar)).utf8)
            return close - at + 1
        }
        if letter >= UInt8(ascii: "0"), letter <= UInt8(ascii: "7") {
            var (value, count) = (UInt32(0), 0)
            while count < 3, at + count < end, bytes[at + count] >= UInt8(ascii: "0"),
                bytes[at + count] <= UInt8(ascii: "7")
            {
                value = value * 8 + UInt32(bytes[at + count] - UInt8(ascii: "0"))
                count += 1
            }
            result.append(contentsOf: String(Character(UnicodeScalar(UInt8(value & 255)))).utf8)
            return count
        }
        result.append(UInt8(ascii: "\\"))
        result.append(letter)
        return 1
    }

    // MARK: f-strings

    /// Cuts the content of an f-string into text and code.
    private func pieces(of span: Span, isRaw: Bool, depth: Int) throws(SyntaxFailure) -> [FormattedPiece] {
        var result: [FormattedPiece] = []
        var textStart = span.start
        var at = span.start
        var text = ""
        while at < span.end {
            let byte = bytes[at]
            let isDouble = at + 1 < span.end && bytes[at + 1] == byte && depth == 0
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
                text += try unescape(Span(textStart, at), isRaw: isRaw)
                if isDouble {
                    text += byte == UInt8(ascii: "{") ? "{" : "}"
                    at += 2
                } else if byte == UInt8(ascii: "}") {
                    throw SyntaxFailure("f-string: single '}' is not allowed", at: Span(at, at + 1))
                } else {
                    if !text.isEmpty { result.append(FormattedPiece(text: text)) }
                    text = ""
                    result.append(try replacement(&at, span.end, isRaw: isRaw, depth: depth))
                }
                textStart = at
            } else {
                at += byte == UInt8(ascii: "\\") && at + 1 < span.end ? 2 : 1
            }
        }
        text += try unescape(Span(textStart, min(at, span.end)), isRaw: isRaw)
        if !text.isEmpty { result.append(FormattedPiece(text: text)) }
        return result
    }

    /// Reads `{code!r:format}`; `at` is on the opening brace and ends after the closing one.
    private func replacement(_ at: inout Int, _ end: Int, isRaw: Bool, depth: Int) throws(SyntaxFailure)
        -> FormattedPiece
    {
        let open = at
        guard depth < 2 else {
            throw SyntaxFailure("f-string: expressions nested too deeply", at: Span(open, open + 1))
        }
        var piece = FormattedPiece()
        at += 1
        let codeStart = at
        try skipCode(&at, end, open)
        var codeEnd = at
        var mark = codeEnd - 1
        while mark > codeStart, bytes[mark] == UInt8(ascii: " ") { mark -= 1 }
        if mark > codeStart, bytes[mark] == UInt8(ascii: "="), !"=!<>".utf8.contains(bytes[mark - 1]) {
            piece.shownCode = Span(codeStart, codeEnd)
            codeEnd = mark
        }
        piece.code = Span(codeStart, codeEnd)
        if bytes[at] == UInt8(ascii: "!") {
            guard at + 1 < end, "rsa".utf8.contains(bytes[at + 1]) else {
                throw SyntaxFailure(
                    "f-string: invalid conversion character: expected 's', 'r', or 'a'", at: Span(at, at + 1))
            }
            piece.conversion = Character(UnicodeScalar(bytes[at + 1]))
            at += 2
        }
        if at < end, bytes[at] == UInt8(ascii: ":") {
            let formatStart = at + 1
            at = try endOfFormat(formatStart, end, open)
            piece.format = try pieces(of: Span(formatStart, at), isRaw: isRaw, depth: depth + 1)
        }
        guard at < end, bytes[at] == UInt8(ascii: "}") else {
            throw SyntaxFailure("f-string: expecting '}'", at: Span(open, open + 1))
        }
        at += 1
        let isEmpty = bytes[piece.code.start..<piece.code.end].allSatisfy { $0 == UInt8(ascii: " ") }
        if isEmpty { throw SyntaxFailure("f-string: empty expression not allowed", at: Span(open, at)) }
        return piece
    }

    /// Moves to the `}`, `:` or `!` that ends the code in braces.
    private func skipCode(_ at: inout Int, _ end: Int, _ open: Int) throws(SyntaxFailure) {
        var depth = 0
        var quote: UInt8?
        while at < end {
            let byte = bytes[at]
            if let inside = quote {
                if byte == inside { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if "([{".utf8.contains(byte) {
                depth += 1
            } else if depth > 0, ")]}".utf8.contains(byte) {
                depth -= 1
            } else if depth == 0, byte == UInt8(ascii: "}") || byte == UInt8(ascii: ":") {
                return
            } else if depth == 0, byte == UInt8(ascii: "!"), at + 1 < end, bytes[at + 1] != UInt8(ascii: "=") {
                return
            }
            at += 1
        }
        throw SyntaxFailure("f-string: expecting '}'", at: Span(open, open + 1))
    }

    private func endOfFormat(_ start: Int, _ end: Int, _ open: Int) throws(SyntaxFailure) -> Int {
        var at = start
        var depth = 0
        while at < end {
            if bytes[at] == UInt8(ascii: "{") { depth += 1 }
            if bytes[at] == UInt8(ascii: "}") {
                if depth == 0 { return at }
                depth -= 1
            }
            at += 1
        }
        throw SyntaxFailure("f-string: expecting '}'", at: Span(open, open + 1))
    }
}

extension UnicodeScalar {
    /// The character of that name, as Unicode names it; nil where there is none.
    fileprivate static func named(_ name: String) -> UnicodeScalar? {
        let wanted = name.uppercased()
        let planes = [0x20...0xD7FF, 0xE000...0x1FFFF].joined()
        return planes.lazy.compactMap { UnicodeScalar(UInt32($0)) }
            .first { $0.properties.name == wanted || $0.properties.nameAlias == wanted }
    }
}
