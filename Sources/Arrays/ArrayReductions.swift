import TensorEngine

/// A reduction of several numbers to one.
public enum ArrayReduction: String, Sendable, CaseIterable {
    case sum, mean, minimum, maximum, product, variance, deviation, any, all, argmax, argmin

    /// The type in which numbers of a type are reduced.
    fileprivate func operand(_ type: NumericType) -> NumericType {
        switch self {
        case .sum, .product: type.accumulator
        case .mean, .variance, .deviation: type.average
        default: type
        }
    }
}

extension NumericArray {
    /// The array reduced over axes, or over all of them.
    /// - Parameters:
    ///   - axes: the axes to reduce; nil for all.
    ///   - keepsAxes: whether reduced axes stay with size 1.
    ///   - correction: what variance and deviation take off the count, `ddof`.
    public func reduced(
        _ reduction: ArrayReduction, axes: [Int]? = nil, keepsAxes: Bool = false, correction: Int = 0
    ) throws(EngineError) -> NumericArray {
        // A number alone may be reduced over its first axis, except to a mean.
        let isLenient = rank == 0 && ![.mean, .variance, .deviation].contains(reduction)
        let wanted = isLenient ? axes?.filter { $0 != 0 && $0 != -1 } : axes
        let places = try normalised(wanted ?? Array(0..<rank))
        let chosen = Set(places)
        guard chosen.count == places.count else { throw .invalidArgument("duplicate value in 'axis'") }
        let kept = (0..<rank).filter { !chosen.contains($0) }
        let own = Shape(shape).strides
        let inner = chosen.sorted()
        let starts = try NumericArray.positions(kept.map { shape[$0] }, strides: kept.map { own[$0] }, start: 0)
        let offsets =
            starts.isEmpty
            ? [] : try NumericArray.positions(inner.map { shape[$0] }, strides: inner.map { own[$0] }, start: 0)
        if inner.contains(where: { shape[$0] == 0 }), !starts.isEmpty,
            [.minimum, .maximum, .argmax, .argmin].contains(reduction)
        {
            throw .invalidArgument("zero-size array to reduction operation \(reduction) which has no identity")
        }
        let newShape = keepsAxes ? shape.indices.map { chosen.contains($0) ? 1 : shape[$0] } : kept.map { shape[$0] }
        let type = reduction.operand(self.type)
        let lines = ArrayLines(
            starts: starts, offsets: offsets, run: sideBySide(inner), shape: newShape, correction: correction)
        return try type.element.reduced(try converted(to: type), reduction, lines)
    }

    /// How many elements of a line along these axes lie side by side: the product of the last ones.
    private func sideBySide(_ axes: [Int]) -> Int {
        var run = 1
        for axis in shape.indices.reversed() where shape[axis] != 1 {
            guard axes.contains(axis) else { break }
            run *= shape[axis]
        }
        return run
    }
}

/// The lines of an array that a reduction makes one number of each.
struct ArrayLines {
    /// The position at which each line begins.
    let starts: [Int]
    /// Where the elements of a line are from there.
    let offsets: [Int]
    /// How many elements of a line lie side by side.
    let run: Int
    /// The shape of the result.
    let shape: [Int]
    /// What variance and deviation take off the count.
    var correction = 0
}

extension ArrayElement {
    /// A function of the elements of each line.
    fileprivate static func each<Result: ArrayElement>(
        _ array: NumericArray, _ lines: ArrayLines, _ function: ([Self]) -> Result
    ) throws(EngineError) -> NumericArray {
        _ = try NumericArray.checkedCount(array.shape)
        let results = try withElements(of: array) { (elements) throws(EngineError) in
            try lines.starts.map { start throws(EngineError) in
                function(try Elements.map(lines.offsets) { elements[start + $0] })
            }
        }
        return try Result.array(results, shape: lines.shape)
    }

    fileprivate static func first(_ values: [Self], _ isBetter: (Self, Self) -> Bool) -> Int where Self: Comparable {
        var best = 0
        for index in values.indices {
            // What is not a number comes before all others.
            if values[index] != values[index] { return index }
            if isBetter(values[index], values[best]) { best = index }
        }
        return best
    }
}

extension ArrayElement where Self: FixedWidthInteger {
    static func reduced(
        _ array: NumericArray, _ reduction: ArrayReduction, _ lines: ArrayLines
    ) throws(EngineError) -> NumericArray {
        switch reduction {
        case .sum: try each(array, lines) { $0.reduce(0, &+) }
        case .product: try each(array, lines) { $0.reduce(1, &*) }
        case .minimum: try each(array, lines) { $0.min() ?? 0 }
        case .maximum: try each(array, lines) { $0.max() ?? 0 }
        case .argmax: try each(array, lines) { first($0, >) }
        case .argmin: try each(array, lines) { first($0, <) }
        case .any: try each(array, lines) { $0.contains { $0 != 0 } }
        case .all: try each(array, lines) { $0.allSatisfy { $0 != 0 } }
        case .mean, .variance, .deviation:
            try Double.reduced(array.converted(to: .float64), reduction, lines)
        }
    }
}

extension ArrayElement where Self: BinaryFloatingPoint {
    static func reduced(
        _ array: NumericArray, _ reduction: ArrayReduction, _ lines: ArrayLines
    ) throws(EngineError) -> NumericArray {
        switch reduction {
        case .argmax: return try each(array, lines) { first($0, >) }
        case .argmin: return try each(array, lines) { first($0, <) }
        case .any: return try each(array, lines) { $0.contains { $0 != 0 } }
        case .all: return try each(array, lines) { $0.allSatisfy { $0 != 0 } }
        default:
            return try each(
                array, lines, LineStatistics<Self>(run: lines.run, correction: lines.correction).function(reduction))
        }
    }
}
