/// The classes of iterators that scripts make by name: `zip`, `map`, …
extension TypeObject {
    static let reversed = TypeObject(
        Declaration("reversed(sequence, /)", .unpacked), "The items from the last to the first."
    ) { _, arguments, interpreter throws(RaisedError) in
        if case .host(let object) = arguments[0], let answer = try object.instance?.callSpecial("__reversed__") {
            return answer
        }
        return .iterator(try reversedItems(arguments[0], interpreter))
    }

    static let enumerate = TypeObject(
        Declaration("enumerate(iterable, start=0)"), "Pairs of number and item."
    ) { _, arguments, interpreter throws(RaisedError) in
        var number = arguments[1]
        guard Number(number)?.whole != nil else {
            throw RaisedError(.typeError, "'\(number.typeName)' object cannot be interpreted as an integer")
        }
        let iterator = try interpreter.iterator(over: arguments[0])
        return .iterator(
            IteratorObject("enumerate") { () throws(RaisedError) in
                guard let item = try iterator.next() else { return nil }
                let current = number
                number = try interpreter.binary(.add, number, .int(1))
                return .tuple([current, item])
            })
    }

    static let zip = TypeObject(
        Declaration("zip(*iterables, strict=False)"), "Tuples of the items that stand at the same place."
    ) { _, arguments, interpreter throws(RaisedError) in try zipped(arguments, interpreter) }

    static let map = TypeObject(
        Declaration("map(function=..., /, *iterables)"), "A function's results for each item."
    ) { _, arguments, interpreter throws(RaisedError) in
        let function = arguments[0]
        guard !arguments.rest.isEmpty else {
            throw RaisedError(.typeError, "map() must have at least two arguments.")
        }
        var iterators: [IteratorObject] = []
        for value in arguments.rest { iterators.append(try interpreter.iterator(over: value)) }
        let all = iterators
        return .iterator(
            IteratorObject("map") { () throws(RaisedError) in
                var items: [Value] = []
                for iterator in all {
                    guard let item = try iterator.next() else { return nil }
                    items.append(item)
                }
                return try interpreter.call(function, CallArguments(items))
            })
    }

    static let filter = TypeObject(
        Declaration("filter(function, iterable, /)"), "The items for which a function holds."
    ) { _, arguments, interpreter throws(RaisedError) in
        let function = arguments[0]
        let iterator = try interpreter.iterator(over: arguments[1])
        return .iterator(
            IteratorObject("filter") { () throws(RaisedError) in
                while let item = try iterator.next() {
                    try interpreter.checkInterrupt()
                    if case .none = function {
                        if try item.truth() { return item }
                    } else if try interpreter.call(function, CallArguments([item])).truth() {
                        return item
                    }
                }
                return nil
            })
    }

    private static func reversedItems(
        _ value: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> IteratorObject {
        switch value {
        case .list(let list):
            var index = list.items.count - 1
            return IteratorObject("list_reverseiterator") { () throws(RaisedError) in
                guard index >= 0, index < list.items.count else { return nil }
                defer { index -= 1 }
                return list.items[index]
            }
        case .range(let range):
            var rest = range.count
            return IteratorObject("range_iterator") { () throws(RaisedError) in
                guard rest > 0 else { return nil }
                rest -= 1
                return .int(range[rest])
            }
        case .dict: return .over(try interpreter.items(of: value).reversed(), "dict_reversekeyiterator")
        case .type(let type) where type.metaclass != nil:
            return .over(try interpreter.items(of: value).reversed(), "reversed")
        case .tuple, .string, .bytes: return .over(try interpreter.items(of: value).reversed(), "reversed")
        case .host(let object):
            if let instance = object.instance, instance.isWhole, let items = try instance.itemsFromTheEnd() {
                return items
            }
            guard try object.length() != nil, try object.iterate(interpreter) != nil else {
                throw RaisedError(.typeError, "'\(value.typeName)' object is not reversible")
            }
            return .over(try interpreter.items(of: value).reversed(), "reversed")
        default: throw RaisedError(.typeError, "'\(value.typeName)' object is not reversible")
        }
    }

    private static func zipped(_ arguments: Arguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        let isStrict = try arguments.bool("strict")
        var iterators: [IteratorObject] = []
        for value in arguments.rest { iterators.append(try interpreter.iterator(over: value)) }
        let all = iterators
        return .iterator(
            IteratorObject("zip") { () throws(RaisedError) in
                try interpreter.requireCount(all.count)
                var items: [Value] = []
                for (index, iterator) in all.enumerated() {
                    guard let item = try iterator.next() else {
                        if isStrict { try requireEnd(all, index) }
                        return nil
                    }
                    items.append(item)
                }
                return items.isEmpty ? nil : .tuple(items)
            })
    }

    /// Refuses iterators of which one has ended before the others.
    private static func requireEnd(_ iterators: [IteratorObject], _ ended: Int) throws(RaisedError) {
        func others(_ count: Int) -> String { count == 1 ? "argument 1" : "arguments 1-\(count)" }
        if ended > 0 {
            throw RaisedError(.valueError, "zip() argument \(ended + 1) is shorter than \(others(ended))")
        }
        for (index, iterator) in iterators.enumerated().dropFirst() where try iterator.next() != nil {
            throw RaisedError(.valueError, "zip() argument \(index + 1) is longer than \(others(index))")
        }
    }
}
