import Interpreter

/// The module `json`: text to values and back.
enum JSONModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("json", documentation: "JSON text, read and written.")
        module["loads"] = .builtin(
            BuiltinFunction("loads", parameters: ["s"], documentation: "The value of a JSON text.") {
                arguments, interpreter throws(RaisedError) in
                let value = try arguments.required(0, "s", of: "loads")
                guard case .string(let text) = value else {
                    throw RaisedError(
                        .typeError,
                        "the JSON object must be str, bytes or bytearray, not \(value.typeName)")
                }
                return try JSONReader.value(of: text, interpreter)
            })
        module["dumps"] = .builtin(
            BuiltinFunction(
                "dumps", parameters: ["obj", "indent", "sort_keys", "separators", "ensure_ascii"],
                documentation: "The JSON text of a value."
            ) { arguments, interpreter throws(RaisedError) in
                let writer = try writer(arguments, of: "dumps")
                return .string(try writer.text(of: try arguments.required(0, "obj", of: "dumps"), interpreter))
            })
        module["JSONDecodeError"] = .type(.jsonDecodeError)
        return module
    }

    /// The form that keywords such as `indent=2` ask for.
    static func writer(_ arguments: CallArguments, of function: String) throws(RaisedError) -> ValueJSONWriter {
        var writer = ValueJSONWriter()
        for (name, value) in arguments.keywords where !value.isNone {
            switch (name, value) {
            case ("obj", _): break
            case ("indent", .string(let text)): writer = ValueJSONWriter(indent: text)
            case ("indent", _):
                let width = try NumpyCreation.integer(value)
                guard width <= 100 else { throw RaisedError(.valueError, "an indent of \(width) is too wide") }
                writer = ValueJSONWriter(indent: String(repeating: " ", count: max(0, width)))
            case ("sort_keys", _), ("ensure_ascii", _), ("separators", _): break
            default: throw RaisedError(.typeError, "\(function)() got an unexpected keyword argument '\(name)'")
            }
        }
        if let sorts = arguments.keyword("sort_keys") { writer.sortsKeys = try sorts.truth() }
        if let isASCII = arguments.keyword("ensure_ascii") { writer.isASCII = try isASCII.truth() }
        if case .tuple(let pair)? = arguments.keyword("separators"), pair.count == 2, case .string(let item) = pair[0],
            case .string(let key) = pair[1]
        {
            writer.separators = (item, key)
        }
        return writer
    }
}
