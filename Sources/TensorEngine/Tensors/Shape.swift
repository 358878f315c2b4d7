import PythonText

/// The sizes of a tensor's axes, outermost first. A scalar has none.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// One size per axis.
    public var dims: [Int]

    /// A shape with these sizes.
    public init(_ dims: [Int]) { self.dims = dims }

    /// A shape with these sizes.
    public init(arrayLiteral dims: Int...) { self.dims = dims }

    /// The number of axes.
    public var rank: Int { dims.count }

    /// The size of one axis.
    public subscript(axis: Int) -> Int { dims[axis] }

    /// The number of elements: the product of the sizes, 1 for a scalar.
    /// - Throws: `sizeOverflow` if it does not fit in an integer, `invalidArgument` for a negative size.
    public func elementCount() throws(EngineError) -> Int {
        if let negative = dims.first(where: { $0 < 0 }) {
            throw .invalidArgument("a size must not be negative, received \(negative) in the shape \(self)")
        }
        guard let count = checkedProduct(dims) else {
            throw .sizeOverflow("the number of elements of the shape \(self)")
        }
        return count
    }

    /// How many elements apart neighbours along each axis lie, in row-major order.
    public var strides: [Int] {
        var strides = [Int](repeating: 1, count: rank)
        for axis in stride(from: rank - 2, through: 0, by: -1) { strides[axis] = strides[axis + 1] &* dims[axis + 1] }
        return strides
    }

    /// The axis that a possibly negative number means, as in Python: −1 is the last.
    /// - Throws: `invalidArgument` if there is no such axis.
    public func axis(_ number: Int) throws(EngineError) -> Int {
        let axis = number < 0 ? number + rank : number
        guard dims.indices.contains(axis) else {
            throw .invalidArgument("axis \(number) is out of bounds for a tensor with \(rank) axes")
        }
        return axis
    }
}

extension Shape: CustomStringConvertible {
    /// As Python writes a tuple: "(2, 3)", "(5,)", "()".
    public var description: String { PythonTuple.describe(dims) }
}
