import Interpreter

/// The module `copy`.
enum CopyModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("copy", documentation: "Copies of lists, dicts, sets and objects.")
        module.add([
            .python("copy(x)", "A new object with the same items.") { arguments, interpreter in
                var copier = Copier(interpreter, memo: DictObject(), isDeep: false)
                return try copier.copy(arguments[0], depth: 1)
            },
            .python("deepcopy(x, memo=None)", "A copy, and copies of all within.") {
                arguments, interpreter in
                var memo = DictObject()
                if case .dict(let given) = arguments[1] { memo = given }
                var copier = Copier(interpreter, memo: memo, isDeep: true)
                return try copier.copy(arguments[0], depth: 500)
            },
        ])
        return module
    }
}

/// Copies values and what they hold; what is held twice is copied once.
private struct Copier {
    private let interpreter: Interpreter
    /// The copies by the numbers of what was copied, which `__deepcopy__` is handed.
    private let memo: DictObject
    private let isDeep: Bool
    /// What was copied, which keeps its number as long as it is there.
    private var originals: [Value] = []

    init(_ interpreter: Interpreter, memo: DictObject, isDeep: Bool) {
        self.interpreter = interpreter
        self.memo = memo
        self.isDeep = isDeep
    }

    private func known(_ value: Value) throws(RaisedError) -> Value? {
        memo.entries[try HashKey(.int(value.identityNumber))]
    }

    private mutating func remember(_ copy: Value, of value: Value) throws(RaisedError) {
        originals.append(value)
        memo.entries[try HashKey(.int(value.identityNumber))] = copy
    }

    /// A copy of a value and of what it holds in so many levels.
    mutating func copy(_ value: Value, depth: Int) throws(RaisedError) -> Value {
        guard depth > 0 else { return value }
        try interpreter.checkInterrupt()
        switch value {
        case .list, .tuple, .dict, .host: if let made = try known(value) { return made }
        default: break
        }
        switch value {
        case .list(let list):
            let new = ListObject()
            try remember(.list(new), of: value)
            for item in list.items { new.items.append(try copy(item, depth: depth - 1)) }
            return .list(new)
        case .tuple(let items):
            guard isDeep else { return value }
            let new = Value.tuple(try copies(of: items, depth: depth))
            try remember(new, of: value)
            return new
        case .dict(let dict):
            let new = dict.alike([:])
            try remember(.dict(new), of: value)
            for (key, value) in dict.entries {
                new.entries[try HashKey(copy(key.value, depth: depth - 1))] = try copy(value, depth: depth - 1)
            }
            return .dict(new)
        case .set(let set): return set.isFrozen ? value : .set(SetObject(set.members))
        case .host(let object): return try copy(object, depth: depth)
        default: return value
        }
    }

    private mutating func copies(of items: [Value], depth: Int) throws(RaisedError) -> [Value] {
        var result: [Value] = []
        for item in items { result.append(try copy(item, depth: depth - 1)) }
        return result
    }

    private mutating func copy(_ object: any HostObject, depth: Int) throws(RaisedError) -> Value {
        let value = Value.host(object)
        if let instance = object.instance {
            let arguments: [Value] = isDeep ? [.dict(memo)] : []
            if let made = try instance.callSpecial(isDeep ? "__deepcopy__" : "__copy__", arguments) {
                if isDeep { try remember(made, of: value) }
                return made
            }
        }
        switch object {
        case let array as ArrayObject: return .host(ArrayObject(array.array))
        case let instance as InstanceObject:
            let new = instance.alike()
            try remember(.host(new), of: value)
            try copyAttributes(of: instance, to: new, depth: depth)
            return .host(new)
        case let data as DataObject:
            guard let new = data.copy(holding: try copy(data.held, depth: depth)), let instance = data.instance else {
                return value
            }
            try remember(.host(new), of: value)
            if let target = new.instance { try copyAttributes(of: instance, to: target, depth: depth) }
            return .host(new)
        case let derived as NamedTuple:
            guard isDeep, case .tuple(let items)? = derived.plain else { return value }
            let make = try interpreter.attribute("_make", of: value)
            return try interpreter.call(make, CallArguments([.tuple(try copies(of: items, depth: depth))]))
        default: return value
        }
    }

    private mutating func copyAttributes(
        of source: InstanceObject, to target: InstanceObject, depth: Int
    ) throws(RaisedError) {
        for (name, value) in source.attributes { target.attributes[name] = try copy(value, depth: depth - 1) }
    }
}
