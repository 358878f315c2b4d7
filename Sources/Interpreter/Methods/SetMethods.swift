/// The methods of `set` and `frozenset`.
enum SetMethods {
    /// The attributes of `set`.
    static let table = AttributeTable("set", unchanging + changing)
    /// The attributes of `frozenset`.
    static let frozen = AttributeTable("frozenset", unchanging)

    private static func set(_ value: Value) -> SetObject { if case .set(let set) = value { set } else { SetObject() } }

    private static func combining(
        _ text: String, _ doc: String, _ body: @escaping (SetTable, SetTable) -> SetTable
    ) -> Method {
        Method(text, doc) { value, arguments, interpreter throws(RaisedError) in
            let others = arguments.allPositional
            var result = others.isEmpty ? set(value).members.copy : set(value).members
            for other in others { result = body(result, try interpreter.members(of: other)) }
            return set(value).alike(result)
        }
    }

    private static func updating(
        _ text: String, _ doc: String, _ body: @escaping (inout SetTable, SetTable) -> Void
    ) -> Method {
        Method(text, doc) { value, arguments, interpreter throws(RaisedError) in
            for other in arguments.allPositional {
                let members = try interpreter.members(of: other)
                body(&set(value).members, members)
            }
            return .none
        }
    }

    private static func asking(
        _ text: String, _ doc: String, _ body: @escaping (SetTable, SetTable) -> Bool
    ) -> Method {
        Method(text, doc) { value, arguments, interpreter throws(RaisedError) in
            .bool(body(set(value).members, try interpreter.members(of: arguments[0])))
        }
    }

    /// What a frozenset can do too.
    private static var unchanging: [Method] {
        [
            Method("union(*others)", "The members of either.") { value, arguments, interpreter throws(RaisedError) in
                var result = set(value).members.copy
                for other in arguments.rest { try interpreter.add(itemsOf: other, to: &result) }
                return set(value).alike(result)
            },
            combining("intersection(*others)", "The members of both.") { $0.intersection($1) },
            combining("difference(*others)", "The members that are not in another.") { $0.subtracting($1) },
            combining("symmetric_difference(other, /)", "The members of one of the two.") {
                $0.symmetricDifference($1)
            },
            Method("copy()", "Another set of the same members.") { value, _, _ throws(RaisedError) in
                set(value).isFrozen ? value : .set(SetObject(set(value).members.copy))
            },
            asking("issubset(other, /)", "Whether another has all its members.") { $0.isSubset(of: $1) },
            asking("issuperset(other, /)", "Whether it has all members of another.") { $1.isSubset(of: $0) },
            asking("isdisjoint(other, /)", "Whether the two have no member in common.") {
                $0.intersection($1).isEmpty
            },
        ]
    }

    private static var changing: [Method] {
        [
            Method("add(element, /)", "Adds a member.") { value, arguments, _ throws(RaisedError) in
                set(value).members.insert(try HashKey(arguments[0]))
                return .none
            },
            Method("update(*others)", "Adds the members of others.") {
                value, arguments, interpreter throws(RaisedError) in
                for other in arguments.rest {
                    // What an iterator runs may look at the set, so its items come first.
                    let items = try interpreter.collected(other)
                    if case .set(let same) = items, same === set(value) { continue }
                    try interpreter.add(itemsOf: items, to: &set(value).members)
                }
                return .none
            },
            updating("intersection_update(*others)", "Keeps the members that others have too.") {
                $0 = $0.intersection($1)
            },
            updating("difference_update(*others)", "Removes the members of others.") { $0.subtract($1) },
            updating("symmetric_difference_update(other, /)", "Keeps the members of one of the two.") {
                $0.formSymmetricDifference($1)
            },
            Method("discard(element, /)", "Removes a member, if it is there.") {
                value, arguments, _ throws(RaisedError) in
                set(value).members.remove(try HashKey(asked: arguments[0]))
                return .none
            },
            Method("remove(element, /)", "Removes a member; an error if it is not there.") {
                value, arguments, _ throws(RaisedError) in
                guard set(value).members.remove(try HashKey(asked: arguments[0])) else {
                    throw RaisedError(ExceptionObject(.keyError, [arguments[0]]))
                }
                return .none
            },
            Method("pop()", "Removes a member and returns it.") { value, _, _ throws(RaisedError) in
                guard let member = set(value).members.popFirst() else {
                    throw RaisedError(ExceptionObject(.keyError, [.string("pop from an empty set")]))
                }
                return member.value
            },
            Method("clear()", "Removes all members.") { value, _, _ throws(RaisedError) in
                set(value).members = SetTable()
                return .none
            },
        ]
    }
}

extension Interpreter {
    /// The items of a value, each once.
    func members(of value: Value) throws(RaisedError) -> SetTable {
        if case .set(let set) = value { return set.members }
        var result = SetTable()
        try add(itemsOf: value, to: &result)
        return result
    }

    /// A value whose items are there already: itself, or a list of them.
    fileprivate func collected(_ value: Value) throws(RaisedError) -> Value {
        switch value {
        case .set, .dict, .list, .tuple: value
        default: .list(ListObject(try items(of: value)))
        }
    }

    /// Adds the items of a value to a set, with the room made as CPython makes it.
    func add(itemsOf value: Value, to set: inout SetTable) throws(RaisedError) {
        switch value {
        case .set(let other): set.formUnion(other.members)
        case .dict(let dict):
            set.reserve(dict.entries.count)
            try forEach(dict.entries.keys) { key throws(RaisedError) in try add(key, to: &set) }
        default:
            try forEach(items(of: value)) { item throws(RaisedError) in try add(HashKey(item), to: &set) }
        }
    }

    /// Members beyond which a set is refused: making its table larger looks at no interrupt.
    private static let mostMembers = 1 << 22
    /// What a member takes, with the slots that are kept free.
    private static let bytesPerMember = 200

    /// Adds a member.
    /// - Throws: MemoryError where there are too many.
    func add(_ key: HashKey, to set: inout SetTable) throws(RaisedError) {
        guard set.count < Interpreter.mostMembers else {
            throw RaisedError(
                .memoryError, "a set of more than \(Interpreter.mostMembers) members does not fit in memory")
        }
        try requireMemory(forMoreThan: set.count, bytesPerItem: Interpreter.bytesPerMember)
        set.insert(key)
    }
}
