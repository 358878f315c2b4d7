import Interpreter

/// The module `copy`.
enum CopyModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("copy", documentation: "Copies of lists, dicts and sets.")
        module["copy"] = .builtin(
            BuiltinFunction("copy", parameters: ["x"], documentation: "The same items in a new list, dict or set.") {
                arguments, interpreter throws(RaisedError) in
                var known: [ObjectIdentifier: Value] = [:]
                return try copy(try arguments.required(0, "x", of: "copy"), depth: 1, &known, interpreter)
            })
        module["deepcopy"] = .builtin(
            BuiltinFunction("deepcopy", parameters: ["x"], documentation: "A copy, and copies of all within.") {
                arguments, interpreter throws(RaisedError) in
                var known: [ObjectIdentifier: Value] = [:]
                return try copy(try arguments.required(0, "x", of: "deepcopy"), depth: 500, &known, interpreter)
            })
        return module
    }

    /// A copy of a value and of what it holds in so many levels; what is held twice is copied once.
    private static func copy(
        _ value: Value, depth: Int, _ known: inout [ObjectIdentifier: Value], _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard depth > 0 else { return value }
        try interpreter.checkInterrupt()
        switch value {
        case .list(let list):
            if let made = known[ObjectIdentifier(list)] { return made }
            let new = ListObject()
            known[ObjectIdentifier(list)] = .list(new)
            for item in list.items { new.items.append(try copy(item, depth: depth - 1, &known, interpreter)) }
            return .list(new)
        case .tuple(let items):
            var new: [Value] = []
            for item in items { new.append(try copy(item, depth: depth - 1, &known, interpreter)) }
            return .tuple(new)
        case .dict(let dict):
            if let made = known[ObjectIdentifier(dict)] { return made }
            let new = DictObject()
            known[ObjectIdentifier(dict)] = .dict(new)
            for (key, value) in dict.entries {
                new.entries[key] = try copy(value, depth: depth - 1, &known, interpreter)
            }
            return .dict(new)
        case .set(let set): return .set(SetObject(set.members))
        case .host(let object as ArrayObject): return .host(ArrayObject(object.array))
        default: return value
        }
    }
}
