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
        let counts = Statistics.counts(numbers, from: bounds, to: range.maximum)
        histogram = zip([range.finiteCount] + counts, counts + [0]).map { $0 - $1 }
    }

    /// How many numbers lie between each of some bounds and an upper one, in lanes that the compiler turns into vectors.
    private static func counts(_ numbers: UnsafeBufferPointer<Float>, from bounds: [Float], to high: Float) -> [Int] {
        guard let start = numbers.baseAddress else { return bounds.map { _ in 0 } }
        let lanes = 512
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: bounds.count * lanes) { room in
            guard let counts = room.baseAddress else { return [] }
            var totals = bounds.map { _ in 0 }
            // A float counts exactly to 2²⁴.
            for part in stride(from: 0, to: numbers.count, by: lanes << 24) {
                counts.initialize(repeating: 0, count: bounds.count * lanes)
                for first in stride(from: part, to: min(numbers.count, part + (lanes << 24)), by: lanes) {
                    let piece = start + first
                    for (index, low) in bounds.enumerated() {
                        let own = counts + index * lanes
                        for lane in 0..<min(lanes, numbers.count - first) {
                            let number = piece[lane]
                            own[lane] += number >= low && number <= high ? 1 : 0
                        }
                    }
                }
                for index in bounds.indices {
                    totals[index] += (0..<lanes).reduce(0) { $0 + Int(counts[index * lanes + $1]) }
                }
            }
            return totals
        }
    }
}

/// Sums over numbers, in lanes of a fixed order, so that every machine gets the same: loops over lanes are what the compiler
/// turns into vectors.
private struct Sums {
    private(set) var range = ValueRange()
    private(set) var zeros = 0
    private(set) var total = 0.0
    private(set) var squares = 0.0

    private static let lanes = 512

    init(_ numbers: UnsafeBufferPointer<Float>, onlyRange: Bool) {
        guard let start = numbers.baseAddress, addRange(start, numbers.count) else {
            // What is not finite is rare, and then there is time to look at each number.
            for number in numbers { add(number) }
            return
        }
        if !onlyRange { addSums(start, numbers.count) }
    }

    private mutating func add(_ number: Float) {
        range.insert(number)
        guard number.isFinite else { return }
        if number == 0 { zeros += 1 }
        total += Double(number)
        squares += Double(number) * Double(number)
    }

    /// Finds the range; false where some number is not finite.
    private mutating func addRange(_ start: UnsafePointer<Float>, _ count: Int) -> Bool {
        let lanes = Sums.lanes
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * lanes) { room in
            guard let lows = room.baseAddress else { return false }
            let (highs, strays) = (lows + lanes, lows + 2 * lanes)
            lows.initialize(repeating: .infinity, count: lanes)
            highs.initialize(repeating: -.infinity, count: lanes)
            strays.initialize(repeating: 0, count: lanes)
            var first = 0
            while first + 4 * lanes <= count {
                // Four numbers at once, so that the extremes are read and written once for four.
                let (one, two) = (start + first, start + first + lanes)
                let (three, four) = (start + first + 2 * lanes, start + first + 3 * lanes)
                for lane in 0..<lanes {
                    let (a, b, c, d) = (one[lane], two[lane], three[lane], four[lane])
                    let (high, otherHigh) = (a > b ? a : b, c > d ? c : d)
                    let (low, otherLow) = (a < b ? a : b, c < d ? c : d)
                    let (highest, lowest) = (high > otherHigh ? high : otherHigh, low < otherLow ? low : otherLow)
                    highs[lane] = highest > highs[lane] ? highest : highs[lane]
                    lows[lane] = lowest < lows[lane] ? lowest : lows[lane]
                    // x − x is 0 for a finite x and NaN for the others.
                    strays[lane] += ((a - a) + (b - b)) + ((c - c) + (d - d))
                }
                first += 4 * lanes
            }
            for index in first..<count {
                let (lane, number) = ((index - first) % lanes, start[index])
                lows[lane] = number < lows[lane] ? number : lows[lane]
                highs[lane] = number > highs[lane] ? number : highs[lane]
                strays[lane] += number - number
            }
            let (low, high) = (0..<lanes).reduce((Float.infinity, -Float.infinity)) { ends, lane in
                (min(ends.0, lows[lane]), max(ends.1, highs[lane]))
            }
            guard !(0..<lanes).contains(where: { strays[$0].isNaN }) else { return false }
            range = ValueRange(minimum: low, maximum: high, finiteCount: count, nanCount: 0, infinityCount: 0)
            return true
        }
    }

    /// Counts zeros and adds up numbers and squares, all of which are finite.
    private mutating func addSums(_ start: UnsafePointer<Float>, _ count: Int) {
        let lanes = Sums.lanes
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * lanes) { room in
            guard let totals = room.baseAddress else { return }
            let (squareSums, zeroCounts) = (totals + lanes, totals + 2 * lanes)
            totals.initialize(repeating: 0, count: 3 * lanes)
            for first in stride(from: 0, to: count, by: lanes) {
                let piece = start + first
                for lane in 0..<min(lanes, count - first) {
                    let number = Double(piece[lane])
                    totals[lane] += number
                    squareSums[lane] += number * number
                    zeroCounts[lane] += number == 0 ? 1 : 0
                }
            }
            for lane in 0..<lanes {
                total += totals[lane]
                squares += squareSums[lane]
                zeros += Int(zeroCounts[lane])
            }
        }
    }
}
