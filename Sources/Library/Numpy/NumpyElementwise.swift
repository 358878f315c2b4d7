import Arrays
import Interpreter
import TensorEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// numpy's functions of each element.
enum NumpyElementwise {
    static var all: [BuiltinFunction] {
        [
            unary("sqrt", "Square roots.") { $0.squareRoot() },
            unary("exp", "e to the power of each element.") { exp($0) },
            unary("log", "Natural logarithms.") { log($0) }, unary("log2", "Logarithms to base 2.") { log2($0) },
            unary("log10", "Logarithms to base 10.") { log10($0) }, unary("log1p", "log(1 + x).") { log1p($0) },
            unary("sin", "Sines.") { sin($0) }, unary("cos", "Cosines.") { cos($0) },
            unary("tan", "Tangents.") { tan($0) },
            unary("tanh", "Hyperbolic tangents.") { tanh($0) }, unary("arctan", "Arc tangents.") { atan($0) },
            unary("floor", "Rounded down.") { $0.rounded(.down) }, unary("ceil", "Rounded up.") { $0.rounded(.up) },
            unary("square", "Squares.") { $0 * $0 }, unary("reciprocal", "1 / x.") { 1 / $0 },
            unary("sign", "−1, 0 or 1.") { $0 > 0 ? 1 : ($0 < 0 ? -1 : ($0 == 0 ? 0 : $0)) },
            test("isnan", "Whether each is nan.") { $0.isNaN },
            test("isfinite", "Whether each is finite.") { $0.isFinite },
            test("isinf", "Whether each is infinite.") { $0.isInfinite },
            magnitude("abs"), magnitude("absolute"), round, clip,
            binary("maximum", .maximum), binary("minimum", .minimum), binary("add", .add),
            binary("subtract", .subtract),
            binary("multiply", .multiply), binary("divide", .divide), binary("power", .power), binary("mod", .modulo),
            binary("equal", .equal), binary("greater", .greater), binary("less", .less), binary("logical_and", .and),
            binary("logical_or", .or), binary("not_equal", .notEqual), binary("greater_equal", .greaterEqual),
            binary("less_equal", .lessEqual), binary("floor_divide", .floorDivide), binary("true_divide", .divide),
            binary("remainder", .modulo), test("logical_not", "Whether each is zero.") { $0 == 0 },
            unary("sinh", "Hyperbolic sines.") { sinh($0) }, unary("cosh", "Hyperbolic cosines.") { cosh($0) },
            unary("arcsin", "Arc sines.") { asin($0) }, unary("arccos", "Arc cosines.") { acos($0) },
            unary("exp2", "2 to the power of each element.") { exp2($0) },
            unary("expm1", "exp(x) − 1.") { expm1($0) }, unary("cbrt", "Cube roots.") { cbrt($0) },
            unary("deg2rad", "Degrees in radians.") { $0 * (.pi / 180) },
            unary("rad2deg", "Radians in degrees.") { $0 * (180 / .pi) },
            unary("negative", "Below zero what was above.") { -$0 },
            product("dot", ArrayMath.dot), product("matmul", ArrayMath.matmul),
        ]
    }

    private static func operand(_ arguments: CallArguments, _ name: String, _ interpreter: Interpreter)
        throws(RaisedError) -> NumericArray
    {
        try ArrayObject.array(from: try arguments.required(0, "x", of: name), interpreter)
    }

    private static func unary(_ name: String, _ doc: String, _ function: @escaping (Double) -> Double)
        -> BuiltinFunction
    {
        BuiltinFunction(name, parameters: ["x"], documentation: doc) { arguments, interpreter throws(RaisedError) in
            let array = try operand(arguments, name, interpreter)
            return .host(
                ArrayObject(try raising { try exact(name, array) ?? array.mapped(function) }))
        }
    }

    /// What some functions make of whole numbers and truths without leaving their type; nil for all others.
    private static func exact(_ name: String, _ array: NumericArray) throws -> NumericArray? {
        switch (name, array.type) {
        case ("floor", .int64), ("ceil", .int64), ("floor", .bool), ("ceil", .bool): array
        case ("negative", .int64): try array.negated()
        case ("square", .int64): try NumericArray.combine(array, array, .multiply)
        case ("sign", .int64): try NumericArray(shape: array.shape, ints: array.ints.map { $0.signum() })
        case ("sign", .bool): throw EngineError.unsupportedType("ufunc 'sign' did not contain a loop for truths")
        default: nil
        }
    }

    private static func test(_ name: String, _ doc: String, _ function: @escaping (Double) -> Bool) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["x"], documentation: doc) { arguments, interpreter throws(RaisedError) in
            let array = try operand(arguments, name, interpreter)
            return .host(
                ArrayObject(
                    try raising {
                        _ = try NumericArray.checkedCount(array.shape)
                        return try NumericArray(shape: array.shape, bools: array.doubles.map(function))
                    }))
        }
    }

    private static func magnitude(_ name: String) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["x"], documentation: "Magnitudes.") {
            arguments, interpreter throws(RaisedError) in
            let array = try operand(arguments, name, interpreter)
            return .host(ArrayObject(try raising { try array.magnitudes() }))
        }
    }

    private static func binary(_ name: String, _ operation: ArrayOperation) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["x1", "x2"], documentation: "The \(operation.rawValue) of each pair.") {
            arguments, interpreter throws(RaisedError) in
            let a = try ArrayObject.array(from: try arguments.required(0, "x1", of: name), interpreter)
            let second = try arguments.required(1, "x2", of: name)
            let number = try ArrayObject.operand(second, like: a)
            let b: NumericArray
            if let number { b = number } else { b = try ArrayObject.array(from: second, interpreter) }
            return .host(ArrayObject(try raising { try NumericArray.combine(a, b, operation) }))
        }
    }

    private static func product(
        _ name: String, _ multiply: @escaping (NumericArray, NumericArray) throws(RaisedError) -> NumericArray
    ) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["a", "b"], documentation: "The matrix product.") {
            arguments, interpreter throws(RaisedError) in
            let a = try ArrayObject.array(from: try arguments.required(0, "a", of: name), interpreter)
            let b = try ArrayObject.array(from: try arguments.required(1, "b", of: name), interpreter)
            return .host(ArrayObject(try multiply(a, b)))
        }
    }

    static var round: BuiltinFunction {
        BuiltinFunction("round", parameters: ["a", "decimals"], documentation: "Rounded to so many decimals.") {
            arguments, interpreter throws(RaisedError) in
            let array = try operand(arguments, "round", interpreter)
            var decimals = 0
            if case .int(let number)? = arguments.value(1, "decimals") { decimals = min(max(number, -300), 300) }
            if !array.type.isFloat { return .host(ArrayObject(array)) }
            let scale = pow(10, Double(decimals))
            return .host(
                ArrayObject(try raising { try array.mapped { ($0 * scale).rounded(.toNearestOrEven) / scale } }))
        }
    }

    static var clip: BuiltinFunction {
        BuiltinFunction("clip", parameters: ["a", "a_min", "a_max"], documentation: "Kept between two bounds.") {
            arguments, interpreter throws(RaisedError) in
            var array = try operand(arguments, "clip", interpreter)
            for (position, name, operation) in [(1, "a_min", ArrayOperation.maximum), (2, "a_max", .minimum)] {
                guard let bound = arguments.value(position, name),
                    let limit = try ArrayObject.operand(bound, like: array)
                else { continue }
                array = try raising { try NumericArray.combine(array, limit, operation) }
            }
            return .host(ArrayObject(array))
        }
    }
}
