import Interpreter
import TensorEngine

/// The module `os`: files and folders, and the environment. What is more than a question to the system is written in the language.
enum OperatingSystemModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ library: LibraryContext, path: ModuleObject?, _ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "os", documentation: "Files, folders and the environment.", memberNames: Prelude.names(of: "os")
        ) { prelude?.member($0, of: "os") ?? Placeholder.member($0, of: "os") }
        module["path"] = path.map(Value.module)
        let environment = library.files.environment().sorted { $0.key < $1.key }
        for (name, mode) in [("F_OK", 0), ("X_OK", 1), ("W_OK", 2), ("R_OK", 4)] { module[name] = .int(mode) }
        module["environ"] = .dict(DictObject(environment.map { ($0.key, .string($0.value)) }))
        for (name, text) in names { module[name] = .string(text) }
        module.add([
            .native("fspath(path)", "The name of a file as text.") { arguments, interpreter in
                if case .bytes = arguments[0] { return arguments[0] }
                return .string(try arguments.path(0, interpreter))
            },
            .python("getenv(key, default=None)", "A variable of the environment.") { arguments, _ in
                guard case .dict(let environment)? = module["environ"] else { return .none }
                return environment.entries[try HashKey(arguments[0])] ?? arguments[1]
            },
            .native("getcwd()", "The folder files are named from.") { _, _ in .string(library.files.folder()) },
            .native("access(path, mode)", "Whether a file may be used in a way: F_OK, R_OK, W_OK, X_OK.") {
                arguments, interpreter in
                .bool(library.files.mayUse(try arguments.path(0, interpreter), try arguments.int(1)))
            },
            .native("chdir(path)", "Goes to another folder.") { arguments, interpreter in
                let path = try arguments.path(0, interpreter)
                guard library.files.kind(path) != nil else { throw RaisedError.system(2, path) }
                do { try library.enterFolder(path) } catch { throw RaisedError.refused(error, path) }
                return .none
            },
            .native("listdir(path=None)", "The names of what is in a folder, in their order.") {
                arguments, interpreter in
                let path = arguments[0].isNone ? "." : try arguments.path(0, interpreter)
                guard let names = library.files.names(path) else {
                    throw RaisedError.system(library.files.kind(path) == .file ? 20 : 2, path)
                }
                return .list(ListObject(names.map(Value.string)))
            },
            .native("_facts(path)", "Size, time of the last change and mode of a file.") { arguments, interpreter in
                let path = try arguments.path(0, interpreter)
                guard let facts = library.files.facts(path) else { throw RaisedError.system(2, path) }
                return .tuple([.int(facts.mode), .int(facts.size), .float(facts.modified)])
            },
            .native("cpu_count()", "The number of processors that are used.") { _, _ in .int(Parallel.threads) },
        ])
        module.add(changes(library))
        return module
    }

    private static let names = [
        ("sep", "/"), ("linesep", "\n"), ("name", "posix"), ("curdir", "."), ("pardir", ".."), ("extsep", "."),
        ("pathsep", ":"), ("devnull", "/dev/null"), ("defpath", "/bin:/usr/bin"),
    ]

    /// The functions that change what there is.
    private static func changes(_ library: LibraryContext) -> [BuiltinFunction] {
        func changing(
            _ signature: String, _ documentation: String, _ change: @escaping (String) -> FileAccess.Change
        ) -> BuiltinFunction {
            .native(signature, documentation) { arguments, interpreter in
                let path = try arguments.path(0, interpreter)
                let number = library.files.change(change(path))
                if number != 0 { throw RaisedError.system(Int(number), path) }
                return .none
            }
        }
        func moving(_ name: String) -> BuiltinFunction {
            .native(
                "\(name)(src, dst, *, !src_dir_fd=None, !dst_dir_fd=None)", "Gives a file or folder another name."
            ) { arguments, interpreter in
                let (source, target) = (try arguments.path(0, interpreter), try arguments.path(1, interpreter))
                let number = library.files.change(.move(source, to: target))
                if number != 0 { throw RaisedError.system(Int(number), source, to: target) }
                return .none
            }
        }
        return [
            .native("mkdir(path, mode=511, *, !dir_fd=None)", "Makes a folder.") { arguments, interpreter in
                let path = try arguments.path(0, interpreter)
                let number = library.files.change(.makeFolder(path, mode: try arguments.int(1)))
                if number != 0 { throw RaisedError.system(Int(number), path) }
                return .none
            },
            changing("remove(path, *, !dir_fd=None)", "Removes a file.") { .removeFile($0) },
            changing("unlink(path, *, !dir_fd=None)", "Removes a file.") { .removeFile($0) },
            changing("rmdir(path, *, !dir_fd=None)", "Removes an empty folder.") { .removeFolder($0) },
            moving("rename"), moving("replace"),
        ]
    }
}
