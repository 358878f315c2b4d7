import Arrays
import Interpreter

/// numpy's functions that compare whole arrays.
enum NumpyComparing {
    static var all: [BuiltinFunction] {
        [
            .python("allclose(a, b, rtol=1e-05, atol=1e-08, !equal_nan=False)", "Whether all are nearly equal.") {
                arguments, interpreter in
                .bool(try near("allclose", arguments, interpreter).bools.allSatisfy { $0 })
            },
            .python("isclose(a, b, rtol=1e-05, atol=1e-08, !equal_nan=False)", "Which elements are nearly equal.") {
                arguments, interpreter in
                .host(ArrayObject(try near("isclose", arguments, interpreter)))
            },
            .python("array_equal(a1, a2, !equal_nan=False)", "Whether shapes and elements are the same.") {
                arguments, interpreter in
                let a = try ArrayObject.array(from: arguments["a1"], interpreter)
                let b = try ArrayObject.array(from: arguments["a2"], interpreter)
                guard a.shape == b.shape else { return .bool(false) }
                return .bool(try raising { try NumericArray.combine(a, b, .equal) }.bools.allSatisfy { $0 })
            },
        ]
    }

    /// |a − b| ≤ atol + rtol·|b|, element by element; equal infinities are near.
    private static func near(
        _ name: String, _ arguments: Arguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> NumericArray {
        let a = try ArrayObject.array(from: arguments["a"], interpreter)
        let b = try ArrayObject.array(from: arguments["b"], interpreter)
        let relative = try NumpyCreation.number(arguments.given("rtol") ?? .float(1e-5))
        let absolute = try NumpyCreation.number(arguments.given("atol") ?? .float(1e-8))
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
