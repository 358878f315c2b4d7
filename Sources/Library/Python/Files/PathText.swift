import Interpreter

/// The name of a file as a script gives it: a text, bytes, or an object with `__fspath__`.
enum PathText {
    /// The name as text.
    /// - Throws: TypeError for what names no file, ValueError for a name with a null character.
    static func of(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> String {
        let text: String
        switch value {
        case .string(let given): text = given
        case .bytes(let bytes): text = String(decoding: bytes, as: UTF8.self)
        default: text = try converted(value, interpreter)
        }
        if text.unicodeScalars.contains("\0") { throw RaisedError(.valueError, "embedded null byte") }
        return text
    }

    private static func converted(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> String {
        guard case .host = value, let method = try interpreter.attributeIfPresent("__fspath__", of: value) else {
            throw RaisedError(
                .typeError, "expected str, bytes or os.PathLike object, not \(interpreter.typeOf(value).name)")
        }
        let answer = try interpreter.call(method, CallArguments())
        guard case .string(let text) = answer else {
            throw RaisedError(
                .typeError,
                "expected \(interpreter.typeOf(value).name).__fspath__() to return str or bytes, not \(answer.typeName)"
            )
        }
        return text
    }
}

extension Arguments {
    /// The name of a file.
    func path(_ key: some ParameterKey, _ interpreter: Interpreter) throws(RaisedError) -> String {
        try PathText.of(self[key], interpreter)
    }
}
