import Interpreter

/// The modules `functools` and `operator`.
enum FunctoolsModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("functools", documentation: "Functions of functions.") {
            Placeholder.member($0, of: "functools")
        }
        for function in [partial, reduce, wraps, cached("lru_cache"), cached("cache")] {
            module[function.name] = .builtin(function)
        }
        return module
    }

    private static var partial: BuiltinFunction {
        BuiltinFunction("partial", parameters: ["func"], documentation: "A function with some arguments given.") {
            arguments, interpreter throws(RaisedError) in
            let function = try arguments.required(0, "func", of: "partial")
            guard interpreter.isCallable(function) else {
                throw RaisedError(.typeError, "the first argument must be callable")
            }
            let (given, named) = (Array(arguments.positional.dropFirst()), arguments.keywords)
            return .builtin(
                BuiltinFunction("partial", documentation: "A function with some arguments given.") {
                    arguments, interpreter throws(RaisedError) in
                    let kept = named.filter { arguments.keyword($0.name) == nil }
                    return try interpreter.call(
                        function, CallArguments(given + arguments.positional, keywords: kept + arguments.keywords))
                })
        }
    }

    private static var reduce: BuiltinFunction {
        BuiltinFunction(
            "reduce", parameters: ["function", "iterable", "initial"], documentation: "Two items into one, to the end."
        ) { arguments, interpreter throws(RaisedError) in
            let function = try arguments.required(0, "function", of: "reduce")
            var items = try interpreter.items(of: try arguments.required(1, "iterable", of: "reduce"))
            if let initial = arguments.value(2, "initial") { items.insert(initial, at: 0) }
            guard var result = items.first else {
                throw RaisedError(.typeError, "reduce() of empty iterable with no initial value")
            }
            for item in items.dropFirst() {
                try interpreter.checkInterrupt()
                result = try interpreter.call(function, CallArguments([result, item]))
            }
            return result
        }
    }

    /// `@wraps(f)` leaves the function below it as it is.
    private static var wraps: BuiltinFunction {
        BuiltinFunction("wraps", parameters: ["wrapped"], documentation: "The function below it, unchanged.") {
            _, _ throws(RaisedError) in .builtin(unchanged)
        }
    }

    private static var unchanged: BuiltinFunction {
        BuiltinFunction("wrapper", parameters: ["function"]) { arguments, _ throws(RaisedError) in
            try arguments.required(0, "function", of: "wrapper")
        }
    }

    /// A cache changes no result, so the function stays as it is.
    private static func cached(_ name: String) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["maxsize"], documentation: "The function, unchanged.") {
            arguments, interpreter throws(RaisedError) in
            if let function = arguments.positional.first, interpreter.isCallable(function) { return function }
            return .builtin(unchanged)
        }
    }

    /// The module `operator`.
    static func operators() -> ModuleObject {
        let module = ModuleObject("operator", documentation: "Operators as functions.") {
            Placeholder.member($0, of: "operator")
        }
        let operations: [(String, (Value, Value, Interpreter) throws(RaisedError) -> Value)] = [
            ("add", { a, b, i throws(RaisedError) in try i.binary(.add, a, b) }),
            ("sub", { a, b, i throws(RaisedError) in try i.binary(.subtract, a, b) }),
            ("mul", { a, b, i throws(RaisedError) in try i.binary(.multiply, a, b) }),
            ("truediv", { a, b, i throws(RaisedError) in try i.binary(.divide, a, b) }),
            ("floordiv", { a, b, i throws(RaisedError) in try i.binary(.floorDivide, a, b) }),
            ("getitem", { a, b, i throws(RaisedError) in try i.item(of: a, at: b) }),
        ]
        for (name, operation) in operations {
            module[name] = .builtin(
                BuiltinFunction(name, parameters: ["a", "b"], documentation: "The operator as a function.") {
                    arguments, interpreter throws(RaisedError) in
                    try operation(
                        try arguments.required(0, "a", of: name), try arguments.required(1, "b", of: name), interpreter)
                })
        }
        module["itemgetter"] = .builtin(
            BuiltinFunction("itemgetter", parameters: ["item"], documentation: "A function that takes an item out.") {
                arguments, _ throws(RaisedError) in
                let index = try arguments.required(0, "item", of: "itemgetter")
                return .builtin(
                    BuiltinFunction("itemgetter") { arguments, interpreter throws(RaisedError) in
                        try interpreter.item(of: try arguments.required(0, "obj", of: "itemgetter"), at: index)
                    })
            })
        return module
    }
}
