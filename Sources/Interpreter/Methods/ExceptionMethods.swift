/// The methods of exceptions.
enum ExceptionMethods {
    static let all: [Method] = [
        Method("with_traceback", ["tb"], "The exception itself.") { value, _, _ throws(RaisedError) in value },
        Method("add_note", ["note"], "Nothing is shown of it.") { _, _, _ throws(RaisedError) in .none },
    ]
}
