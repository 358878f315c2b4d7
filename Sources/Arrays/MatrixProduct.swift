import TensorEngine

/// The sizes of a product of matrices.
struct MatrixSize {
    /// How many matrices there are.
    let count: Int
    let rows: Int
    let inner: Int
    let columns: Int
    /// The shape of the result.
    let shape: [Int]
}

extension NumericArray {
    /// The products of matrices in the last two axes; the axes before them broadcast. The numbers keep their type, and
    /// integers wrap.
    /// - Throws: `shapeMismatch` where the sizes do not go together.
    public static func product(_ a: NumericArray, _ b: NumericArray) throws(EngineError) -> NumericArray {
        let type = a.type.promoted(with: b.type)
        let outer = try broadcast(a.shape.dropLast(2), b.shape.dropLast(2))
        let left = try a.broadcast(to: outer + a.shape.suffix(2)).converted(to: type)
        let right = try b.broadcast(to: outer + b.shape.suffix(2)).converted(to: type)
        let (rows, inner, columns) = (a.shape[a.rank - 2], a.shape[a.rank - 1], b.shape[b.rank - 1])
        let shape = outer + [rows, columns]
        _ = try checkedCount(shape)
        let size = MatrixSize(
            count: try checkedCount(outer), rows: rows, inner: inner, columns: columns, shape: shape)
        return try type.element.products(left, right, size)
    }
}

extension ArrayElement where Self: Numeric {
    fileprivate static func products(
        _ a: NumericArray, _ b: NumericArray, _ size: MatrixSize, _ adding: (Self, Self, Self) -> Self
    ) throws(EngineError) -> NumericArray {
        var result = [Self](repeating: 0, count: size.count * size.rows * size.columns)
        try withElements(of: a) { (x) throws(EngineError) in
            try withElements(of: b) { (y) throws(EngineError) in
                for row in 0..<size.count * size.rows {
                    try Interrupt.check()
                    let matrix = row / size.rows * size.inner
                    for k in 0..<size.inner {
                        let factor = x[row * size.inner + k]
                        for column in 0..<size.columns {
                            let place = row * size.columns + column
                            result[place] = adding(result[place], factor, y[(matrix + k) * size.columns + column])
                        }
                    }
                }
            }
        }
        return try array(result, shape: size.shape)
    }
}

extension ArrayElement where Self: FixedWidthInteger {
    static func products(_ a: NumericArray, _ b: NumericArray, _ size: MatrixSize) throws(EngineError) -> NumericArray {
        try products(a, b, size) { $0 &+ $1 &* $2 }
    }
}

extension ArrayElement where Self: BinaryFloatingPoint {
    static func products(_ a: NumericArray, _ b: NumericArray, _ size: MatrixSize) throws(EngineError) -> NumericArray {
        try products(a, b, size) { $0 + $1 * $2 }
    }
}
