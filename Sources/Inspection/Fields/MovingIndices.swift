import Layers

/// The indices along an axis of a network's input that belong to index o along an axis of a tensor:
/// those of `sets[o mod period]`, moved by ⌊o / period⌋ · `shift`.
///
/// Convolutions have period 1; where a tensor was enlarged by s, neighbouring indices see different sets, and the period
/// is a multiple of s. Padding counts as if the input went on.
struct MovingIndices: Hashable, Sendable {
    /// By how much the indices move in one period.
    let shift: Int
    /// The indices for each o below the period.
    let sets: [IndexRuns]
    /// Whether the indices are right; where a padding depends on an unknown size, only their distances are.
    let isPlaced: Bool

    /// Beyond these, a field is not followed exactly: indices whose sums could overflow, periods and windows whose sets
    /// would take long to list, runs with too many gaps.
    private static let (mostIndex, mostSets, mostTaps, mostRuns) = (1 << 40, 4096, 4096, 512)

    /// Index o itself.
    static let same = MovingIndices(shift: 1, sets: [IndexRuns(0...0)], isPlaced: true)

    var period: Int { sets.count }

    /// The indices that belong to `index`.
    func indices(of index: Int) -> IndexRuns {
        let quotient = index >= 0 ? index / period : -((-(index + 1)) / period) - 1
        return sets[index - quotient * period].shifted(by: quotient * shift)
    }

    /// The most indices from the first to the last of a set.
    var extent: Int { sets.map(\.extent).max() ?? 0 }

    /// Whether every set reaches equally far.
    var isUniform: Bool { sets.allSatisfy { $0.extent == extent && !$0.isEmpty } }

    /// What a range of indices along the axis sees.
    /// - Parameter range: the indices that belong to an index of an output.
    /// - Returns: the indices that belong to an index of the output; nil where there are too many to follow.
    func after(_ range: IndexRange) -> MovingIndices? {
        if range == .same { return self }
        let (p, q) = range.stride
        let numbers = [p, q, range.offsets.first, range.offsets.last, range.step, shift]
        guard numbers.allSatisfy({ $0.magnitude <= MovingIndices.mostIndex.magnitude }), p >= 0, q > 0 else {
            return nil
        }
        let factor = p == 0 ? 1 : period / greatestCommonDivisor(period, p)
        let (length, overflow) = q.multipliedReportingOverflow(by: factor)
        guard !overflow, length <= MovingIndices.mostSets else { return nil }
        let (moved, isTooFar) = (p * factor / period).multipliedReportingOverflow(by: shift)
        guard !isTooFar, moved.magnitude <= MovingIndices.mostIndex.magnitude else { return nil }
        var made: [IndexRuns] = []
        for index in 0..<length {
            guard let set = union(range.indices(of: index)) else { return nil }
            made.append(set)
        }
        return MovingIndices(shift: moved, sets: made, isPlaced: isPlaced && range.isPlaced).reduced
    }

    /// What some indices of the axis see together; nil where there are too many to follow.
    func union(_ indices: some Sequence<Int>) -> IndexRuns? {
        var result = IndexRuns()
        for (count, index) in indices.enumerated() {
            guard count < MovingIndices.mostTaps, result.runs.count < MovingIndices.mostRuns else { return nil }
            result = result.union(self.indices(of: index))
        }
        guard let hull = result.hull else { return result }
        let farthest = max(hull.lowerBound.magnitude, hull.upperBound.magnitude)
        return farthest <= MovingIndices.mostIndex.magnitude ? result : nil
    }

    /// The indices of either; nil where they move at different speeds, or their places are not known.
    func union(_ other: MovingIndices) -> MovingIndices? {
        if self == other { return self }
        let common = period / greatestCommonDivisor(period, other.period) * other.period
        guard isPlaced, other.isPlaced, common <= MovingIndices.mostSets,
            common / period * shift == common / other.period * other.shift
        else { return nil }
        let sets = (0..<common).map { indices(of: $0).union(other.indices(of: $0)) }
        guard sets.allSatisfy({ $0.runs.count <= MovingIndices.mostRuns }) else { return nil }
        return MovingIndices(shift: common / period * shift, sets: sets, isPlaced: true).reduced
    }

    /// Whether each set is a part of the other's.
    func isSubset(of other: MovingIndices) -> Bool {
        guard let both = union(other) else { return false }
        return both == other
    }

    /// The same with the shortest period.
    private var reduced: MovingIndices {
        for length in 1..<max(period, 1) where period % length == 0 && shift % (period / length) == 0 {
            let step = shift / (period / length)
            let isShorter = (length..<period).allSatisfy { sets[$0] == sets[$0 - length].shifted(by: step) }
            if isShorter { return MovingIndices(shift: step, sets: Array(sets.prefix(length)), isPlaced: isPlaced) }
        }
        return self
    }
}
