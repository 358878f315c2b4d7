/// The methods of `list`.
enum ListMethods {
    private static func list(_ value: Value) -> ListObject {
        if case .list(let list) = value { list } else { ListObject() }
    }

    /// The attributes of `list`.
    static let table = AttributeTable("list", all + TupleMethods.all)

    private static var all: [Method] {
        [
            Method("append(object, /)", "Adds an item at the end.") {
                value, arguments, interpreter throws(RaisedError) in
                try interpreter.requireMemory(forMoreThan: list(value).items.count)
                list(value).items.append(arguments[0])
                return .none
            },
            Method("extend(iterable, /)", "Adds all items of another at the end.") {
                value, arguments, interpreter throws(RaisedError) in
                let items = try interpreter.items(of: arguments[0])
                try interpreter.requireCount(list(value).items.count + items.count)
                list(value).items += items
                return .none
            },
            Method("insert(index, object, /)", "Puts an item before an index.") {
                value, arguments, interpreter throws(RaisedError) in
                let count = list(value).items.count
                let index = try arguments.int(0)
                let place = min(max(index < 0 ? index &+ count : index, 0), count)
                try interpreter.requireMemory(forMoreThan: count)
                list(value).items.insert(arguments[1], at: place)
                return .none
            },
            Method("pop(index=-1, /)", "Removes an item, the last one if none is named, and returns it.") {
                value, arguments, _ throws(RaisedError) in
                let index = try arguments.int(0)
                let count = list(value).items.count
                guard count > 0 else { throw RaisedError(.indexError, "pop from empty list") }
                let place = index < 0 ? index &+ count : index
                guard place >= 0, place < count else { throw RaisedError(.indexError, "pop index out of range") }
                return list(value).items.remove(at: place)
            },
            Method("remove(value, /)", "Removes the first such item.") {
                value, arguments, interpreter throws(RaisedError) in
                for (index, item) in list(value).items.enumerated() where try interpreter.same(item, arguments[0]) {
                    // A comparison may have changed the list.
                    if index < list(value).items.count { list(value).items.remove(at: index) }
                    return .none
                }
                throw RaisedError(.valueError, "list.remove(x): x not in list")
            },
            Method("clear()", "Removes all items.") { value, _, _ throws(RaisedError) in
                list(value).items = []
                return .none
            },
            Method("copy()", "Another list of the same items.") { value, _, _ throws(RaisedError) in
                .list(ListObject(list(value).items))
            },
            Method("reverse()", "Reverses the order of the items.") { value, _, _ throws(RaisedError) in
                list(value).items.reverse()
                return .none
            },
            Method("sort(*, key=None, reverse=False)", "Sorts the items in place.") {
                value, arguments, interpreter throws(RaisedError) in
                list(value).items = try interpreter.sorted(
                    list(value).items, key: arguments.optional(0), reverse: arguments[1])
                return .none
            },
        ]
    }
}

/// The methods of `tuple`, which `list` has too.
enum TupleMethods {
    /// The attributes of `tuple`.
    static let table = AttributeTable("tuple", all)

    static var all: [Method] {
        [
            Method("index(value, start=0, stop=..., /)", "Where the first such item is.") {
                value, arguments, interpreter throws(RaisedError) in
                let wanted = arguments[0]
                let items = try interpreter.items(of: value)
                let bounds = try StringSearching.Bounds(arguments, items.count)
                for index in bounds.start..<max(bounds.start, bounds.end)
                where try interpreter.same(items[index], wanted) { return .int(index) }
                throw RaisedError(
                    .valueError, value.isTuple ? "tuple.index(x): x not in tuple" : "\(wanted.repr) is not in list")
            },
            Method("count(value, /)", "How many such items there are.") {
                value, arguments, interpreter throws(RaisedError) in
                var count = 0
                for item in try interpreter.items(of: value) where try interpreter.same(item, arguments[0]) {
                    count += 1
                }
                return .int(count)
            },
        ]
    }
}
