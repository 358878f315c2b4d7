/// Cuts source code into tokens, with `indent` and `dedent` where blocks begin and end.
struct Lexer {
    let source: SourceText
    /// Whether lines that begin with `%` or `?` are for the shell.
    let readsShellLines: Bool
    var index: Int
    let limit: Int
    private(set) var tokens: [Token] = []
    private var brackets: [(symbol: UInt8, at: Int)] = []
    private var indents: [Int] = [0]
    private var isAtLineStart = true
    private var hasSeenLine = false

    var bytes: [UInt8] { source.bytes }

    /// A lexer over a whole source, or over the code in an f-string's braces.
    init(_ source: SourceText, readsShellLines: Bool = false, within span: Span? = nil) {
        self.source = source
        self.readsShellLines = readsShellLines
        index = span?.start ?? 0
        limit = span?.end ?? source.bytes.count
        isAtLineStart = span == nil
        if span != nil { brackets = [(UInt8(ascii: "{"), span?.start ?? 0)] }
    }

    /// All tokens, the last of them `end`.
    mutating func tokenize() throws(SyntaxFailure) -> [Token] {
        try requireText()
        let isEmbedded = !brackets.isEmpty
        while index < limit {
            if isAtLineStart { try beginLine() } else { try next() }
        }
        if isEmbedded { brackets.removeFirst() }
        if let open = brackets.last {
            throw SyntaxFailure(
                "'\(Character(UnicodeScalar(open.symbol)))' was never closed", at: Span(open.at, open.at + 1),
                isIncomplete: true)
        }
        if let last = tokens.last, last.kind != .newline, !isEmbedded { add(.newline, limit, limit) }
        while indents.count > 1 {
            indents.removeLast()
            add(.dedent, limit, limit)
        }
        add(.end, limit, limit)
        return tokens
    }

    /// All words of a text that need be neither finished nor right: what cannot be read is passed over.
    mutating func tokenizeLoosely() -> [Token] {
        while index < limit {
            let start = index
            do throws(SyntaxFailure) {
                if isAtLineStart { try beginLine() } else { try next() }
            } catch {
                let wasAtLineStart = isAtLineStart
                isAtLineStart = false
                if wasAtLineStart { continue }
                index = min(max(index, start + 1), limit)
                addUnreadable(from: start)
            }
        }
        return tokens
    }

    /// Adds what was passed over, if it is a bracket or a string.
    private mutating func addUnreadable(from start: Int) {
        if "([{)]}".utf8.contains(bytes[start]) {
            index = start + 1
            add(.symbol(String(UnicodeScalar(bytes[start]))), start, index)
        } else if let first = bytes[start..<index].first(where: { !isNameStart($0) }),
            first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        {
            add(.unfinishedString, start, index)
        }
    }

    /// Refuses what is not text.
    private func requireText() throws(SyntaxFailure) {
        if let zero = bytes[index..<limit].firstIndex(of: 0) {
            throw SyntaxFailure("source code cannot contain null bytes", at: Span(zero, zero + 1))
        }
        if let bad = firstInvalidUTF8(bytes[index..<limit]) {
            throw SyntaxFailure(
                "invalid UTF-8: byte 0x\(String(bytes[bad], radix: 16))", at: Span(bad, bad + 1),
                hint: "save the file as UTF-8")
        }
    }

    mutating func add(_ kind: Token.Kind, _ start: Int, _ end: Int) {
        tokens.append(Token(kind: kind, span: Span(start, end)))
    }

    func byte(_ offset: Int = 0) -> UInt8? { index + offset < limit ? bytes[index + offset] : nil }

    // MARK: Lines

