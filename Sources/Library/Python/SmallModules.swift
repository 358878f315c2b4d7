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
    static func make() -> ModuleObject {
        let module = ModuleObject("math", documentation: "Functions of single numbers.")
        module["pi"] = .float(.pi)
        module["e"] = .float(2.718281828459045)
        module["inf"] = .float(.infinity)
        module["nan"] = .float(.nan)
        module["tau"] = .float(2 * .pi)
        let real: [(String, (Double) -> Double)] = [
            ("exp", exp), ("log2", log2), ("log10", log10), ("log1p", log1p), ("sin", sin), ("cos", cos), ("tan", tan),
            ("tanh", tanh), ("atan", atan), ("asin", asin), ("acos", acos), ("sinh", sinh), ("cosh", cosh),
            ("fabs", fabs),
            ("sqrt", { $0.squareRoot() }),
        ]
        for (name, function) in real { module[name] = .builtin(checked(name, function)) }
        for (name, rule) in [("floor", FloatingPointRoundingRule.down), ("ceil", .up), ("trunc", .towardZero)] {
            module[name] = .builtin(
                BuiltinFunction(name, parameters: ["x"]) { arguments, interpreter throws(RaisedError) in
                    let value = try arguments.required(0, "x", of: name)
                    if case .int = value { return value }
                    let number = try NumpyCreation.number(value)
                    guard let type = interpreter.builtin("int") else { return .none }
                    return try interpreter.call(type, CallArguments([.float(number.rounded(rule))]))
                })
        }
        module["log"] = .builtin(
            BuiltinFunction("log", parameters: ["x", "base"]) { arguments, _ throws(RaisedError) in
                let x = try NumpyCreation.number(try arguments.required(0, "x", of: "log"))
                guard x > 0 else { throw RaisedError(.valueError, "math domain error") }
                guard let base = arguments.value(1, "base") else { return .float(log(x)) }
                return .float(log(x) / log(try NumpyCreation.number(base)))
            })
        for (name, function) in [
            ("pow", pow as (Double, Double) -> Double), ("atan2", atan2), ("fmod", fmod), ("hypot", hypot),
        ] {
            module[name] = .builtin(
                BuiltinFunction(name, parameters: ["x", "y"]) { arguments, _ throws(RaisedError) in
                    .float(
                        function(
                            try NumpyCreation.number(try arguments.required(0, "x", of: name)),
                            try NumpyCreation.number(try arguments.required(1, "y", of: name))))
                })
        }
        for (name, test) in [("isnan", \Double.isNaN), ("isinf", \.isInfinite), ("isfinite", \.isFinite)] {
            module[name] = .builtin(
                BuiltinFunction(name, parameters: ["x"]) { arguments, _ throws(RaisedError) in
                    .bool(try NumpyCreation.number(try arguments.required(0, "x", of: name))[keyPath: test])
                })
        }
        module["gcd"] = .builtin(
            BuiltinFunction("gcd", parameters: ["integers"]) { arguments, _ throws(RaisedError) in
                var result = 0
                for value in arguments.positional {
                    var (a, b) = (result.magnitude, try NumpyCreation.integer(value).magnitude)
                    while b != 0 { (a, b) = (b, a % b) }
                    result = Int(clamping: a)
                }
                return .int(result)
            })
        module["prod"] = .builtin(
            BuiltinFunction("prod", parameters: ["iterable"]) { arguments, interpreter throws(RaisedError) in
                var result = Value.int(1)
                for item in try interpreter.items(of: try arguments.required(0, "iterable", of: "prod")) {
                    try interpreter.checkInterrupt()
                    result = try interpreter.binary(.multiply, result, item)
                }
                return result
            })
        return module
    }

    /// A function that refuses arguments for which it has no value, as Python's does.
    private static func checked(_ name: String, _ function: @escaping (Double) -> Double) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["x"]) { arguments, _ throws(RaisedError) in
            let x = try NumpyCreation.number(try arguments.required(0, "x", of: name))
            let result = function(x)
            if result.isNaN, !x.isNaN { throw RaisedError(.valueError, "math domain error") }
            if result.isInfinite, x.isFinite {
                throw RaisedError(
                    name.hasPrefix("log") ? .valueError : .overflowError,
                    name.hasPrefix("log") ? "math domain error" : "math range error")
            }
            return .float(result)
        }
    }
}

/// The module `time`.
enum TimeModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("time", documentation: "Clocks.")
        func clock(_ name: String, _ which: clockid_t) {
            module[name] = .builtin(
                BuiltinFunction(name, documentation: "Seconds.") { _, _ throws(RaisedError) in
                    var now = timespec()
                    clock_gettime(which, &now)
                    return .float(Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9)
                })
        }
        clock("time", CLOCK_REALTIME)
        clock("perf_counter", CLOCK_MONOTONIC)
        clock("monotonic", CLOCK_MONOTONIC)
        return module
    }
}

/// The module `sys`: the arguments of the script, and `exit`.
enum SystemModule {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("sys", documentation: "The script's arguments.")
        module["argv"] = .list(ListObject(library.arguments.map(Value.string)))
        module["maxsize"] = .int(.max)
        module["version"] = .string("3.11 (convsh)")
        module["version_info"] = .tuple([.int(3), .int(11), .int(0), .string("final"), .int(0)])
        module["path"] = .list(ListObject())
        module["exit"] = .builtin(exit("exit"))
        return module
    }

    /// `exit(status)`, under a name.
    static func exit(_ name: String) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["status"], documentation: "Ends the script, or the shell.") {
            arguments, _ throws(RaisedError) in
            throw RaisedError(ExceptionObject(.systemExit, arguments.positional))
        }
    }
}
