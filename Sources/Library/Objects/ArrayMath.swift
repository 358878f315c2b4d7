import Arrays
import Interpreter
import Layers
import TensorEngine

/// Products of arrays.
enum ArrayMath {
    /// The matrix product; vectors lose the axis they were given, as in numpy.
    static func matmul(_ a: NumericArray, _ b: NumericArray) throws(RaisedError) -> NumericArray {
        guard a.rank > 0, b.rank > 0 else {
            throw RaisedError(.valueError, "matmul: Input operand does not have enough dimensions")
        }
        return try raising {
            let left = a.rank == 1 ? try a.reshaped([1] + a.shape) : a
            let right = b.rank == 1 ? try b.reshaped(b.shape + [1]) : b
            let type = a.type.promoted(with: b.type)
            let (inner, other) = (left.shape[left.rank - 1], right.shape[right.rank - 2])
            guard inner == other else {
                throw Refusal(
                    .valueError,
                    "matmul: Input operand 1 has a mismatch in its core dimension 0, with size \(other) instead of \(inner)"
                )
            }
            let product =
                type == .float32
                ? NumericArray(try TensorEngine.matmul(left.tensor(), right.tensor()))
                : try exact(left, right, type)
            var shape = product.shape
            if a.rank == 1 { shape.remove(at: shape.count - 2) }
            if b.rank == 1 { shape.removeLast() }
            return try product.reshaped(shape)
        }
    }

    /// The product in float64 or int64, one row of a stack of matrices after the other.
    private static func exact(_ a: NumericArray, _ b: NumericArray, _ type: NumericType) throws -> NumericArray {
        let (rows, inner, columns) = (a.shape[a.rank - 2], a.shape[a.rank - 1], b.shape[b.rank - 1])
        let batch = (a.rank > b.rank ? a : b).shape.dropLast(2).map { $0 }
        let left = try a.broadcast(to: batch + a.shape.suffix(2))
        let right = try b.broadcast(to: batch + b.shape.suffix(2))
        var result = [Double](repeating: 0, count: try NumericArray.checkedCount(batch + [rows, columns]))
        let (x, y) = (left.doubles, right.doubles)
        for matrix in 0..<(try NumericArray.checkedCount(batch)) {
            for row in 0..<rows {
                if Interrupt.isRequested { throw EngineError.interrupted }
                for k in 0..<inner {
                    let factor = x[(matrix * rows + row) * inner + k]
                    for column in 0..<columns {
                        result[(matrix * rows + row) * columns + column] +=
                            factor * y[(matrix * inner + k) * columns + column]
                    }
                }
            }
        }
        return try NumericArray(shape: batch + [rows, columns], doubles: result).converted(to: type)
    }
}
