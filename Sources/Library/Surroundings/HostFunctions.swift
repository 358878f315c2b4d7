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
            .python("not_computed(name, because, instead)", "A value that is not there, and a remark on it.") {
                arguments, _ in
                let name = try arguments.string(0)
                try library.omissions.leaveOut(
                    name, because: try arguments.string(1), instead: try arguments.string(2))
                return .host(AbsentValue("\(name) is not computed"))
            },
            .python("module(name)", "The module of a name; None where there is none.") { arguments, interpreter in
                interpreter.module(named: try arguments.string(0)).map(Value.module) ?? .none
            },
            .python("is_absent(value)", "Whether a value was not computed.") { arguments, _ in
                .bool(arguments[0].isAbsent)
            },
            .python("pass_over(name)", "Says, at the end, that a call did nothing.") { arguments, _ in
                try library.omissions.pass(over: try arguments.string(0))
                return .none
            },
            .python("refuse(function, **given)", "Refuses arguments that a function takes but does not know.") {
                arguments, _ in
                let name = try arguments.string(0)
                for (argument, value) in arguments.keywordRest {
                    if value.isNone { continue }
                    if case .bool(false) = value { continue }
                    throw RaisedError(.notImplementedError, "`\(argument)` of \(name) is not implemented")
                }
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
            .python("automatic_name(class_name)", "The next automatic name of an object of a class.") { arguments, _ in
                .string(library.network.automaticName(forClass: try arguments.string(0)))
            },
            .python("parameter_names(function)", "What the parameters of a function are called.") {
                arguments, interpreter in
                let signature = interpreter.signature(of: arguments[0])
                return .list(ListObject((signature?.parameters ?? []).map { .string($0.name) }))
            },
            padded,
        ])
        module.add(TimeModule.hostFunctions)
        return module
    }

    /// `padded(lists, width, fills_before, cuts_before, value)`: lists of numbers as the rows of an array.
    private static var padded: BuiltinFunction {
        .python("padded(lists, width, fills_before, cuts_before, value)", "Lists of numbers as rows.") {
            arguments, interpreter in
            let (width, value) = (max(0, try arguments.int(1)), try arguments.number(4))
            let (fillsBefore, cutsBefore) = (try arguments.bool(2), try arguments.bool(3))
            let lists = try interpreter.items(of: arguments[0])
            _ = try NumericArray.checkedCount([lists.count, width])
            var numbers: [Double] = []
            numbers.reserveCapacity(lists.count * width)
            try interpreter.forEach(0..<lists.count) { place throws(RaisedError) in
                let items = try interpreter.items(of: lists[place])
                let kept = cutsBefore ? items.suffix(width) : items.prefix(width)
                let filling = repeatElement(value, count: width - kept.count)
                if fillsBefore { numbers += filling }
                for item in kept { numbers.append(try item.realNumber()) }
                if !fillsBefore { numbers += filling }
            }
            return .host(ArrayObject(try NumericArray(shape: [lists.count, width], doubles: numbers)))
        }
    }
}
