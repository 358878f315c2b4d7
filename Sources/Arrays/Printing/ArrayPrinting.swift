import PythonText

extension NumericArray {
    /// The array as numpy's `str` shows it.
    public var text: String { shape.isEmpty ? ArrayPrinter(self).scalar : ArrayPrinter(self).text(indent: 1) }

    /// A single number with all its digits, as numpy prints its scalars; empty for arrays of more.
    public var scalarText: String { (try? type.element.scalarText(self)) ?? "" }

    /// The array as numpy's `repr` shows it.
    public var representation: String { representation(isSummarized: isSummarized) }

    /// The same with all elements; nil where there are too many even for that.
    public var wholeRepresentation: String? { count > 200_000 ? nil : representation(isSummarized: false) }

    /// Whether its `repr` leaves elements out.
    public var isSummarized: Bool { count > PrintSettings.current.options.threshold }

    private func representation(isSummarized: Bool) -> String {
        let printer = ArrayPrinter(self, separator: ", ", suffix: 1, isSummarized: isSummarized)
        let body = shape.isEmpty ? printer.scalar : printer.text(indent: 7)
        let isUsual = type == .float64 || type == .int64 || type == .bool
        var notes: [String] = []
        if isSummarized || (count == 0 && shape.count > 1) { notes.append("shape=\(PythonTuple.describe(shape))") }
        if !isUsual || count == 0 { notes.append("dtype=\(type.rawValue)") }
        if notes.isEmpty { return "array(\(body))" }
        // The notes stand in the last line if they fit there.
        let start = "array(\(body),"
        let note = notes.joined(separator: ", ") + ")"
        let last = start.split(separator: "\n").last?.count ?? 0
        return start + (last + note.count + 1 > PrintSettings.current.options.lineWidth ? "\n      " : " ") + note
    }
}

/// Lays out the elements of an array as numpy does: in columns of one width, with rows in brackets.
///
/// Source: the conventions of numpy's `arrayprint`.
private struct ArrayPrinter {
    private let shape: [Int]
    private let separator: String
    private let lineWidth = PrintSettings.current.options.lineWidth
    private let isSummarized: Bool
    /// How many elements are shown at each end of a long axis.
    private let edge: Int
    private let cells: [Int: String]
    private let strides: [Int]
    /// Columns that are kept free for what closes behind the array.
    private let suffix: Int

    init(_ array: NumericArray, separator: String = " ", suffix: Int = 0, isSummarized: Bool? = nil) {
        let isSummarized = isSummarized ?? array.isSummarized
        shape = array.shape
        self.separator = separator
        self.suffix = suffix
        self.isSummarized = isSummarized
        edge = ArrayPrinter.edge(array.shape)
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
        self.strides = strides
        let positions = ArrayPrinter.shown(shape, strides, isSummarized, edge)
        cells = ArrayPrinter.cells(array, positions)
    }

    /// Stands for one element at the beginning of an axis, and none at its end.
    private static let firstOnly = -1

    /// As many as is asked for, but only the first where so many short axes would show too much.
    private static func edge(_ shape: [Int]) -> Int {
        let edge = max(0, PrintSettings.current.options.edgeItems)
        let shown = shape.reduce(1.0) { $0 * Double(min($1, 2 * edge)) }
        return shown > 100_000 ? ArrayPrinter.firstOnly : edge
    }

    /// The indices of an axis that are shown; nil stands for those that are not.
    private static func indices(_ size: Int, _ isSummarized: Bool, _ edge: Int) -> [Int?] {
        if isSummarized, edge == firstOnly { return size > 1 ? [0, nil] : (0..<size).map { $0 } }
        guard isSummarized, size > 2 * edge else { return (0..<size).map { $0 } }
        return (0..<edge).map { $0 } + [nil] + (size - edge..<size).map { $0 }
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
        // The elements are there already; nothing can fail.
        let texts = (try? array.type.element.texts(array, positions)) ?? []
        // A column of truths is always as wide as False.
        let least = array.type == .bool && array.rank > 0 ? 5 : 0
        let width = max(texts.map(\.count).max() ?? 0, least)
        let padded = texts.map { String(repeating: " ", count: width - $0.count) + $0 }
        return Dictionary(uniqueKeysWithValues: zip(positions, padded))
    }

    /// A single number, in an array.
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
            if !line.isEmpty, needed > lineWidth {
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
