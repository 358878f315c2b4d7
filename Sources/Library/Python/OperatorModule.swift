import Interpreter

/// The module `operator`.
enum OperatorModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "operator", documentation: "Operators as functions.", memberNames: Prelude.names(of: "operator")
        ) { prelude?.member($0, of: "operator") ?? Placeholder.member($0, of: "operator") }
        module.add([
            operation("add") { try $2.binary(.add, $0, $1) }, operation("sub") { try $2.binary(.subtract, $0, $1) },
            operation("mul") { try $2.binary(.multiply, $0, $1) },
            operation("truediv") { try $2.binary(.divide, $0, $1) },
            operation("floordiv") { try $2.binary(.floorDivide, $0, $1) },
            operation("getitem") { try $2.item(of: $0, at: $1) },
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
}
