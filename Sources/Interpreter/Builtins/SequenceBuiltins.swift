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
                guard arguments.positional.count == 1 else {
                    throw RaisedError(.typeError, "sorted expected 1 argument, got \(arguments.positional.count)")
                }
                let items = try interpreter.items(of: arguments.positional[0])
                return .list(ListObject(try interpreter.sorted(items, arguments)))
            },
            BuiltinFunction(
                "reversed", parameters: ["sequence"], documentation: "The items from the last to the first."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("reversed", arguments, most: 1)
                let value = try reader.required("sequence")
                return .iterator(try reversedItems(value, interpreter))
            },
            BuiltinFunction("enumerate", parameters: ["iterable", "start"], documentation: "Pairs of number and item.")
            { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("enumerate", arguments, most: 2)
                let iterable = try reader.required("iterable")
                var number = reader.optional("start") ?? .int(0)
                guard Number(number)?.whole != nil else {
                    throw RaisedError(
                        .typeError, "'\(number.typeName)' object cannot be interpreted as an integer")
                }
                let iterator = try interpreter.iterator(over: iterable)
                return .iterator(
                    IteratorObject("enumerate") { () throws(RaisedError) in
                        guard let item = try iterator.next() else { return nil }
                        let current = number
                        number = try interpreter.binary(.add, number, .int(1))
                        return .tuple([current, item])
                    })
            },
            BuiltinFunction(
                "zip", parameters: ["iterables"], documentation: "Tuples of the items that stand at the same place."
            ) { arguments, interpreter throws(RaisedError) in
                try zipped(arguments, interpreter)
            },
            BuiltinFunction(
                "map", parameters: ["function", "iterables"], documentation: "A function's results for each item."
            ) { arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("map", arguments)
                let function = reader.optional("function") ?? .none
                var iterators: [IteratorObject] = []
                guard arguments.keywords.isEmpty else {
                    throw RaisedError(.typeError, "map() takes no keyword arguments")
                }
                guard arguments.positional.count > 1 else {
                    throw RaisedError(.typeError, "map() must have at least two arguments.")
                }
                for value in reader.rest() { iterators.append(try interpreter.iterator(over: value)) }
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
                while let item = try iterator.next() {
                    try interpreter.checkInterrupt()
                    if try item.truth() { return .bool(true) }
                }
                return .bool(false)
            },
            BuiltinFunction("all", parameters: ["iterable"], documentation: "Whether every item is true.") {
                arguments, interpreter throws(RaisedError) in
                var reader = try ArgumentReader("all", arguments, most: 1)
                let iterator = try interpreter.iterator(over: try reader.required("iterable"))
                while let item = try iterator.next() {
                    try interpreter.checkInterrupt()
                    if !(try item.truth()) { return .bool(false) }
                }
                return .bool(true)
            },
            BuiltinFunction("iter", parameters: ["iterable"], documentation: "An iterator over the items.") {
                arguments, interpreter throws(RaisedError) in
                let value = arguments.positional[0]
                guard arguments.positional.count > 1 else { return .iterator(try interpreter.iterator(over: value)) }
                guard interpreter.isCallable(value) else {
                    throw RaisedError(.typeError, "iter(v, w): v must be callable")
                }
                let last = arguments.positional[1]
                return .iterator(
                    IteratorObject("callable_iterator") { () throws(RaisedError) in
                        let item = try interpreter.call(value, CallArguments())
                        return try interpreter.same(item, last) ? nil : item
                    })
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

    private static func reversedItems(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> IteratorObject
    {
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
        case .tuple, .string: return .over(try interpreter.items(of: value).reversed(), "reversed")
        case .host(let object):
            guard try object.length() != nil, try object.iterate(interpreter) != nil else {
                throw RaisedError(.typeError, "'\(value.typeName)' object is not reversible")
            }
            return .over(try interpreter.items(of: value).reversed(), "reversed")
        default: throw RaisedError(.typeError, "'\(value.typeName)' object is not reversible")
        }
    }

    private static func zipped(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        var reader = try ArgumentReader("zip", CallArguments([], keywords: arguments.keywords))
        let isStrict = try reader.keyword("strict")?.truth() ?? false
        if let extra = reader.firstKeyword {
            throw RaisedError(.typeError, "'\(extra)' is an invalid keyword argument for zip()")
        }
        var iterators: [IteratorObject] = []
        for value in arguments.positional { iterators.append(try interpreter.iterator(over: value)) }
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

extension Interpreter {
    /// The items in the order that the keywords `key` and `reverse` ask for.
    func sorted(_ items: [Value], _ arguments: CallArguments) throws(RaisedError) -> [Value] {
        var reader = try ArgumentReader("sort", CallArguments([], keywords: arguments.keywords))
        let key = reader.keyword("key")
        let reverse = reader.keyword("reverse") ?? .bool(false)
        if let extra = reader.firstKeyword {
            throw RaisedError(.typeError, "'\(extra)' is an invalid keyword argument for sort()")
        }
        guard case .int? = Number(reverse) else {
            throw RaisedError(.typeError, "'\(reverse.typeName)' object cannot be interpreted as an integer")
        }
        return try sorted(items, key: key, isReversed: try reverse.truth())
    }

    /// The items in order; equal ones keep theirs.
    private func sorted(_ items: [Value], key: Value?, isReversed: Bool) throws(RaisedError) -> [Value] {
        // Keys and items, and the same again while they are merged.
        try requireCount(items.count, bytesPerItem: 3 * MemoryLayout<Keyed>.stride)
        var keyed: [Keyed] = []
        // Keys are asked for in the order of the items, whichever way they are sorted.
        for item in items {
            if let key, !key.isIdentical(to: .none) {
                try checkInterrupt()
                keyed.append((try call(key, CallArguments([item])), item))
            } else {
                keyed.append((item, item))
            }
        }
        if isReversed { keyed.reverse() }
        try sort(&keyed)
        let result = keyed.map(\.item)
        return isReversed ? result.reversed() : result
    }

    private typealias Keyed = (key: Value, item: Value)

    private func isLess(_ a: Keyed, _ b: Keyed) throws(RaisedError) -> Bool {
        if case .int(let x) = a.key, case .int(let y) = b.key { return x < y }
        return try compare(.less, a.key, b.key).truth()
    }

    /// A stable sort that passes on the errors of comparisons. Up to 63 items are compared in the very order in which
    /// CPython compares them, on which nan and the text of errors depend: what is in order already is kept, the rest is
    /// inserted by halving.
    private func sort(_ items: inout [Keyed]) throws(RaisedError) {
        var width = items.count
        while width >= 64 { width = width >> 1 + width & 1 }
        guard width > 0 else { return }
        for start in stride(from: 0, to: items.count, by: width) {
            try insertionSort(&items, start, min(start + width, items.count))
        }
        while width < items.count {
            try merge(&items, width)
            width *= 2
        }
    }

    private func insertionSort(_ items: inout [Keyed], _ start: Int, _ end: Int) throws(RaisedError) {
        var sorted = start + 1
        if sorted < end {
            let isDescending = try isLess(items[sorted], items[start])
            sorted += 1
            while sorted < end, try isLess(items[sorted], items[sorted - 1]) == isDescending { sorted += 1 }
            if isDescending { items[start..<sorted].reverse() }
        }
        while sorted < end {
            try checkInterrupt()
            let pivot = items[sorted]
            var (low, high) = (start, sorted)
            while low < high {
                let middle = low + (high - low) >> 1
                if try isLess(pivot, items[middle]) { high = middle } else { low = middle + 1 }
            }
            var place = sorted
            while place > low {
                items[place] = items[place - 1]
                place -= 1
            }
            items[low] = pivot
            sorted += 1
        }
    }

    /// Merges neighbouring stretches that are sorted.
    private func merge(_ items: inout [Keyed], _ width: Int) throws(RaisedError) {
        var merged: [Keyed] = []
        merged.reserveCapacity(items.count)
        for start in stride(from: 0, to: items.count, by: 2 * width) {
            try checkInterrupt()
            var (left, right) = (start, min(start + width, items.count))
            let (leftEnd, rightEnd) = (right, min(start + 2 * width, items.count))
            while left < leftEnd, right < rightEnd {
                if merged.count & 0xFFF == 0 { try checkInterrupt() }
                if try isLess(items[right], items[left]) {
                    merged.append(items[right])
                    right += 1
                } else {
                    merged.append(items[left])
                    left += 1
                }
            }
            merged += items[left..<leftEnd]
            merged += items[right..<rightEnd]
        }
        items = merged
    }
}
