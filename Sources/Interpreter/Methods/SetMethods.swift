import OrderedCollections

/// The methods of `set`.
enum SetMethods {
    private static func set(_ value: Value) -> SetObject { if case .set(let set) = value { set } else { SetObject() } }

    private static func combining(
        _ name: String, _ doc: String,
        _ body: @escaping @Sendable (OrderedSet<HashKey>, OrderedSet<HashKey>) -> OrderedSet<HashKey>
    ) -> Method {
        Method(name, ["other"], doc) { value, arguments, interpreter throws(RaisedError) in
            var result = set(value).members
            for other in arguments.positional { result = body(result, try interpreter.members(of: other)) }
            return .set(SetObject(result))
        }
    }

    static let all: [Method] = [
        combining("union", "The members of either.") { $0.union($1) },
        combining("intersection", "The members of both.") { $0.intersection($1) },
        combining("difference", "The members that are not in another.") { $0.subtracting($1) },
        combining("symmetric_difference", "The members of one of the two.") { $0.symmetricDifference($1) },
        Method("add", ["element"], "Adds a member.") { value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("add", arguments, most: 1)
            set(value).members.append(try HashKey(try reader.required("element")))
            return .none
        },
        Method("update", ["other"], "Adds the members of another.") {
            value, arguments, interpreter throws(RaisedError) in
            for other in arguments.positional { set(value).members.formUnion(try interpreter.members(of: other)) }
            return .none
        },
        Method("discard", ["element"], "Takes a member out, if it is there.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("discard", arguments, most: 1)
            set(value).members.remove(try HashKey(try reader.required("element")))
            return .none
        },
        Method("remove", ["element"], "Takes a member out; an error if it is not there.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("remove", arguments, most: 1)
            let element = try reader.required("element")
            guard set(value).members.remove(try HashKey(element)) != nil else {
                throw RaisedError(ExceptionObject(.keyError, [element]))
            }
            return .none
        },
        Method("pop", [], "Takes a member out.") { value, _, _ throws(RaisedError) in
            guard !set(value).members.isEmpty else {
                throw RaisedError(ExceptionObject(.keyError, [.string("pop from an empty set")]))
            }
            return set(value).members.removeFirst().value
        },
        Method("copy", [], "Another set of the same members.") { value, _, _ throws(RaisedError) in
            .set(SetObject(set(value).members))
        },
        Method("clear", [], "Takes all members out.") { value, _, _ throws(RaisedError) in
            set(value).members = []
            return .none
        },
        Method("issubset", ["other"], "Whether another has all its members.") {
            value, arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("issubset", arguments, most: 1)
            return .bool(set(value).members.isSubset(of: try interpreter.members(of: try reader.required("other"))))
        },
        Method("issuperset", ["other"], "Whether it has all members of another.") {
            value, arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("issuperset", arguments, most: 1)
            return .bool(set(value).members.isSuperset(of: try interpreter.members(of: try reader.required("other"))))
        },
        Method("isdisjoint", ["other"], "Whether the two have no member in common.") {
            value, arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("isdisjoint", arguments, most: 1)
            return .bool(set(value).members.isDisjoint(with: try interpreter.members(of: try reader.required("other"))))
        },
    ]
}

extension Interpreter {
    /// The items of a value, each once.
    func members(of value: Value) throws(RaisedError) -> OrderedSet<HashKey> {
        if case .set(let set) = value { return set.members }
        var result: OrderedSet<HashKey> = []
        for item in try items(of: value) { result.append(try HashKey(item)) }
        return result
    }
}
