import Interpreter

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
