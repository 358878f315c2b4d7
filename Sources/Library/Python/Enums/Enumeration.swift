import Interpreter

/// The class of an enumeration as a value: it has members, and is called to look one up.
final class Enumeration: Metaclass {
    let type: TypeObject
    let interpreter: Interpreter
    /// Every name with its member, aliases among them.
    private(set) var members: [(name: String, member: EnumMember)] = []
    /// Flags together that have no name of their own, by their value, each made once.
    var combinations: [HashKey: EnumMember] = [:]
    /// Whether its members are flags.
    let isFlags: Bool

    private init(_ type: TypeObject, _ interpreter: Interpreter) {
        self.type = type
        self.interpreter = interpreter
        isFlags = type.isKind(of: EnumModule.flag)
    }

    // MARK: Making one

    /// Makes the enumeration of a `class` statement.
    static func make(
        _ name: String, _ bases: [TypeObject], _ user: UserClass, _ interpreter: Interpreter
    ) throws(RaisedError) -> TypeObject {
        for base in bases {
            guard let enumeration = base.metaclass as? Enumeration, !enumeration.members.isEmpty else { continue }
            throw RaisedError(.typeError, "<enum '\(name)'> cannot extend \(enumeration.repr)")
        }
        let pairs = user.namespace.filter { isMember($0.key, $0.value, of: name) }
        for (name, _) in pairs { user.set(name, to: nil) }
        for (name, value) in user.namespace {
            if case .host(let object) = value, let other = object as? NotMember { user.set(name, to: other.value) }
        }
        let type = try TypeObject.user(name, bases: bases, user)
        let enumeration = Enumeration(type, interpreter)
        type.metaclass = enumeration
        for (name, value) in pairs { try enumeration.add(name, value, to: user) }
        return type
    }

    /// Makes the enumeration of a call: `Enum("Colour", "RED GREEN")`.
    static func make(
        _ name: String, names: Value, from start: Value = .int(1), _ bases: [TypeObject], _ interpreter: Interpreter
    ) throws(RaisedError) -> TypeObject {
        let user = UserClass(named: name, interpreter)
        var items: [Value] = []
        if case .string(let text) = names {
            items = text.split { $0 == " " || $0 == "," }.map { .string(String($0)) }
        } else {
            items = try interpreter.items(of: names)
        }
        for (place, item) in items.enumerated() {
            if case .dict(let dict) = names, let value = dict.entries[try HashKey(item)] {
                user.set(item.str, to: value)
            } else if case .string(let text) = item {
                user.set(text, to: try bases.counted(place, start, interpreter))
            } else {
                let pair = try interpreter.items(of: item)
                guard pair.count == 2 else { throw RaisedError(.valueError, "a member is a name and a value") }
                user.set(pair[0].str, to: pair[1])
            }
        }
        return try make(name, bases, user, interpreter)
    }

    /// Whether a name of the class's body is a member: neither a function nor a name with underscores around it.
    private static func isMember(_ name: String, _ value: Value, of owner: String) -> Bool {
        if name.hasPrefix("_"), name.hasSuffix("_") || name.hasPrefix("_\(owner)__") { return false }
        switch value {
        case .function, .builtin: return false
        case .host(let object): return !object.isDescriptor && !(object is NotMember)
        default: return true
        }
    }

    private func add(_ name: String, _ written: Value, to user: UserClass) throws(RaisedError) {
        let value = try mixed(try chosen(written, name))
        if let known = try member(of: value) {
            members.append((name, known))
        } else {
            let member = try made(name, value, user)
            members.append((name, member))
            if let initialize = member.instance?.special("__init__") {
                let arguments: [Value] = if case .tuple(let items) = value { items } else { [value] }
                _ = try interpreter.call(initialize, CallArguments([.host(member)] + arguments))
            }
        }
        user.set(name, to: members.last.map { .host($0.member) })
    }

    /// The member of a name, by the class's `__new__` where it has one.
    private func made(_ name: String, _ value: Value, _ user: UserClass) throws(RaisedError) -> EnumMember {
        guard case .function? = type.mro.lazy.compactMap({ $0.userClass?.namespace["__new__"] }).first else {
            return EnumMember(name, value, type, interpreter)
        }
        let arguments: [Value] = if case .tuple(let items) = value { items } else { [value] }
        let make = try interpreter.attribute("__new__", of: .type(type))
        let made = try interpreter.call(make, CallArguments([.type(type)] + arguments))
        guard case .host(let object) = made, let member = object as? EnumMember else {
            throw RaisedError(.typeError, "__new__ of '\(type.name)' has to return a member")
        }
        member.complete(name, value)
        return member
    }

