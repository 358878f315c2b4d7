import CKernels

/// How elements along axes become one.
public enum Reduction: String, CaseIterable, Sendable {
    case sum, mean, max, min, product
    /// The mean square distance from the mean (divided by n).
    case variance
}

/// Reduces some axes of a tensor.
///
/// Sums are taken in double precision, in a fixed order.
/// - Parameters:
///   - axes: which; negative ones count from the end; nil means all.
///   - keepDims: whether reduced axes stay, with size 1.
/// - Throws: `invalidArgument` for axes that are not there, or a maximum of nothing; `outOfMemory`; `interrupted`.
public func reduce(
    _ tensor: Tensor, _ reduction: Reduction, axes: [Int]? = nil, keepDims: Bool = false
) throws(EngineError) -> Tensor {
    var reduced = Set<Int>()
    for axis in axes ?? Array(0..<tensor.shape.rank) { reduced.insert(try tensor.shape.axis(axis)) }
    let kept = tensor.shape.dims.indices.filter { !reduced.contains($0) }
    let gone = reduced.sorted()
    let shape =
        keepDims
        ? Shape(tensor.shape.dims.indices.map { reduced.contains($0) ? 1 : tensor.shape[$0] })
        : Shape(kept.map { tensor.shape[$0] })
    let output = try Tensor(uninitialized: shape)
    let length = gone.reduce(1) { $0 * tensor.shape[$1] }
    if length == 0 && (reduction == .max || reduction == .min) && output.count > 0 {
        throw .invalidArgument("the \(reduction.rawValue)imum of no elements does not exist")
    }
    // The axes that are kept come first, unless they lie so already.
    let ordered = kept + gone == Array(0..<tensor.shape.rank) ? tensor : try tensor.transposed(kept + gone)
    let (source, target) = (ordered.storage.base, output.storage.base)
    let perChunk = Swift.max(1, 32768 / Swift.max(length, 1))
    Parallel.run(chunks: (output.count + perChunk - 1) / perChunk, operations: ordered.count &* 2) { chunk, _ in
        for index in chunk * perChunk..<Swift.min((chunk + 1) * perChunk, output.count) {
            target[index] = reduction.of(UnsafeBufferPointer(start: source + index * length, count: length))
        }
    }
    withExtendedLifetime(ordered) {}
    try Interrupt.check()
    return output
}

/// The place of the largest element along an axis, as floats; the first of equals.
/// - Throws: `invalidArgument` for an axis that is not there or is empty; `outOfMemory`.
public func argmax(_ tensor: Tensor, axis: Int) throws(EngineError) -> Tensor {
    let axis = try tensor.shape.axis(axis)
    let length = tensor.shape[axis]
    guard length > 0 else { throw .invalidArgument("the largest of no elements does not exist") }
    var dims = tensor.shape.dims
    dims.remove(at: axis)
    let output = try Tensor(uninitialized: Shape(dims))
    let inner = tensor.shape.split(at: axis).inner
    for index in 0..<output.count {
        let first = tensor.storage.base + index / inner * length * inner + index % inner
        var best = 0
        for place in 1..<Swift.max(length, 1) where first[place * inner] > first[best * inner] { best = place }
        output.storage.base[index] = Float(best)
    }
    withExtendedLifetime(tensor) {}
    return output
}

extension Reduction {
    /// The reduction of some floats.
    fileprivate func of(_ values: UnsafeBufferPointer<Float>) -> Float {
        switch self {
        case .sum: Float(Self.sum(values))
        case .mean: Float(Self.sum(values) / Double(values.count))
        case .product: Float(values.reduce(1.0) { $0 * Double($1) })
        case .max: values.reduce(-.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
        case .min: values.reduce(.infinity) { $1 < $0 || $1.isNaN ? $1 : $0 }
        case .variance: Self.variance(values)
        }
    }

    private static func variance(_ values: UnsafeBufferPointer<Float>) -> Float {
        let mean = sum(values) / Double(values.count)
        return Float(values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(values.count))
    }

    /// Eight sums side by side, so that additions need not wait for one another.
    private static func sum(_ values: UnsafeBufferPointer<Float>) -> Double {
        var sums = SIMD8<Double>(repeating: 0)
        let whole = values.count & ~7
        var index = 0
        while index < whole {
            for lane in 0..<8 { sums[lane] += Double(values[index + lane]) }
            index += 8
        }
        var sum = sums.sum()
        while index < values.count {
            sum += Double(values[index])
            index += 1
        }
        return sum
    }
}
