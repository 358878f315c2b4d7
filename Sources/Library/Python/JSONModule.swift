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
                return try JSONReader.value(of: try text(arguments[0]), interpreter)
            },
            .python("load(fp)", "The value of the JSON text of a file.") { arguments, interpreter in
                let read = try interpreter.attribute("read", of: arguments[0])
                return try JSONReader.value(of: try text(try interpreter.call(read, CallArguments())), interpreter)
            },
            .python(
                "dump(obj, fp, *, !skipkeys=False, ensure_ascii=True, !check_circular=True, !allow_nan=True, !cls=None, "
                    + "indent=None, separators=None, !default=None, sort_keys=False)",
                "Writes a value to a file as JSON."
            ) { arguments, interpreter in
                let text = try writer(arguments).text(of: arguments[0], interpreter)
                let write = try interpreter.attribute("write", of: arguments[1])
                _ = try interpreter.call(write, CallArguments([.string(text)]))
                return .none
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

    private static func text(_ value: Value) throws(RaisedError) -> String {
        switch value {
        case .string(let text): return text
        case .bytes(let bytes): return try TextCodec().text(of: bytes)
        default:
            throw RaisedError(
                .typeError, "the JSON object must be str, bytes or bytearray, not \(value.typeName)")
        }
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
