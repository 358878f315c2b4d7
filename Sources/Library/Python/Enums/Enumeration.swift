import Interpreter

/// The class of an enumeration as a value: it has members, and is called to look one up.
final class Enumeration: Metaclass {
    private let type: TypeObject
    private let interpreter: Interpreter
    /// Every name with its member, aliases among them.
    private var members: [(name: String, member: EnumMember)] = []

    private init(_ type: TypeObject, _ interpreter: Interpreter) {
        self.type = type
        self.interpreter = interpreter
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
        let type = try TypeObject.user(name, bases: bases, user)
        let enumeration = Enumeration(type, interpreter)
        type.metaclass = enumeration
        for (name, value) in pairs { try enumeration.add(name, value, to: user) }
        return type
    }

    /// Makes the enumeration of a call: `Enum("Colour", "RED GREEN")`.
    static func make(
        _ name: String, names: Value, of base: TypeObject, _ interpreter: Interpreter
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
                user.set(text, to: base.isKind(of: .str) ? .host(AutoValue()) : .int(place + 1))
            } else {
                let pair = try interpreter.items(of: item)
                guard pair.count == 2 else { throw RaisedError(.valueError, "a member is a name and a value") }
                user.set(pair[0].str, to: pair[1])
            }
        }
        return try make(name, [base], user, interpreter)
    }

    /// Whether a name of the class's body is a member: neither a function nor a name with underscores around it.
    private static func isMember(_ name: String, _ value: Value, of owner: String) -> Bool {
        if name.hasPrefix("_"), name.hasSuffix("_") || name.hasPrefix("_\(owner)__") { return false }
        switch value {
        case .function, .builtin: return false
        case .host(let object): return !object.isDescriptor
        default: return true
        }
    }

    private func add(_ name: String, _ written: Value, to user: UserClass) throws(RaisedError) {
        let value = try mixed(try chosen(written, name))
        if let known = try member(of: value) {
            members.append((name, known))
        } else {
            let member = EnumMember(name, value, type, interpreter)
            members.append((name, member))
            if let initialize = member.instance?.special("__init__") {
                let arguments: [Value] = if case .tuple(let items) = value { items } else { [value] }
                _ = try interpreter.call(initialize, CallArguments([.host(member)] + arguments))
            }
        }
        user.set(name, to: members.last.map { .host($0.member) })
    }

    /// The value that stands for `auto()`.
    private func chosen(_ value: Value, _ name: String) throws(RaisedError) -> Value {
        guard case .host(let object) = value, object is AutoValue else { return value }
        let before = members.map(\.member.value)
        if let choose = try interpreter.attributeIfPresent("_generate_next_value_", of: .type(type)) {
            let arguments: [Value] = [.string(name), .int(1), .int(members.count), .list(ListObject(before))]
            return try interpreter.call(choose, CallArguments(arguments))
        }
        if type.isKind(of: EnumModule.text) { return .string(name.lowercased()) }
        let numbers = before.compactMap { if case .int(let number) = $0 { number } else { nil } }
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
    var items: [Value] { members.filter { $0.name == $0.member.name }.map { .host($0.member) } }

    var repr: String { "<enum '\(type.name)'>" }

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
            return .type(try Enumeration.make(name.str, names: arguments.positional[1], of: type, interpreter))
        }
        let bound = try Arguments(arguments, Declaration("EnumType.__call__(value)", .python))
        let value = bound[0]
        if let member = try member(of: value) { return .host(member) }
        if let missing = try interpreter.attributeIfPresent("_missing_", of: .type(type)) {
            let answer = try interpreter.call(missing, CallArguments([value]))
            if case .host(let object) = answer, object is EnumMember { return answer }
        }
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
        let list = aliases.map { "\($0.name) -> \($0.member.name)" }.joined(separator: ", ")
        throw RaisedError(.valueError, "duplicate values found in \(repr): \(list)")
    }
}
