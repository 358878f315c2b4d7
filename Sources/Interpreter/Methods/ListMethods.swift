/// The methods of `list`.
enum ListMethods {
    private static func list(_ value: Value) -> ListObject {
        if case .list(let list) = value { list } else { ListObject() }
    }

    static let all: [Method] =
        [
            Method("append", ["object"], "Adds an item at the end.") {
                value, arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("append", arguments, most: 1)
                try interpreter.requireMemory(forMoreThan: list(value).items.count)
                list(value).items.append(try reader.required("object"))
                return .none
            },
            Method("extend", ["iterable"], "Adds all items of another at the end.") {
                value, arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("extend", arguments, most: 1)
                let items = try interpreter.items(of: try reader.required("iterable"))
                try interpreter.requireCount(list(value).items.count + items.count)
                list(value).items += items
                return .none
            },
            Method("insert", ["index", "object"], "Puts an item before an index.") {
                value, arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("insert", arguments, most: 2)
                let count = list(value).items.count
                let index = try reader.int("index")
                let place = min(max(index < 0 ? index &+ count : index, 0), count)
                try interpreter.requireMemory(forMoreThan: count)
                list(value).items.insert(try reader.required("object"), at: place)
                return .none
            },
            Method("pop", ["index"], "Takes an item out, the last one if none is named.") {
                value, arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("pop", arguments, most: 1)
                let index = arguments.positional.isEmpty ? -1 : try reader.int("index")
                let count = list(value).items.count
                guard count > 0 else { throw RaisedError(.indexError, "pop from empty list") }
                let place = index < 0 ? index &+ count : index
                guard place >= 0, place < count else { throw RaisedError(.indexError, "pop index out of range") }
                return list(value).items.remove(at: place)
            },
            Method("remove", ["value"], "Takes the first such item out.") {
                value, arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("remove", arguments, most: 1)
                let wanted = try reader.required("value")
                for (index, item) in list(value).items.enumerated() where try interpreter.same(item, wanted) {
                    // A comparison may have changed the list.
                    if index < list(value).items.count { list(value).items.remove(at: index) }
                    return .none
                }
                throw RaisedError(.valueError, "list.remove(x): x not in list")
            },
            Method("clear", [], "Takes all items out.") { value, _, _ throws(RaisedError) in
                list(value).items = []
                return .none
            },
            Method("copy", [], "Another list of the same items.") { value, _, _ throws(RaisedError) in
                .list(ListObject(list(value).items))
            },
            Method("reverse", [], "Turns the order round.") { value, _, _ throws(RaisedError) in
                list(value).items.reverse()
                return .none
            },
            Method("sort", ["key", "reverse"], "Sorts the items in place.") {
                value, arguments, interpreter throws(RaisedError) in
                guard arguments.positional.isEmpty else {
                    throw RaisedError(.typeError, "sort() takes no positional arguments")
                }
                list(value).items = try interpreter.sorted(list(value).items, arguments)
                return .none
            },
        ] + TupleMethods.all
}

/// The methods of `tuple`, which `list` has too.
enum TupleMethods {
    static let all: [Method] = [
        Method("index", ["value", "start", "stop"], "Where the first such item is.") {
            value, arguments, interpreter throws(RaisedError) in
            let wanted = arguments.positional[0]
            let items = try interpreter.items(of: value)
            let bounds = try StringSearching.Bounds(arguments, items.count)
            for index in bounds.start..<max(bounds.start, bounds.end) where try interpreter.same(items[index], wanted) {
                return .int(index)
            }
            throw RaisedError(
                .valueError, value.isTuple ? "tuple.index(x): x not in tuple" : "\(wanted.repr) is not in list")
        },
        Method("count", ["value"], "How many such items there are.") {
            value, arguments, interpreter throws(RaisedError) in
            var count = 0
            for item in try interpreter.items(of: value) where try interpreter.same(item, arguments.positional[0]) {
                count += 1
            }
            return .int(count)
        },
    ]
}
