import Arrays
import Interpreter

/// What the library's own texts ask of the program: files, and remarks on what is left out.
enum HostFunctions {
    /// A module that only these texts import.
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("keras._host", documentation: "Files and remarks, for Keras's own texts.")
        module.add([
            .python("leave_out(name, because, instead)", "Says that something is left out.") { arguments, _ in
                try library.omissions.leaveOut(
                    try arguments.string(0), because: try arguments.string(1), instead: try arguments.string(2))
                return .none
            },
            .python("pass_over(name)", "Says, at the end, that a call did nothing.") { arguments, _ in
                try library.omissions.pass(over: try arguments.string(0))
                return .none
            },
            .python("folder_names(path)", "What is in a folder; None where there is none.") { arguments, _ in
                guard let names = library.files.names(try arguments.string(0)) else { return .none }
                return .list(ListObject(names.map(Value.string)))
            },
            .python("keras_file(folder, name)", "The path of a file in a folder of ~/.keras, and whether it is there.")
            {
                arguments, _ in
                let name = try arguments.string(1)
                let path =
                    name.hasPrefix("/")
                    ? name : "\(library.files.kerasFolder() ?? "~/.keras")/\(try arguments.string(0))/\(name)"
                return .tuple([.string(path), .bool(library.files.kind(path) != nil)])
            },
        ])
        return module
    }
}
