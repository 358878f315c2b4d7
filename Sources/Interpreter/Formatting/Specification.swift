import PythonText

/// A format specification, taken apart: `[[fill]align][sign][z][#][0][width][,][.precision][type]`.
struct Specification {
    private let typeName: String
    private var fill: UnicodeScalar = " "
    private var alignment: UnicodeScalar?
    private var sign: UnicodeScalar?
    private var clearsNegativeZero = false
    private var isAlternate = false
    private var width = 0
    private var grouping: UnicodeScalar?
    private var precision: Int?
    private(set) var type: UnicodeScalar?

    init(_ text: String, typeName: String) throws(RaisedError) {
        self.typeName = typeName
        var rest = Array(text.unicodeScalars)[...]
        let alignments = "<>=^".unicodeScalars
        if rest.count > 1, alignments.contains(rest[rest.startIndex + 1]) {
            fill = rest.removeFirst()
            alignment = rest.removeFirst()
        } else if let first = rest.first, alignments.contains(first) {
            alignment = rest.removeFirst()
        }
        if let first = rest.first, "+- ".unicodeScalars.contains(first) { sign = rest.removeFirst() }
        if rest.first == "z" {
            clearsNegativeZero = true
            rest.removeFirst()
        }
        if rest.first == "#" {
            isAlternate = true
            rest.removeFirst()
        }
        if rest.first == "0", fill == " " || alignment == nil {
            rest.removeFirst()
            if alignment == nil {
                fill = "0"
                if typeName != "str" { alignment = "=" }
            } else {
                fill = "0"
            }
        }
        width = try Specification.number(&rest) ?? 0
        guard width <= largestText else {
            throw RaisedError(.memoryError, "a field of \(width) columns does not fit in memory")
        }
        try readGrouping(&rest)
        if rest.first == "." {
            rest.removeFirst()
            guard let digits = try Specification.number(&rest) else {
                throw RaisedError(.valueError, "Format specifier missing precision")
            }
            precision = digits
        }
        if rest.count > 1 {
            throw RaisedError(.valueError, "Invalid format specifier '\(text)' for object of type '\(typeName)'")
        }
        type = rest.first
        try checkGrouping()
    }

    private mutating func readGrouping(_ rest: inout ArraySlice<UnicodeScalar>) throws(RaisedError) {
        while let mark = rest.first, mark == "," || mark == "_" {
            if let grouping {
                throw RaisedError(
                    .valueError,
                    grouping == mark ? "Cannot specify '\(mark)' with '\(mark)'." : "Cannot specify both ',' and '_'.")
            }
            grouping = rest.removeFirst()
        }
    }

    private func checkGrouping() throws(RaisedError) {
        guard let grouping else { return }
        let usual = typeName == "str" ? "s" : nil as UnicodeScalar?
        guard let type = type ?? usual else { return }
        let allowed = grouping == "," ? "deEfFgG%" : "deEfFgG%bxXo"
        guard !allowed.unicodeScalars.contains(type) else { return }
        throw RaisedError(.valueError, "Cannot specify '\(grouping)' with '\(type)'.")
    }

    private static func number(_ rest: inout ArraySlice<UnicodeScalar>) throws(RaisedError) -> Int? {
        var value: Int?
        while let digit = rest.first?.value, digit >= 48, digit < 58 {
            value = (value ?? 0) * 10 + Int(digit - 48)
            guard value ?? 0 <= 100_000_000 else {
                throw RaisedError(.valueError, "Too many decimal digits in format string")
            }
            rest.removeFirst()
        }
        return value
    }

    private func unknownType() -> RaisedError {
        RaisedError(.valueError, "Unknown format code '\(type ?? " ")' for object of type '\(typeName)'")
    }

    // MARK: Text

