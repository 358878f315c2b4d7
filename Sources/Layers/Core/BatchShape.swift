import PythonText
import TensorEngine

/// The shape of a tensor in a network, the batch axis first. Sizes may be unknown until data are given.
public struct BatchShape: Hashable, Sendable, CustomStringConvertible {
    /// Sizes of the axes, the batch axis at index 0.
    public var dims: [Dim]

    /// A shape with these axes.
    public init(_ dims: [Dim]) { self.dims = dims }

    /// The shape of data.
    public init(_ sizes: [Int]) { dims = sizes.map { Dim($0) } }

    /// Number of axes, the batch axis included.
    public var rank: Int { dims.count }

    /// The sizes after the batch axis.
    public var perSample: [Dim] { Array(dims.dropFirst()) }

    /// All sizes; nil if one of them is unknown.
    public var known: [Int]? {
        let sizes = dims.compactMap(\.known)
        return sizes.count == rank ? sizes : nil
    }

    /// The shape as Python prints a tuple: `(None, 72, 14, 1)`.
    public var description: String { PythonTuple.describe(dims) }

    /// The product of the sizes after the batch axis; unknown if one of them is unknown or the product overflows.
    public var elementsPerSample: Dim { Dim.product(perSample) }

    /// Whether data of these sizes have this shape: equal ranks, equal known sizes.
    public func accepts(_ sizes: [Int]) -> Bool {
        sizes.count == rank && zip(dims, sizes).allSatisfy { dim, size in dim.known.map { $0 == size } ?? true }
    }
}
