/// The shape of a tensor in a network, batch axis first; nil is a size that is not known before data comes.
public struct BatchShape: Hashable, Sendable, CustomStringConvertible {
    /// Sizes of the axes, the batch axis at index 0.
    public var dims: [Int?]

    /// A shape with exactly these axes.
    public init(_ dims: [Int?]) { self.dims = dims }

    /// Number of axes, the batch axis included.
    public var rank: Int { dims.count }

    /// The sizes after the batch axis.
    public var perSample: [Int?] { Array(dims.dropFirst()) }

    /// The shape as Python prints a tuple: `(None, 72, 14, 1)`.
    public var description: String {
        let parts = dims.map { $0.map(String.init) ?? "None" }
        return parts.count == 1 ? "(\(parts[0]),)" : "(\(parts.joined(separator: ", ")))"
    }

    /// The product of the sizes after the batch axis; nil if one is unknown or the product overflows.
    public var elementsPerSample: Int? {
        var product = 1
        for dim in perSample {
            guard let dim else { return nil }
            let (next, overflow) = product.multipliedReportingOverflow(by: dim)
            if overflow { return nil }
            product = next
        }
        return product
    }

    /// Whether data of `sizes` may stand where this shape is expected: equal ranks, equal known sizes.
    public func accepts(_ sizes: [Int]) -> Bool {
        sizes.count == dims.count && zip(dims, sizes).allSatisfy { $0 == nil || $0 == $1 }
    }
}
