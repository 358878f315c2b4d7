/// How text becomes bytes, and bytes text: an encoding, and what is done about what it does not know.
public struct TextCodec {
    private enum Encoding: String {
        case utf8 = "utf-8"
        case ascii
        case latin1 = "latin-1"
    }

    private let encoding: Encoding
    /// The name of what is done about errors: `strict`, `ignore`, `replace`, `backslashreplace`.
    private let errors: String

    /// - Throws: LookupError for an encoding that is not known.
    public init(_ name: String = "utf-8", errors: String = "strict") throws(RaisedError) {
        self.errors = errors
        switch name.lowercased().replacing("_", with: "-") {
        case "utf-8", "utf8", "u8": encoding = .utf8
        case "ascii", "us-ascii", "646": encoding = .ascii
        case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1", "8859": encoding = .latin1
        default: throw RaisedError(.lookupError, "unknown encoding: \(name)")
        }
    }

    /// The codec that the arguments `encoding` and `errors` name.
    init(_ arguments: Arguments) throws(RaisedError) {
        try self.init(
            arguments.given("encoding") == nil ? "utf-8" : arguments.string("encoding"),
            errors: arguments.given("errors") == nil ? "strict" : arguments.string("errors"))
    }

    // MARK: Bytes to text

    /// - Throws: UnicodeDecodeError for bytes that are no text.
    public func text(of bytes: [UInt8]) throws(RaisedError) -> String {
        if encoding == .latin1 { return String(bytes.map { UnicodeScalar($0) }) }
        var result = String.UnicodeScalarView()
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 128 {
                result.append(UnicodeScalar(byte))
                at += 1
            } else if encoding == .ascii {
                try replace(bytes, at..<at + 1, "ordinal not in range(128)", &result)
                at += 1
            } else {
                let (scalar, count, fault) = TextCodec.character(bytes, at)
                if let scalar { result.append(scalar) } else { try replace(bytes, at..<at + count, fault, &result) }
                at += count
            }
        }
        return String(result)
    }

    /// The character of several bytes at a place and how many they are, or how many are at fault.
    private static func character(_ bytes: [UInt8], _ at: Int) -> (UnicodeScalar?, Int, fault: String) {
        let first = bytes[at]
        let length: Int
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return (nil, 1, "invalid start byte")
        }
        var code = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            guard at + offset < bytes.count else { return (nil, offset, "unexpected end of data") }
            let byte = bytes[at + offset]
            var allowed: ClosedRange<UInt8> = 0x80...0xBF
            if offset == 1 {
                // Characters have one form only, and none of them is a surrogate.
                switch first {
                case 0xE0: allowed = 0xA0...0xBF
                case 0xED: allowed = 0x80...0x9F
                case 0xF0: allowed = 0x90...0xBF
                case 0xF4: allowed = 0x80...0x8F
                default: break
                }
            }
            guard allowed.contains(byte) else { return (nil, offset, "invalid continuation byte") }
            code = code << 6 | UInt32(byte & 0x3F)
        }
        return (UnicodeScalar(code), length, "")
    }

    private func replace(
        _ bytes: [UInt8], _ range: Range<Int>, _ fault: String, _ result: inout String.UnicodeScalarView
    ) throws(RaisedError) {
        switch errors {
        case "ignore": return
        case "replace": result.append("\u{FFFD}")
        case "backslashreplace": for byte in bytes[range] { result.append(contentsOf: escaped(UInt32(byte))) }
        case "strict":
            let what =
                range.count == 1
                ? "byte 0x\(hexadecimal(UInt32(bytes[range.lowerBound]), 2)) in position \(range.lowerBound)"
                : "bytes in position \(range.lowerBound)-\(range.upperBound - 1)"
            throw RaisedError(.unicodeDecodeError, "'\(encoding.rawValue)' codec can't decode \(what): \(fault)")
        default: throw RaisedError(.lookupError, "unknown error handler name '\(errors)'")
        }
    }

    // MARK: Text to bytes

    /// - Throws: UnicodeEncodeError for characters that the encoding lacks.
    public func bytes(of text: String) throws(RaisedError) -> [UInt8] {
        if encoding == .utf8 { return Array(text.utf8) }
        let limit: UInt32 = encoding == .ascii ? 128 : 256
        let scalars = Array(text.unicodeScalars)
        var result: [UInt8] = []
        var at = 0
        while at < scalars.count {
            var end = at
            while end < scalars.count, scalars[end].value >= limit { end += 1 }
            if end > at {
                try replace(scalars, at..<end, limit, &result)
                at = end
            } else {
                result.append(UInt8(scalars[at].value))
                at += 1
            }
        }
        return result
    }

    private func replace(
        _ scalars: [UnicodeScalar], _ range: Range<Int>, _ limit: UInt32, _ result: inout [UInt8]
    ) throws(RaisedError) {
        switch errors {
        case "ignore": return
        case "replace": result += range.map { _ in UInt8(ascii: "?") }
        case "backslashreplace": for scalar in scalars[range] { result += String(escaped(scalar.value)).utf8 }
        case "strict":
            let what =
                range.count == 1
                ? "character '\(String(escaped(scalars[range.lowerBound].value)))' in position \(range.lowerBound)"
                : "characters in position \(range.lowerBound)-\(range.upperBound - 1)"
            throw RaisedError(
                .unicodeEncodeError,
                "'\(encoding.rawValue)' codec can't encode \(what): ordinal not in range(\(limit))")
        default: throw RaisedError(.lookupError, "unknown error handler name '\(errors)'")
        }
    }

    private func escaped(_ code: UInt32) -> String.UnicodeScalarView {
        let (mark, width) = code < 0x100 ? ("x", 2) : (code < 0x10000 ? ("u", 4) : ("U", 8))
        return "\\\(mark)\(hexadecimal(code, width))".unicodeScalars
    }

    private func hexadecimal(_ code: UInt32, _ width: Int) -> String {
        let digits = String(code, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
