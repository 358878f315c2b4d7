import Interpreter

/// The module `sys`: the arguments of the script, and `exit`.
enum SystemModule {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("sys", documentation: "The script's arguments.")
        module["argv"] = .list(ListObject(library.arguments.map(Value.string)))
        module["maxsize"] = .int(.max)
        module["version"] = .string("3.11 (convsh)")
        module["version_info"] = .tuple([.int(3), .int(11), .int(0), .string("final"), .int(0)])
        module["path"] = .list(ListObject())
        module.add([exit("exit")])
        return module
    }

    /// `exit(status)`, under a name.
    static func exit(_ name: String) -> BuiltinFunction {
        .native("\(name)(status=..., /)", "Ends the script, or the shell.") { arguments, _ in
            throw RaisedError(ExceptionObject(.systemExit, arguments.allPositional))
        }
    }
}
