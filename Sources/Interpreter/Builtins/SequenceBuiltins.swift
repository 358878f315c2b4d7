/// Builtins on sequences: `len`, `zip`, `sorted`, …
enum SequenceBuiltins {
    static var all: [BuiltinFunction] {
        [
            BuiltinFunction("len", parameters: ["obj"], documentation: "Number of items.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("len", arguments, most: 1)
                return .int(try interpreter.length(of: try reader.required("obj")))
            },
            BuiltinFunction(
                "sorted", parameters: ["iterable", "key", "reverse"], documentation: "The items in order, as a list."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("sorted", arguments, most: 1)
                let items = try interpreter.items(of: try reader.required("iterable"))
                let (key, reverse) = (reader.keyword("key"), try reader.keyword("reverse")?.truth() ?? false)
                try reader.finish()
                return .list(ListObject(try interpreter.sorted(items, key: key, isReversed: reverse)))
            },
            BuiltinFunction(
                "reversed", parameters: ["sequence"], documentation: "The items from the last to the first."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("reversed", arguments, most: 1)
                let value = try reader.required("sequence")
                if case .set = value { throw RaisedError(.typeError, "'set' object is not reversible") }
                return .iterator(.over(try interpreter.items(of: value).reversed(), "reversed"))
            },
            BuiltinFunction("enumerate", parameters: ["iterable", "start"], documentation: "Pairs of number and item.")
            { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("enumerate", arguments, most: 2)
                let iterator = try interpreter.iterator(over: try reader.required("iterable"))
                var number = try reader.optionalInt("start") ?? 0
                return .iterator(
                    IteratorObject("enumerate") { () throws(RaisedError) in
                        guard let item = try iterator.next() else { return nil }
                        defer { number += 1 }
                        return .tuple([.int(number), item])
                    })
            },
            BuiltinFunction(
                "zip", parameters: ["iterables"], documentation: "Tuples of the items that stand at the same place."
            ) { arguments, interpreter throws(RaisedError) in
                var iterators: [IteratorObject] = []
                for value in arguments.positional { iterators.append(try interpreter.iterator(over: value)) }
                let all = iterators
                return .iterator(
                    IteratorObject("zip") { () throws(RaisedError) in
                        var items: [Value] = []
                        for iterator in all {
                            guard let item = try iterator.next() else { return nil }
                            items.append(item)
                        }
                        return items.isEmpty ? nil : .tuple(items)
                    })
            },
            BuiltinFunction(
                "map", parameters: ["function", "iterables"], documentation: "A function's results for each item."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("map", arguments)
                let function = try reader.required("function")
                var iterators: [IteratorObject] = []
                for value in reader.rest() { iterators.append(try interpreter.iterator(over: value)) }
                guard !iterators.isEmpty else {
                    throw RaisedError(.typeError, "map() must have at least two arguments.")
                }
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
            },
            BuiltinFunction(
                "filter", parameters: ["function", "iterable"], documentation: "The items for which a function holds."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("filter", arguments, most: 2)
                let function = try reader.required("function")
                let iterator = try interpreter.iterator(over: try reader.required("iterable"))
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
            },
            BuiltinFunction("any", parameters: ["iterable"], documentation: "Whether one item is true.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("any", arguments, most: 1)
                let iterator = try interpreter.iterator(over: try reader.required("iterable"))
                while let item = try iterator.next() { if try item.truth() { return .bool(true) } }
                return .bool(false)
            },
            BuiltinFunction("all", parameters: ["iterable"], documentation: "Whether every item is true.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("all", arguments, most: 1)
                let iterator = try interpreter.iterator(over: try reader.required("iterable"))
                while let item = try iterator.next() { if !(try item.truth()) { return .bool(false) } }
                return .bool(true)
            },
            BuiltinFunction("iter", parameters: ["iterable"], documentation: "An iterator over the items.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("iter", arguments, most: 1)
                return .iterator(try interpreter.iterator(over: try reader.required("iterable")))
            },
            BuiltinFunction(
                "next", parameters: ["iterator", "default"], documentation: "The next item of an iterator."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("next", arguments, most: 2)
                let value = try reader.required("iterator")
                guard case .iterator(let iterator) = value else {
                    throw RaisedError(.typeError, "'\(value.typeName)' object is not an iterator")
                }
                if let item = try iterator.next() { return item }
                guard let fallback = reader.optional("default") else {
                    throw RaisedError(ExceptionObject(.stopIteration, []))
                }
                return fallback
            },
        ]
    }
}

extension Interpreter {
    /// The items in order; equal ones keep theirs.
    func sorted(_ items: [Value], key: Value?, isReversed: Bool) throws(RaisedError) -> [Value] {
        var keyed: [(key: Value, item: Value)] = []
        for item in isReversed ? items.reversed() : items {
            if let key, !key.isIdentical(to: .none) {
                keyed.append((try call(key, CallArguments([item])), item))
            } else {
                keyed.append((item, item))
            }
        }
        try mergeSort(&keyed)
        let result = keyed.map(\.item)
        return isReversed ? result.reversed() : result
    }

    /// A stable sort that passes on the errors of comparisons.
    private func mergeSort(_ items: inout [(key: Value, item: Value)]) throws(RaisedError) {
        var width = 1
        while width < items.count {
            try checkInterrupt()
            var merged: [(key: Value, item: Value)] = []
            merged.reserveCapacity(items.count)
            for start in stride(from: 0, to: items.count, by: 2 * width) {
                var (left, right) = (start, min(start + width, items.count))
                let (leftEnd, rightEnd) = (right, min(start + 2 * width, items.count))
                while left < leftEnd || right < rightEnd {
                    let takesRight: Bool
                    if left == leftEnd {
                        takesRight = true
                    } else if right == rightEnd {
                        takesRight = false
                    } else {
                        takesRight = try compare(.less, items[right].key, items[left].key).truth()
                    }
                    merged.append(items[takesRight ? right : left])
                    if takesRight { right += 1 } else { left += 1 }
                }
            }
            items = merged
            width *= 2
        }
    }
}
