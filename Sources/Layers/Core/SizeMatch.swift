import TensorEngine

/// Two sizes of inputs of one call that must be equal, though neither need be known.
public struct SizeMatch: Hashable, Sendable {
    /// A size of an input before the other one.
    public let first: Dim
    /// The size of the other input.
    public let second: Dim
    /// Whether a size of 1 fits any other, as it repeats.
    public var allowsOne = false

    /// Sizes that tensors combined element by element need: aligned at the last axis, 1 beside anything.
    /// - Parameter isFirstAxisBatch: whether the first axes are aligned as well, and not compared.
    static func broadcast(_ inputs: [BatchShape]) -> [SizeMatch] {
        guard var sizes = inputs.first?.dims else { return [] }
        var matches: [SizeMatch] = []
        for shape in inputs.dropFirst() {
            for (axis, size) in zip(sizes.indices.suffix(shape.rank), shape.dims.suffix(sizes.count)) where axis > 0 {
                if size == 1 || sizes[axis] == 1 { continue }
                if size != sizes[axis] { matches.append(SizeMatch(first: sizes[axis], second: size, allowsOne: true)) }
            }
            sizes = TensorEngine.broadcast(sizes, shape.dims) ?? sizes
        }
        return matches
    }
}
