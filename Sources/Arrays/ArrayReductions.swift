import TensorEngine

/// A reduction of several numbers to one.
public enum ArrayReduction: String, Sendable, CaseIterable {
    case sum, mean, minimum, maximum, product, variance, deviation, any, all, argmax, argmin

    /// Whether it makes numbers of the array's own kind, rather than truths or indices.
    fileprivate var yieldsNumbers: Bool { ![.any, .all, .argmax, .argmin].contains(self) }
}

extension NumericArray {
    /// The array reduced over axes, or over all of them.
    /// - Parameters:
    ///   - axes: the axes to reduce; nil for all.
    ///   - keepsAxes: whether reduced axes stay with size 1.
    public func reduced(
        _ reduction: ArrayReduction, axes: [Int]? = nil, keepsAxes: Bool = false
    ) throws(EngineError) -> NumericArray {
        // A number alone may be reduced over its first axis, except to a mean.
        let isLenient = rank == 0 && ![.mean, .variance, .deviation].contains(reduction)
        let wanted = isLenient ? axes?.filter { $0 != 0 && $0 != -1 } : axes
        let chosen = Set(try normalised(wanted ?? Array(0..<rank)))
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
        return try reduce(reduction, inner, starts, offsets, newShape)
    }

    private func reduce(
        _ reduction: ArrayReduction, _ inner: [Int], _ starts: [Int], _ offsets: [Int], _ newShape: [Int]
    ) throws(EngineError) -> NumericArray {
        if !type.isFloat, let whole = wholeReduction(reduction) {
            return NumericArray(shape: newShape, storage: .int64(try NumericArray.lines(ints, starts, offsets, whole)))
        }
        _ = try NumericArray.checkedCount(shape)
        let run = sideBySide(inner)
        if case .float32(let tensor) = storage, reduction.yieldsNumbers {
            let function = LineStatistics<Float>(run: run).function(reduction)
            let results = try NumericArray.lines(tensor.values, starts, offsets, function)
            return NumericArray(try Tensor(Shape(newShape), results))
        }
        let values = doubles
        func each<Result>(_ function: ([Double]) -> Result) throws(EngineError) -> [Result] {
            try NumericArray.lines(values, starts, offsets, function)
        }
        func truths(_ function: ([Double]) -> Bool) throws(EngineError) -> NumericArray {
            NumericArray(shape: newShape, storage: .bool(try each(function)))
        }
        func places(_ function: ([Double]) -> Int) throws(EngineError) -> NumericArray {
            NumericArray(shape: newShape, storage: .int64(try each(function)))
        }
        switch reduction {
        case .any: return try truths { $0.contains { $0 != 0 } }
        case .all: return try truths { $0.allSatisfy { $0 != 0 } }
        case .argmax: return try places { NumericArray.first($0, >) }
        case .argmin: return try places { NumericArray.first($0, <) }
        default: break
        }
        let results = try each(LineStatistics<Double>(run: run).function(reduction))
        let array = NumericArray(shape: newShape, storage: .float64(results))
        return !type.isFloat && (reduction == .minimum || reduction == .maximum) ? try array.converted(to: type) : array
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

    /// A function of the elements of each line: those at the offsets from its start.
    private static func lines<Number, Result>(
        _ values: [Number], _ starts: [Int], _ offsets: [Int], _ function: ([Number]) -> Result
    ) throws(EngineError) -> [Result] {
        try starts.map { start throws(EngineError) in function(try Elements.map(offsets) { values[start + $0] }) }
    }

    /// The reduction on whole numbers, where it stays whole.
    private func wholeReduction(_ reduction: ArrayReduction) -> (([Int]) -> Int)? {
        guard type == .int64 || reduction == .sum || reduction == .product else { return nil }
        switch reduction {
        case .sum: return { $0.reduce(0, &+) }
        case .product: return { $0.reduce(1, &*) }
        case .minimum: return { $0.min() ?? 0 }
        case .maximum: return { $0.max() ?? 0 }
        case .argmax: return { NumericArray.first($0, >) }
        case .argmin: return { NumericArray.first($0, <) }
        default: return nil
        }
    }

    private static func first<Number: Comparable>(_ values: [Number], _ isBetter: (Number, Number) -> Bool) -> Int {
        var best = 0
        for index in values.indices {
            // What is not a number comes before all others.
            if values[index] != values[index] { return index }
            if isBetter(values[index], values[best]) { best = index }
        }
        return best
    }
}
