/// The methods of `set` and `frozenset`.
enum SetMethods {
    static let all = unchanging + changing

    private static func set(_ value: Value) -> SetObject { if case .set(let set) = value { set } else { SetObject() } }

    private static func combining(
        _ name: String, _ doc: String, _ body: @escaping @Sendable (SetTable, SetTable) -> SetTable
    ) -> Method {
        Method(name, ["others"], doc) { value, arguments, interpreter throws(RaisedError) in
            var result = arguments.positional.isEmpty ? set(value).members.copy : set(value).members
            for other in arguments.positional { result = body(result, try interpreter.members(of: other)) }
            return set(value).alike(result)
        }
    }

    private static func updating(
        _ name: String, _ doc: String, _ body: @escaping @Sendable (inout SetTable, SetTable) -> Void
    ) -> Method {
        Method(name, ["others"], doc) { value, arguments, interpreter throws(RaisedError) in
            for other in arguments.positional {
                let members = try interpreter.members(of: other)
                body(&set(value).members, members)
            }
            return .none
        }
    }

    private static func asking(
        _ name: String, _ doc: String, _ body: @escaping @Sendable (SetTable, SetTable) -> Bool
    ) -> Method {
        Method(name, ["other"], doc) { value, arguments, interpreter throws(RaisedError) in
            .bool(body(set(value).members, try interpreter.members(of: arguments.positional[0])))
        }
    }

    /// What a frozenset can do too.
    static let unchanging: [Method] = [
        Method("union", ["others"], "The members of either.") { value, arguments, interpreter throws(RaisedError) in
            var result = set(value).members.copy
            for other in arguments.positional { try interpreter.add(itemsOf: other, to: &result) }
            return set(value).alike(result)
        },
        combining("intersection", "The members of both.") { $0.intersection($1) },
        combining("difference", "The members that are not in another.") { $0.subtracting($1) },
        combining("symmetric_difference", "The members of one of the two.") { $0.symmetricDifference($1) },
        Method("copy", [], "Another set of the same members.") { value, _, _ throws(RaisedError) in
            set(value).isFrozen ? value : .set(SetObject(set(value).members.copy))
        },
        asking("issubset", "Whether another has all its members.") { $0.isSubset(of: $1) },
        asking("issuperset", "Whether it has all members of another.") { $1.isSubset(of: $0) },
        asking("isdisjoint", "Whether the two have no member in common.") { $0.intersection($1).isEmpty },
    ]

    private static let changing: [Method] = [
        Method("add", ["element"], "Adds a member.") { value, arguments, _ throws(RaisedError) in
            set(value).members.insert(try HashKey(arguments.positional[0]))
            return .none
        },
        Method("update", ["others"], "Adds the members of others.") {
            value, arguments, interpreter throws(RaisedError) in
            for other in arguments.positional {
                // What an iterator runs may look at the set, so its items come first.
                let items = try interpreter.collected(other)
                if case .set(let same) = items, same === set(value) { continue }
                try interpreter.add(itemsOf: items, to: &set(value).members)
            }
            return .none
        },
        updating("intersection_update", "Keeps the members that others have too.") { $0 = $0.intersection($1) },
        updating("difference_update", "Takes the members of others out.") { $0.subtract($1) },
        updating("symmetric_difference_update", "Keeps the members of one of the two.") {
            $0.formSymmetricDifference($1)
        },
        Method("discard", ["element"], "Takes a member out, if it is there.") {
            value, arguments, _ throws(RaisedError) in
            set(value).members.remove(try HashKey(asked: arguments.positional[0]))
            return .none
        },
        Method("remove", ["element"], "Takes a member out; an error if it is not there.") {
            value, arguments, _ throws(RaisedError) in
            let element = arguments.positional[0]
            guard set(value).members.remove(try HashKey(asked: element)) else {
                throw RaisedError(ExceptionObject(.keyError, [element]))
            }
            return .none
        },
        Method("pop", [], "Takes a member out.") { value, _, _ throws(RaisedError) in
            guard let member = set(value).members.popFirst() else {
                throw RaisedError(ExceptionObject(.keyError, [.string("pop from an empty set")]))
            }
            return member.value
        },
        Method("clear", [], "Takes all members out.") { value, _, _ throws(RaisedError) in
            set(value).members = SetTable()
            return .none
        },
    ]
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
