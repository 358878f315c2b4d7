import PythonText
import TensorEngine

/// Floats as numpy prints a column of them: one number of decimals, or all in exponent form.
struct FloatColumn {
    private(set) var texts: [String] = []
    private let options = PrintSettings.current.options

    /// - Parameter values: the numbers as float64; for narrower ones the number in float64 with the same shortest digits.
    init(_ values: [Double], type: NumericType) {
        let stored: (Double) -> Double =
            switch type {
            case .float16: { Double(Float16($0)) }
            case .float32: { Double(Float($0)) }
            default: { $0 }
            }
        let finite = values.filter { $0.isFinite && $0 != 0 }.map { stored($0).magnitude }
        let largest = finite.max() ?? 0
        let smallest = finite.min() ?? 0
        let isExponential =
            !finite.isEmpty
            && (largest >= FloatColumn.cutoff(type, atMost: 1e8)
                || !options.suppress && (smallest < 1e-4 || largest / smallest > 1000))
        let short = values.map { $0.isFinite ? FloatColumn.shortest($0) : nil }
        texts =
            isExponential
            ? exponential(values, short, stored) : positional(values, short, stored)
        addSigns(values)
    }

    /// From where on numbers are shown with an exponent: the decimal digits that the type is sure to hold.
    private static func cutoff(_ type: NumericType, atMost limit: Double) -> Double {
        switch type {
        case .float16: 1e3
        case .float32: 1e6
        default: limit
        }
    }

    /// A number by itself, which shows all its digits.
    static func scalar(_ value: Double, stored: Double, type: NumericType) -> String {
        let size = stored.magnitude
        if !value.isFinite || size == 0 || (size >= 1e-4 && size < cutoff(type, atMost: 1e16)) {
            return PythonNumber.describe(value)
        }
        return CFormat.float(value, "e", precision: shortest(value).digits.count - 1)
    }

    /// The shortest digits that read back as the same number, and the power of ten of the first.
    private static func shortest(_ value: Double) -> (digits: [Int], exponent: Int) {
        let parts = "\(value.magnitude)".split(separator: "e")
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        var digits = (mantissa[0] + (mantissa.count > 1 ? mantissa[1] : "")).compactMap(\.wholeNumberValue)
        exponent += mantissa[0].count - 1
        while digits.count > 1, digits.first == 0 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        return (digits, digits == [0] ? 0 : exponent)
    }

    /// Puts what is asked for before numbers that are not negative: a space only where no number has a sign.
    private mutating func addSigns(_ values: [Double]) {
        if options.sign == "+" {
            texts = zip(values, texts).map { $0.sign == .minus && !$0.isNaN ? $1 : "+" + $1 }
        } else if options.sign == " ", !values.contains(where: { $0.isFinite && $0.sign == .minus }) {
            texts = zip(values, texts).map { $0.isFinite ? " " + $1 : $1 }
        }
    }

    /// The decimals of a number whose shortest digits are so many.
    private func decimals(_ shortest: Int) -> Int {
        switch options.floatMode {
        case .fixed: options.precision
        case .unique: shortest
        case .maxprec, .maxprecEqual: min(options.precision, shortest)
        }
    }

    private func positional(
        _ values: [Double], _ short: [(digits: [Int], exponent: Int)?], _ stored: (Double) -> Double
    ) -> [String] {
        let decimals = decimals(short.compactMap { $0 }.map { max(0, $0.digits.count - 1 - $0.exponent) }.max() ?? 0)
        let raw = zip(values, short).map { value, digits -> String in
            guard let digits else { return special(value) }
            let own = max(0, digits.digits.count - 1 - digits.exponent)
            // Shortened, a number is rounded as it is stored.
            let isStored = own > decimals || options.floatMode == .fixed
            return FloatColumn.fixed(
                isStored ? stored(value) : value, options.floatMode == .unique ? own : decimals)
        }
        if options.floatMode == .fixed { return raw }
        let trimmed = raw.map(FloatColumn.trimZeros)
        guard options.floatMode == .maxprecEqual else { return FloatColumn.padFractions(trimmed) }
        let longest = trimmed.map(FloatColumn.fractionLength).max() ?? 0
        // Places beyond the shortest digits show the number as it is stored.
        return zip(values, short).map { value, digits in
            digits == nil ? special(value) : FloatColumn.fixed(stored(value), longest)
        }
    }

