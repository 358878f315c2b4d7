import TensorEngine

/// A large array whose rows repeat: the rows that differ, and which of them stands at each place of the first axis.
///
/// What is computed row by row is computed once for each row that differs.
public struct RowTable: Sendable {
    /// The rows that differ, along the first axis.
    public let rows: NumericArray
    /// The row at each place.
    public let places: [Int]

    /// - Throws: `invalidArgument` for a place that has no row, `outOfMemory` where all of it would not fit in memory twice.
    public init(rows: NumericArray, places: [Int]) throws(EngineError) {
        guard let count = rows.shape.first, places.allSatisfy({ (0..<count).contains($0) }) else {
            throw .invalidArgument("a place has no row")
        }
        self.rows = rows
        self.places = places
        let (bytes, overflow) = rows.rowSize.multipliedReportingOverflow(by: places.count * rows.type.itemSize * 2)
        guard overflow || bytes > 64 << 20 else { return }
        let available = Memory.available()
        if overflow || bytes > available {
            throw .outOfMemory(needed: overflow ? Int.max : bytes, available: available)
        }
    }

    /// Sizes of the axes of the whole.
    public var shape: [Int] { [places.count] + rows.shape.dropFirst() }

    /// The whole, row after row.
    public func all() -> NumericArray { rows.type.element.rows(of: rows, at: places) }

    /// The rows that stand somewhere, once each.
    public func distinct() throws(EngineError) -> NumericArray {
        let used = Set(places)
        return used.count == rows.shape[0] ? rows : rows.type.element.rows(of: rows, at: used.sorted())
    }

    /// The same places, with other rows.
    /// - Returns: nil where there are not as many rows as before.
    public func replacing(rows new: NumericArray) throws(EngineError) -> RowTable? {
        new.shape.first == rows.shape.first ? try RowTable(rows: new, places: places) : nil
    }

    /// The whole in another shape; nil where that does not keep the first axis.
    public func reshaped(_ newShape: [Int]) throws(EngineError) -> RowTable? {
        guard newShape.first == places.count, newShape.allSatisfy({ $0 >= 0 }), !places.isEmpty else { return nil }
        return try replacing(rows: try rows.reshaped([rows.shape[0]] + newShape.dropFirst()))
    }

    /// The element by element result of an operation with another array; nil where the other one tells rows apart.
    /// - Parameter isReflected: whether the other array is the left operand.
    public func combined(
        with other: NumericArray, _ operation: ArrayOperation, isReflected: Bool
    ) throws(EngineError) -> RowTable? {
        guard other.rank < rows.rank || (other.rank == rows.rank && other.shape[0] == 1) else { return nil }
        return try replacing(
            rows: isReflected
                ? try .combine(other, rows, operation) : try .combine(rows, other, operation))
    }

    /// What an index selects of it.
    public enum Selected: Sendable {
        case array(NumericArray)
        case table(RowTable)
    }

    /// What an index selects; nil where the rows do not suffice to say it.
    public func selected(_ indices: [ArrayIndex]) throws(EngineError) -> Selected? {
        guard let first = indices.first else { return nil }
        let rest = Array(indices.dropFirst())
        switch first {
        case .index(let number):
            let place = number < 0 ? number + places.count : number
            // The error for an index beyond the end is the usual one.
            guard places.indices.contains(place), !rest.contains(where: \.isArray) else { return nil }
            return .array(try rows.selected([.index(places[place])] + rest))
        case .slice(let start, let stop, let step):
            guard !rest.contains(where: \.isArray) else { return nil }
            let bounds = NumericArray.bounds(start, stop, step, places.count)
            let chosen = (0..<bounds.count).map { places[bounds.start + $0 * step] }
            return try table(rest.isEmpty ? rows : rows.selected([.all] + rest), chosen)
        case .numbers(let numbers):
            guard rest.isEmpty, numbers.rank == 1 else { return nil }
            let wanted = numbers.ints.map { $0 < 0 ? $0 + places.count : $0 }
            guard wanted.allSatisfy(places.indices.contains) else { return nil }
            return try table(rows, wanted.map { places[$0] })
        case .ellipsis:
            let used = rest.filter { if case .newAxis = $0 { false } else { true } }.count
            guard used < rows.rank, !rest.contains(where: \.isArray) else { return nil }
            return try table(rows.selected(indices), places)
        case .mask(let mask):
            guard rest.isEmpty, mask.shape == [places.count] else { return nil }
            return try table(rows, zip(places, mask.bools).filter(\.1).map(\.0))
        case .newAxis: return nil
        }
    }

    private func table(_ rows: NumericArray, _ places: [Int]) throws(EngineError) -> Selected? {
        guard rows.shape.first == self.rows.shape.first else { return nil }
        return .table(try RowTable(rows: rows, places: places))
    }
}

extension ArrayIndex {
    /// A whole axis.
    static let all = ArrayIndex.slice(start: nil, stop: nil, step: 1)
}

extension NumericArray {
    fileprivate var rowSize: Int { shape.dropFirst().reduce(1, *) }
}

extension ArrayElement {
    // Whoever made the table has asked for the memory.
    static func rows(of array: NumericArray, at places: [Int]) -> NumericArray {
        let width = array.rowSize
        let elements: [Self]? = try? withElements(of: array) { source in
            var result: [Self] = []
            result.reserveCapacity(places.count * width)
            for place in places { result += source[place * width..<(place + 1) * width] }
            return result
        }
        let shape = [places.count] + array.shape.dropFirst()
        return (try? self.array(elements ?? [], shape: shape)) ?? array
    }
}
