import Interpreter

/// The modules `os` and `os.path`: names of files, and the environment as a script sets it.
enum OperatingSystemModule {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("os", documentation: "Names of files, and the script's own environment.") {
            Placeholder.member($0, of: "os")
        }
        module["path"] = .module(path(library))
        module["environ"] = .dict(DictObject())
        module["sep"] = .string("/")
        module["linesep"] = .string("\n")
        module["name"] = .string("posix")
        module["getenv"] = .builtin(
            BuiltinFunction("getenv", parameters: ["key", "default"], documentation: "What the script has set.") {
                arguments, interpreter throws(RaisedError) in
                let key = try arguments.required(0, "key", of: "getenv")
                guard case .dict(let environment)? = module["environ"] else { return .none }
                return environment.entries[try HashKey(key)] ?? arguments.value(1, "default") ?? .none
            })
        module["getcwd"] = .builtin(
            BuiltinFunction("getcwd", documentation: "The folder files are named from.") { _, _ throws(RaisedError) in
                .string(".")
            })
        return module
    }

    /// The module `os.path`.
    static func path(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("os.path", documentation: "Names of files.") { Placeholder.member($0, of: "os.path") }
        module["sep"] = .string("/")
        module["join"] = .builtin(
            BuiltinFunction("join", parameters: ["path"], documentation: "One name behind the other.") {
                arguments, _ throws(RaisedError) in
                var result = ""
                for value in arguments.positional {
                    let part = try text(value, "join")
                    if part.hasPrefix("/") || result.isEmpty {
                        result = part
                    } else {
                        result += (result.hasSuffix("/") ? "" : "/") + part
                    }
                }
                return .string(result)
            })
        let functions: [(String, (String) -> Value)] = [
            ("basename", { .string(split($0).name) }), ("dirname", { .string(split($0).folder) }),
            ("split", { .tuple([.string(split($0).folder), .string(split($0).name)]) }),
            ("splitext", { .tuple(extensionSplit($0).map(Value.string)) }),
            ("abspath", { .string($0) }), ("realpath", { .string($0) }), ("normpath", { .string($0) }),
            ("expanduser", { .string($0) }),
            ("exists", { .bool(library.files.kind($0) != nil) }),
            ("isfile", { .bool(library.files.kind($0) == .file) }),
            ("isdir", { .bool(library.files.kind($0) == .folder) }),
        ]
        for (name, function) in functions {
            module[name] = .builtin(
                BuiltinFunction(name, parameters: ["path"], documentation: "Of the name of a file.") {
                    arguments, _ throws(RaisedError) in
                    function(try text(try arguments.required(0, "path", of: name), name))
                })
        }
        return module
    }

    private static func text(_ value: Value, _ function: String) throws(RaisedError) -> String {
        guard case .string(let text) = value else {
            throw RaisedError(.typeError, "\(function)() takes the name of a file, not '\(value.typeName)'")
        }
        return text
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }

    private static func extensionSplit(_ path: String) -> [String] {
        let name = split(path).name
        guard let dot = name.lastIndex(of: "."), !name[..<dot].allSatisfy({ $0 == "." }) else { return [path, ""] }
        let tail = String(name[dot...])
        return [String(path.dropLast(tail.count)), tail]
    }
}
