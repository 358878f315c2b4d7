import Language

/// Items beyond which a list is refused rather than made.
let largestCollection = 1 << 24
/// Bytes beyond which a string is refused rather than made; whatever is done to one looks at no interrupt.
let largestText = 8_000_000

/// Refuses strings of a · b bytes that would not fit in memory.
public func requireText(_ a: Int, _ b: Int = 1) throws(RaisedError) {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    guard !overflow, product <= largestText else {
        throw RaisedError(.memoryError, "convsh makes strings of at most \(largestText) bytes")
    }
}

extension Interpreter {
    /// The result of an operator on strings, lists, tuples, dicts and sets; nil where they do not go together.
    func collections(_ op: BinaryOperator, _ left: Value, _ right: Value) throws(RaisedError) -> Value? {
        switch (op, left, right) {
        case (.add, .string(let a), .string(let b)):
            try requireText(a.utf8.count + b.utf8.count)
            return .string(a + b)
        case (.add, .bytes(let a), .bytes(let b)):
            try requireText(a.count + b.count)
            return .bytes(a + b)
        case (.add, .list(let a), .list(let b)):
            try requireCount(a.items.count + b.items.count)
            return .list(ListObject(a.items + b.items))
        case (.add, .tuple(let a), .tuple(let b)):
            try requireCount(a.count + b.count)
            return .tuple(a + b)
        case (.multiply, .string, _), (.multiply, .bytes, _), (.multiply, .list, _), (.multiply, .tuple, _):
            return try repeated(left, right)
        case (.multiply, _, .string), (.multiply, _, .bytes), (.multiply, _, .list), (.multiply, _, .tuple):
            return try repeated(right, left)
        case (.modulo, .string(let format), _):
            let text = try PercentFormatter.format(format, right)
            try raiseWaiting()
            return .string(text)
        case (.or, .dict(let a), .dict(let b)):
            return .dict(a.alike(a.entries.merging(b.entries) { $1 }))
        case (_, .set(let a), .set(let b)): return sets(op, a.members, b.members).map(a.alike)
        default: return nil
        }
    }

    private func sets(_ op: BinaryOperator, _ a: SetTable, _ b: SetTable) -> SetTable? {
        switch op {
        case .or: a.union(b)
        case .and: a.intersection(b)
        case .subtract: a.subtracting(b)
        case .xor: a.symmetricDifference(b)
        default: nil
        }
    }

    private func repeated(_ sequence: Value, _ times: Value) throws(RaisedError) -> Value? {
        let count: Int
        switch times {
        case .int(let number): count = max(0, number)
        case .bool(let truth): count = truth ? 1 : 0
        case .big(let number):
            guard number.isNegative else {
                throw RaisedError(.overflowError, "cannot fit 'int' into an index-sized integer")
            }
            count = 0
        default: return nil
        }
        switch sequence {
        case .string(let text):
            try requireText(text.utf8.count, count)
            if text.isEmpty { return sequence }
            return .string(String(repeating: text, count: count))
        case .bytes(let bytes):
            try requireText(bytes.count, count)
            return .bytes(Array(repeatElement(bytes, count: bytes.isEmpty ? 0 : count).joined()))
        case .list(let list):
            if list.items.isEmpty { return .list(ListObject()) }
            try requireProduct(list.items.count, count, bytesPerItem: MemoryLayout<Value>.stride)
            return .list(ListObject(Array(repeatElement(list.items, count: count).joined())))
        case .tuple(let items):
            if items.isEmpty { return sequence }
            try requireProduct(items.count, count, bytesPerItem: MemoryLayout<Value>.stride)
            return .tuple(Array(repeatElement(items, count: count).joined()))
        default: return nil
        }
    }

    /// Refuses collections of a · b items that would not fit in memory.
    func requireProduct(_ a: Int, _ b: Int, bytesPerItem: Int) throws(RaisedError) {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        try requireCount(overflow ? Int.max : product, bytesPerItem: bytesPerItem)
    }

    /// Refuses collections that would not fit in memory.
    /// - Parameter bytesPerItem: what an item takes: a value of a list by default.
    public func requireCount(_ count: Int, bytesPerItem: Int = MemoryLayout<Value>.stride) throws(RaisedError) {
        guard count <= largestCollection else {
            throw RaisedError(.memoryError, "convsh makes collections of at most \(largestCollection) items")
        }
        guard memory.hasRoom(bytes: max(0, count) * bytesPerItem) else {
            throw RaisedError(.memoryError, "a result of \(count) items does not fit in memory")
        }
    }

    /// Refuses to let a collection grow beyond what fits in memory, which is checked now and then.
    /// - Parameter count: how many items it has, of which growing makes room for twice as many.
    public func requireMemory(forMoreThan count: Int, bytesPerItem: Int = MemoryLayout<Value>.stride)
        throws(RaisedError)
    {
        if count & 0xFFFF == 0xFFFF { try requireCount(count * 2, bytesPerItem: bytesPerItem) }
    }

    /// The result of `a op= b`: lists, dicts, sets and arrays change in place.
    func augment(_ op: BinaryOperator, _ left: Value, _ right: Value) throws(RaisedError) -> Value {
        switch (op, left, right) {
        case (.add, .list(let list), _):
            let items = try self.items(of: right)
            try requireCount(list.items.count + items.count)
            list.items += items
            return left
        case (.multiply, .list(let list), _):
            if case .list(let result)? = try repeated(left, right) {
                list.items = result.items
                return left
            }
        case (.or, .dict(let dict), _):
            dict.entries.merge(try entries(from: right)) { $1 }
            return left
        case (_, .set(let set), .set(let other)) where !set.isFrozen:
            if change(&set.members, op, other.members) { return left }
        case (_, .host(let object), _):
            if let result = try object.instance?.augmented(op, right) { return result }
            if try object.augment(op, right, self) { return left }
        default: break
        }
        return try binary(op, left, right, isAugmented: true)
    }

    /// Changes a set as `|=` and its like do; false for other operators.
    private func change(_ members: inout SetTable, _ op: BinaryOperator, _ other: SetTable) -> Bool {
        switch op {
        case .or: members.formUnion(other)
        case .and: members = members.intersection(other)
        case .subtract: members.subtract(other)
        case .xor: members.formSymmetricDifference(other)
        default: return false
        }
        return true
    }
}
