/// The attributes of exceptions.
enum ExceptionMethods {
    /// The attributes of `BaseException`.
    static let table: AttributeTable = AttributeTable("BaseException", methods, values)

    private static var methods: [Method] {
        [
            Method("with_traceback(tb, /)", "The exception itself.") { value, _, _ throws(RaisedError) in value },
            Method("add_note(note, /)", "Adds a note.") { value, arguments, _ throws(RaisedError) in
                guard case .exception(let exception) = value else { return .none }
                let note = Value.string(try arguments.string(0))
                if case .list(let notes)? = exception.attributes["__notes__"] {
                    notes.items.append(note)
                } else {
                    exception.attributes["__notes__"] = .list(ListObject([note]))
                }
                return .none
            },
        ]
    }

    private static var values: [Attribute] {
        [
            value("args", "The arguments it was made with.") { .tuple($0.arguments) },
            value("__cause__", "The exception it was raised from.") { $0.cause.map(Value.exception) ?? .none },
            value("__context__", "The exception that was being handled.") { $0.context.map(Value.exception) ?? .none },
            value("__suppress_context__", "Whether it was raised from another.") { .bool($0.isContextHidden) },
            value("__traceback__", "None: errors show their trace.") { _ in .none },
            value("value", "What the generator returned.", of: .stopIteration) { $0.arguments.first ?? .none },
            value("code", "The exit status.", of: .systemExit) { $0.arguments.first ?? .none },
            value("errno", "The number of the error.", of: .osError) {
                $0.arguments.count > 1 ? $0.arguments[0] : .none
            },
            value("strerror", "The error in words.", of: .osError) { $0.arguments.count > 1 ? $0.arguments[1] : .none },
            value("filename", "The file that it is about.", of: .osError) { $0.filename.map(Value.string) ?? .none },
            value("filename2", "Where that file was to be moved.", of: .osError) {
                $0.target.map(Value.string) ?? .none
            },
            value("name", "The name that was not found.", of: .nameError, .importError) {
                $0.attributes["name"] ?? .none
            },
        ]
    }

    private static func value(
        _ name: String, _ documentation: String, of types: TypeObject...,
        get: @escaping (ExceptionObject) -> Value
    ) -> Attribute {
        Attribute(
            name, documentation,
            where: { object in
                guard case .exception(let exception) = object else { return false }
                return types.isEmpty || types.contains { exception.type.isKind(of: $0) }
            }
        ) { object, _ throws(RaisedError) in
            if case .exception(let exception) = object { get(exception) } else { .none }
        }
    }
}
