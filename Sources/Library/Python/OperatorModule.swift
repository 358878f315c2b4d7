import Interpreter

/// The module `operator`.
enum OperatorModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("operator", documentation: "Operators as functions.") {
            Placeholder.member($0, of: "operator")
        }
        module.add([
            operation("add") { try $2.binary(.add, $0, $1) }, operation("sub") { try $2.binary(.subtract, $0, $1) },
            operation("mul") { try $2.binary(.multiply, $0, $1) },
            operation("truediv") { try $2.binary(.divide, $0, $1) },
            operation("floordiv") { try $2.binary(.floorDivide, $0, $1) },
            operation("getitem") { try $2.item(of: $0, at: $1) }, itemGetter,
        ])
        return module
    }

    private static func operation(
        _ name: String, _ body: @escaping (Value, Value, Interpreter) throws -> Value
    ) -> BuiltinFunction {
        .native("\(name)(a, b, /)", "The operator as a function.") { arguments, interpreter in
            try body(arguments[0], arguments[1], interpreter)
        }
    }

    private static var itemGetter: BuiltinFunction {
        .native("itemgetter(item, /, *items)", "A function that takes an item out, or several as a tuple.") {
            arguments, _ in
            let keys = arguments.allPositional
            return .builtin(
                .native("itemgetter(obj, /)", "The item of an object.") { arguments, interpreter in
                    guard keys.count > 1 else { return try interpreter.item(of: arguments[0], at: keys[0]) }
                    return .tuple(try keys.map { try interpreter.item(of: arguments[0], at: $0) })
                })
        }
    }
}
