import Interpreter

/// The module `json`: text to values and back.
enum JSONModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("json", documentation: "JSON text, read and written.")
        module.add([
            .python(
                "loads(s, *, !cls=None, !object_hook=None, !parse_float=None, !parse_int=None, !parse_constant=None, "
                    + "!object_pairs_hook=None)", "The value of a JSON text."
            ) { arguments, interpreter in
                guard case .string(let text) = arguments[0] else {
                    throw RaisedError(
                        .typeError,
                        "the JSON object must be str, bytes or bytearray, not \(arguments[0].typeName)")
                }
                return try JSONReader.value(of: text, interpreter)
            },
            .python(
                "dumps(obj, *, !skipkeys=False, ensure_ascii=True, !check_circular=True, !allow_nan=True, !cls=None, "
                    + "indent=None, separators=None, !default=None, sort_keys=False)", "The JSON text of a value."
            ) { arguments, interpreter in
                .string(try writer(arguments).text(of: arguments[0], interpreter))
            },
        ])
        module["JSONDecodeError"] = .type(.jsonDecodeError)
        return module
    }

    /// The form that keywords such as `indent=2` ask for.
    static func writer(_ arguments: Arguments) throws(RaisedError) -> ValueJSONWriter {
        var writer = ValueJSONWriter()
        if case .string(let text) = arguments["indent"] {
            writer = ValueJSONWriter(indent: text)
        } else if let width = try arguments.optionalInt("indent") {
            guard width <= 100 else { throw RaisedError(.valueError, "an indent of \(width) is too wide") }
            writer = ValueJSONWriter(indent: String(repeating: " ", count: max(0, width)))
        }
        writer.sortsKeys = try arguments.bool("sort_keys")
        writer.isASCII = try arguments.bool("ensure_ascii")
        if let separators = arguments.optional("separators") {
            guard case .tuple(let pair) = separators, pair.count == 2, case .string(let item) = pair[0],
                case .string(let key) = pair[1]
            else { throw RaisedError(.typeError, "separators are a tuple of two strings") }
            writer.separators = (item, key)
        }
        return writer
    }
}
