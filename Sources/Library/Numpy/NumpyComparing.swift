import Arrays
import Interpreter

/// numpy's functions that compare whole arrays.
enum NumpyComparing {
    static var all: [BuiltinFunction] {
        [
            BuiltinFunction(
                "allclose", parameters: ["a", "b", "rtol", "atol"], documentation: "Whether all are nearly equal."
            ) { arguments, interpreter throws(RaisedError) in
                .bool(try near("allclose", arguments, interpreter).bools.allSatisfy { $0 })
            },
            BuiltinFunction(
                "isclose", parameters: ["a", "b", "rtol", "atol"], documentation: "Which elements are nearly equal."
            ) { arguments, interpreter throws(RaisedError) in
                .host(ArrayObject(try near("isclose", arguments, interpreter)))
            },
            BuiltinFunction(
                "array_equal", parameters: ["a1", "a2"], documentation: "Whether shapes and elements are the same."
            ) { arguments, interpreter throws(RaisedError) in
                let a = try ArrayObject.array(from: try arguments.required(0, "a1", of: "array_equal"), interpreter)
                let b = try ArrayObject.array(from: try arguments.required(1, "a2", of: "array_equal"), interpreter)
                guard a.shape == b.shape else { return .bool(false) }
                return .bool(try raising { try NumericArray.combine(a, b, .equal) }.bools.allSatisfy { $0 })
            },
        ]
    }

    /// |a − b| ≤ atol + rtol·|b|, element by element; equal infinities are near.
    private static func near(
        _ name: String, _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> NumericArray {
        let a = try ArrayObject.array(from: try arguments.required(0, "a", of: name), interpreter)
        let b = try ArrayObject.array(from: try arguments.required(1, "b", of: name), interpreter)
        let relative = try NumpyCreation.number(arguments.value(2, "rtol") ?? .float(1e-5))
        let absolute = try NumpyCreation.number(arguments.value(3, "atol") ?? .float(1e-8))
        return try raising {
            let (x, y) = (try a.converted(to: .float64), try b.converted(to: .float64))
            let shape = try NumericArray.combine(x, y, .subtract).shape
            let pairs = zip(try x.broadcast(to: shape).doubles, try y.broadcast(to: shape).doubles)
            return try NumericArray(
                shape: shape,
                bools: pairs.map {
                    $0 == $1 || ($1.isFinite && ($0 - $1).magnitude <= absolute + relative * $1.magnitude)
                })
        }
    }
}
