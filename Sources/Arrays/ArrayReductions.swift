import TensorEngine

/// A reduction of several numbers to one.
public enum ArrayReduction: String, Sendable, CaseIterable {
    case sum, mean, minimum, maximum, product, variance, deviation, any, all, argmax, argmin
}

extension NumericArray {
    /// The array reduced over axes, or over all of them.
    /// - Parameters:
    ///   - axes: the axes to reduce; nil for all.
    ///   - keepsAxes: whether reduced axes stay with size 1.
    public func reduced(
        _ reduction: ArrayReduction, axes: [Int]? = nil, keepsAxes: Bool = false
    ) throws(EngineError) -> NumericArray {
        let chosen = Set(try normalised(axes ?? Array(0..<rank)))
        let kept = (0..<rank).filter { !chosen.contains($0) }
        let own = Shape(shape).strides
        let inner = chosen.sorted()
        let starts = try NumericArray.positions(kept.map { shape[$0] }, strides: kept.map { own[$0] }, start: 0)
        let offsets =
            starts.isEmpty
            ? [] : try NumericArray.positions(inner.map { shape[$0] }, strides: inner.map { own[$0] }, start: 0)
        if inner.contains(where: { shape[$0] == 0 }), !starts.isEmpty,
            ![.sum, .mean, .product, .any, .all].contains(reduction)
        {
            throw .invalidArgument("zero-size array to reduction operation \(reduction) which has no identity")
        }
        let newShape = keepsAxes ? shape.indices.map { chosen.contains($0) ? 1 : shape[$0] } : kept.map { shape[$0] }
        return try reduce(reduction, starts, offsets, newShape)
    }

    private func reduce(
        _ reduction: ArrayReduction, _ starts: [Int], _ offsets: [Int], _ newShape: [Int]
    ) throws(EngineError) -> NumericArray {
        if !type.isFloat, let ints = wholeReduction(reduction) {
            let values = self.ints
            return NumericArray(
                shape: newShape, storage: .int64(starts.map { start in ints(offsets.map { values[start + $0] }) }))
        }
        let values = doubles
        func each(_ function: ([Double]) -> Double) -> [Double] {
            starts.map { start in function(offsets.map { values[start + $0] }) }
        }
        switch reduction {
        case .any:
            return NumericArray(
                shape: newShape, storage: .bool(each { $0.contains { $0 != 0 } ? 1 : 0 }.map { $0 != 0 }))
        case .all:
            return NumericArray(
                shape: newShape, storage: .bool(each { $0.allSatisfy { $0 != 0 } ? 1 : 0 }.map { $0 != 0 }))
        case .argmax:
            return NumericArray(
                shape: newShape, storage: .int64(each { Double(NumericArray.first($0, >)) }.map { Int($0) }))
        case .argmin:
            return NumericArray(
                shape: newShape, storage: .int64(each { Double(NumericArray.first($0, <)) }.map { Int($0) }))
        default: break
        }
        let results = each(NumericArray.function(reduction))
        if type == .float32 { return NumericArray(try Tensor(Shape(newShape), results.map { Float($0) })) }
        if type != .float64, reduction == .minimum || reduction == .maximum {
            return try NumericArray(shape: newShape, storage: .float64(results)).converted(to: type)
        }
        return NumericArray(shape: newShape, storage: .float64(results))
    }

    /// The reduction on whole numbers, where it stays whole.
    private func wholeReduction(_ reduction: ArrayReduction) -> (([Int]) -> Int)? {
        guard type == .int64 || reduction == .sum || reduction == .product else { return nil }
        switch reduction {
        case .sum: return { $0.reduce(0, &+) }
        case .product: return { $0.reduce(1, &*) }
        case .minimum: return { $0.min() ?? 0 }
        case .maximum: return { $0.max() ?? 0 }
        default: return nil
        }
    }

    private static func first(_ values: [Double], _ isBetter: (Double, Double) -> Bool) -> Int {
        var best = 0
        for index in values.indices {
            if values[index].isNaN { return index }
            if isBetter(values[index], values[best]) { best = index }
        }
        return best
    }

    private static func function(_ reduction: ArrayReduction) -> ([Double]) -> Double {
        switch reduction {
        case .sum: return pairwiseSum
        case .mean: return { pairwiseSum($0) / Double($0.count) }
        case .product: return { $0.reduce(1, *) }
        case .minimum: return { $0.contains(where: \.isNaN) ? .nan : $0.min() ?? .nan }
        case .maximum: return { $0.contains(where: \.isNaN) ? .nan : $0.max() ?? .nan }
        case .variance: return variance
        default: return { variance($0).squareRoot() }
        }
    }

    /// A sum by halves, whose rounding errors stay small.
    private static func pairwiseSum(_ values: [Double]) -> Double {
        if values.count <= 64 { return values.reduce(0, +) }
        let half = values.count / 2
        return pairwiseSum(Array(values[..<half])) + pairwiseSum(Array(values[half...]))
    }

    private static func variance(_ values: [Double]) -> Double {
        let mean = pairwiseSum(values) / Double(values.count)
        return pairwiseSum(values.map { ($0 - mean) * ($0 - mean) }) / Double(values.count)
    }
}
