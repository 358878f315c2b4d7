/// How elements along axes become one.
public enum Reduction: String, CaseIterable, Sendable {
    case sum, mean, max, min, product
    /// The mean square distance from the mean (divided by n).
    case variance
}

/// Reduces some axes of a tensor.
///
/// Sums are taken in double precision, in an order that depends on the sizes alone.
/// - Parameters:
///   - axes: which; negative ones count from the end; nil means all.
///   - keepDims: whether reduced axes stay, with size 1.
/// - Throws: `invalidArgument` for axes that are not there, or a maximum of nothing; `outOfMemory`; `interrupted`.
public func reduce(
    _ tensor: Tensor, _ reduction: Reduction, axes: [Int]? = nil, keepDims: Bool = false
) throws(EngineError) -> Tensor {
    var reduced = Set<Int>()
    for axis in axes ?? Array(0..<tensor.shape.rank) { reduced.insert(try tensor.shape.axis(axis)) }
    let gone = reduced.sorted()
    let kept = tensor.shape.dims.indices.filter { !reduced.contains($0) }
    let shape =
        keepDims
        ? Shape(tensor.shape.dims.indices.map { reduced.contains($0) ? 1 : tensor.shape[$0] })
        : Shape(kept.map { tensor.shape[$0] })
    let length = gone.reduce(1) { $0 &* tensor.shape[$1] }
    let output = try Tensor(uninitialized: shape)
    if output.count == 0 { return output }
    if length == 0 && (reduction == .max || reduction == .min) {
        throw .invalidArgument("the \(reduction.rawValue)imum of no elements does not exist")
    }
    // Axes that do not lie together are brought to the end first.
    let first = gone.first ?? tensor.shape.rank
    let lieTogether = gone == Array(first..<first + gone.count)
    let ordered = lieTogether ? tensor : try tensor.transposed(kept + gone)
    let inner = lieTogether ? tensor.shape.dims[(first + gone.count)...].reduce(1, &*) : 1
    let columns = ColumnReduction(
        reduction: reduction, outer: output.count / inner, length: length, inner: inner,
        source: UnsafePointer(ordered.storage.base), target: output.storage.base)
    try columns.run()
    withExtendedLifetime((ordered, output)) {}
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

/// Reduces the middle axis of [outer, length, inner].
private struct ColumnReduction {
    let reduction: Reduction
    let outer: Int
    let length: Int
    let inner: Int
    let source: UnsafePointer<Float>
    let target: UnsafeMutablePointer<Float>

    /// Rows of the middle axis that are summed up at once; their sums are then added in order.
    private var piece: Int { Swift.max(1, 65536 / inner) }
    private var pieces: Int { Swift.max(1, (length + piece - 1) / piece) }

    /// Rows are reduced a band at a time, so that their sums in double precision take little memory beside the tensor.
    func run() throws(EngineError) {
        let rows = Swift.max(1, (1 << 20) / (pieces * inner))
        for first in stride(from: 0, to: outer, by: rows) {
            let band = ColumnReduction(
                reduction: reduction, outer: Swift.min(rows, outer - first), length: length, inner: inner,
                source: source + first * length * inner, target: target + first * inner)
            try band.runAtOnce()
        }
    }

    private func runAtOnce() throws(EngineError) {
        // The parts, the means and the totals.
        try Memory.check(bytes: try Shape([outer, pieces + 2, inner, MemoryLayout<Double>.stride]).elementCount())
        let partial = UnsafeMutablePointer<Double>.allocate(capacity: outer * pieces * inner)
        defer { partial.deallocate() }
        var means: [Double] = []
        if reduction == .variance {
            accumulate(into: partial, start: 0) { sum, x, _ in sum + x }
            means = combine(partial, start: 0, +).map { $0 / Double(length) }
        }
        let totals: [Double]
        switch reduction {
        case .sum, .mean:
            accumulate(into: partial, start: 0) { sum, x, _ in sum + x }
            totals = combine(partial, start: 0, +)
        case .product:
            accumulate(into: partial, start: 1) { product, x, _ in product * x }
            totals = combine(partial, start: 1, *)
        case .max:
            accumulate(into: partial, start: -.infinity) { best, x, _ in x > best || x.isNaN ? x : best }
            totals = combine(partial, start: -.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
        case .min:
            accumulate(into: partial, start: .infinity) { best, x, _ in x < best || x.isNaN ? x : best }
            totals = combine(partial, start: .infinity) { $1 < $0 || $1.isNaN ? $1 : $0 }
        case .variance:
            accumulate(into: partial, start: 0) { [means] sum, x, place in
                sum + (x - means[place]) * (x - means[place])
            }
            totals = combine(partial, start: 0, +)
        }
        let divides = reduction == .mean || reduction == .variance
        for (index, total) in totals.enumerated() { target[index] = Float(divides ? total / Double(length) : total) }
        try Interrupt.check()
    }

    /// Folds each piece into one number per column: partial[outer][piece][inner].
    @inline(__always)
    private func accumulate(
        into partial: UnsafeMutablePointer<Double>, start: Double, _ step: (Double, Double, Int) -> Double
    ) {
        let parts = outer * pieces
        let perChunk = Swift.max(1, 32768 / Swift.max(Swift.min(length, piece) * inner, 1))
        Parallel.run(chunks: (parts + perChunk - 1) / perChunk, operations: outer &* length &* inner) { chunk, _ in
            for index in chunk * perChunk..<Swift.min((chunk + 1) * perChunk, parts) {
                let (row, part) = (index / pieces, index % pieces)
                let range = part * piece..<Swift.min((part + 1) * piece, length)
                let sums = partial + index * inner
                sums.update(repeating: start, count: inner)
                if inner == 1 {
                    sums[0] = fold(row: row, range: range, start: start, step)
                } else {
                    for place in range { add(row: row, place: place, to: sums, step) }
                }
            }
        }
    }

    /// One place of the middle axis, for all columns.
    @inline(__always)
    private func add(
        row: Int, place: Int, to sums: UnsafeMutablePointer<Double>, _ step: (Double, Double, Int) -> Double
    ) {
        let values = source + (row * length + place) * inner
        for column in 0..<inner { sums[column] = step(sums[column], Double(values[column]), row * inner + column) }
    }

    /// A run of neighbours, one after another.
    @inline(__always)
    private func fold(row: Int, range: Range<Int>, start: Double, _ step: (Double, Double, Int) -> Double) -> Double {
        var result = start
        for place in range { result = step(result, Double(source[row * length + place]), row) }
        return result
    }

    /// The pieces of each column put together, in order.
    private func combine(
        _ partial: UnsafeMutablePointer<Double>, start: Double, _ operation: (Double, Double) -> Double
    ) -> [Double] {
        (0..<outer * inner).map { index in
            if index % 65536 == 0 && Interrupt.isRequested { return start }
            let (row, column) = (index / inner, index % inner)
            return (0..<pieces).reduce(start) { operation($0, partial[(row * pieces + $1) * inner + column]) }
        }
    }
}
