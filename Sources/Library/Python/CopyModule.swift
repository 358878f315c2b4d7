import Interpreter

/// The modules `copy`, `typing`, `six.moves` and `tqdm`, of which scripts use one or two names.
enum CopyModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("copy", documentation: "Copies of lists, dicts and sets.")
        module["copy"] = .builtin(
            BuiltinFunction("copy", parameters: ["x"], documentation: "The same items in a new list, dict or set.") {
                arguments, _ throws(RaisedError) in copy(try arguments.required(0, "x", of: "copy"), depth: 1)
            })
        module["deepcopy"] = .builtin(
            BuiltinFunction("deepcopy", parameters: ["x"], documentation: "A copy, and copies of all within.") {
                arguments, _ throws(RaisedError) in copy(try arguments.required(0, "x", of: "deepcopy"), depth: 64)
            })
        return module
    }

    private static func copy(_ value: Value, depth: Int) -> Value {
        guard depth > 0 else { return value }
        switch value {
        case .list(let list): return .list(ListObject(list.items.map { copy($0, depth: depth - 1) }))
        case .tuple(let items): return .tuple(items.map { copy($0, depth: depth - 1) })
        case .dict(let dict):
            let new = DictObject()
            for (key, value) in dict.entries { new.entries[key] = copy(value, depth: depth - 1) }
            return .dict(new)
        case .set(let set): return .set(SetObject(set.members))
        default: return value
        }
    }

    /// `six.moves`: the builtins of Python 3.
    static func moves(_ interpreter: Interpreter?) -> ModuleObject {
        ModuleObject("six.moves", documentation: "The builtins of Python 3.") { name in
            interpreter?.builtin(name == "xrange" ? "range" : name) ?? Placeholder.member(name, of: "six.moves")
        }
    }

    /// `tqdm`: the items without a bar.
    static func tqdm() -> ModuleObject {
        let module = ModuleObject("tqdm", documentation: "The items, without a bar.") {
            Placeholder.member($0, of: "tqdm")
        }
        module["tqdm"] = .builtin(
            BuiltinFunction("tqdm", parameters: ["iterable"], documentation: "The items, without a bar.") {
                arguments, _ throws(RaisedError) in try arguments.required(0, "iterable", of: "tqdm")
            })
        module["trange"] = .builtin(
            BuiltinFunction("trange", parameters: ["stop"], documentation: "A range, without a bar.") {
                arguments, interpreter throws(RaisedError) in
                try interpreter.call(interpreter.builtin("range") ?? .none, CallArguments(arguments.positional))
            })
        return module
    }
}
