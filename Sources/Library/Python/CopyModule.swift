import Interpreter

/// The module `copy`.
enum CopyModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("copy", documentation: "Copies of lists, dicts and sets.")
        module.add([
            .python("copy(x)", "The same items in a new list, dict or set.") { arguments, interpreter in
                var copier = Copier(interpreter)
                return try copier.copy(arguments[0], depth: 1)
            },
            .python("deepcopy(x, !memo=None)", "A copy, and copies of all within.") {
                arguments, interpreter in
                var copier = Copier(interpreter)
                return try copier.copy(arguments[0], depth: 500)
            },
        ])
        return module
    }
}

/// Copies values and what they hold; what is held twice is copied once.
private struct Copier {
    private let interpreter: Interpreter
    /// Copies of lists and dicts.
    private var objects: [ObjectIdentifier: Value] = [:]
    /// Copies of tuples, by where their items are.
    private var tuples: [UnsafeRawPointer: Value] = [:]

    init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    /// A copy of a value and of what it holds in so many levels.
    mutating func copy(_ value: Value, depth: Int) throws(RaisedError) -> Value {
        guard depth > 0 else { return value }
        try interpreter.checkInterrupt()
        switch value {
        case .list(let list):
            if let made = objects[ObjectIdentifier(list)] { return made }
            let new = ListObject()
            objects[ObjectIdentifier(list)] = .list(new)
            for item in list.items { new.items.append(try copy(item, depth: depth - 1)) }
            return .list(new)
        case .tuple(let items):
            let place = items.withUnsafeBytes { $0.baseAddress }
            if let made = place.flatMap({ tuples[$0] }) { return made }
            var new: [Value] = []
            for item in items { new.append(try copy(item, depth: depth - 1)) }
            if let place { tuples[place] = .tuple(new) }
            return .tuple(new)
        case .dict(let dict):
            if let made = objects[ObjectIdentifier(dict)] { return made }
            let new = dict.alike([:])
            objects[ObjectIdentifier(dict)] = .dict(new)
            for (key, value) in dict.entries { new.entries[key] = try copy(value, depth: depth - 1) }
            return .dict(new)
        case .set(let set): return .set(SetObject(set.members, isFrozen: set.isFrozen))
        case .host(let object as ArrayObject): return .host(ArrayObject(object.array))
        case .host(let object as InstanceObject):
            if let made = objects[ObjectIdentifier(object)] { return made }
            let new = object.alike()
            objects[ObjectIdentifier(object)] = .host(new)
            for (name, value) in object.attributes { new.attributes[name] = try copy(value, depth: depth - 1) }
            return .host(new)
        default: return value
        }
    }
}
