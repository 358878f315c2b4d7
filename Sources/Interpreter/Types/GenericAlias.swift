import Language

/// A class with what it holds, `list[int]`, as annotations have it.
final class GenericAlias: HostObject {
    private static let aliasType = TypeObject("GenericAlias", module: "types", "A class with what it holds.")

    let origin: TypeObject
    private let index: Value

    var typeObject: TypeObject { GenericAlias.aliasType }

    /// nil for a class that takes no others.
    init?(_ type: TypeObject, _ index: Value) {
        guard
            [.list, .dict, .set, .frozenset, .tuple, .type].contains(where: { type.isKind(of: $0) })
                || type.name == "deque"
        else { return nil }
        origin = type
        self.index = index
    }

    private var parts: [Value] { if case .tuple(let items) = index { items } else { [index] } }

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String {
        "\(origin.qualifiedName)[\(parts.map { $0.annotationText(inner) }.joined(separator: ", "))]"
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "__origin__": .type(origin)
        case "__args__": .tuple(parts)
        default: try interpreter.attributeIfPresent(name, of: .type(origin))
        }
    }

    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        op == .or ? try UnionType.joined(.host(self), other, isReflected: isReflected, interpreter) : nil
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard op == .equal || op == .notEqual, case .host(let host) = other, let alias = host as? GenericAlias else {
            return nil
        }
        let haveSameParts = try interpreter.areEqual(.tuple(parts), .tuple(alias.parts))
        return .bool((origin === alias.origin && haveSameParts) == (op == .equal))
    }

    var asKey: Value? { .tuple([.string("types.GenericAlias"), .type(origin), index]) }

    var isCallable: Bool { true }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        try interpreter.call(.type(origin), arguments)
    }
}

/// Several classes of which a value has one, `int | None`.
final class UnionType: HostObject {
    private static let unionType = TypeObject("UnionType", module: "types", "Classes of which a value has one.")

    /// The classes, each once, with None's among them.
    let members: [Value]

    private init(_ members: [Value]) { self.members = members }

    var typeObject: TypeObject { UnionType.unionType }

    /// `left | right`; nil where they are no classes.
    static func joined(
        _ left: Value, _ right: Value, isReflected: Bool = false, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let a = left.unionMembers, let b = right.unionMembers else { return nil }
        var members: [Value] = []
        for member in isReflected ? b + a : a + b {
            var isKnown = false
            for known in members where !isKnown { isKnown = try interpreter.same(known, member) }
            if !isKnown { members.append(member) }
        }
        return members.count == 1 ? members[0] : .host(UnionType(members))
    }

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String {
        members.map { $0.annotationText(inner) }.joined(separator: " | ")
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        name == "__args__" ? .tuple(members) : nil
    }

    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        op == .or ? try UnionType.joined(.host(self), other, isReflected: isReflected, interpreter) : nil
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard op == .equal || op == .notEqual, case .host(let host) = other, let union = host as? UnionType else {
            return nil
        }
        var isSame = members.count == union.members.count
        for member in members where isSame {
            isSame = try interpreter.contains(.tuple(union.members), member)
        }
        return .bool(isSame == (op == .equal))
    }
}

extension Value {
    /// What it adds to a union of classes; nil where it is no class.
    fileprivate var unionMembers: [Value]? {
        switch self {
        case .none: return [.type(.noneType)]
        case .type: return [self]
        case .host(let object):
            if let union = object as? UnionType { return union.members }
            return object is GenericAlias ? [self] : nil
        default: return nil
        }
    }

    /// The value as annotations show it: classes by their names.
    fileprivate func annotationText(_ inner: (Value) -> String) -> String {
        switch self {
        case .type(let type): type === TypeObject.noneType ? "None" : type.qualifiedName
        case .ellipsis: "..."
        case .list(let list): "[\(list.items.map { $0.annotationText(inner) }.joined(separator: ", "))]"
        default: inner(self)
        }
    }
}
