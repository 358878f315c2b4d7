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

    /// The shape with the formulas of unknown sizes: `(None, ⌊(H−3)/2⌋+1, W, 8)`.
    public var formulaText: String { formulaText(SizeFormula.names(for: symbols)) }

    /// The shape with formulas.
    /// - Parameter name: what a size of an input is called.
    public func formulaText(_ name: (SizeSymbol) -> String) -> String {
        PythonTuple.describe(dims.map { $0.formula?.text(name) ?? $0.description })
    }

    /// The sizes of inputs that are in its formulas.
    public var symbols: Set<SizeSymbol> {
        dims.reduce(into: []) { symbols, size in
            if let formula = size.formula { symbols.formUnion(formula.symbols) }
        }
    }

    /// Whether another shape is written the same: unknown sizes count as equal, whatever their formulas.
    public func isSame(as other: BatchShape) -> Bool {
        rank == other.rank && zip(dims, other.dims).allSatisfy { $0.known == $1.known }
    }

    /// The product of the sizes after the batch axis; unknown if one of them is unknown or the product overflows.
    public var elementsPerSample: Dim { Dim.product(dims.dropFirst()) }

    /// Whether data of these sizes have this shape: equal ranks, equal known sizes.
    public func accepts(_ sizes: [Int]) -> Bool {
        sizes.count == rank && zip(dims, sizes).allSatisfy { dim, size in dim.known.map { $0 == size } ?? true }
    }
}
