import Interpreter
import PythonText
import TensorEngine

/// Shapes with one size left open.
enum NumpyShapes {
    /// The shape with -1 replaced by the size that makes the count right.
    static func resolve(_ shape: [Int], count: Int) throws(RaisedError) -> [Int] {
        guard let open = shape.firstIndex(of: -1) else { return shape }
        guard shape.filter({ $0 == -1 }).count == 1 else {
            throw RaisedError(.valueError, "can only specify one unknown dimension")
        }
        guard let known = checkedProduct(shape.filter { $0 != -1 }), known > 0, count % known == 0 else {
            let text = PythonTuple.describe(shape, separator: ",")
            throw RaisedError(.valueError, "cannot reshape array of size \(count) into shape \(text)")
        }
        var result = shape
        result[open] = count / known
        return result
    }
}
