/// Objects of scripts' classes that say what an attribute of other objects is: by `__get__`, `__set__` or `__delete__`.
extension Value {
    /// The object that says it; nil for any other value.
    var descriptor: InstanceObject? {
        guard case .host(let object) = self, let instance = object as? InstanceObject,
            ["__get__", "__set__", "__delete__"].contains(where: { instance.special($0) != nil })
        else { return nil }
        return instance
    }
}

extension TypeObject {
    /// The names of the attributes that objects may have, where all classes behind the object's own say `__slots__`; nil for any.
    var slots: Set<String>? {
        guard userAttribute("__slots__") != nil else { return nil }
        var names: Set<String> = []
        for type in mro {
            guard let user = type.userClass else { continue }
            guard let value = user.namespace["__slots__"] else { return nil }
            switch value {
            case .string(let name): names.insert(name)
            case .tuple(let items): names.formUnion(items.compactMap(\.text))
            case .list(let list): names.formUnion(list.items.compactMap(\.text))
            default: return nil
            }
        }
        return names.contains("__dict__") ? nil : names
    }
}

extension Value {
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}

extension Interpreter {
    /// Tells the objects in a class under which names they stand there.
    func tellNames(in type: TypeObject) throws(RaisedError) {
        for (name, value) in type.userClass?.namespace ?? [:] {
            guard case .host(let object) = value, let instance = object as? InstanceObject else { continue }
            _ = try instance.callSpecial("__set_name__", [.type(type), .string(name)])
        }
    }

    /// Raises what a `__repr__` or `__str__` raised where nothing could be.
    func raiseWaiting() throws(RaisedError) {
        guard let error = waitingError else { return }
        waitingError = nil
        throw error
    }
}
