import PythonText

/// Formats by `%`, as in `"%d layers, %.2f" % (n, share)`.
enum PercentFormatter {
    static func format(_ template: String, _ arguments: Value) throws(RaisedError) -> String {
        var values = Arguments(arguments)
        var result = ""
        let scalars = Array(template.unicodeScalars)
        var rest = scalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "%" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            if rest.first == "%" {
                rest.removeFirst()
                result += "%"
                continue
            }
            let name = try key(&rest, values)
            var field = Field()
            while let flag = rest.first, "-+ #0".unicodeScalars.contains(flag) {
                field.flags.append(Character(flag))
                rest.removeFirst()
            }
            if let width = try number(&rest, &values) {
                field.width = Int(width.magnitude)
                if width < 0 { field.flags.append("-") }
            }
            if rest.first == "." {
                rest.removeFirst()
                field.precision = max(0, try number(&rest, &values) ?? 0)
            }
            if let length = rest.first, "hlL".unicodeScalars.contains(length) { rest.removeFirst() }
            guard let code = rest.popFirst() else { throw RaisedError(.valueError, "incomplete format") }
            let value: Value
            if let name { value = name } else { value = try values.next() }
            guard "diuoxXeEfFgGcrsa".unicodeScalars.contains(code) else {
                throw RaisedError(
                    .valueError,
                    "unsupported format character '\(code)' (0x\(String(code.value, radix: 16))) at index \(rest.startIndex - 1)"
                )
            }
            result += try field.format(value, Character(code))
            try requireText(result.utf8.count)
        }
        try values.finish()
        return result
    }

    /// The value that `%(name)` asks for; nil where no name is given.
    private static func key(
        _ rest: inout ArraySlice<UnicodeScalar>, _ values: Arguments
    ) throws(RaisedError) -> Value? {
        guard rest.first == "(" else { return nil }
        guard case .dict(let dict) = values.mapping else {
            throw RaisedError(.typeError, "format requires a mapping")
        }
        var depth = 0
        var key: [UnicodeScalar] = []
        repeat {
            guard let scalar = rest.popFirst() else { throw RaisedError(.valueError, "incomplete format key") }
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth -= 1 }
            key.append(scalar)
        } while depth > 0
        let name = Value.string(key.dropFirst().dropLast())
        guard let value = dict.entries[try HashKey(name)] else {
            throw RaisedError(ExceptionObject(.keyError, [name]))
        }
        return value
    }

    /// What stands to the right of the `%`.
    private struct Arguments {
        let mapping: Value
        private let values: [Value]
        private var used = 0

        init(_ arguments: Value) {
            mapping = arguments
            if case .tuple(let items) = arguments { values = items } else { values = [arguments] }
        }

        mutating func next() throws(RaisedError) -> Value {
            guard used < values.count else {
                throw RaisedError(.typeError, "not enough arguments for format string")
            }
            used += 1
            return values[used - 1]
        }

        func finish() throws(RaisedError) {
            if case .dict = mapping { return }
            // Lists and ranges are looked up by index, which makes them mappings to Python.
            if case .list = mapping, used == 0 { return }
            if case .range = mapping, used == 0 { return }
            guard used < values.count else { return }
            throw RaisedError(.typeError, "not all arguments converted during string formatting")
        }
    }

    /// A width or a precision: digits, or `*` for the next value.
    private static func number(
        _ rest: inout ArraySlice<UnicodeScalar>, _ values: inout Arguments
    ) throws(RaisedError) -> Int? {
        if rest.first == "*" {
            rest.removeFirst()
            guard case .int(let number)? = Number(try values.next()) else {
                throw RaisedError(.typeError, "* wants int")
            }
            return min(max(number, -mostColumns), mostColumns)
        }
        var value: Int?
        while let digit = rest.first, digit.value >= 48, digit.value < 58 {
            value = min((value ?? 0) * 10 + Int(digit.value - 48), mostColumns)
            rest.removeFirst()
        }
        return value
    }

    /// Columns beyond which a width is not followed.
    private static let mostColumns = 1_000_000

    /// One `%…` of a template.
    private struct Field {
        var flags: [Character] = []
        var width = 0
        var precision: Int?

        func format(_ value: Value, _ code: Character) throws(RaisedError) -> String {
            switch code {
            case _ where value.isAbsent: return padded(value.str, allowsZeros: false)
            case "s", "r", "a":
                try value.requirePrintable()
                let text = code == "s" ? value.str : (code == "r" ? value.repr : value.ascii)
                return padded(precision.map { String(text.unicodeScalars.prefix($0)) } ?? text, allowsZeros: false)
            case "c": return padded(try character(value), allowsZeros: false)
            case "d", "i", "u": return whole(try decimal(value, code), radix: 10, code)
            case "x", "X", "o": return whole(try exact(value, code), radix: code == "o" ? 8 : 16, code)
            default: return try real(value, code)
            }
        }

        private func character(_ value: Value) throws(RaisedError) -> String {
            switch value {
            case .string(let text) where text.unicodeScalars.count == 1: return text
            case .int, .bool, .big:
                guard let code = Number(value)?.exactInt, code >= 0, let scalar = UnicodeScalar(UInt32(clamping: code))
                else { throw RaisedError(.overflowError, "%c arg not in range(0x110000)") }
                return String(scalar)
            default: throw RaisedError(.typeError, "%c requires int or char")
            }
        }

        private func whole(_ number: BigInt, radix: Int, _ code: Character) -> String {
            var digits = number.magnitudeText(radix: radix, uppercase: code == "X")
            if let precision { digits = String(repeating: "0", count: max(0, precision - digits.count)) + digits }
            let prefix = flags.contains("#") && radix != 10 ? "0\(code)" : ""
            return padded(signed((number.isNegative ? "-" : "") + prefix + digits), allowsZeros: true)
        }

        private func real(_ value: Value, _ code: Character) throws(RaisedError) -> String {
            let number = try double(value)
            let lower = Character(code.lowercased())
            let digits = precision.map { lower == "g" ? max(1, $0) : $0 } ?? 6
            var text =
                lower == "g"
                ? CFormat.general(number, precision: digits, keepsZeros: flags.contains("#"))
                : CFormat.float(number, lower, precision: digits)
            if flags.contains("#"), lower == "f", digits == 0, number.isFinite { text += "." }
            return padded(signed(code.isUppercase ? text.uppercased() : text), allowsZeros: true)
        }

        private func decimal(_ value: Value, _ code: Character) throws(RaisedError) -> BigInt {
            let plain = try PercentFormatter.plain(value, "an int")
            try plain.requirePrintable()
            guard let number = Number(plain) else {
                throw RaisedError(
                    .typeError, "%\(code) format: a real number is required, not \(value.typeName)")
            }
            guard case .float(let real) = number else { return number.whole ?? BigInt(0) }
            if real.isNaN { throw RaisedError(.valueError, "cannot convert float NaN to integer") }
            if real.isInfinite { throw RaisedError(.overflowError, "cannot convert float infinity to integer") }
            return BigInt(real)
        }

        private func exact(_ value: Value, _ code: Character) throws(RaisedError) -> BigInt {
            guard let number = Number(try PercentFormatter.plain(value, "an int"))?.whole else {
                throw RaisedError(.typeError, "%\(code) format: an integer is required, not \(value.typeName)")
            }
            return number
        }

        private func double(_ value: Value) throws(RaisedError) -> Double {
            guard let number = Number(try PercentFormatter.plain(value, "a float")) else {
                throw RaisedError(.typeError, "must be real number, not \(value.typeName)")
            }
            return try number.double()
        }

        private func signed(_ text: String) -> String {
            if text.hasPrefix("-") { return text }
            return (flags.contains("+") ? "+" : (flags.contains(" ") ? " " : "")) + text
        }

        private func padded(_ text: String, allowsZeros: Bool) -> String {
            let missing = max(0, width - text.unicodeScalars.count)
            if flags.contains("-") { return text + String(repeating: " ", count: missing) }
            guard allowsZeros, flags.contains("0") else { return String(repeating: " ", count: missing) + text }
            var sign = text.prefix { $0 == "-" || $0 == "+" || $0 == " " }
            let mark = text.dropFirst(sign.count).prefix(2).lowercased()
            if flags.contains("#"), mark == "0x" || mark == "0o" { sign = text.prefix(sign.count + 2) }
            return sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count)
        }
    }

    /// A host object that is a number, as that number.
    private static func plain(_ value: Value, _ type: String) throws(RaisedError) -> Value {
        if case .host(let object) = value, let number = try object.number(convertedTo: type) { return number }
        return value
    }
}