    func text(_ text: String) throws(RaisedError) -> String {
        guard type == nil || type == "s" else { throw unknownType() }
        if let sign {
            throw RaisedError(
                .valueError,
                sign == " "
                    ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier")
        }
        if clearsNegativeZero {
            throw RaisedError(.valueError, "Negative zero coercion (z) not allowed in string format specifier")
        }
        if isAlternate {
            throw RaisedError(.valueError, "Alternate form (#) not allowed in string format specifier")
        }
        if alignment == "=" {
            throw RaisedError(.valueError, "'=' alignment not allowed in string format specifier")
        }
        return padded(precision.map { String(text.unicodeScalars.prefix($0)) } ?? text, sign: "", usual: "<")
    }

    // MARK: Whole numbers

    func integer(_ number: BigInt) throws(RaisedError) -> String {
        let radix: Int
        switch type {
        case nil, "d", "n": radix = 10
        case "b": radix = 2
        case "o": radix = 8
        case "x", "X": radix = 16
        case "c": return try character(number)
        case "e", "E", "f", "F", "g", "G", "%": return try float(try Number.big(number).double())
        default: throw unknownType()
        }
        if precision != nil {
            throw RaisedError(.valueError, "Precision not allowed in integer format specifier")
        }
        if clearsNegativeZero {
            throw RaisedError(.valueError, "Negative zero coercion (z) not allowed in integer format specifier")
        }
        if radix == 10 { try Value(number).requirePrintable() }
        let digits = number.magnitudeText(radix: radix, uppercase: type == "X")
        let prefix = isAlternate && radix != 10 ? "0\(type ?? "x")" : ""
        return signed(digits, prefix: prefix, number.isNegative, groups: radix == 10 ? 3 : 4)
    }

    private func character(_ number: BigInt) throws(RaisedError) -> String {
        if precision != nil {
            throw RaisedError(.valueError, "Precision not allowed in integer format specifier")
        }
        if sign != nil { throw RaisedError(.valueError, "Sign not allowed with integer format specifier 'c'") }
        if isAlternate {
            throw RaisedError(.valueError, "Alternate form (#) not allowed with integer format specifier 'c'")
        }
        guard let code = number.int else {
            throw RaisedError(.overflowError, "Python int too large to convert to C long")
        }
        guard code >= 0, let scalar = UnicodeScalar(UInt32(clamping: code)) else {
            throw RaisedError(.overflowError, "%c arg not in range(0x110000)")
        }
        return padded(String(scalar), sign: "", usual: ">")
    }

    // MARK: Floats

    func float(_ value: Double) throws(RaisedError) -> String {
        if let precision, precision > Int32.max { throw RaisedError(.valueError, "precision too big") }
        let magnitude = value.magnitude
        var digits: String
        switch type {
        case nil:
            digits = precision.map { shortest(magnitude, $0) } ?? PythonNumber.describe(magnitude)
        case "f", "F": digits = fixed(magnitude, precision ?? 6)
        case "e", "E": digits = scientific(magnitude, precision ?? 6)
        case "g", "G", "n": digits = general(magnitude, max(1, precision ?? 6))
        case "%": digits = fixed(magnitude * 100, precision ?? 6) + "%"
        default: throw unknownType()
        }
        if type == "E" || type == "G" || type == "F" { digits = digits.uppercased() }
        var isNegative = value.sign == .minus && !value.isNaN
        if clearsNegativeZero, !digits.contains(where: { $0 >= "1" && $0 <= "9" }), value.isFinite {
            isNegative = false
        }
        return signed(digits, prefix: "", isNegative, groups: 3)
    }

    private func fixed(_ value: Double, _ precision: Int) -> String {
        let text = CFormat.float(value, "f", precision: precision)
        return isAlternate && precision == 0 && value.isFinite ? text + "." : text
    }

    private func scientific(_ value: Double, _ precision: Int) -> String {
        let text = CFormat.float(value, "e", precision: precision)
        guard isAlternate, precision == 0, value.isFinite, let mark = text.firstIndex(of: "e") else { return text }
        return text[..<mark] + "." + text[mark...]
    }

    private func general(_ value: Double, _ precision: Int) -> String {
        CFormat.general(value, precision: precision, keepsZeros: isAlternate)
    }

    /// A float with a precision but without a type: as `g`, with at least one digit after the point.
    private func shortest(_ value: Double, _ precision: Int) -> String {
        let digits = max(1, precision)
        guard value.isFinite, value != 0 else { return value == 0 ? "0.0" : general(value, digits) }
        let scientific = CFormat.float(value, "e", precision: digits - 1)
        guard let mark = scientific.firstIndex(of: "e"),
            let exponent = Int(scientific[scientific.index(after: mark)...])
        else { return scientific }
        let text = general(value, digits)
        // The style changes one power of ten earlier than with `g`.
        if exponent == digits - 1 {
            var mantissa = String(scientific[..<mark])
            if mantissa.contains("."), !isAlternate {
                while mantissa.hasSuffix("0") { mantissa.removeLast() }
                if mantissa.hasSuffix(".") { mantissa.removeLast() }
            }
            return mantissa + scientific[mark...]
        }
        return text.contains(".") || text.contains("e") ? text : text + ".0"
    }

    // MARK: Signs, groups and filling

    private func signed(_ digits: String, prefix: String, _ isNegative: Bool, groups: Int) -> String {
        let mark = isNegative ? "-" : (sign == nil || sign == "-" ? "" : String(sign ?? " "))
        let whole = digits.prefix { $0.isHexDigit }
        // A float's exponent is not grouped.
        let isPlain = digits.first?.isHexDigit == true && !(groups == 3 && digits.first?.isLetter == true)
        guard let grouping, isPlain else {
            return padded(digits, sign: mark + prefix, usual: ">")
        }
        let leading = groups == 3 ? digits.prefix { $0.isNumber } : whole
        let rest = digits.dropFirst(leading.count)
        var count = leading.count
        if fill == "0", alignment == "=" {
            // Zeros are grouped too, as many as fill the width.
            let room = width - mark.count - prefix.count - rest.count
            while count + (count - 1) / groups < room { count += 1 }
        }
        let filled = String(repeating: "0", count: count - leading.count) + leading
        var result = ""
        for (index, digit) in filled.enumerated() {
            if index > 0, (count - index) % groups == 0 { result.unicodeScalars.append(grouping) }
            result.append(digit)
        }
        return padded(result + rest, sign: mark + prefix, usual: ">")
    }

    private func padded(_ text: String, sign: String, usual: UnicodeScalar) -> String {
        let missing = max(0, width - text.unicodeScalars.count - sign.count)
        func filling(_ count: Int) -> String { String(repeatElement(fill, count: count)) }
        switch alignment ?? usual {
        case "<": return sign + text + filling(missing)
        case "^": return filling(missing / 2) + sign + text + filling(missing - missing / 2)
        case "=": return sign + filling(missing) + text
        default: return filling(missing) + sign + text
        }
    }
}
