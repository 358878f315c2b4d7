import PythonText

/// Formats by `%`, as in `"%d layers, %.2f" % (n, share)`.
enum PercentFormatter {
    static func format(_ template: String, _ arguments: Value) throws(RaisedError) -> String {
        var values: [Value]
        if case .tuple(let items) = arguments { values = items } else { values = [arguments] }
        var isMapping = false
        var result = ""
        var rest = Array(template.unicodeScalars)[...]
        var used = 0
        func next() throws(RaisedError) -> Value {
            guard used < values.count else { throw RaisedError(.typeError, "not enough arguments for format string") }
            used += 1
            return values[used - 1]
        }
        while let scalar = rest.popFirst() {
            guard scalar == "%" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            var named: Value?
            if rest.first == "(" {
                isMapping = true
                let key = rest.dropFirst().prefix { $0 != ")" }
                rest = rest.dropFirst(key.count + 2)
                guard case .dict(let dict) = arguments else {
                    throw RaisedError(.typeError, "format requires a mapping")
                }
                let name = Value.string(String(String.UnicodeScalarView(key)))
                guard let value = dict.entries[try HashKey(name)] else {
                    throw RaisedError(ExceptionObject(.keyError, [name]))
                }
                named = value
            }
            var field = Field()
            while let flag = rest.first, "-+ #0".unicodeScalars.contains(flag) {
                field.flags.append(Character(flag))
                rest.removeFirst()
            }
            if rest.first == "*" {
                rest.removeFirst()
                guard case .int(let width) = try next() else { throw RaisedError(.typeError, "* wants int") }
                field.width = min(width.magnitude < 1_000_000 ? Int(width.magnitude) : 1_000_000, 1_000_000)
                if width < 0 { field.flags.append("-") }
            } else {
                field.width = number(&rest)
            }
            if rest.first == "." {
                rest.removeFirst()
                field.precision = number(&rest)
            }
            guard let code = rest.popFirst() else { throw RaisedError(.valueError, "incomplete format") }
            if code == "%" {
                result += "%"
                continue
            }
            let value: Value
            if let named { value = named } else { value = try next() }
            result += try field.format(value, Character(code))
        }
        if !isMapping, used < values.count {
            if case .dict = arguments { return result }
            throw RaisedError(.typeError, "not all arguments converted during string formatting")
        }
        return result
    }

    private static func number(_ rest: inout ArraySlice<UnicodeScalar>) -> Int {
        var value = 0
        while let digit = rest.first, digit.value >= 48, digit.value < 58 {
            value = min(value * 10 + Int(digit.value - 48), 1_000_000)
            rest.removeFirst()
        }
        return value
    }

    /// One `%…` of a template.
    private struct Field {
        var flags: [Character] = []
        var width = 0
        var precision: Int?

        func format(_ value: Value, _ code: Character) throws(RaisedError) -> String {
            switch code {
            case "s", "r", "a":
                let text = code == "s" ? value.str : value.repr
                return padded(precision.map { String(text.prefix($0)) } ?? text, allowsZeros: false)
            case "c":
                if case .int(let number) = value, let scalar = UnicodeScalar(UInt32(clamping: number)) {
                    return padded(String(scalar), allowsZeros: false)
                }
                return padded(value.str, allowsZeros: false)
            case "d", "i", "u": return try padded(signed(whole(value).description), allowsZeros: true)
            case "x", "X", "o":
                guard let number = try whole(value).int else {
                    throw RaisedError(.overflowError, "integer too large for this format")
                }
                let digits = String(number.magnitude, radix: code == "o" ? 8 : 16, uppercase: code == "X")
                let prefix = flags.contains("#") ? "0\(code)" : ""
                return padded(signed((number < 0 ? "-" : "") + prefix + digits), allowsZeros: true)
            case "f", "F", "e", "E", "g", "G":
                let number = try double(value)
                let lower = Character(code.lowercased())
                let digits = precision.map { lower == "g" ? max(1, $0) : $0 } ?? 6
                let text = CFormat.float(number, lower, precision: digits)
                return padded(signed(code.isUppercase ? text.uppercased() : text), allowsZeros: number.isFinite)
            default: throw RaisedError(.valueError, "unsupported format character '\(code)'")
            }
        }

        private func whole(_ value: Value) throws(RaisedError) -> BigInt {
            switch try PercentFormatter.plain(value) {
            case .int(let number): return BigInt(number)
            case .bool(let truth): return BigInt(truth ? 1 : 0)
            case .big(let number): return number
            case .float(let number) where number.isFinite: return BigInt(number)
            default: throw RaisedError(.typeError, "%d format: a real number is required, not \(value.typeName)")
            }
        }

        private func double(_ value: Value) throws(RaisedError) -> Double {
            guard let number = Number(try PercentFormatter.plain(value)) else {
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
            let sign = text.prefix { $0 == "-" || $0 == "+" || $0 == " " }
            return sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count)
        }
    }

    /// A host object that is a number, as that number.
    private static func plain(_ value: Value) throws(RaisedError) -> Value {
        if case .host(let object) = value, let number = try object.number() { return number }
        return value
    }
}
