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
            same("sqrt", "Square roots.", .squareRoot),
            unary("exp", "e to the power of each element.") { exp($0) },
            unary("log", "Natural logarithms.") { log($0) }, unary("log2", "Logarithms to base 2.") { log2($0) },
            unary("log10", "Logarithms to base 10.") { log10($0) }, unary("log1p", "log(1 + x).") { log1p($0) },
            unary("sin", "Sines.") { sin($0) }, unary("cos", "Cosines.") { cos($0) },
            unary("tan", "Tangents.") { tan($0) }, unary("tanh", "Hyperbolic tangents.") { tanh($0) },
            unary("sinh", "Hyperbolic sines.") { sinh($0) }, unary("cosh", "Hyperbolic cosines.") { cosh($0) },
            unary("arctan", "Arc tangents.") { atan($0) }, unary("arcsin", "Arc sines.") { asin($0) },
            unary("arccos", "Arc cosines.") { acos($0) }, unary("exp2", "2 to the power of each element.") { exp2($0) },
            unary("expm1", "exp(x) − 1.") { expm1($0) }, unary("cbrt", "Cube roots.") { cbrt($0) },
            unary("deg2rad", "Degrees in radians.") { $0 * (.pi / 180) },
            unary("rad2deg", "Radians in degrees.") { $0 * (180 / .pi) },
            unary("arcsinh", "Inverse hyperbolic sines.") { asinh($0) },
            unary("arccosh", "Inverse hyperbolic cosines.") { acosh($0) },
            unary("arctanh", "Inverse hyperbolic tangents.") { atanh($0) },
            unary("fabs", "Magnitudes, as floats.") { abs($0) },
            real("arctan2", "The angles of points (x2, x1).") { atan2($0, $1) },
            real("hypot", "The lengths of vectors.") { hypot($0, $1) },
            real("copysign", "Magnitudes with the signs of others.") { copysign($0, $1) },
            real("heaviside", "0 below zero, 1 above it, the other number at it.") {
                $0.isNaN ? $0 : $0 == 0 ? $1 : $0 < 0 ? 0 : 1
            },
            real("logaddexp", "Logarithms of sums of exponentials.") {
                $0 == $1 ? $0 + log(2) : max($0, $1) + log1p(exp(-abs($0 - $1)))
            },
            real("logaddexp2", "Logarithms to base 2 of sums of powers of 2.") {
                $0 == $1 ? $0 + 1 : max($0, $1) + log2(1 + exp2(-abs($0 - $1)))
            },
            real("fmod", "Remainders with the sign of the first.", keepsWhole: true, ofZero: 0) {
                fmod($0, $1)
            },
            real("fmax", "The larger of each pair, without nan.", keepsWhole: true) {
                $0.isNaN ? $1 : $1.isNaN ? $0 : max($0, $1)
            },
            real("fmin", "The smaller of each pair, without nan.", keepsWhole: true) {
                $0.isNaN ? $1 : $1.isNaN ? $0 : min($0, $1)
            },
            truth("signbit", "Whether each is below zero.") { $0.sign == .minus },
            truth("isposinf", "Whether each is infinite and above zero.") { $0 == .infinity },
            truth("isneginf", "Whether each is infinite and below zero.") { $0 == -.infinity },
            same("floor", "Rounded down.", .floor), same("ceil", "Rounded up.", .ceil),
            same("trunc", "Without the fractions.", .truncate), same("rint", "Rounded to whole numbers.", .round),
            same("square", "Squares.", .square), same("reciprocal", "1 / x.", .reciprocal),
            same("sign", "−1, 0 or 1.", .sign), same("negative", "Numbers of the opposite sign.", .negative),
            same("abs", "Magnitudes.", .magnitude), same("absolute", "Magnitudes.", .magnitude),
            same("invert", "Every bit inverted.", .invert), same("bitwise_not", "Every bit inverted.", .invert),
            same("isnan", "Whether each is nan.", .isNaN), same("isfinite", "Whether each is finite.", .isFinite),
            same("isinf", "Whether each is infinite.", .isInfinite),
            same("logical_not", "Whether each is zero.", .not), round, clip,
            binary("maximum", .maximum), binary("minimum", .minimum), binary("add", .add),
            binary("subtract", .subtract), binary("multiply", .multiply), binary("divide", .divide),
            binary("true_divide", .divide), binary("floor_divide", .floorDivide), binary("power", .power),
            binary("mod", .modulo), binary("remainder", .modulo), binary("equal", .equal),
            binary("not_equal", .notEqual), binary("greater", .greater), binary("greater_equal", .greaterEqual),
            binary("less", .less), binary("less_equal", .lessEqual), binary("bitwise_and", .and),
            binary("bitwise_or", .or), binary("bitwise_xor", .xor), binary("left_shift", .shiftLeft),
            binary("right_shift", .shiftRight), logical("logical_and", .and), logical("logical_or", .or),
            logical("logical_xor", .xor), product("dot(a, b, !out=None)", ArrayMath.dot),
            product("matmul(x1, x2, \(options))", ArrayMath.matmul),
        ]
    }

    /// What numpy's functions of elements take beside their operands, and this program does not.
    private static let options = "!out=None, *, !where=True, !dtype=None, !casting='same_kind', !order='K', !subok=True"

    private static func same(_ name: String, _ doc: String, _ function: ArrayFunction) -> BuiltinFunction {
        .python("\(name)(x, \(options))", doc) { arguments, interpreter in
            let array = try ArrayObject.array(from: arguments[0], interpreter)
            return .host(ArrayObject(try raising { try array.mapped(function) }))
        }
    }

    private static func unary(
        _ name: String, _ doc: String, _ function: @escaping (Double) -> Double
    ) -> BuiltinFunction { same(name, doc, .real(function)) }

    /// A truth about each element.
    private static func truth(
        _ name: String, _ doc: String, _ function: @escaping (Double) -> Bool
    ) -> BuiltinFunction {
        .python("\(name)(x, \(options))", doc) { arguments, interpreter in
            let array = try ArrayObject.array(from: arguments[0], interpreter)
            return .host(
                ArrayObject(
                    try raising {
                        try NumericArray(shape: array.shape, doubles: array.doubles.map { function($0) ? 1 : 0 })
                            .converted(to: .bool)
                    }))
        }
    }

    /// A function with fractions of each pair.
    /// - Parameters:
    ///   - keepsWhole: whether whole numbers stay whole.
    ///   - ofZero: the result for whole numbers the second of which is zero; nil where it is like any other.
    private static func real(
        _ name: String, _ doc: String, keepsWhole: Bool = false, ofZero: Double? = nil,
        _ function: @escaping (Double, Double) -> Double
    ) -> BuiltinFunction {
        .python("\(name)(x1, x2, \(options))", doc) { arguments, interpreter in
            let operation = keepsWhole ? ArrayOperation.maximum : .divide
            let (a, b) = try ArrayObject.pair(arguments[0], arguments[1], for: operation, interpreter)
            return .host(
                ArrayObject(
                    try raising {
                        // Of the type and the shape of the result.
                        let like = try NumericArray.combine(a, b, operation)
                        let (left, right) = (try a.broadcast(to: like.shape), try b.broadcast(to: like.shape))
                        let values = zip(left.doubles, right.doubles).map { x, y in
                            if y == 0, let ofZero, !like.type.isFloat { ofZero } else { function(x, y) }
                        }
                        return try NumericArray(shape: like.shape, doubles: values).converted(to: like.type)
                    }))
        }
    }

    private static func binary(_ name: String, _ operation: ArrayOperation) -> BuiltinFunction {
        .python("\(name)(x1, x2, \(options))", "The \(operation.rawValue) of each pair.") { arguments, interpreter in
            let (a, b) = try ArrayObject.pair(arguments[0], arguments[1], for: operation, interpreter)
            return .host(ArrayObject(try raising { try NumericArray.combine(a, b, operation) }))
        }
    }

    /// An operation on the truths of two arrays.
    private static func logical(_ name: String, _ operation: ArrayOperation) -> BuiltinFunction {
        .python("\(name)(x1, x2, \(options))", "The \(operation.rawValue) of two truths.") { arguments, interpreter in
            let a = try ArrayObject.array(from: arguments["x1"], interpreter)
            let b = try ArrayObject.array(from: arguments["x2"], interpreter)
            return .host(
                ArrayObject(
                    try raising {
                        try NumericArray.combine(try a.converted(to: .bool), try b.converted(to: .bool), operation)
                    }))
        }
    }

    private static func product(
        _ text: String, _ multiply: @escaping (NumericArray, NumericArray) throws(RaisedError) -> NumericArray
    ) -> BuiltinFunction {
        .python(text, "The matrix product.") { arguments, interpreter in
            let a = try ArrayObject.array(from: arguments[0], interpreter)
            let b = try ArrayObject.array(from: arguments[1], interpreter)
            return .host(ArrayObject(try multiply(a, b)))
        }
    }

    static var round: BuiltinFunction {
        .python("round(a, decimals=0, !out=None)", "Rounded to so many decimals.") {
            arguments, interpreter in
            let array = try ArrayObject.array(from: arguments[0], interpreter)
            let decimals = min(max(try arguments.int("decimals"), -300), 300)
            if array.type.isInteger, decimals >= 0 { return .host(ArrayObject(array)) }
            if decimals == 0 {
                return .host(ArrayObject(try raising { try array.mapped(.round) }))
            }
            let scale = pow(10, Double(decimals))
            return .host(
                ArrayObject(
                    try raising { try array.mapped(.real { ($0 * scale).rounded(.toNearestOrEven) / scale }) }))
        }
    }

    static var clip: BuiltinFunction {
        .python("clip(a, a_min=None, a_max=None, !out=None, *, min=None, max=None)", "Kept between two bounds.") {
            arguments, interpreter in
            var array = try ArrayObject.array(from: arguments[0], interpreter)
            let bounds = [
                (arguments.optional("a_min") ?? arguments.optional("min"), ArrayOperation.maximum),
                (arguments.optional("a_max") ?? arguments.optional("max"), .minimum),
            ]
            for (bound, operation) in bounds {
                guard let bound,
                    let limit = try ArrayObject.operand(bound, like: array, for: .less)
                else { continue }
                // A bound beyond an integer type bounds nothing.
                if limit.count == 1, bound.isPlainNumber, limit.doubles[0].isInfinite, array.type.isInteger { continue }
                array = try raising { try NumericArray.combine(array, limit, operation) }
            }
            return .host(ArrayObject(array))
        }
    }
}
