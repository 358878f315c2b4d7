import Interpreter

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The module `math`.
enum MathModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "math", documentation: "Functions of single numbers.", memberNames: Prelude.names(of: "math")
        ) { prelude?.member($0, of: "math") }
        module["pi"] = .float(.pi)
        module["e"] = .float(2.718281828459045)
        module["inf"] = .float(.infinity)
        module["nan"] = .float(.nan)
        module["tau"] = .float(2 * .pi)
        module.add(real + rounding + tests + pairs)
        module.add([logarithm, product, parts, mantissa, scaled, unit])
        return module
    }

    /// Functions that refuse arguments for which they have no value.
    private static var real: [BuiltinFunction] {
        let functions: [(String, String, (Double) -> Double)] = [
            ("exp", "e to the power of x.", exp), ("log2", "The logarithm to base 2.", log2),
            ("log10", "The logarithm to base 10.", log10), ("log1p", "log(1 + x).", log1p), ("sin", "The sine.", sin),
            ("cos", "The cosine.", cos), ("tan", "The tangent.", tan), ("tanh", "The hyperbolic tangent.", tanh),
            ("atan", "The arc tangent.", atan), ("asin", "The arc sine.", asin), ("acos", "The arc cosine.", acos),
            ("sinh", "The hyperbolic sine.", sinh), ("cosh", "The hyperbolic cosine.", cosh),
            ("fabs", "The magnitude, as a float.", fabs), ("sqrt", "The square root.", { $0.squareRoot() }),
            ("acosh", "The inverse hyperbolic cosine.", acosh), ("asinh", "The inverse hyperbolic sine.", asinh),
            ("atanh", "The inverse hyperbolic tangent.", { abs($0) == 1 ? .nan : atanh($0) }),
            ("cbrt", "The cube root.", cbrt), ("exp2", "2 to the power of x.", exp2), ("expm1", "exp(x) − 1.", expm1),
            ("degrees", "Radians in degrees.", { $0 * (180 / .pi) }),
            ("radians", "Degrees in radians.", { $0 * (.pi / 180) }), ("erf", "The error function.", erf),
            ("erfc", "1 − erf(x).", erfc),
            // At zero and at whole numbers below it, the gamma function has no value.
            ("gamma", "The gamma function.", { $0 <= 0 && $0 == $0.rounded() ? .nan : tgamma($0) }),
            (
                "lgamma", "The logarithm of the gamma function's magnitude.",
                { $0 <= 0 && $0.isFinite && $0 == $0.rounded() ? .nan : lgamma($0) }
            ),
        ]
        return functions.map { name, documentation, function in
            .native("\(name)(x, /)", documentation) { arguments, _ in
                let x = try arguments.number(0)
                let result = function(x)
                if result.isNaN, !x.isNaN { throw RaisedError(.valueError, "math domain error") }
                if result.isInfinite, x.isFinite {
                    throw name.hasPrefix("log")
                        ? RaisedError(.valueError, "math domain error")
                        : RaisedError(.overflowError, "math range error")
                }
                return .float(result)
            }
        }
    }

    private static var rounding: [BuiltinFunction] {
        let rules: [(String, String, FloatingPointRoundingRule)] = [
            ("floor", "The number rounded down.", .down), ("ceil", "The number rounded up.", .up),
            ("trunc", "The number without its fraction.", .towardZero),
        ]
        return rules.map { name, documentation, rule in
            .native("\(name)(x, /)", documentation) { arguments, interpreter in
                switch arguments[0] {
                case .int, .big: return arguments[0]
                default:
                    let number = Value.float(try arguments.number(0).rounded(rule))
                    return try TypeObject.int.construct(CallArguments([number]), interpreter)
                }
            }
        }
    }

    private static var tests: [BuiltinFunction] {
        let tests: [(String, String, KeyPath<Double, Bool>)] = [
            ("isnan", "Whether it is not a number.", \.isNaN), ("isinf", "Whether it is infinite.", \.isInfinite),
            ("isfinite", "Whether it is finite.", \.isFinite),
        ]
        return tests.map { name, documentation, test in
            .native("\(name)(x, /)", documentation) { arguments, _ in
                .bool(try arguments.number(0)[keyPath: test])
            }
        }
    }

    private static var pairs: [BuiltinFunction] {
        let functions: [(String, String, (Double, Double) -> Double)] = [
            ("pow", "x to the power of y.", pow as (Double, Double) -> Double),
            ("atan2", "The angle of the point (y, x).", atan2), ("fmod", "The remainder of x / y.", fmod),
            ("copysign", "The magnitude of x with the sign of y.", copysign),
            ("remainder", "The difference of x and the nearest multiple of y.", remainder),
            ("nextafter", "The next float after x towards y.", nextafter),
        ]
        let hypotenuse = BuiltinFunction.native("hypot(*coordinates)", "The distance from the origin.") {
            arguments, _ in
            var sum = 0.0
            for value in arguments.rest { sum = hypot(sum, try value.realNumber()) }
            return .float(sum)
        }
        return [hypotenuse]
            + functions.map { name, documentation, function in
                .native("\(name)(x, y, /)", documentation) { arguments, _ in
                    let (x, y) = (try arguments.number(0), try arguments.number(1))
                    let result = function(x, y)
                    if result.isNaN, !x.isNaN, !y.isNaN { throw RaisedError(.valueError, "math domain error") }
                    if result.isInfinite, x.isFinite, y.isFinite, name == "pow" {
                        throw x == 0
                            ? RaisedError(.valueError, "math domain error")
                            : RaisedError(.overflowError, "math range error")
                    }
                    return .float(result)
                }
            }
    }

    private static var logarithm: BuiltinFunction {
        .native("log(x, base=..., /)", "The logarithm.") { arguments, _ in
            let x = try arguments.number(0)
            if x <= 0 { throw RaisedError(.valueError, "math domain error") }
            guard arguments.given(1) != nil else { return .float(log(x)) }
            let base = try arguments.number(1)
            if base <= 0 { throw RaisedError(.valueError, "math domain error") }
            guard base != 1 else { throw RaisedError(.zeroDivisionError, "float division by zero") }
            return .float(log(x) / log(base))
        }
    }

    /// `modf(x)`.
    private static var parts: BuiltinFunction {
        .native("modf(x, /)", "The fraction and the whole part.") { arguments, _ in
            let x = try arguments.number(0)
            let whole = x.rounded(.towardZero)
            return .tuple([.float(copysign(x.isInfinite ? 0 : x - whole, x)), .float(whole)])
        }
    }

    /// `frexp(x)`.
    private static var mantissa: BuiltinFunction {
        .native("frexp(x, /)", "A number from 0.5 to 1 and the power of 2 that it is multiplied by.") { arguments, _ in
            let x = try arguments.number(0)
            guard x != 0, x.isFinite else { return .tuple([.float(x), .int(0)]) }
            return .tuple([.float(copysign(x.significand / 2, x)), .int(Int(x.exponent) + 1)])
        }
    }

    /// `ldexp(x, i)`.
    private static var scaled: BuiltinFunction {
        .native("ldexp(x, i, /)", "x times 2 to the power of i.") { arguments, _ in
            let x = try arguments.number(0)
            let result = scalbn(x, min(max(try arguments[1].wholeNumber(), -5000), 5000))
            if result.isInfinite, x.isFinite { throw RaisedError(.overflowError, "math range error") }
            return .float(result)
        }
    }

    /// `ulp(x)`.
    private static var unit: BuiltinFunction {
        .native("ulp(x, /)", "The value of the last place of x.") { arguments, _ in
            let x = abs(try arguments.number(0))
            return .float(x.isFinite ? x.ulp : x)
        }
    }

    private static var product: BuiltinFunction {
        .native("prod(iterable, /, *, start=1)", "The product of the items.") { arguments, interpreter in
            var result = arguments["start"]
            for item in try interpreter.items(of: arguments[0]) {
                try interpreter.checkInterrupt()
                result = try interpreter.binary(.multiply, result, item)
            }
            return result
        }
    }
}