    private func exponential(
        _ values: [Double], _ short: [(digits: [Int], exponent: Int)?], _ stored: (Double) -> Double
    ) -> [String] {
        let rounded = zip(values, short).compactMap { value, digits in
            digits.map { FloatColumn.scientific(value, decimals($0.digits.count - 1)) }
        }
        let places =
            options.floatMode == .fixed ? options.precision : rounded.map(FloatColumn.fractionLength).max() ?? 0
        let exponentLength = rounded.map { FloatColumn.exponent($0).count }.max() ?? 0
        return zip(values, short).map { value, digits in
            guard digits != nil else { return special(value) }
            // Places beyond the shortest digits show the number as it is stored.
            let text = FloatColumn.scientific(stored(value), places)
            let exponent = FloatColumn.exponent(text)
            let zeros = String(repeating: "0", count: max(0, exponentLength - exponent.count))
            return text.dropLast(exponent.count) + zeros + exponent
        }
    }

    /// The digits of the exponent, without its sign.
    private static func exponent(_ text: String) -> Substring {
        text[(text.lastIndex { !$0.isNumber } ?? text.startIndex)...].dropFirst()
    }

    /// Digits between the point and the exponent, without zeros at the end.
    private static func fractionLength(_ text: String) -> Int {
        let fraction = text.drop { $0 != "." }.dropFirst().prefix(while: \.isNumber)
        return fraction.reversed().drop { $0 == "0" }.count
    }

    private func special(_ value: Double) -> String {
        value.isNaN ? options.nan : (value < 0 ? "-" : "") + options.infinity
    }

    private static func fixed(_ value: Double, _ decimals: Int) -> String {
        let text = CFormat.float(value, "f", precision: decimals)
        return decimals == 0 ? text + "." : text
    }

    private static func scientific(_ value: Double, _ places: Int) -> String {
        let text = CFormat.float(value, "e", precision: places)
        guard places == 0, let e = text.firstIndex(of: "e") else { return text }
        return text[..<e] + "." + text[e...]
    }

    private static func trimZeros(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var result = text
        while result.hasSuffix("0") { result.removeLast() }
        return result
    }

    /// Fills the fractions with spaces on the right, so that the points stand below each other.
    private static func padFractions(_ texts: [String]) -> [String] {
        func fraction(_ text: String) -> Int {
            text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) } ?? 0
        }
        let longest = texts.map(fraction).max() ?? 0
        return texts.map { text in
            text.contains(".") ? text + String(repeating: " ", count: longest - fraction(text)) : text
        }
    }
}

extension ArrayElement where Self: FixedWidthInteger {
    static func texts(_ array: NumericArray, _ positions: [Int]) throws(EngineError) -> [String] {
        let sign = PrintSettings.current.options.sign
        return try withElements(of: array) { elements in
            positions.map { (sign != "+" || elements[$0] < 0 ? "" : sign) + String(elements[$0]) }
        }
    }

    static func scalarText(_ array: NumericArray) throws(EngineError) -> String {
        try withElements(of: array) { $0.first.map { String($0) } ?? "" }
    }
}

extension Bool {
    static func texts(_ array: NumericArray, _ positions: [Int]) throws(EngineError) -> [String] {
        try withElements(of: array) { elements in positions.map { elements[$0] ? "True" : "False" } }
    }

    static func scalarText(_ array: NumericArray) throws(EngineError) -> String { try texts(array, [0])[0] }
}

extension ArrayElement where Self: BinaryFloatingPoint {
    static func texts(_ array: NumericArray, _ positions: [Int]) throws(EngineError) -> [String] {
        try withElements(of: array) { elements in
            FloatColumn(positions.map { decimal(elements[$0]) }, type: type).texts
        }
    }

    static func scalarText(_ array: NumericArray) throws(EngineError) -> String {
        try withElements(of: array) { elements in
            elements.first.map { FloatColumn.scalar(decimal($0), stored: Double($0), type: type) } ?? ""
        }
    }

    /// The number in float64 whose shortest digits are those that tell this one from its neighbours.
    private static func decimal(_ value: Self) -> Double {
        let number = Double(value)
        guard type != .float64, value.isFinite else { return number }
        for digits in 0..<8 {
            if let short = Double(CFormat.float(number, "e", precision: digits)), Self(short) == value { return short }
        }
        return Double("\(Float(value))") ?? number
    }
}
