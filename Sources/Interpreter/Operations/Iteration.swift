extension Interpreter {
    /// An iterator over a value.
    /// - Throws: TypeError where it has no items.
    public func iterator(over value: Value) throws(RaisedError) -> IteratorObject {
        guard let iterator = try iteratorIfIterable(value) else {
            throw RaisedError(.typeError, "'\(value.typeName)' object is not iterable")
        }
        return iterator
    }

    /// An iterator over a value; nil where it has no items.
    func iteratorIfIterable(_ value: Value) throws(RaisedError) -> IteratorObject? {
        switch value {
        case .list(let list):
            var index = 0
            return IteratorObject("list_iterator") { () throws(RaisedError) in
                guard index < list.items.count else { return nil }
                defer { index += 1 }
                return list.items[index]
            }
        case .tuple(let items): return .over(items, "tuple_iterator")
        case .string(let text):
            var scalars = text.unicodeScalars.makeIterator()
            let isASCII = text.utf8.allSatisfy { $0 < 128 }
            return IteratorObject(isASCII ? "str_ascii_iterator" : "str_iterator") { () throws(RaisedError) in
                scalars.next().map { .string(String($0)) }
            }
        case .bytes(let bytes):
            var index = 0
            return IteratorObject("bytes_iterator") { () throws(RaisedError) in
                guard index < bytes.count else { return nil }
                defer { index += 1 }
                return .int(Int(bytes[index]))
            }
        case .range(let range):
            let count = range.count
            var index = 0
            return IteratorObject("range_iterator") { () throws(RaisedError) in
                guard index < count else { return nil }
                defer { index += 1 }
                return .int(range[index])
            }
        case .dict(let dict):
            let count = dict.entries.count
            var index = 0
            return IteratorObject("dict_keyiterator") { () throws(RaisedError) in
                guard dict.entries.count == count else {
                    throw RaisedError(.runtimeError, "dictionary changed size during iteration")
                }
                guard index < count else { return nil }
                defer { index += 1 }
                return dict.entries.keys[index].value
            }
        case .set(let set):
            let count = set.members.count
            let members = set.members.elements
            var index = 0
            return IteratorObject("set_iterator") { () throws(RaisedError) in
                guard set.members.count == count else {
                    throw RaisedError(.runtimeError, "Set changed size during iteration")
                }
                guard index < count else { return nil }
                defer { index += 1 }
                return members[index].value
            }
        case .iterator(let iterator): return iterator
        case .host(let object): return try object.iterate(self)
        case .type(let type): return type.metaclass.map { .over($0.items, "generator") }
        default: return nil
        }
    }

    /// Whether a value has items to go through.
    func isIterable(_ value: Value) throws(RaisedError) -> Bool {
        switch value {
        case .list, .tuple, .string, .bytes, .range, .dict, .set, .iterator: true
        case .host(let object): try object.iterate(self) != nil
        case .type(let type): type.metaclass != nil
        default: false
        }
    }

    /// All items of a value, in their order.
    public func items(of value: Value) throws(RaisedError) -> [Value] {
        switch value {
        case .list(let list): return list.items
        case .tuple(let items): return items
        case .set(let set): return set.members.elements.map(\.value)
        case .range(let range):
            try requireCount(range.count)
            fallthrough
        default:
            let iterator = try iterator(over: value)
            var items: [Value] = []
            while let item = try iterator.next() {
                if items.count & 0xFFFF == 0xFFFF {
                    try checkInterrupt()
                    try requireCount(items.count)
                }
                items.append(item)
            }
            return items
        }
    }

    /// Number of items of a value.
    public func length(of value: Value) throws(RaisedError) -> Int {
        switch value {
        case .string(let text): return text.unicodeScalars.count
        case .bytes(let bytes): return bytes.count
        case .tuple(let items): return items.count
        case .list(let list): return list.items.count
        case .dict(let dict): return dict.entries.count
        case .set(let set): return set.members.count
        case .range(let range):
            guard range.count < .max else {
                throw RaisedError(.overflowError, "Python int too large to convert to C ssize_t")
            }
            return range.count
        case .host(let object): if let count = try object.length() { return count }
        case .type(let type): if let metaclass = type.metaclass { return metaclass.items.count }
        default: break
        }
        throw RaisedError(.typeError, "object of type '\(value.typeName)' has no len()")
    }
}

extension IteratorObject {
    /// The StopIteration that tells of its end.
    var stop: RaisedError {
        let value = result
        if case .none = value { return RaisedError(ExceptionObject(.stopIteration, [])) }
        return RaisedError(ExceptionObject(.stopIteration, [value]))
    }

    /// An iterator over values that are there already.
    public static func over(_ items: [Value], _ typeName: String) -> IteratorObject {
        var index = 0
        return IteratorObject(typeName) { () throws(RaisedError) in
            guard index < items.count else { return nil }
            defer { index += 1 }
            return items[index]
        }
    }
}
