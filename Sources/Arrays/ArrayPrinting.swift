import PythonText

extension NumericArray {
    /// The array as numpy's `str` shows it.
    public var text: String { shape.isEmpty ? ArrayPrinter(self).scalar : ArrayPrinter(self).text(indent: 1) }

    /// The array as numpy's `repr` shows it.
    public var representation: String {
        let printer = ArrayPrinter(self, separator: ", ", suffix: 1)
        let body = shape.isEmpty ? printer.scalar : printer.text(indent: 7)
        let isUsual = type == .float64 || type == .int64 || type == .bool
        var notes: [String] = []
        if count > 1000 || (count == 0 && shape.count > 1) { notes.append("shape=\(PythonTuple.describe(shape))") }
        if !isUsual || count == 0 { notes.append("dtype=\(type.rawValue)") }
        if notes.isEmpty { return "array(\(body))" }
        // The notes stand in the last line if they fit there.
        let start = "array(\(body),"
        let note = notes.joined(separator: ", ") + ")"
        let last = start.split(separator: "\n").last?.count ?? 0
        return start + (last + note.count + 1 > ArrayPrinter.lineWidth ? "\n      " : " ") + note
    }
}

/// Lays out the elements of an array as numpy does: in columns of one width, with rows in brackets.
///
/// Source: the conventions of numpy's `arrayprint`: precision 8, suppression above 1,000 elements, lines of 75 columns.
private struct ArrayPrinter {
    private let shape: [Int]
    private let separator: String
    static let lineWidth = 75
    private let isSummarized: Bool
    /// How many elements are shown at each end of a long axis.
    private let edge: Int
    private let cells: [Int: String]
    private let strides: [Int]
    /// Columns that are kept free for what closes behind the array.
    private let suffix: Int

    init(_ array: NumericArray, separator: String = " ", suffix: Int = 0) {
        shape = array.shape
        self.separator = separator
        self.suffix = suffix
        isSummarized = array.count > 1000
        edge = ArrayPrinter.edge(array.shape)
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
        self.strides = strides
        let positions = ArrayPrinter.shown(shape, strides, isSummarized, edge)
        cells = ArrayPrinter.cells(array, positions)
    }

    /// Three, but one where so many short axes would show too much.
    private static func edge(_ shape: [Int]) -> Int {
        let shown = shape.reduce(1.0) { $0 * Double(min($1, 6)) }
        return shown > 100_000 ? 1 : 3
    }

    /// The indices of an axis that are shown; nil stands for those that are not.
    private static func indices(_ size: Int, _ isSummarized: Bool, _ edge: Int) -> [Int?] {
        guard isSummarized, size > 2 * edge || edge == 1 && size > 1 else { return (0..<size).map { $0 } }
        let last = edge == 1 ? [] : (size - edge..<size).map { $0 }
        return (0..<edge).map { $0 } + [nil] + last
    }

    /// The positions of the elements that are shown: the first and last ones along each axis of a large array.
    private static func shown(_ shape: [Int], _ strides: [Int], _ isSummarized: Bool, _ edge: Int) -> [Int] {
        guard !shape.contains(0) else { return [] }
        var result = [0]
        for axis in shape.indices {
            let indices = indices(shape[axis], isSummarized, edge).compactMap { $0 }
            result = result.flatMap { base in indices.map { base + $0 * strides[axis] } }
        }
        return result
    }

    /// The text of each element, padded to one width.
    private static func cells(_ array: NumericArray, _ positions: [Int]) -> [Int: String] {
        let texts: [String]
        switch array.storage {
        case .bool(let values): texts = positions.map { values[$0] ? "True" : "False" }
        case .int64(let values): texts = positions.map { String(values[$0]) }
        case .float64(let values): texts = FloatColumn(positions.map { values[$0] }, isSingle: false).texts
        case .float32(let tensor):
            // The digits that tell a number from its neighbours, not those of the number in double precision.
            texts = tensor.withUnsafeBufferPointer { values in
                FloatColumn(positions.map { Double("\(values[$0])") ?? Double(values[$0]) }, isSingle: true).texts
            }
        }
        // A column of truths is always as wide as False.
        let least = array.type == .bool && array.rank > 0 ? 5 : 0
        let width = max(texts.map(\.count).max() ?? 0, least)
        let padded = texts.map { String(repeating: " ", count: width - $0.count) + $0 }
        return Dictionary(uniqueKeysWithValues: zip(positions, padded))
    }

