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

    /// What a reduction makes of it, over axes counted from 0; nil for all axes. Sums over rows that repeat are computed once for each
    /// row, with its number as the factor.
    /// - Returns: nil for reductions that the rows do not suffice for.
    public func reduced(_ reduction: ArrayReduction, axes: [Int]?, keepsAxes: Bool) throws(EngineError) -> Selected? {
        if let axes, !axes.isEmpty, axes.allSatisfy({ (1..<rows.rank).contains($0) }) {
            let reduced = try rows.reduced(reduction, axes: axes, keepsAxes: keepsAxes)
            return try replacing(rows: reduced).map(Selected.table)
        }
        guard axes?.contains(0) ?? true, axes?.allSatisfy({ (0..<rows.rank).contains($0) }) ?? true else { return nil }
        switch reduction {
        case .maximum, .minimum:
            return .array(try distinct().reduced(reduction, axes: axes, keepsAxes: keepsAxes))
        case .mean, .variance, .deviation:
            guard !places.isEmpty else { return nil }
            let type: NumericType = rows.type.isFloat ? rows.type : .float64
            let values = try rows.converted(to: .float64)
            let mean = try weightedMean(of: values, axes, keepsAxes: keepsAxes || reduction != .mean)
            if reduction == .mean { return .array(try mean.converted(to: type)) }
            let squares = try NumericArray.combine(values, mean, .subtract).mapped(.square)
            let variance = try weightedMean(of: squares, axes, keepsAxes: keepsAxes)
            let result = reduction == .variance ? variance : try variance.mapped(.squareRoot)
            return .array(try result.converted(to: type))
        default: return nil
        }
    }

    /// The mean over axes, the first among them, of values that stand in the place of the rows.
    private func weightedMean(
        of values: NumericArray, _ axes: [Int]?, keepsAxes: Bool
    ) throws(EngineError) -> NumericArray {
        var counts = Array(repeating: 0.0, count: rows.shape[0])
        for place in places { counts[place] += Double(rows.shape[0]) / Double(places.count) }
        let weights = try NumericArray(
            shape: [counts.count] + Array(repeating: 1, count: values.rank - 1), doubles: counts)
        return try NumericArray.combine(values, weights, .multiply).reduced(.mean, axes: axes, keepsAxes: keepsAxes)
    }

    /// The table with other values at an index that begins with the whole first axis; nil where the rows do not suffice.
    /// - Parameter values: a number, an array that is the same for all rows, or a table of the same places.
    public func replacing(_ indices: [ArrayIndex], with values: Selected) throws(EngineError) -> RowTable? {
        guard case .slice(let start, let stop, 1)? = indices.first, !indices.contains(where: \.isArray) else {
            return nil
        }
        let bounds = NumericArray.bounds(start, stop, 1, places.count)
        guard bounds.start == 0, bounds.count == places.count else { return nil }
        let (positions, shape) = try rows.positions(of: [.all] + indices.dropFirst())
        var new: NumericArray
        switch values {
        case .array(let array):
            guard array.rank < max(shape.count, 1) else { return nil }
            new = array
        case .table(let table):
            guard table.places == places else { return nil }
            new = table.rows
        }
        new = try new.converted(to: rows.type).broadcast(to: shape)
        return try replacing(rows: try rows.replacing(positions: positions, with: new))
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
