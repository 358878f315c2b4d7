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
                try interpreter.requireCount(list(value).items.count)
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
                value, arguments, _ throws(RaisedError) in
                var reader = try ArgumentReader("insert", arguments, most: 2)
                let count = list(value).items.count
                let index = try reader.int("index")
                let place = min(max(index < 0 ? index + count : index, 0), count)
                list(value).items.insert(try reader.required("object"), at: place)
                return .none
            },
            Method("pop", ["index"], "Takes an item out, the last one if none is named.") {
                value, arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("pop", arguments, most: 1)
                let items = list(value).items
                guard !items.isEmpty else { throw RaisedError(.indexError, "pop from empty list") }
                let index = try reader.optionalInt("index") ?? -1
                let place = index < 0 ? index + items.count : index
                guard items.indices.contains(place) else { throw RaisedError(.indexError, "pop index out of range") }
                return list(value).items.remove(at: place)
            },
            Method("remove", ["value"], "Takes the first such item out.") {
                value, arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("remove", arguments, most: 1)
                let wanted = try reader.required("value")
                for (index, item) in list(value).items.enumerated() where try interpreter.areEqual(item, wanted) {
                    list(value).items.remove(at: index)
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
                var reader = try ArgumentReader("sort", arguments, most: 0)
                let (key, reverse) = (reader.keyword("key"), try reader.keyword("reverse")?.truth() ?? false)
                try reader.finish()
                list(value).items = try interpreter.sorted(list(value).items, key: key, isReversed: reverse)
                return .none
            },
        ] + TupleMethods.all
}

/// The methods of `tuple` and `range`, which `list` has too.
enum TupleMethods {
    static let all: [Method] = [
        Method("index", ["value"], "Where the first such item is.") {
            value, arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("index", arguments, most: 2)
            let wanted = try reader.required("value")
            let start = try reader.optionalInt("start") ?? 0
            for (index, item) in try interpreter.items(of: value).enumerated() where index >= start {
                if try interpreter.areEqual(item, wanted) { return .int(index) }
            }
            throw RaisedError(.valueError, "\(wanted.repr) is not in \(value.typeName)")
        },
        Method("count", ["value"], "How many such items there are.") {
            value, arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("count", arguments, most: 1)
            let wanted = try reader.required("value")
            var count = 0
            for item in try interpreter.items(of: value) where try interpreter.areEqual(item, wanted) { count += 1 }
            return .int(count)
        },
    ]
}