    /// The value that stands for `auto()`.
    private func chosen(_ value: Value, _ name: String) throws(RaisedError) -> Value {
        guard case .host(let object) = value, let auto = object as? AutoValue else { return value }
        let computed = try auto.computed(interpreter)
        let chosen = if let computed { computed } else { try next(name) }
        auto.chosen = chosen
        return chosen
    }

    /// The value that the enumeration chooses for the next member.
    private func next(_ name: String) throws(RaisedError) -> Value {
        let before = members.map(\.member.value)
        if let choose = try interpreter.attributeIfPresent("_generate_next_value_", of: .type(type)) {
            let arguments: [Value] = [.string(name), .int(1), .int(members.count), .list(ListObject(before))]
            return try interpreter.call(choose, CallArguments(arguments))
        }
        if type.isKind(of: EnumModule.text) { return .string(name.lowercased()) }
        let numbers = before.compactMap { if case .int(let number) = $0 { number } else { nil } }
        if isFlags { return .int(1 << (Int.bitWidth - (numbers.max() ?? 0).leadingZeroBitCount)) }
        return .int((numbers.max() ?? 0) + 1)
    }

    /// The value as one of the language's class that the enumeration derives from.
    private func mixed(_ value: Value) throws(RaisedError) -> Value {
        guard let plain = [TypeObject.int, .float, .str].first(where: { type.isKind(of: $0) }),
            !interpreter.typeOf(value).isKind(of: plain)
        else { return value }
        let arguments: [Value] = if case .tuple(let items) = value { items } else { [value] }
        return try plain.construct(CallArguments(arguments), interpreter)
    }

    // MARK: As a value

    /// The members, each once.
    var items: [Value] {
        members.filter { $0.name == $0.member.name && (!isFlags || $0.member.isSingleFlag) }.map { .host($0.member) }
    }

    var repr: String { "<\(isFlags ? "flag" : "enum") '\(type.name)'>" }

    func item(_ key: Value) throws(RaisedError) -> Value {
        guard case .string(let name) = key, let found = members.first(where: { $0.name == name }) else {
            throw RaisedError(ExceptionObject(.keyError, [key]))
        }
        return .host(found.member)
    }

    func contains(_ value: Value) throws(RaisedError) -> Bool {
        guard case .host(let object) = value, let member = object as? EnumMember else {
            throw RaisedError(
                .typeError, "unsupported operand type(s) for 'in': '\(value.typeName)' and 'EnumType'")
        }
        return members.contains { $0.member === member }
    }

    func attribute(_ name: String) -> Value? {
        guard name == "__members__" else { return nil }
        return .dict(DictObject(members.map { ($0.name, .host($0.member)) }))
    }

    func requireChange(of name: String, isDeletion: Bool) throws(RaisedError) {
        guard members.contains(where: { $0.name == name }) else { return }
        throw RaisedError(
            .attributeError,
            isDeletion ? "'\(type.name)' cannot delete member '\(name)'." : "cannot reassign member '\(name)'")
    }

    /// The member of a value.
    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        if members.isEmpty, let name = arguments.positional.first, arguments.positional.count == 2 {
            return .type(try Enumeration.make(name.str, names: arguments.positional[1], [type], interpreter))
        }
        let bound = try Arguments(arguments, Declaration("EnumType.__call__(value)", .python))
        let value = bound[0]
        if let member = try member(of: value) { return .host(member) }
        if let missing = try interpreter.attributeIfPresent("_missing_", of: .type(type)) {
            let answer = try interpreter.call(missing, CallArguments([value]))
            if case .host(let object) = answer, object is EnumMember { return answer }
            guard answer.isNone else {
                throw RaisedError(
                    .typeError,
                    "error in \(type.name)._missing_: returned \(answer.repr) instead of None or a valid member")
            }
        }
        if isFlags, let flag = try flag(value) { return .host(flag) }
        throw RaisedError(.valueError, "\(value.repr) is not a valid \(type.name)")
    }

    private func member(of value: Value) throws(RaisedError) -> EnumMember? {
        for (_, member) in members {
            if case .host(let object) = value, object === member { return member }
            if try interpreter.same(member.value, value) { return member }
        }
        return nil
    }

    /// Refuses two names of one value.
    func requireUnique() throws(RaisedError) {
        let aliases = members.filter { $0.name != $0.member.name }
        guard !aliases.isEmpty else { return }
        let list = aliases.map { "\($0.name) -> \($0.member.name ?? "")" }.joined(separator: ", ")
        throw RaisedError(.valueError, "duplicate values found in \(repr): \(list)")
    }
}
