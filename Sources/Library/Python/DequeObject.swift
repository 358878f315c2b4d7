import Interpreter
import Language

/// A queue with two ends, `collections.deque`; one with a largest length drops items at the other end.
final class DequeObject: HostObject {
    private var items: [Value] = []
    private let limit: Int?
    /// How often it was changed, which ends its iterators.
    private var changes = 0

    var typeObject: TypeObject { DequeObject.dequeType }

    private init(limit: Int?) { self.limit = limit }

    static let dequeType = TypeObject(
        Declaration("deque(iterable=(), maxlen=None)"), module: "collections", "A queue with two ends.",
        attributes: table
    ) { _, arguments, interpreter throws(RaisedError) in
        let limit = try arguments.optionalInt(1)
        guard limit ?? 0 >= 0 else { throw RaisedError(.valueError, "maxlen must be non-negative") }
        let result = DequeObject(limit: limit)
        try result.extend(arguments[0], interpreter)
        return .host(result)
    }

    private static let table = AttributeTable(
        of: DequeObject.self,
        [
            .value("maxlen", "The largest length, or None.") { $0.limit.map(Value.int) ?? .none },
            .method("deque.append(item, /)", wording: .builtin, "Adds an item at the end.") {
                deque, arguments, interpreter in
                try interpreter.requireMemory(forMoreThan: deque.items.count)
                deque.append(arguments[0])
                return .none
            },
            .method("deque.appendleft(item, /)", wording: .builtin, "Adds an item at the beginning.") {
                deque, arguments, interpreter in
                try interpreter.requireMemory(forMoreThan: deque.items.count)
                deque.prepend(arguments[0])
                return .none
            },
            .method("deque.extend(iterable, /)", wording: .builtin, "Adds items at the end.") {
                deque, arguments, interpreter in
                try deque.extend(arguments[0], interpreter)
                return .none
            },
            .method("deque.extendleft(iterable, /)", wording: .builtin, "Adds items at the beginning, one by one.") {
                deque, arguments, interpreter in
                for item in try interpreter.items(of: arguments[0]) { deque.prepend(item) }
                return .none
            },
            .method("deque.pop()", wording: .builtin, "Removes the last item and returns it.") { deque, _, _ in
                try deque.removed { $0.popLast() }
            },
            .method("deque.popleft()", wording: .builtin, "Removes the first item and returns it.") { deque, _, _ in
                try deque.removed { $0.isEmpty ? nil : $0.removeFirst() }
            },
            .method("deque.remove(value, /)", wording: .builtin, "Removes the first such item.") {
                deque, arguments, interpreter in
                for (place, item) in deque.items.enumerated() where try interpreter.same(item, arguments[0]) {
                    deque.change { $0.remove(at: place) }
                    return .none
                }
                throw RaisedError(.valueError, "\(arguments[0].repr) is not in deque")
            },
            .method("deque.index(value, start=0, stop=None, /)", wording: .builtin, "The place of the first such item.")
            {
                deque, arguments, interpreter in
                let count = deque.items.count
                func bound(_ place: Int) -> Int { min(max(place < 0 ? place + count : place, 0), count) }
                let start = bound(try arguments.int(1))
                let stop = bound(arguments.optional("stop") == nil ? count : try arguments.int(2))
                for place in start..<max(start, stop) where try interpreter.same(deque.items[place], arguments[0]) {
                    return .int(place)
                }
                throw RaisedError(.valueError, "\(arguments[0].repr) is not in deque")
            },
            .method("deque.insert(index, object, /)", wording: .builtin, "Puts an item before a place.") {
                deque, arguments, interpreter in
                let count = deque.items.count
                if let limit = deque.limit, count >= limit {
                    throw RaisedError(.indexError, "deque already at its maximum size")
                }
                try interpreter.requireMemory(forMoreThan: count)
                let place = try arguments.int(0)
                deque.change { $0.insert(arguments[1], at: min(max(place < 0 ? place + count : place, 0), count)) }
                return .none
            },
            .method("deque.clear()", wording: .builtin, "Removes all items.") { deque, _, _ in
                deque.change { $0 = [] }
                return .none
            },
            .method("deque.copy()", wording: .builtin, "Another queue of the same items.") { deque, _, _ in
                let result = DequeObject(limit: deque.limit)
                result.items = deque.items
                return .host(result)
            },
            .method("deque.reverse()", wording: .builtin, "Reverses the order of the items.") { deque, _, _ in
                deque.change { $0.reverse() }
                return .none
            },
            .method("deque.rotate(n=1, /)", wording: .builtin, "Moves items from the end to the beginning.") {
                deque, arguments, _ in
                guard !deque.items.isEmpty else { return .none }
                let steps = try arguments.int(0) % deque.items.count
                let cut = steps > 0 ? deque.items.count - steps : -steps
                deque.change { $0 = Array($0[cut...] + $0[..<cut]) }
                return .none
            },
            .method("deque.count(value, /)", wording: .builtin, "How many such items there are.") {
                deque, arguments, interpreter in
                .int(try deque.items.count { try interpreter.same($0, arguments[0]) })
            },
        ])

    // MARK: Changes

    private func change(_ body: (inout [Value]) -> Void) {
        body(&items)
        changes += 1
    }

    private func append(_ item: Value) {
        change { items in
            items.append(item)
            if let limit, items.count > limit { items.removeFirst() }
        }
    }

    private func prepend(_ item: Value) {
        change { items in
            items.insert(item, at: 0)
            if let limit, items.count > limit { items.removeLast() }
        }
    }

    private func extend(_ iterable: Value, _ interpreter: Interpreter) throws(RaisedError) {
        let more = try interpreter.items(of: iterable)
        try interpreter.requireCount(items.count + more.count)
        change { items in
            items += more
            if let limit, items.count > limit { items.removeFirst(items.count - limit) }
        }
    }

    private func removed(_ take: (inout [Value]) -> Value?) throws(RaisedError) -> Value {
        guard let item = take(&items) else { throw RaisedError(.indexError, "pop from an empty deque") }
        changes += 1
        return item
    }

    // MARK: As a sequence

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String {
        "deque(\(inner(.list(ListObject(items))))\(limit.map { ", maxlen=\($0)" } ?? ""))"
    }

    func length() throws(RaisedError) -> Int? { items.count }
    func truth() throws(RaisedError) -> Bool { !items.isEmpty }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        let before = changes
        var index = 0
        return IteratorObject("_collections._deque_iterator") { [self] () throws(RaisedError) in
            guard before == changes else { throw RaisedError(.runtimeError, "deque mutated during iteration") }
            guard index < items.count else { return nil }
            defer { index += 1 }
            return items[index]
        }
    }

    private func place(_ index: Value) throws(RaisedError) -> Int {
        let number = try index.wholeNumber()
        let place = number < 0 ? number &+ items.count : number
        guard items.indices.contains(place) else { throw RaisedError(.indexError, "deque index out of range") }
        return place
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? { items[try place(index)] }

    func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        items[try place(index)] = value
        return true
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard case .host(let object) = other, let other = object as? DequeObject else { return nil }
        return try interpreter.compare(op, .list(ListObject(items)), .list(ListObject(other.items)))
    }
}
