/// Conversions between numbers and text, as `int` and `float` do them.
enum Conversion {
    static func int(_ value: Value, base: Int?) throws(RaisedError) -> Value {
        if let base {
            if case .bytes(let bytes) = value { return try int(latin(bytes), base: base, shown: value) }
            guard case .string(let text) = value else {
                throw RaisedError(.typeError, "int() can't convert non-string with explicit base")
            }
            return try int(text, base: base)
        }
        switch value {
        case .int, .big: return value
        case .bool(let truth): return .int(truth ? 1 : 0)
        case .float(let number):
            if number.isNaN { throw RaisedError(.valueError, "cannot convert float NaN to integer") }
            if number.isInfinite { throw RaisedError(.overflowError, "cannot convert float infinity to integer") }
            return Value(BigInt(number))
        case .string(let text): return try int(text, base: 10)
        case .bytes(let bytes): return try int(latin(bytes), base: 10, shown: value)
        case .host(let object):
            if let number = try object.number(convertedTo: "an int") { return try int(number, base: nil) }
        default: break
        }
        throw RaisedError(
            .typeError,
            "int() argument must be a string, a bytes-like object or a real number, not '\(value.typeName)'")
    }

    /// Digits beyond which CPython refuses to convert between decimal text and whole numbers.
    static let digitLimit = 4300

    /// - Parameter shown: the text in errors, where it was bytes.
    private static func int(_ text: String, base: Int, shown: Value? = nil) throws(RaisedError) -> Value {
        guard base == 0 || (2...36).contains(base) else {
            throw RaisedError(.valueError, "int() base must be >= 2 and <= 36, or 0")
        }
        let invalid = RaisedError(
            .valueError, "invalid literal for int() with base \(base): \((shown ?? .string(text)).repr)")
        var digits = asciiDigits(trimmed(text))[...]
        let isNegative = digits.hasPrefix("-")
        if isNegative || digits.hasPrefix("+") { digits = digits.dropFirst() }
        var radix = base
        for (prefix, own) in [("0x", 16), ("0o", 8), ("0b", 2)] where base == own || base == 0 {
            guard digits.lowercased().hasPrefix(prefix) else { continue }
            radix = own
            digits = digits.dropFirst(2)
            if digits.hasPrefix("_") { digits = digits.dropFirst() }
        }
        guard !digits.hasPrefix("_"), !digits.hasSuffix("_"), !digits.contains("__") else { throw invalid }
        let plain = digits.filter { $0 != "_" }
        if radix == 0 {
            guard !plain.hasPrefix("0") || plain.allSatisfy({ $0 == "0" }) else { throw invalid }
            radix = 10
        }
        guard radix.nonzeroBitCount == 1 || plain.utf8.count <= digitLimit else {
            throw RaisedError(
                .valueError,
                "Exceeds the limit (\(digitLimit) digits) for integer string conversion: value has \(plain.utf8.count) digits; use sys.set_int_max_str_digits() to increase the limit"
            )
        }
        guard plain.utf8.count <= 1 << 16 else { throw RaisedError(.memoryError, "the integer would be too large") }
        guard let number = BigInt(digits: String(plain), radix: radix) else { throw invalid }
        return Value(isNegative ? -number : number)
    }

    /// The text with decimal digits of other scripts as ASCII ones.
    private static func asciiDigits(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 128 }) { return text }
        return String(
            text.unicodeScalars.map { scalar in
                guard scalar.properties.generalCategory == .decimalNumber, let digit = scalar.properties.numericValue
                else { return scalar }
                return UnicodeScalar(UInt8(48 + digit))
            })
    }

    static func float(_ value: Value) throws(RaisedError) -> Double {
        switch value {
        case .host(let object):
            if let number = try object.number(convertedTo: "a float") { return try float(number) }
        case .bytes(let bytes):
            if let number = double(trimmed(latin(bytes)).lowercased()) { return number }
            throw RaisedError(.valueError, "could not convert string to float: \(value.repr)")
        case .string(let text):
            if let number = double(asciiDigits(trimmed(text)).lowercased()) { return number }
            throw RaisedError(.valueError, "could not convert string to float: \(Value.string(text).repr)")
        default:
            if let number = Number(value) { return try number.double() }
        }
        throw RaisedError(
            .typeError, "float() argument must be a string or a real number, not '\(value.typeName)'")
    }

    /// Bytes as characters of the same numbers.
    private static func latin(_ bytes: [UInt8]) -> String { String(bytes.map { UnicodeScalar($0) }) }

    /// A float in Python's notation; nil where it is none.
    private static func double(_ word: String) -> Double? {
        let unsigned = word.hasPrefix("-") || word.hasPrefix("+") ? String(word.dropFirst()) : word
        let sign: Double = word.hasPrefix("-") ? -1 : 1
        switch unsigned {
        case "nan": return .nan
        case "inf", "infinity": return sign * .infinity
        default: break
        }
        var (digits, before) = ("", UInt8(0))
        for byte in unsigned.utf8 {
            let isDigit = byte >= 48 && byte <= 57
            if byte == UInt8(ascii: "_") {
                guard before >= 48, before <= 57 else { return nil }
            } else {
                if before == UInt8(ascii: "_"), !isDigit { return nil }
                guard isDigit || ".+-e".utf8.contains(byte) else { return nil }
                // Swift wants a digit on both sides of the point.
                if before == UInt8(ascii: "."), byte == UInt8(ascii: "e"), digits != "." { digits += "0" }
                digits.unicodeScalars.append(UnicodeScalar(byte))
            }
            before = byte
        }
        guard before != UInt8(ascii: "_"), digits != "." else { return nil }
        if digits.hasPrefix(".") { digits = "0" + digits }
        if digits.hasSuffix(".") { digits += "0" }
        guard digits.utf8.first.map({ $0 >= 48 && $0 <= 57 }) == true else { return nil }
        return Double(digits).map { $0 * sign }
    }

    /// A float from its digits in base 16.
    static func float(hexadecimal text: String) throws(RaisedError) -> Value {
        let word = trimmed(text).lowercased()
        let body = word.contains("0x") ? word : word.replacingSign(with: "0x")
        guard let number = Double(body.contains("p") ? body : body + "p0") else {
            throw RaisedError(.valueError, "invalid hexadecimal floating-point string")
        }
        return .float(number)
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text.unicodeScalars[...].drop(while: \.isPythonSpace)
        while rest.last?.isPythonSpace == true { rest.removeLast() }
        return String(rest)
    }
}

extension String {
    /// The text with a prefix after its sign.
    fileprivate func replacingSign(with prefix: String) -> String {
        hasPrefix("-") ? "-" + prefix + dropFirst() : prefix + self
    }
}

extension Value {
    /// Refuses to write a whole number of more decimal digits than CPython writes.
    func requirePrintable() throws(RaisedError) {
        // A decimal digit is at least 3.32 bits.
        guard case .big(let number) = self, number.bitWidth > 14280, number.description.utf8.count > 4301 else {
            return
        }
        throw RaisedError(
            .valueError,
            "Exceeds the limit (\(Conversion.digitLimit) digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
        )
    }
}
