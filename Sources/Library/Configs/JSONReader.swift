import Interpreter

/// Reads JSON text into values of the language, as Python's `json.loads` does.
///
/// Source: RFC 8259, with Python's NaN, Infinity and -Infinity; the messages are those of CPython's decoder.
struct JSONReader {
    private let text: [Unicode.Scalar]
    private var place = 0
    /// Lists within lists beyond this depth are refused, as CPython's recursion limit does.
    private static let depthLimit = 900

    private init(_ text: String) { self.text = Array(text.unicodeScalars) }

    /// The value of a JSON text.
    /// - Throws: JSONDecodeError, a ValueError, where the text is not JSON.
    static func value(of text: String, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        var reader = JSONReader(text)
        reader.skipSpace()
        let value = try reader.value(depth: 0, interpreter)
        reader.skipSpace()
        guard reader.place == reader.text.count else { throw reader.error("Extra data", at: reader.place) }
        return value
    }

    private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

    private mutating func skipSpace() {
        while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" { place += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard text[place...].starts(with: scalars) else { return false }
        place += scalars.count
        return true
    }

    private mutating func value(depth: Int, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        guard depth < JSONReader.depthLimit else {
            throw RaisedError(.recursionError, "maximum recursion depth exceeded while decoding JSON")
        }
        try interpreter.checkInterrupt()
        switch next {
        case "{": return try object(depth: depth, interpreter)
        case "[": return try list(depth: depth, interpreter)
        case "\"":
            place += 1
            return .string(try string())
        default: break
        }
        for (word, value) in JSONReader.words where takeWord(word) { return value }
        return try number()
    }

    private static var words: [(String, Value)] {
        [
            ("null", .none), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .float(.nan)),
            ("Infinity", .float(.infinity)), ("-Infinity", .float(-.infinity)),
        ]
    }

    private mutating func list(depth: Int, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        place += 1
        let list = ListObject()
        skipSpace()
        if take("]") { return .list(list) }
        while true {
            skipSpace()
            list.items.append(try value(depth: depth + 1, interpreter))
            skipSpace()
            if take("]") { return .list(list) }
            guard take(",") else { throw error("Expecting ',' delimiter", at: place) }
        }
    }

    private mutating func object(depth: Int, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        place += 1
        let dict = DictObject()
        skipSpace()
        if take("}") { return .dict(dict) }
        while true {
            skipSpace()
            guard take("\"") else {
                throw error("Expecting property name enclosed in double quotes", at: place)
            }
            let key = try string()
            skipSpace()
            guard take(":") else { throw error("Expecting ':' delimiter", at: place) }
            skipSpace()
            dict.entries[HashKey(key)] = try value(depth: depth + 1, interpreter)
            skipSpace()
            if take("}") { return .dict(dict) }
            guard take(",") else { throw error("Expecting ',' delimiter", at: place) }
        }
    }

    /// The string that begins after a quote.
    private mutating func string() throws(RaisedError) -> String {
        let start = place - 1
        var result = String.UnicodeScalarView()
        while let scalar = next {
            place += 1
            switch scalar {
            case "\"": return String(result)
            case "\\": result.append(try escape(from: start))
            case let scalar where scalar.value < 0x20: throw error("Invalid control character at", at: place - 1)
            default: result.append(scalar)
            }
        }
        throw error("Unterminated string starting at", at: start)
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{c}", "n": "\n", "r": "\r", "t": "\t",
    ]

    private mutating func escape(from start: Int) throws(RaisedError) -> Unicode.Scalar {
        guard let letter = next else { throw error("Unterminated string starting at", at: start) }
        place += 1
        if let scalar = JSONReader.escapes[letter] { return scalar }
        guard letter == "u" else { throw error("Invalid \\escape", at: place - 2) }
        var code = try unit()
        // Two units stand for one scalar above 0xFFFF.
        if code >> 10 == 0x36, next == "\\", place + 1 < text.count, text[place + 1] == "u" {
            let before = place
            place += 2
            let low = try unit()
            if low >> 10 == 0x37 {
                code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
            } else {
                place = before
            }
        }
        // Half of a pair has no place in a string of scalars.
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(RaisedError) -> UInt32 {
        let digits = text[place...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ $0.properties.isASCIIHexDigit }),
            let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        else { throw error("Invalid \\uXXXX escape", at: place - 1) }
        place += 4
        return code
    }

    private mutating func number() throws(RaisedError) -> Value {
        let start = place
        _ = take("-")
        let whole = digits()
        guard !whole.isEmpty, whole.count == 1 || whole.first != "0" else {
            // A zero stands alone before other digits.
            guard whole.first == "0" else {
                place = start
                throw error("Expecting value", at: start)
            }
            place -= whole.count - 1
            return .int(0)
        }
        var isFloat = false
        let afterWhole = place
        if take(".") {
            if digits().isEmpty { place = afterWhole } else { isFloat = true }
        }
        let beforeExponent = place
        if take("e") || take("E") {
            if !take("-") { _ = take("+") }
            if digits().isEmpty { place = beforeExponent } else { isFloat = true }
        }
        let word = String(String.UnicodeScalarView(text[start..<place]))
        if isFloat { return .float(Double(word) ?? .nan) }
        if let number = Int(word) { return .int(number) }
        guard whole.count <= 4300 else {
            throw RaisedError(.valueError, "Exceeds the limit (4300 digits) for integer string conversion")
        }
        return BigInt(word).map(Value.big) ?? .none
    }

    private mutating func digits() -> ArraySlice<Unicode.Scalar> {
        let start = place
        while let scalar = next, ("0"..."9").contains(scalar) { place += 1 }
        return text[start..<place]
    }

    /// A fault, with its line and column, counted from 1.
    private func error(_ message: String, at place: Int) -> RaisedError {
        let before = text[..<place]
        let line = before.count { $0 == "\n" } + 1
        let column = place - (before.lastIndex(of: "\n") ?? -1)
        return RaisedError(.jsonDecodeError, "\(message): line \(line) column \(column) (char \(place))")
    }
}

extension ExceptionType {
    /// Python's `json.JSONDecodeError`.
    static let jsonDecodeError = TypeObject(
        "JSONDecodeError", module: "json.decoder", "A text that is not JSON.", bases: [.valueError])
}
