import Interpreter

/// The module `itertools`, as far as scripts use it around models.
enum ItertoolsModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "itertools", documentation: "Ways through sequences.", memberNames: Prelude.names(of: "itertools")
        ) { prelude?.member($0, of: "itertools") ?? Placeholder.member($0, of: "itertools") }
        module.add([
            product, repeated, cycle, count, islice, zipLongest, accumulate, combinations, takeWhile, dropWhile,
            starMap,
        ])
        module["chain"] = .type(chain)
        return module
    }

    private static func iterator(
        _ name: String, _ next: @escaping () throws(RaisedError) -> Value?
    ) -> Value { .iterator(IteratorObject("itertools.\(name)", next)) }

    private static var product: BuiltinFunction {
        .native("product(*iterables, repeat=1)", "Every combination of items.") { arguments, interpreter in
            var pools: [[Value]] = []
            for iterable in arguments.rest { pools.append(try interpreter.items(of: iterable)) }
            let times = try arguments.int("repeat")
            guard times >= 0 else { throw RaisedError(.valueError, "repeat argument cannot be negative") }
            guard times <= largestProduct / max(pools.count, 1) else {
                throw RaisedError(.memoryError, "a product of \(times) times \(pools.count) does not fit in memory")
            }
            pools = Array(repeatElement(pools, count: times).joined())
            return iterator("product", combinations(of: pools, interpreter))
        }
    }

    /// Places beyond which a product is refused.
    private static let largestProduct = 1_000_000

    /// One item of each pool, the last pool changing fastest.
    private static func combinations(
        of pools: [[Value]], _ interpreter: Interpreter
    ) -> () throws(RaisedError) -> Value? {
        var places: [Int]? = pools.contains(where: \.isEmpty) ? nil : [Int](repeating: 0, count: pools.count)
        return { () throws(RaisedError) in
            guard let current = places else { return nil }
            try interpreter.requireCount(pools.count)
            var next = current
            var last = pools.count - 1
            while last >= 0, next[last] == pools[last].count - 1 {
                next[last] = 0
                last -= 1
            }
            if last >= 0 { next[last] += 1 }
            places = last >= 0 ? next : nil
            return .tuple(zip(pools, current).map { $0[$1] })
        }
    }

    private static let chain = TypeObject(
        Declaration("chain(*iterables)"), module: "itertools", "One sequence after the other.", attributes: chainTable
    ) { _, arguments, interpreter throws(RaisedError) in
        chained(.over(arguments.rest, "tuple_iterator"), interpreter)
    }

    private static let chainTable = AttributeTable([
        Attribute(function: Declaration("chain.from_iterable(iterable, /)"), "The items of the items.") {
            arguments, interpreter throws(RaisedError) in
            chained(try interpreter.iterator(over: arguments[0]), interpreter)
        }
    ])

    private static func chained(_ iterables: IteratorObject, _ interpreter: Interpreter) -> Value {
        var current: IteratorObject?
        return iterator("chain") { () throws(RaisedError) in
            while true {
                if let item = try current?.next() { return item }
                try interpreter.checkInterrupt()
                guard let iterable = try iterables.next() else { return nil }
                current = try interpreter.iterator(over: iterable)
            }
        }
    }

    private static var repeated: BuiltinFunction {
        .native("repeat(object, times=...)", "The same again and again.") { arguments, _ in
            let object = arguments[0]
            var left = arguments.given(1) == nil ? Int.max : try arguments.int(1)
            return iterator("repeat") { () throws(RaisedError) in
                guard left > 0 else { return nil }
                left -= 1
                return object
            }
        }
    }

    private static var cycle: BuiltinFunction {
        .native("cycle(iterable, /)", "The items again and again.") { arguments, interpreter in
            let first = try interpreter.iterator(over: arguments[0])
            var (items, place, isFirstRound): ([Value], Int, Bool) = ([], 0, true)
            return iterator("cycle") { () throws(RaisedError) in
                if isFirstRound, let item = try first.next() {
                    try interpreter.requireMemory(forMoreThan: items.count)
                    items.append(item)
                    return item
                }
                isFirstRound = false
                guard !items.isEmpty else { return nil }
                defer { place = (place + 1) % items.count }
                return items[place]
            }
        }
    }

    private static var takeWhile: BuiltinFunction {
        .native("takewhile(predicate, iterable, /)", "The items before the first for which a function does not hold.") {
            arguments, interpreter in
            let (test, items) = (arguments[0], try interpreter.iterator(over: arguments[1]))
            return iterator("takewhile") { () throws(RaisedError) in
                guard let item = try items.next() else { return nil }
                return try interpreter.call(test, CallArguments([item])).truth() ? item : nil
            }
        }
    }

    private static var dropWhile: BuiltinFunction {
        .native("dropwhile(predicate, iterable, /)", "The items from the first on for which a function does not hold.")
        {
            arguments, interpreter in
            let (test, items) = (arguments[0], try interpreter.iterator(over: arguments[1]))
            var isDropping = true
            return iterator("dropwhile") { () throws(RaisedError) in
                while let item = try items.next() {
                    try interpreter.checkInterrupt()
                    if isDropping { isDropping = try interpreter.call(test, CallArguments([item])).truth() }
                    if !isDropping { return item }
                }
                return nil
            }
        }
    }

    private static var starMap: BuiltinFunction {
        .native("starmap(function, iterable, /)", "A function's results for the items as its arguments.") {
            arguments, interpreter in
            let (function, items) = (arguments[0], try interpreter.iterator(over: arguments[1]))
            return iterator("starmap") { () throws(RaisedError) in
                guard let item = try items.next() else { return nil }
                return try interpreter.call(function, CallArguments(try interpreter.items(of: item)))
            }
        }
    }

    private static var count: BuiltinFunction {
        .native("count(start=0, step=1)", "start, start + step, …") { arguments, interpreter in
            var next = arguments[0]
            return iterator("count") { () throws(RaisedError) in
                let current = next
                next = try interpreter.binary(.add, next, arguments[1])
                return current
            }
        }
    }

    private static var islice: BuiltinFunction {
        .native("islice(iterable, start, stop=..., step=1, /)", "Some of a sequence.") { arguments, interpreter in
            var (start, stop) = (try arguments.optionalInt(1), try arguments.optionalInt(2))
            if arguments.given(2) == nil { (start, stop) = (0, start) }
            let (first, step) = (start ?? 0, try arguments.optionalInt(3) ?? 1)
            let isStopAlone = arguments.given(2) == nil
            if step < 1 {
                throw RaisedError(.valueError, "Step for islice() must be a positive integer or None.")
            }
            guard first >= 0, stop ?? 0 >= 0 else {
                throw RaisedError(
                    .valueError,
                    (isStopAlone ? "Stop argument" : "Indices")
                        + " for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            }
            let source = try interpreter.iterator(over: arguments[0])
            var place = 0
            return iterator("islice") { () throws(RaisedError) in
                while stop.map({ place < $0 }) ?? true {
                    try interpreter.checkInterrupt()
                    guard let item = try source.next() else { return nil }
                    defer { place += 1 }
                    if place >= first, (place - first) % step == 0 { return item }
                }
                return nil
            }
        }
    }

    private static var zipLongest: BuiltinFunction {
        .native("zip_longest(*iterables, fillvalue=None)", "Side by side, to the longest.") { arguments, interpreter in
            var columns: [IteratorObject] = []
            for iterable in arguments.rest { columns.append(try interpreter.iterator(over: iterable)) }
            let (all, fill) = (columns, arguments["fillvalue"])
            return iterator("zip_longest") { () throws(RaisedError) in
                try interpreter.requireCount(all.count)
                var (row, hasItems) = ([Value](), false)
                for column in all {
                    let item = try column.next()
                    if item != nil { hasItems = true }
                    row.append(item ?? fill)
                }
                return hasItems ? .tuple(row) : nil
            }
        }
    }

    private static var accumulate: BuiltinFunction {
        .native("accumulate(iterable, func=None, *, initial=None)", "Running totals.") { arguments, interpreter in
            let source = try interpreter.iterator(over: arguments[0])
            var total: Value?
            var initial = arguments.optional("initial")
            return iterator("accumulate") { () throws(RaisedError) in
                if let first = initial {
                    (total, initial) = (first, nil)
                    return first
                }
                guard let item = try source.next() else { return nil }
                if let last = total {
                    if let function = arguments.optional(1) {
                        total = try interpreter.call(function, CallArguments([last, item]))
                    } else {
                        total = try interpreter.binary(.add, last, item)
                    }
                } else {
                    total = item
                }
                return total
            }
        }
    }

    private static var combinations: BuiltinFunction {
        .native("combinations(iterable, r)", "Every choice of r items.") { arguments, interpreter in
            let items = try interpreter.items(of: arguments[0])
            let size = try arguments.int(1)
            guard size >= 0 else { throw RaisedError(.valueError, "r must be non-negative") }
            var places: [Int]? = size <= items.count ? Array(0..<size) : nil
            return iterator("combinations") { () throws(RaisedError) in
                guard let current = places else { return nil }
                try interpreter.requireCount(size)
                // The last place that is not as far back as it can be moves on, and those after it follow.
                let moving = current.indices.last { current[$0] < items.count - size + $0 }
                places = moving.map { moving in
                    current[..<moving] + (moving..<size).map { current[moving] + 1 + $0 - moving }
                }
                return .tuple(current.map { items[$0] })
            }
        }
    }
}
