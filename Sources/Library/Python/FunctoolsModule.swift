import Interpreter

/// The module `functools`.
enum FunctoolsModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "functools", documentation: "Functions of functions.", memberNames: Prelude.names(of: "functools")
        ) {
            prelude?.member($0, of: "functools") ?? Placeholder.member($0, of: "functools")
        }
        module.add([reduce])
        module["partial"] = .type(partial)
        return module
    }

    private static let partial = TypeObject(
        Declaration("partial(func, /, *args, **keywords)"), module: "functools",
        "A function with some arguments given."
    ) { type, arguments, interpreter throws(RaisedError) in
        guard interpreter.isCallable(arguments[0]) else {
            throw RaisedError(.typeError, "the first argument must be callable")
        }
        return .host(PartialFunction(arguments[0], arguments.rest, arguments.keywordRest, type))
    }

    private static var reduce: BuiltinFunction {
        .native("reduce(function, iterable, initial=..., /)", "Two items into one, to the end.") {
            arguments, interpreter in
            var items = try interpreter.items(of: arguments[1])
            if let initial = arguments.given(2) { items.insert(initial, at: 0) }
            guard var result = items.first else {
                throw RaisedError(.typeError, "reduce() of empty iterable with no initial value")
            }
            for item in items.dropFirst() {
                try interpreter.checkInterrupt()
                result = try interpreter.call(arguments[0], CallArguments([result, item]))
            }
            return result
        }
    }
}

/// What `functools.partial` makes: a function with some arguments given.
private final class PartialFunction: HostObject {
    private let function: Value
    private let positional: [Value]
    private let keywords: [(name: String, value: Value)]
    let typeObject: TypeObject

    init(_ function: Value, _ positional: [Value], _ keywords: [(name: String, value: Value)], _ type: TypeObject) {
        self.function = function
        self.positional = positional
        self.keywords = keywords
        typeObject = type
    }

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String {
        let given = positional.map(inner) + keywords.map { "\($0.name)=\(inner($0.value))" }
        return "functools.partial(\(([inner(function)] + given).joined(separator: ", ")))"
    }

    var attributeNames: [String] { ["func", "args", "keywords"] }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "func": function
        case "args": .tuple(positional)
        case "keywords": .dict(DictObject(keywords.map { ($0.name, $0.value) }))
        default: nil
        }
    }

    var isCallable: Bool { true }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        let kept = keywords.filter { keyword in !arguments.keywords.contains { $0.name == keyword.name } }
        return try interpreter.call(
            function, CallArguments(positional + arguments.positional, keywords: kept + arguments.keywords))
    }
}
