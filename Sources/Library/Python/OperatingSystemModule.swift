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
        module.add([
            .python("getenv(key, default=None)", "What the script has set.") { arguments, _ in
                guard case .dict(let environment)? = module["environ"] else { return .none }
                return environment.entries[try HashKey(arguments[0])] ?? arguments[1]
            },
            .native("listdir(path='.')", "The names of what is in a folder, in their order.") { arguments, _ in
                let path = try text(arguments[0], "listdir")
                guard let names = library.files.names(path) else {
                    throw RaisedError(
                        .fileNotFoundError, "[Errno 2] No such file or directory: \(Value.string(path).repr)")
                }
                return .list(ListObject(names.map(Value.string)))
            },
            .native("getcwd()", "The folder files are named from.") { _, _ in .string(".") },
        ])
        return module
    }

    /// The module `os.path`.
    static func path(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("os.path", documentation: "Names of files.") { Placeholder.member($0, of: "os.path") }
        module["sep"] = .string("/")
        module.add([
            .python("join(a, *p)", "One name behind the other.") { arguments, _ in
                var result = ""
                for value in arguments.allPositional {
                    let part = try text(value, "join")
                    if part.hasPrefix("/") || result.isEmpty {
                        result = part
                    } else {
                        result += (result.hasSuffix("/") ? "" : "/") + part
                    }
                }
                return .string(result)
            }
        ])
        let functions: [(String, String, (String) -> Value)] = [
            ("basename(p)", "The last part of a name.", { .string(split($0).name) }),
            ("dirname(p)", "The folder of a name.", { .string(split($0).folder) }),
            ("split(p)", "Folder and last part.", { .tuple([.string(split($0).folder), .string(split($0).name)]) }),
            (
                "splitext(p)", "The name without its ending, and the ending.",
                {
                    .tuple(extensionSplit($0).map(Value.string))
                }
            ),
            ("abspath(path)", "The name itself.", { .string($0) }),
            ("realpath(filename, *, !strict=False)", "The name itself.", { .string($0) }),
            ("normpath(path)", "The name itself.", { .string($0) }),
            ("expanduser(path)", "The name itself.", { .string($0) }),
            ("exists(path)", "Whether there is such a file or folder.", { .bool(library.files.kind($0) != nil) }),
            ("isfile(path)", "Whether there is such a file.", { .bool(library.files.kind($0) == .file) }),
            ("isdir(s)", "Whether there is such a folder.", { .bool(library.files.kind($0) == .folder) }),
        ]
        module.add(
            functions.map { signature, documentation, function in
                .python(signature, documentation) { arguments, _ in function(try text(arguments[0], arguments.name)) }
            })
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
