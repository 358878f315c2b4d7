/// A set of indices along an axis, as disjoint runs of neighbouring indices in ascending order.
struct IndexRuns: Hashable, Sendable {
    /// The runs; two of them never touch.
    private(set) var runs: [ClosedRange<Int>] = []

    /// No indices.
    init() {}

    /// The indices of a range.
    init(_ range: ClosedRange<Int>) { runs = [range] }

    /// Whether there are no indices.
    var isEmpty: Bool { runs.isEmpty }

    /// From the first index to the last one; nil for no indices.
    var hull: ClosedRange<Int>? {
        guard let first = runs.first, let last = runs.last else { return nil }
        return first.lowerBound...last.upperBound
    }

    /// The number of indices from the first to the last one.
    var extent: Int { hull.map { $0.upperBound - $0.lowerBound + 1 } ?? 0 }

    /// All indices moved by `offset`.
    func shifted(by offset: Int) -> IndexRuns {
        var result = self
        result.runs = runs.map { $0.lowerBound + offset...$0.upperBound + offset }
        return result
    }

    /// The indices of either set.
    /// - Complexity: O(runs).
    func union(_ other: IndexRuns) -> IndexRuns {
        if other.isEmpty || self == other { return self }
        if isEmpty { return other }
        var result = IndexRuns()
        var (mine, theirs) = (runs[...], other.runs[...])
        while let next = IndexRuns.takeFirst(&mine, &theirs) {
            if let last = result.runs.last, next.lowerBound <= last.upperBound + 1 {
                result.runs[result.runs.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
            } else {
                result.runs.append(next)
            }
        }
        return result
    }

    private static func takeFirst(
        _ a: inout ArraySlice<ClosedRange<Int>>, _ b: inout ArraySlice<ClosedRange<Int>>
    ) -> ClosedRange<Int>? {
        guard let first = a.first else { return b.popFirst() }
        guard let second = b.first else { return a.popFirst() }
        return first.lowerBound <= second.lowerBound ? a.popFirst() : b.popFirst()
    }

    /// The indices that are in a range as well.
    func clamped(to range: ClosedRange<Int>) -> IndexRuns {
        var result = IndexRuns()
        result.runs = runs.filter { $0.overlaps(range) }.map { $0.clamped(to: range) }
        return result
    }

    /// Whether all indices are in the other set.
    func isSubset(of other: IndexRuns) -> Bool {
        var rest = other.runs[...]
        for run in runs {
            while let first = rest.first, first.upperBound < run.lowerBound { rest.removeFirst() }
            guard let first = rest.first, first.lowerBound <= run.lowerBound, run.upperBound <= first.upperBound
            else { return false }
        }
        return true
    }

    /// Whether an index is in the set.
    func contains(_ index: Int) -> Bool { runs.contains { $0.contains(index) } }

    /// The indices of both sets.
    func intersection(_ other: IndexRuns) -> IndexRuns {
        var result = IndexRuns()
        for run in other.runs { result.runs += clamped(to: run).runs }
        return result
    }

    /// How many indices there are.
    var count: Int { runs.reduce(0) { $0 + $1.count } }
}
