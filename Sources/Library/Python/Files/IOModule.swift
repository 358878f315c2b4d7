import Interpreter

/// The module `io`, and `open`.
enum IOModule {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("io", documentation: "Files, and texts and bytes that are used like them.") {
            Placeholder.member($0, of: "io")
        }
        module["StringIO"] = .type(FileMethods.stringIO)
        module["BytesIO"] = .type(FileMethods.bytesIO)
        for name in FileMethods.classNames { module[name] = .type(FileMethods.type(name)) }
        module["UnsupportedOperation"] = .type(.unsupportedOperation)
        module["SEEK_SET"] = .int(0)
        module["SEEK_CUR"] = .int(1)
        module["SEEK_END"] = .int(2)
        module.add([open(library)])
        return module
    }

    /// `open(file, mode)`.
    static func open(_ library: LibraryContext) -> BuiltinFunction {
        .native(
            "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, !closefd=True, !opener=None)",
            "Opens a file to read or to write it."
        ) { arguments, interpreter in
            let path = try PathText.of(arguments[0], interpreter)
            let mode = try OpenMode(try arguments.string("mode"))
            let (encoding, errors) = (try arguments.optionalString("encoding"), try arguments.optionalString("errors"))
            let newline = try arguments.optionalString("newline")
            for (name, value) in [("encoding", encoding), ("errors", errors), ("newline", newline)]
            where mode.isBinary && value != nil {
                let article = name == "newline" ? "a" : "an"
                throw RaisedError(.valueError, "binary mode doesn't take \(article) \(name) argument")
            }
            if let newline, !["", "\n", "\r", "\r\n"].contains(newline) {
                throw RaisedError(.valueError, "illegal newline value: \(newline)")
            }
            return .host(
                try FileObject(path, mode, encoding: encoding, errors: errors, newline: newline, library))
        }
    }
}
