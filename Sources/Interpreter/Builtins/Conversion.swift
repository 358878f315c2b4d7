/// Conversions between numbers and text, as `int` and `float` do them.
enum Conversion {
    static func int(_ value: Value, base: Int?) throws(RaisedError) -> Value {
        if let base {
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
        case .host(let object):
            if let number = try object.number() { return try int(number, base: nil) }
        default: break
        }
        throw RaisedError(
            .typeError,
            "int() argument must be a string, a bytes-like object or a real number, not '\(value.typeName)'")
    }

    private static func int(_ text: String, base: Int) throws(RaisedError) -> Value {
        var digits = trimmed(text)
        let invalid = RaisedError(
            .valueError, "invalid literal for int() with base \(base): \(Value.string(text).repr)")
        guard base == 0 || (2...36).contains(base) else {
            throw RaisedError(.valueError, "int() base must be >= 2 and <= 36, or 0")
        }
        if digits.contains("_") {
            guard !digits.hasPrefix("_"), !digits.hasSuffix("_"), !digits.contains("__") else { throw invalid }
            digits = digits.filter { $0 != "_" }
        }
        let isNegative = digits.hasPrefix("-")
        let body = isNegative || digits.hasPrefix("+") ? String(digits.dropFirst()) : digits
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where base == radix || base == 0 {
            if body.lowercased().hasPrefix(prefix) {
                guard let number = Int(body.dropFirst(2), radix: radix) else { throw invalid }
                return .int(isNegative ? -number : number)
            }
        }
        if base == 10 || base == 0 {
            if let number = Int(digits) { return .int(number) }
            guard let big = BigInt(digits) else { throw invalid }
            return Value(big)
        }
        guard !body.hasPrefix("-"), !body.hasPrefix("+"), let number = Int(body, radix: base) else { throw invalid }
        return .int(isNegative ? -number : number)
    }

    static func float(_ value: Value) throws(RaisedError) -> Double {
        switch value {
        case .host(let object):
            if let number = try object.number() { return try float(number) }
        case .string(let text):
            let word = trimmed(text).lowercased().filter { $0 != "_" }
            switch word {
            case "nan", "+nan", "-nan": return .nan
            case "inf", "+inf", "infinity", "+infinity": return .infinity
            case "-inf", "-infinity": return -.infinity
            default: break
            }
            let isPlain = word.allSatisfy { $0.isNumber || ".+-e".contains($0) } && !word.isEmpty
            var digits = word.hasPrefix(".") ? "0" + word : word
            if digits.hasSuffix(".") { digits += "0" }
            digits = digits.replacingPointBeforeExponent
            if isPlain, let number = Double(digits) { return number }
            throw RaisedError(.valueError, "could not convert string to float: \(Value.string(text).repr)")
        default:
            if let number = Number(value) { return try number.double() }
        }
        throw RaisedError(
            .typeError, "float() argument must be a string or a real number, not '\(value.typeName)'")
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

extension String {
    /// `1.e5` as `1.0e5`, which Swift reads.
    fileprivate var replacingPointBeforeExponent: String {
        guard let mark = firstOccurrence(of: ".e") else { return self }
        let bytes = Array(utf8)
        return String(decoding: bytes[...mark], as: UTF8.self) + "0"
            + String(decoding: bytes[(mark + 1)...], as: UTF8.self)
    }
}
