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
                : try NumericArray.product(left, right)
            var shape = product.shape
            if a.rank == 1 { shape.remove(at: shape.count - 2) }
            if b.rank == 1 { shape.removeLast() }
            return try product.reshaped(shape)
        }
    }

    /// numpy's `dot`: the products of the last axis of one with the last axis but one of the other, for all their others.
    static func dot(_ a: NumericArray, _ b: NumericArray) throws(RaisedError) -> NumericArray {
        if a.rank == 0 || b.rank == 0 { return try raising { try NumericArray.combine(a, b, .multiply) } }
        guard b.rank > 2 || a.rank > 2, b.rank > 1 else { return try matmul(a, b) }
        return try raising {
            let (inner, columns) = (b.shape[b.rank - 2], b.shape[b.rank - 1])
            let others = Array(b.shape.dropLast(2))
            let axes = [b.rank - 2] + (0..<b.rank - 2) + [b.rank - 1]
            let right = try b.transposed(axes).reshaped([inner, try NumericArray.checkedCount(others + [columns])])
            return try matmul(a, right).reshaped(a.shape.dropLast() + others + [columns])
        }
    }
}
