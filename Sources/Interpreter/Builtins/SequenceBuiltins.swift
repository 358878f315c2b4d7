/// Builtins on sequences: `len`, `zip`, `sorted`, …
enum SequenceBuiltins {
    static var all: [BuiltinFunction] {
        [
            BuiltinFunction("len(obj, /)", "Number of items.") { arguments, interpreter throws(RaisedError) in
                .int(try interpreter.length(of: arguments[0]))
            },
            BuiltinFunction(
                "sorted(iterable, /, *, key=None, reverse=False)", wording: .sorting, "The items in order, as a list."
            ) { arguments, interpreter throws(RaisedError) in
                let items = try interpreter.items(of: arguments[0])
                return .list(
                    ListObject(try interpreter.sorted(items, key: arguments.optional(1), reverse: arguments[2])))
            },
            BuiltinFunction("any(iterable, /)", "Whether one item is true.") {
                arguments, interpreter throws(RaisedError) in
                let iterator = try interpreter.iterator(over: arguments[0])
                while let item = try iterator.next() {
                    try interpreter.checkInterrupt()
                    if try item.truth() { return .bool(true) }
                }
                return .bool(false)
            },
            BuiltinFunction("all(iterable, /)", "Whether every item is true.") {
                arguments, interpreter throws(RaisedError) in
                let iterator = try interpreter.iterator(over: arguments[0])
                while let item = try iterator.next() {
                    try interpreter.checkInterrupt()
                    if !(try item.truth()) { return .bool(false) }
                }
                return .bool(true)
            },
            BuiltinFunction("iter(object, sentinel=..., /)", "An iterator over the items.") {
                arguments, interpreter throws(RaisedError) in
                let value = arguments[0]
                guard let last = arguments.given(1) else { return .iterator(try interpreter.iterator(over: value)) }
                guard interpreter.isCallable(value) else {
                    throw RaisedError(.typeError, "iter(v, w): v must be callable")
                }
                return .iterator(
                    IteratorObject("callable_iterator") { () throws(RaisedError) in
                        let item = try interpreter.call(value, CallArguments())
                        return try interpreter.same(item, last) ? nil : item
                    })
            },
            BuiltinFunction("next(iterator, default=..., /)", "The next item of an iterator.") {
                arguments, interpreter throws(RaisedError) in
                let iterator: IteratorObject
                if case .iterator(let own) = arguments[0] {
                    iterator = own
                } else if case .host(let object) = arguments[0], let items = object.instance?.nextItems {
                    iterator = items
                } else if case .host = arguments[0],
                    let method = try interpreter.attributeIfPresent("__next__", of: arguments[0])
                {
                    iterator = IteratorObject("iterator") { () throws(RaisedError) in
                        try interpreter.call(method, CallArguments())
                    }
                } else {
                    throw RaisedError(.typeError, "'\(arguments[0].typeName)' object is not an iterator")
                }
                if let item = try iterator.next() { return item }
                guard let fallback = arguments.given(1) else { throw iterator.stop }
                return fallback
            },
        ]
    }
}

extension Interpreter {
    /// The items in the order that the keywords `key` and `reverse` ask for.
    func sorted(_ items: [Value], key: Value?, reverse: Value) throws(RaisedError) -> [Value] {
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
            if let key {
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
