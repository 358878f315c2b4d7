import PythonText

/// Formats values by Python's format specifications: `[[fill]align][sign][#][0][width][,][.precision][type]`.
enum Formatter {
    /// A value in a field of an f-string or of `str.format`.
    static func format(_ value: Value, _ conversion: Character?, _ specification: String) throws(RaisedError) -> String
    {
        if let conversion {
            return try format(.string(conversion == "s" ? value.str : value.repr), specification)
        }
        return try format(value, specification)
    }

    /// A value by a specification.
    static func format(_ value: Value, _ specification: String) throws(RaisedError) -> String {
        if specification.isEmpty { return value.str }
        if case .host(let object) = value {
            if let text = try object.format(specification) { return text }
            if let number = try object.number() { return try format(number, specification) }
        }
        let spec = try Specification(specification, typeName: value.typeName)
        switch value {
        case .string(let text): return try spec.text(text)
        case .int, .big: return try spec.integer(value)
        case .bool(let truth):
            return spec.type == nil ? try spec.text(value.str) : try spec.integer(.int(truth ? 1 : 0))
        case .float(let number): return try spec.float(number)
        default:
            throw RaisedError(.typeError, "unsupported format string passed to \(value.typeName).__format__")
        }
    }
}

/// A format specification, taken apart.
struct Specification {
    private let typeName: String
    private var fill: Character = " "
    private var alignment: Character?
    private var sign: Character = "-"
    private var isAlternate = false
    private var width = 0
    private var grouping: Character?
    private var precision: Int?
    private(set) var type: Character?

    init(_ text: String, typeName: String) throws(RaisedError) {
        self.typeName = typeName
        var rest = Array(text)[...]
        if rest.count > 1, "<>=^".contains(rest[rest.startIndex + 1]) {
            fill = rest.removeFirst()
            alignment = rest.removeFirst()
        } else if let first = rest.first, "<>=^".contains(first) {
            alignment = rest.removeFirst()
        }
        if let first = rest.first, "+- ".contains(first) { sign = rest.removeFirst() }
        if rest.first == "#" {
            isAlternate = true
            rest.removeFirst()
        }
        if rest.first == "0" {
            rest.removeFirst()
            if alignment == nil {
                fill = "0"
                alignment = "="
            }
        }
        width = try Specification.number(&rest) ?? 0
        if let mark = rest.first, mark == "," || mark == "_" { grouping = rest.removeFirst() }
        if rest.first == "." {
            rest.removeFirst()
            guard let digits = try Specification.number(&rest) else {
                throw RaisedError(.valueError, "Format specifier missing precision")
            }
            precision = digits
        }
        type = rest.popFirst()
        if !rest.isEmpty {
            throw RaisedError(.valueError, "Invalid format specifier '\(text)' for object of type '\(typeName)'")
        }
    }

    private static func number(_ rest: inout ArraySlice<Character>) throws(RaisedError) -> Int? {
        var value: Int?
        while let digit = rest.first?.wholeNumberValue, rest.first?.isASCII == true {
            value = (value ?? 0) * 10 + digit
            guard value ?? 0 <= 1_000_000 else {
                throw RaisedError(.valueError, "Too many decimal digits in format string")
            }
            rest.removeFirst()
        }
        return value
    }

    private func unknownType() -> RaisedError {
        RaisedError(.valueError, "Unknown format code '\(type ?? " ")' for object of type '\(typeName)'")
    }

    func text(_ text: String) throws(RaisedError) -> String {
        guard type == nil || type == "s" else { throw unknownType() }
        if alignment == "=", fill != "0" {
            throw RaisedError(.valueError, "'=' alignment not allowed in string format specifier")
        }
        let cut = precision.map { String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) } ?? text
        return padded(cut, sign: "", usual: "<")
    }

    func integer(_ value: Value) throws(RaisedError) -> String {
        let number: BigInt
        switch value {
        case .int(let small): number = BigInt(small)
        case .big(let big): number = big
        default: throw unknownType()
        }
        switch type {
        case nil, "d", "n":
            guard precision == nil else {
                throw RaisedError(.valueError, "Precision not allowed in integer format specifier")
            }
            return signed(grouped(String(number.description.drop { $0 == "-" })), number.isNegative)
        case "b", "o", "x", "X":
            guard let small = number.int else { throw RaisedError(.overflowError, "integer too large for this format") }
            let radix = type == "b" ? 2 : (type == "o" ? 8 : 16)
            let digits = String(small.magnitude, radix: radix, uppercase: type == "X")
            return signed((isAlternate ? "0\(type ?? "x")" : "") + digits, number.isNegative)
        case "c":
            guard let code = number.int, let scalar = UnicodeScalar(UInt32(clamping: code)) else {
                throw RaisedError(.overflowError, "%c arg not in range(0x110000)")
            }
            return padded(String(scalar), sign: "", usual: "<")
        default:
            let double = number.double
            guard double.isFinite else { throw RaisedError(.overflowError, "int too large to convert to float") }
            return try float(double)
        }
    }

    func float(_ value: Double) throws(RaisedError) -> String {
        let magnitude = value.magnitude
        var digits: String
        switch type {
        case nil:
            if let precision {
                digits = Specification.shortest(magnitude, max(1, precision), keepsPoint: true)
            } else {
                digits = PythonNumber.describe(magnitude)
            }
        case "f", "F": digits = CFormat.float(magnitude, "f", precision: precision ?? 6)
        case "e", "E": digits = CFormat.float(magnitude, "e", precision: precision ?? 6)
        case "g", "G", "n": digits = Specification.shortest(magnitude, max(1, precision ?? 6), keepsPoint: false)
        case "%": digits = CFormat.float(magnitude * 100, "f", precision: precision ?? 6) + "%"
        default: throw unknownType()
        }
        if type == "E" || type == "G" || type == "F" { digits = digits.uppercased() }
        return signed(grouped(digits), value.sign == .minus && !value.isNaN)
    }

    /// The style of `%g`; with `keepsPoint`, as a float without a type is shown.
    private static func shortest(_ value: Double, _ precision: Int, keepsPoint: Bool) -> String {
        let text = CFormat.float(value, "g", precision: precision)
        guard keepsPoint, value.isFinite, !text.contains("."), !text.contains("e") else { return text }
        return text.count >= precision && precision > 0 && text.count > precision ? text : text + ".0"
    }

    /// The digits with a mark between thousands.
    private func grouped(_ digits: String) -> String {
        guard let grouping else { return digits }
        let whole = digits.prefix { $0.isNumber }
        let rest = digits.dropFirst(whole.count)
        var result = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { result.append(grouping) }
            result.append(digit)
        }
        return result + rest
    }

    private func signed(_ digits: String, _ isNegative: Bool) -> String {
        padded(digits, sign: isNegative ? "-" : (sign == "-" ? "" : String(sign)), usual: ">")
    }

    private func padded(_ text: String, sign: String, usual: Character) -> String {
        let missing = max(0, width - text.unicodeScalars.count - sign.count)
        func filling(_ count: Int) -> String { String(repeating: String(fill), count: count) }
        switch alignment ?? usual {
        case "<": return sign + text + filling(missing)
        case "^": return filling(missing / 2) + sign + text + filling(missing - missing / 2)
        case "=": return sign + filling(missing) + text
        default: return filling(missing) + sign + text
        }
    }
}
