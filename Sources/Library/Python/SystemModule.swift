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
    static func make(_ library: LibraryContext, _ interpreter: Interpreter?) -> ModuleObject {
        let module = ModuleObject(
            "sys",
            documentation: "The script's arguments, the machine, and the folders in which modules are looked for.")
        module["argv"] = .list(ListObject(library.arguments.map(Value.string)))
        module["path"] = .list(ListObject([.string(scriptFolder(library))]))
        for (name, stream) in [("stdout", OutputStream("<stdout>")), ("stderr", OutputStream("<stderr>"))] {
            module[name] = .host(stream)
            module["__\(name)__"] = .host(stream)
        }
        for (name, value) in constants { module[name] = value }
        module["version_info"] = interpreter.flatMap { version($0) }
        module["float_info"] = interpreter.flatMap { numbers($0) }
        module.add([exit("exit")] + functions(library))
        return module
    }

    /// Whether a stream is the one that writes where `print` does.
    static func isOwnOutput(_ stream: Value) -> Bool {
        guard case .host(let object) = stream, let output = object as? OutputStream else { return false }
        return !output.isError
    }

    private static var constants: [(String, Value)] {
        #if os(macOS)
            let platform = "darwin"
        #else
            let platform = "linux"
        #endif
        return [
            ("maxsize", .int(.max)), ("maxunicode", .int(0x10FFFF)), ("byteorder", .string("little")),
            ("platform", .string(platform)), ("version", .string("3.11 (convsh)")), ("hexversion", .int(0x030B_00F0)),
            // There is no Python to be called.
            ("executable", .string("")),
        ]
    }

    private static func version(_ interpreter: Interpreter) -> Value? {
        let type = NamedTuple.makeClass(
            "sys.version_info", ["major", "minor", "micro", "releaselevel", "serial"], defaults: [])
        let items: [Value] = [.int(3), .int(11), .int(0), .string("final"), .int(0)]
        return try? interpreter.call(.type(type), CallArguments(items))
    }

    private static func numbers(_ interpreter: Interpreter) -> Value? {
        let facts: [(String, Value)] = [
            ("max", .float(.greatestFiniteMagnitude)), ("max_exp", .int(1024)), ("max_10_exp", .int(308)),
            ("min", .float(.leastNormalMagnitude)), ("min_exp", .int(-1021)), ("min_10_exp", .int(-307)),
            ("dig", .int(15)), ("mant_dig", .int(53)), ("epsilon", .float(.ulpOfOne)), ("radix", .int(2)),
            ("rounds", .int(1)),
        ]
        let type = NamedTuple.makeClass("sys.float_info", facts.map(\.0), defaults: [])
        return try? interpreter.call(.type(type), CallArguments(facts.map(\.1)))
    }

    private static func functions(_ library: LibraryContext) -> [BuiltinFunction] {
        [
            .native("exc_info()", "Class and object of the exception that is handled, and None.") { _, interpreter in
                guard let exception = interpreter.handledException else { return .tuple([.none, .none, .none]) }
                return .tuple([.type(exception.type), .exception(exception), .none])
            },
            .native("getrecursionlimit()", "How deep calls may be.") { _, interpreter in
                .int(interpreter.callDepthLimit)
            },
            .native("setrecursionlimit(limit, /)", "Does nothing: the limit stays.") { arguments, _ in
                guard try arguments.int(0) > 0 else {
                    throw RaisedError(.valueError, "recursion limit must be greater or equal than 1")
                }
                try library.omissions.pass(over: "sys.setrecursionlimit")
                return .none
            },
            .native("getdefaultencoding()", "How text is written.") { _, _ in .string("utf-8") },
            .native("getfilesystemencoding()", "How names of files are written.") { _, _ in .string("utf-8") },
            .native("intern(string, /)", "The text itself.") { arguments, _ in .string(try arguments.string(0)) },
        ]
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