    /// Reads the indentation of a new line and opens or closes blocks.
    private mutating func beginLine() throws(SyntaxFailure) {
        let start = index
        var column = 0
        while let byte = byte() {
            if byte == UInt8(ascii: " ") {
                column += 1
            } else if byte == UInt8(ascii: "\t") {
                column = (column / 8 + 1) * 8
            } else if byte == 0x0C {
                column = 0
            } else {
                break
            }
            index += 1
        }
        guard let first = byte() else { return }
        if first == UInt8(ascii: "\n") || first == UInt8(ascii: "\r") {
            index += 1
            return
        }
        if first == UInt8(ascii: "#") { return skipComment() }
        if readsShellLines, let line = shellLine() { return takeShellLine(line) }
        isAtLineStart = false
        try setIndent(column, start)
    }

    private mutating func setIndent(_ column: Int, _ start: Int) throws(SyntaxFailure) {
        let current = indents[indents.count - 1]
        let opensBlock = lastLineEndsWithColon
        defer { hasSeenLine = true }
        if column > current {
            if opensBlock {
                indents.append(column)
                add(.indent, start, index)
            } else if indents.count == 1 {
                // A paste keeps the indentation it had on its page.
                indents[0] = column
            } else {
                throw SyntaxFailure("unexpected indent", at: Span(start, index), className: "IndentationError")
            }
        } else if column < current {
            while indents.count > 1, indents[indents.count - 1] > column {
                indents.removeLast()
                add(.dedent, index, index)
            }
            if indents[indents.count - 1] > column {
                indents[0] = column
            } else if indents[indents.count - 1] < column {
                throw SyntaxFailure(
                    "unindent does not match any outer indentation level", at: Span(start, index),
                    className: "IndentationError")
            }
        }
    }

    private var lastLineEndsWithColon: Bool {
        tokens.count > 1 && tokens[tokens.count - 1].kind == .newline && tokens[tokens.count - 2].kind == .symbol(":")
    }

    private mutating func skipComment() {
        while let byte = byte(), byte != UInt8(ascii: "\n") {
            _ = byte
            index += 1
        }
    }

    private mutating func takeShellLine(_ line: String) {
        let start = index
        skipComment()
        while indents.count > 1 {
            indents.removeLast()
            add(.dedent, start, start)
        }
        add(.shellLine(line), start, index)
        add(.newline, index, index)
    }

