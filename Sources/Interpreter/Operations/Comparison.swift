import Language

extension Interpreter {
    /// The result of a comparison.
    public func compare(_ op: ComparisonOperator, _ left: Value, _ right: Value) throws(RaisedError) -> Value {
        switch op {
        case .isSame: return .bool(left.isIdentical(to: right))
        case .isNotSame: return .bool(!left.isIdentical(to: right))
        case .isIn: return .bool(try contains(right, left))
        case .isNotIn: return .bool(!(try contains(right, left)))
        default: break
        }
        if case .host(let object) = left, let result = try object.compare(op, right, self) { return result }
        if case .host(let object) = right, let result = try object.compare(op.mirrored, left, self) { return result }
        switch op {
        case .equal: return .bool(try areEqual(left, right))
        case .notEqual: return .bool(!(try areEqual(left, right)))
        default: return .bool(try order(op, left, right))
        }
    }

    /// Whether two values are equal, as `==` finds.
    public func areEqual(_ left: Value, _ right: Value) throws(RaisedError) -> Bool {
        if let a = Number(left), let b = Number(right) { return Number.areEqual(a, b) }
        switch (left, right) {
        case (.string(let a), .string(let b)): return a.isSame(as: b)
        case (.bytes(let a), .bytes(let b)): return a == b
        case (.tuple(let a), .tuple(let b)): return try areEqual(a, b)
        case (.list(let a), .list(let b)):
            if a === b { return true }
            return try areEqual(a.items, b.items)
        case (.dict(let a), .dict(let b)):
            guard a !== b else { return true }
            guard a.entries.count == b.entries.count else { return false }
            try requireRoom()
            for (key, value) in a.entries {
                guard let other = b.entries[key], try areEqual(value, other) else { return false }
            }
            return true
        case (.set(let a), .set(let b)): return a.members.count == b.members.count && a.members.isSubset(of: b.members)
        case (.range(let a), .range(let b)): return a.isEqual(to: b)
        case (.slice(let a), .slice(let b)):
            return try areEqual([a.start, a.stop, a.step], [b.start, b.stop, b.step])
        case (.host(let object), _):
            if let result = try object.compare(.equal, right, self) { return try result.truth() }
            return left.isIdentical(to: right)
        case (_, .host(let object)):
            if let result = try object.compare(.equal, left, self) { return try result.truth() }
            return false
        default: return left.isIdentical(to: right)
        }
    }

    private func areEqual(_ a: [Value], _ b: [Value]) throws(RaisedError) -> Bool {
        guard a.count == b.count else { return false }
        try requireRoom()
        for (x, y) in zip(a, b) {
            guard try same(x, y) else { return false }
        }
        return true
    }

    /// Whether two values are one and the same, or equal.
    public func same(_ a: Value, _ b: Value) throws(RaisedError) -> Bool {
        if a.isIdentical(to: b) { return true }
        return try areEqual(a, b)
    }

    /// Raises RecursionError where the stack is nearly used up, as by a list that holds itself; an interrupt ends what
    /// would compare the same items again and again.
    func requireRoom() throws(RaisedError) {
        try checkInterrupt()
        if !stack.hasRoom { throw RaisedError(.recursionError, "maximum recursion depth exceeded in comparison") }
    }

    private func order(_ op: ComparisonOperator, _ left: Value, _ right: Value) throws(RaisedError) -> Bool {
        if let a = Number(left), let b = Number(right) { return op.holds(for: Number.compare(a, b)) }
        switch (left, right) {
        case (.string(let a), .string(let b)): return op.holds(for: scalarOrder(a, b))
        case (.bytes(let a), .bytes(let b)):
            return op.holds(for: a == b ? 0 : (a.lexicographicallyPrecedes(b) ? -1 : 1))
        case (.tuple(let a), .tuple(let b)): return try order(op, a, b)
        case (.list(let a), .list(let b)): return try order(op, a.items, b.items)
        case (.set(let a), .set(let b)):
            switch op {
            case .less: return a.members.count < b.members.count && a.members.isSubset(of: b.members)
            case .lessEqual: return a.members.isSubset(of: b.members)
            case .greater: return b.members.count < a.members.count && b.members.isSubset(of: a.members)
            default: return b.members.isSubset(of: a.members)
            }
        default:
            throw RaisedError(
                .typeError,
                "'\(op.rawValue)' not supported between instances of '\(left.typeName)' and '\(right.typeName)'")
        }
    }

    private func order(_ op: ComparisonOperator, _ a: [Value], _ b: [Value]) throws(RaisedError) -> Bool {
        try requireRoom()
        for (x, y) in zip(a, b) where !(try same(x, y)) { return try compare(op, x, y).truth() }
        return op.holds(for: a.count < b.count ? -1 : (a.count == b.count ? 0 : 1))
    }

    private func scalarOrder(_ a: String, _ b: String) -> Int {
        a.isSame(as: b) ? 0 : (a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) ? -1 : 1)
    }

    /// Whether a value is in a container, as `in` finds.
    public func contains(_ container: Value, _ value: Value) throws(RaisedError) -> Bool {
        switch container {
        case .string(let text):
            guard let part = value.plainText else {
                throw RaisedError(
                    .typeError, "'in <string>' requires string as left operand, not \(value.typeName)")
            }
            return text.holds(part)
        case .bytes(let bytes): return try BytesMethods.contains(bytes, value)
        case .dict(let dict): return dict.entries[try HashKey(value)] != nil
        case .set(let set): return set.members.contains(try HashKey(asked: value))
        case .range(let range):
            guard let whole = Number(value)?.exactInt else { return false }
            return range.index(of: whole) != nil
        case .host(let object):
            if let answer = try object.contains(value, self) { return answer }
        case .type(let type): if let metaclass = type.metaclass { return try metaclass.contains(value) }
        default: break
        }
        guard let iterator = try iteratorIfIterable(container) else {
            throw RaisedError(.typeError, "argument of type '\(container.typeName)' is not iterable")
        }
        while let item = try iterator.next() {
            try checkInterrupt()
            if try same(item, value) { return true }
        }
        return false
    }
}

extension ComparisonOperator {
    /// The operator that says the same with its operands exchanged.
    public var mirrored: ComparisonOperator {
        switch self {
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        default: self
        }
    }

    /// Whether it holds for an order of −1, 0 or 1; never for nil, which comes of nan.
    func holds(for order: Int?) -> Bool {
        guard let order else { return self == .notEqual }
        switch self {
        case .less: return order < 0
        case .lessEqual: return order <= 0
        case .greater: return order > 0
        case .greaterEqual: return order >= 0
        case .equal: return order == 0
        default: return order != 0
        }
    }
}

extension Value {
    /// The truth of a value, as `if` finds it.
    public func truth() throws(RaisedError) -> Bool {
        switch self {
        case .none: false
        case .bool(let truth): truth
        case .int(let number): number != 0
        case .big: true
        case .float(let number): number != 0
        case .string(let text): !text.isEmpty
        case .bytes(let bytes): !bytes.isEmpty
        case .tuple(let items): !items.isEmpty
        case .list(let list): !list.items.isEmpty
        case .dict(let dict): !dict.entries.isEmpty
        case .set(let set): !set.members.isEmpty
        case .range(let range): range.count > 0
        case .host(let object): try object.truth()
        default: true
        }
    }
}
