import Interpreter

/// The module `itertools`, as far as scripts use it around models.
enum ItertoolsModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("itertools", documentation: "Ways through sequences.") {
            Placeholder.member($0, of: "itertools")
        }
        for function in [product, chain, repeated, cycle, count, islice, zipLongest, accumulate, combinations] {
            module[function.name] = .builtin(function)
        }
        return module
    }

    private static func iterator(
        _ name: String, _ next: @escaping () throws(RaisedError) -> Value?
    ) -> Value { .iterator(IteratorObject("itertools.\(name)", next)) }

    private static var product: BuiltinFunction {
        BuiltinFunction("product", parameters: ["iterables"], documentation: "Every combination of items.") {
            arguments, interpreter throws(RaisedError) in
            var pools: [[Value]] = []
            for iterable in arguments.positional { pools.append(try interpreter.items(of: iterable)) }
            let times = try arguments.keyword("repeat").map { (value) throws(RaisedError) in
                try NumpyCreation.integer(value)
            }
            if let times {
                guard times >= 0 else { throw RaisedError(.valueError, "repeat argument cannot be negative") }
                guard times <= largestProduct / max(pools.count, 1) else {
                    throw RaisedError(.memoryError, "a product of \(times) times \(pools.count) does not fit in memory")
                }
                pools = Array(repeatElement(pools, count: times).joined())
            }
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

    private static var chain: BuiltinFunction {
        BuiltinFunction("chain", parameters: ["iterables"], documentation: "One sequence after the other.") {
            arguments, interpreter throws(RaisedError) in
            var rest = arguments.positional[...]
            var current: IteratorObject?
            return iterator("chain") { () throws(RaisedError) in
                while true {
                    if let item = try current?.next() { return item }
                    guard let iterable = rest.popFirst() else { return nil }
                    current = try interpreter.iterator(over: iterable)
                }
            }
        }
    }

    private static var repeated: BuiltinFunction {
        BuiltinFunction("repeat", parameters: ["object", "times"], documentation: "The same again and again.") {
            arguments, _ throws(RaisedError) in
            let object = try arguments.required(0, "object", of: "repeat")
            var left = try arguments.integer(1, "times") ?? Int.max
            return iterator("repeat") { () throws(RaisedError) in
                guard left > 0 else { return nil }
                left -= 1
                return object
            }
        }
    }

    private static var cycle: BuiltinFunction {
        BuiltinFunction("cycle", parameters: ["iterable"], documentation: "Round and round.") {
            arguments, interpreter throws(RaisedError) in
            let items = try interpreter.items(of: try arguments.required(0, "iterable", of: "cycle"))
            var place = -1
            return iterator("cycle") { () throws(RaisedError) in
                guard !items.isEmpty else { return nil }
                place = (place + 1) % items.count
                return items[place]
            }
        }
    }

    private static var count: BuiltinFunction {
        BuiltinFunction("count", parameters: ["start", "step"], documentation: "start, start + step, …") {
            arguments, interpreter throws(RaisedError) in
            var next = arguments.value(0, "start") ?? .int(0)
            let step = arguments.value(1, "step") ?? .int(1)
            return iterator("count") { () throws(RaisedError) in
                let current = next
                next = try interpreter.binary(.add, next, step)
                return current
            }
        }
    }

    private static var islice: BuiltinFunction {
        BuiltinFunction("islice", parameters: ["iterable", "stop"], documentation: "Some of a sequence.") {
            arguments, interpreter throws(RaisedError) in
            let bounds = try arguments.positional.dropFirst().map { (value: Value) throws(RaisedError) -> Int? in
                value.isNone ? nil : try NumpyCreation.integer(value)
            }
            let (start, stop) = bounds.count > 1 ? (bounds[0] ?? 0, bounds[1]) : (0, bounds.first ?? nil)
            let step = bounds.count > 2 ? bounds[2] ?? 1 : 1
            guard start >= 0, stop ?? 0 >= 0, step >= 1 else {
                throw RaisedError(
                    .valueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            }
            guard let iterable = arguments.positional.first else {
                throw RaisedError(.typeError, "islice expected at least 2 arguments, got 0")
            }
            let source = try interpreter.iterator(over: iterable)
            var place = 0
            return iterator("islice") { () throws(RaisedError) in
                while stop.map({ place < $0 }) ?? true {
                    try interpreter.checkInterrupt()
                    guard let item = try source.next() else { return nil }
                    defer { place += 1 }
                    if place >= start, (place - start) % step == 0 { return item }
                }
                return nil
            }
        }
    }

    private static var zipLongest: BuiltinFunction {
        BuiltinFunction("zip_longest", parameters: ["iterables"], documentation: "Side by side, to the longest.") {
            arguments, interpreter throws(RaisedError) in
            var columns: [IteratorObject] = []
            for iterable in arguments.positional { columns.append(try interpreter.iterator(over: iterable)) }
            let fill = arguments.keyword("fillvalue") ?? .none
            return iterator("zip_longest") { () throws(RaisedError) in
                try interpreter.requireCount(columns.count)
                var (row, hasItems) = ([Value](), false)
                for column in columns {
                    let item = try column.next()
                    if item != nil { hasItems = true }
                    row.append(item ?? fill)
                }
                return hasItems ? .tuple(row) : nil
            }
        }
    }

    private static var accumulate: BuiltinFunction {
        BuiltinFunction("accumulate", parameters: ["iterable", "function"], documentation: "Running totals.") {
            arguments, interpreter throws(RaisedError) in
            let source = try interpreter.iterator(over: try arguments.required(0, "iterable", of: "accumulate"))
            var total: Value?
            return iterator("accumulate") { () throws(RaisedError) in
                guard let item = try source.next() else { return nil }
                if let last = total {
                    if let function = arguments.value(1, "function"), !function.isNone {
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
        BuiltinFunction("combinations", parameters: ["iterable", "r"], documentation: "Every choice of r items.") {
            arguments, interpreter throws(RaisedError) in
            let items = try interpreter.items(of: try arguments.required(0, "iterable", of: "combinations"))
            let size = try NumpyCreation.integer(try arguments.required(1, "r", of: "combinations"))
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
