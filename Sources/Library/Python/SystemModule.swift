import Interpreter

/// `sys.stdout` and `sys.stderr`. In a shell both are shown where `print` writes.
private final class OutputStream: HostObject {
    private static let type = TypeObject(
        "TextIOWrapper", module: "_io", "What the script prints.",
        attributes: AttributeTable(
            of: OutputStream.self,
            [
                .value("name", "What it is called.") { .string($0.name) },
                .method("write(text, /)", wording: .builtin, "Writes text.") { stream, arguments, interpreter in
                    guard case .string(let text) = arguments[0] else {
                        throw RaisedError(.typeError, "write() argument must be str, not \(arguments[0].typeName)")
                    }
                    if stream.isError, let write = interpreter.errorOutput {
                        write(text)
                    } else {
                        interpreter.output(text)
                    }
                    return .int(text.unicodeScalars.count)
                },
                .method("flush()", wording: .builtin, "Does nothing: all is written at once.") { _, _, _ in .none },
                .method("isatty()", wording: .builtin, "False.") { _, _, _ in .bool(false) },
            ]))

    let typeObject = OutputStream.type
    private let name: String
    fileprivate var isError: Bool { name == "<stderr>" }

    init(_ name: String) { self.name = name }

    func repr() -> String { "<_io.TextIOWrapper name='\(name)' mode='w' encoding='utf-8'>" }
}

/// The module `sys`: the arguments of the script, and `exit`.
enum SystemModule {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject(
            "sys", documentation: "The script's arguments, and the folders in which its modules are looked for.")
        module["argv"] = .list(ListObject(library.arguments.map(Value.string)))
        module["maxsize"] = .int(.max)
        module["version"] = .string("3.11 (convsh)")
        module["version_info"] = .tuple([.int(3), .int(11), .int(0), .string("final"), .int(0)])
        module["path"] = .list(ListObject([.string(scriptFolder(library))]))
        module["stdout"] = .host(OutputStream("<stdout>"))
        module["stderr"] = .host(OutputStream("<stderr>"))
        module.add([exit("exit")])
        return module
    }

    /// The folder of the script, where modules are looked for; empty for the one the program was started in.
    private static func scriptFolder(_ library: LibraryContext) -> String {
        guard let script = library.arguments.first, let slash = script.lastIndex(of: "/") else { return "" }
        return slash == script.startIndex ? "/" : String(script[..<slash])
    }

    /// `exit(status)`, under a name.
    static func exit(_ name: String) -> BuiltinFunction {
        .native("\(name)(status=..., /)", "Ends the script, or the shell.") { arguments, _ in
            throw RaisedError(ExceptionObject(.systemExit, arguments.allPositional))
        }
    }
}
