/// A summary of many numbers in one line: range, histogram, mean, deviation, zeros, and what is not finite.
///
/// All figures but the counts of what is not finite are those of the finite numbers.
public struct Statistics: Hashable, Sendable {
    /// The least and greatest number, and the counts of what is finite, NaN and infinite.
    public private(set) var range = ValueRange()
    /// The mean, μ; 0 where there is no finite number.
    public private(set) var mean = 0.0
    /// The standard deviation of the whole, σ = √(Σ(x − μ)² / n).
    public private(set) var deviation = 0.0
    /// How many numbers are zero.
    public private(set) var zeroCount = 0
    /// How many numbers lie in each of eight equal parts of the range; empty where all are the same.
    public private(set) var histogram: [Int] = []

    /// The parts of the histogram.
    static let bins = 8

    /// The statistics of some of the numbers in memory.
    /// - Complexity: two passes over the numbers.
    public init(_ storage: any NumberStorage, in part: Range<Int>? = nil) {
        storage.readNumbers { numbers in
            let all = 0..<numbers.count
            let part = (part ?? all).clamped(to: all)
            let numbers = UnsafeBufferPointer(rebasing: numbers[part])
            let sums = Sums(numbers, onlyRange: false)
            range = sums.range
            zeroCount = sums.zeros
            guard range.finiteCount > 0 else { return }
            let count = Double(range.finiteCount)
            mean = sums.total / count
            deviation = max(0, sums.squares / count - mean * mean).squareRoot()
            if !range.isConstant { countBins(numbers) }
        }
    }

    /// The range of some of the numbers in memory, in one pass.
    public static func range(of storage: any NumberStorage, in part: Range<Int>? = nil) -> ValueRange {
        storage.readNumbers { numbers in
            let all = 0..<numbers.count
            let numbers = UnsafeBufferPointer(rebasing: numbers[(part ?? all).clamped(to: all)])
            return Sums(numbers, onlyRange: true).range
        }
    }

    /// Counts, for each bound between two parts, the numbers from there on; the differences are the parts.
    private mutating func countBins(_ numbers: UnsafeBufferPointer<Float>) {
        let (low, span) = (Double(range.minimum), Double(range.maximum) - Double(range.minimum))
        let bounds = (1..<Statistics.bins).map { part -> Float in
            let exact = low + span * Double(part) / Double(Statistics.bins)
            let bound = Float(exact)
            return Double(bound) < exact ? bound.nextUp : bound
        }
        // From the number after the greatest finite one on, there is only +∞.
        var counts = Statistics.counts(numbers, from: bounds + [range.maximum.nextUp])
        let beyond = counts.removeLast()
        counts = counts.map { $0 - beyond }
        histogram = zip([range.finiteCount] + counts, counts + [0]).map { $0 - $1 }
    }

    /// How many numbers lie at each of eight bounds or above.
    private static func counts(_ numbers: UnsafeBufferPointer<Float>, from bounds: [Float]) -> [Int] {
        let bounds = SIMD8<Float>(bounds)
        var totals = SIMD8<Int>.zero
        for first in stride(from: 0, to: numbers.count, by: pieceLength) {
            // A lane for each bound; few enough numbers that 32 bits hold their count.
            var counts = SIMD8<Int32>.zero
            for index in first..<min(first + pieceLength, numbers.count) {
                counts.replace(with: counts &+ 1, where: bounds .<= numbers[index])
            }
            totals &+= SIMD8<Int>(truncatingIfNeeded: counts)
        }
        return totals.indices.map { totals[$0] }
    }

    /// So many numbers stay in the first cache while they are read several times.
    fileprivate static let pieceLength = 4096
}

/// Numbers by eights; after the last number there are fillers.
private struct Eights: Sequence, IteratorProtocol {
    private var place: UnsafePointer<Float>
    private var left: Int
    private let filler: Float

    init(_ place: UnsafePointer<Float>, count: Int, filler: Float) {
        (self.place, left, self.filler) = (place, count, filler)
    }

    @inline(__always)
    mutating func next() -> SIMD8<Float>? {
        defer {
            place += 8
            left -= 8
        }
        if left >= 8 { return UnsafeRawPointer(place).loadUnaligned(as: SIMD8<Float>.self) }
        if left <= 0 { return nil }
        var rest = SIMD8<Float>(repeating: filler)
        for index in 0..<left { rest[index] = place[index] }
        return rest
    }
}

/// Sums over numbers, in eight lanes, so that every machine gets the same.
private struct Sums {
    private(set) var range = ValueRange()
    private(set) var zeros = 0
    private(set) var total = 0.0
    private(set) var squares = 0.0

    init(_ numbers: UnsafeBufferPointer<Float>, onlyRange: Bool) {
        guard let start = numbers.baseAddress, !numbers.isEmpty else { return }
        if let extremes = Extremes(start, count: numbers.count) {
            range = ValueRange(
                minimum: extremes.lows.min(), maximum: extremes.highs.max(), finiteCount: numbers.count, nanCount: 0,
                infinityCount: 0)
            if !onlyRange { addFinite(start, count: numbers.count) }
        } else {
            // What is not finite is rare, and then there is time to look at each number.
            for number in numbers { add(number) }
        }
    }

    private mutating func add(_ number: Float) {
        range.insert(number)
        guard number.isFinite else { return }
        if number == 0 { zeros += 1 }
        total += Double(number)
        squares += Double(number) * Double(number)
    }

    /// Adds numbers that are all finite.
    private mutating func addFinite(_ start: UnsafePointer<Float>, count: Int) {
        var (totals, squareSums, nonzero) = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Int64>.zero)
        for eight in Eights(start, count: count, filler: 0) {
            let exact = SIMD8<Double>(eight)
            totals += exact
            squareSums += exact * exact
            nonzero.replace(with: nonzero &+ 1, where: exact .!= 0)
        }
        (total, squares, zeros) = (totals.sum(), squareSums.sum(), count - Int(nonzero.wrappedSum()))
    }
}

/// The extremes of some numbers, in eight lanes.
private struct Extremes {
    private(set) var lows: SIMD8<Float>
    private(set) var highs: SIMD8<Float>

    /// The extremes of at least one number; nil where one is not finite.
    init?(_ start: UnsafePointer<Float>, count: Int) {
        var (lows, highs) = (SIMD8(repeating: start[0]), SIMD8(repeating: start[0]))
        var strays = SIMD8<Float>.zero
        for eight in Eights(start, count: count, filler: start[0]) {
            lows.replace(with: eight, where: eight .< lows)
            highs.replace(with: eight, where: eight .> highs)
            // x − x is 0 for a finite x and NaN for the others.
            strays += eight - eight
        }
        guard strays == .zero else { return nil }
        (self.lows, self.highs) = (lows, highs)
    }
}
