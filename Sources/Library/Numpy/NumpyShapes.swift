import Interpreter

/// Shapes with one size left open.
enum NumpyShapes {
    /// The shape with -1 replaced by the size that makes the count right.
    static func resolve(_ shape: [Int], count: Int) throws(RaisedError) -> [Int] {
        guard let open = shape.firstIndex(of: -1) else { return shape }
        let known = shape.filter { $0 != -1 }.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
        guard shape.filter({ $0 == -1 }).count == 1 else {
            throw RaisedError(.valueError, "can only specify one unknown dimension")
        }
        guard known > 0, count % known == 0 else {
            let text = shape.map(String.init).joined(separator: ",")
            throw RaisedError(.valueError, "cannot reshape array of size \(count) into shape (\(text))")
        }
        var result = shape
        result[open] = count / known
        return result
    }
}
