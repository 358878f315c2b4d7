/// A size that numpy's broadcasting knows how to combine with another.
public protocol BroadcastSize: ExpressibleByIntegerLiteral {
    /// The size that both repeat to; nil where they differ and neither is 1.
    func broadcast(with other: Self) -> Self?
}

extension Int: BroadcastSize {
    /// The number that both repeat to; nil where they differ and neither is 1.
    public func broadcast(with other: Int) -> Int? {
        if self == other || other == 1 { return self }
        return self == 1 ? other : nil
    }
}

extension Dim: BroadcastSize {
    /// An unknown size beside a known one other than 1 must become that size, or 1, so the result is the known one.
    public func broadcast(with other: Dim) -> Dim? {
        switch (known, other.known) {
        case (let a?, let b?): a.broadcast(with: b).map { Dim($0) }
        case (1?, nil): other
        case (nil, let b?) where b != 1: other
        default: self
        }
    }
}

/// The sizes that two lists of sizes broadcast to, by numpy's rule: aligned at the last axis, a size of 1 or a missing
/// axis repeats.
/// - Returns: nil where two sizes differ and neither is 1.
public func broadcast<Size: BroadcastSize>(_ a: [Size], _ b: [Size]) -> [Size]? {
    let rank = max(a.count, b.count)
    var result: [Size] = []
    result.reserveCapacity(rank)
    for axis in 0..<rank {
        let x = axis < rank - a.count ? 1 : a[axis - (rank - a.count)]
        let y = axis < rank - b.count ? 1 : b[axis - (rank - b.count)]
        guard let size = x.broadcast(with: y) else { return nil }
        result.append(size)
    }
    return result
}