    /// The rest of the line, if it is one for the shell: `%…`, `?…`, `!…`, or a name followed by `?`.
    private func shellLine() -> String? {
        var end = index
        while end < limit, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        var line = String(decoding: bytes[index..<end], as: UTF8.self)
        while line.last?.isWhitespace == true { line.removeLast() }
        if line.hasPrefix("%") || line.hasPrefix("?") || line.hasPrefix("!") { return line }
        guard line.hasSuffix("?") else { return nil }
        var name = line
        while name.hasSuffix("?") { name.removeLast() }
        let isName =
            !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "%" }
        return isName ? line : nil
    }

    // MARK: Tokens

    private mutating func next() throws(SyntaxFailure) {
        guard let byte = byte() else { return }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0C: index += 1
        case UInt8(ascii: "\n"): endLine()
        case UInt8(ascii: "#"): skipComment()
        case UInt8(ascii: "\\"): try continueLine()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: ".") where self.byte(1).map(isDigit) == true: try number()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try string(prefix: "")
        default:
            if isNameStart(byte) { try name() } else { try symbol() }
        }
    }

    private mutating func endLine() {
        if brackets.isEmpty {
            if let last = tokens.last, last.kind != .newline, last.kind != .indent, last.kind != .dedent {
                add(.newline, index, index + 1)
            }
            isAtLineStart = true
        }
        index += 1
    }

    private mutating func continueLine() throws(SyntaxFailure) {
        var after = index + 1
        if after < limit, bytes[after] == UInt8(ascii: "\r") { after += 1 }
        if after >= limit {
            throw SyntaxFailure("unexpected end after '\\'", at: Span(index, index + 1), isIncomplete: true)
        }
        guard bytes[after] == UInt8(ascii: "\n") else {
            throw SyntaxFailure("unexpected character after line continuation character", at: Span(index, index + 1))
        }
        index = after + 1
        if index >= limit {
            throw SyntaxFailure("unexpected end after '\\'", at: Span(index - 1, index), isIncomplete: true)
        }
    }

    private mutating func name() throws(SyntaxFailure) {
        let start = index
        while let byte = byte(), isNameStart(byte) || isDigit(byte) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if let quote = byte(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), text.count <= 2,
            text.lowercased().allSatisfy({ "rbfu".contains($0) })
        {
            return try string(prefix: text.lowercased(), start: start)
        }
        if let bad = text.unicodeScalars.first(where: { $0.value > 127 && !$0.properties.isXIDContinue }) {
            let code = String(bad.value, radix: 16, uppercase: true)
            throw SyntaxFailure(
                "invalid character '\(bad)' (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))",
                at: Span(start, index), hint: lookalike(bad))
        }
        add(Keywords.all.contains(text) ? .keyword(text) : .name(text), start, index)
    }

    /// The ASCII character that a full-width or typographic one was meant to be.
    private func lookalike(_ scalar: UnicodeScalar) -> String? {
        let pairs: [UnicodeScalar: String] = [
            "（": "(", "）": ")", "，": ",", "：": ":", "“": "\"", "”": "\"", "‘": "'", "’": "'", "＝": "=", "；": ";",
            "【": "[", "】": "]", "–": "-", "—": "-", "×": "*", "−": "-",
        ]
        return pairs[scalar].map { "did you mean '\($0)'?" }
    }

    private mutating func symbol() throws(SyntaxFailure) {
        let start = index
        for length in [3, 2, 1] where start + length <= limit {
            let text = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
            guard Lexer.symbols.contains(text) else { continue }
            index += length
            try trackBrackets(bytes[start], length, start)
            return add(.symbol(text), start, index)
        }
        let shown = Character(UnicodeScalar(bytes[start]))
        throw SyntaxFailure(
            shown == "!" || shown == "$" || shown == "?" || shown == "`"
                ? "invalid syntax: '\(shown)' means nothing here" : "invalid character '\(shown)'",
            at: Span(start, start + 1))
    }

    private mutating func trackBrackets(_ byte: UInt8, _ length: Int, _ start: Int) throws(SyntaxFailure) {
        guard length == 1 else { return }
        let pairs: [UInt8: UInt8] = [
            UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "["),
            UInt8(ascii: "}"): UInt8(ascii: "{"),
        ]
        if "([{".utf8.contains(byte) {
            guard brackets.count < 200 else {
                throw SyntaxFailure("too many nested parentheses", at: Span(start, start + 1))
            }
            brackets.append((byte, start))
        } else if let opening = pairs[byte] {
            let shown = Character(UnicodeScalar(byte))
            guard let open = brackets.popLast() else {
                throw SyntaxFailure("unmatched '\(shown)'", at: Span(start, start + 1))
            }
            guard open.symbol == opening else {
                let other = Character(UnicodeScalar(open.symbol))
                throw SyntaxFailure(
                    "closing parenthesis '\(shown)' does not match opening parenthesis '\(other)'",
                    at: Span(start, start + 1))
            }
        }
    }

    private static let symbols: Set<String> = [
        "**=", "//=", ">>=", "<<=", "...", "->", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "==", "!=", "<=",
        ">=", "<<", ">>", "**", "//", ":=", "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[",
        "]", "{", "}", ",", ":", ".", ";", "=",
    ]
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isNameStart(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
        || byte == UInt8(ascii: "_") || byte >= 128
}

/// The index of the first byte that is not part of well-formed UTF-8; nil where all is well.
func firstInvalidUTF8(_ bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            continue
        }
        let length = lead >= 0xF0 && lead <= 0xF4 ? 4 : (lead >= 0xE0 ? 3 : 2)
        guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.endIndex,
            String(validating: bytes[index..<(index + length)], as: UTF8.self) != nil
        else { return index }
        index += length
    }
    return nil
}