    /// A single number.
    var scalar: String { cells[0] ?? "" }

    /// Rows in brackets, the lines after the first indented.
    func text(indent: Int) -> String {
        if shape.contains(0) { return "[]" }
        return block(axis: 0, start: 0, indent: indent)
    }

    private func block(axis: Int, start: Int, indent: Int) -> String {
        if axis == shape.count - 1 { return row(start, indent) }
        let breaks = String(repeating: "\n", count: max(1, shape.count - 1 - axis))
        let margin = String(repeating: " ", count: indent)
        let between = (separator == " " ? "" : ",") + breaks + margin
        var parts = indices(axis).map { index -> String in
            guard let index else { return "..." }
            return block(axis: axis + 1, start: start + index * strides[axis], indent: indent + 1)
        }
        parts = parts.filter { !$0.isEmpty }
        return "[" + parts.joined(separator: between) + "]"
    }

    private func indices(_ axis: Int) -> [Int?] {
        ArrayPrinter.indices(shape[axis], isSummarized, edge)
    }

    /// The elements of the last axis, wrapped at the line's width.
    private func row(_ start: Int, _ indent: Int) -> String {
        let axis = shape.count - 1
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for index in indices(axis) {
            let word = index.map { cells[start + $0] ?? "" } ?? "..."
            // Room is kept for the brackets that may close behind it.
            let needed =
                indent + line.count + (line.isEmpty ? 0 : separator.count) + word.count + shape.count
                + suffix
            if !line.isEmpty, needed > ArrayPrinter.lineWidth {
                if separator == " " {
                    while line.last == " " { line.removeLast() }
                } else {
                    line += ","
                }
                lines.append(line)
                line = word
            } else {
                line += (line.isEmpty ? "" : separator) + word
            }
        }
        lines.append(line)
        return "[" + lines.joined(separator: "\n" + margin) + "]"
    }
}

/// Floats as numpy prints a column of them: one number of decimals, or all in exponent form.
private struct FloatColumn {
    private(set) var texts: [String] = []

    init(_ values: [Double], isSingle: Bool) {
        let finite = values.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
        let largest = finite.max() ?? 0
        let smallest = finite.min() ?? 0
        let isExponential = !finite.isEmpty && (largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000)
        let short = values.map { $0.isFinite ? FloatColumn.shortest($0, isSingle) : nil }
        texts =
            isExponential
            ? FloatColumn.exponential(values, short, isSingle) : FloatColumn.positional(values, short, isSingle)
    }

    /// The shortest digits that read back as the same number, and the power of ten of the first.
    private static func shortest(_ value: Double, _ isSingle: Bool) -> (digits: [Int], exponent: Int) {
        let text = isSingle ? "\(Float(value).magnitude)" : "\(value.magnitude)"
        let parts = text.split(separator: "e")
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

    private static func positional(_ values: [Double], _ short: [(digits: [Int], exponent: Int)?], _ isSingle: Bool)
        -> [String]
    {
        let decimals = min(8, short.compactMap { $0 }.map { max(0, $0.digits.count - 1 - $0.exponent) }.max() ?? 0)
        let raw = zip(values, short).map { value, digits -> String in
            guard let digits else { return special(value) }
            // Shortened, a number is rounded as it is stored.
            let isShortened = digits.digits.count - 1 - digits.exponent > decimals
            return fixed(isSingle && isShortened ? Double(Float(value)) : value, decimals)
        }
        return padFractions(raw.map(trimZeros))
    }

    private static func exponential(_ values: [Double], _ short: [(digits: [Int], exponent: Int)?], _ isSingle: Bool)
        -> [String]
    {
        let rounded = zip(values, short).compactMap { value, digits in
            digits.map { scientific(value, min(8, $0.digits.count - 1)) }
        }
        let places = rounded.map(fractionLength).max() ?? 0
        let exponentLength = rounded.map { exponent($0).count }.max() ?? 0
        return zip(values, short).map { value, digits in
            guard digits != nil else { return special(value) }
            // Places beyond the shortest digits show the number as it is stored.
            let text = scientific(isSingle ? Double(Float(value)) : value, places)
            let zeros = String(repeating: "0", count: max(0, exponentLength - exponent(text).count))
            return text.dropLast(exponent(text).count) + zeros + exponent(text)
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

    private static func special(_ value: Double) -> String { value.isNaN ? "nan" : (value < 0 ? "-inf" : "inf") }

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
