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

    private static func iterator(_ name: String, _ items: [Value]) -> Value {
        var rest = items.makeIterator()
        return .iterator(IteratorObject(name) { () throws(RaisedError) in rest.next() })
    }

    /// Sequences longer than this are refused, not built.
    private static let limit = 10_000_000

    private static var product: BuiltinFunction {
        BuiltinFunction("product", parameters: ["iterables"], documentation: "Every combination of items.") {
            arguments, interpreter throws(RaisedError) in
            var pools: [[Value]] = []
            for iterable in arguments.positional { pools.append(try interpreter.items(of: iterable)) }
            if let times = arguments.keyword("repeat") {
                let count = try NumpyCreation.integer(times)
                pools = (0..<max(0, min(count, 64))).flatMap { _ in pools }
            }
            var result: [[Value]] = [[]]
            for pool in pools {
                guard result.count.multipliedReportingOverflow(by: pool.count).partialValue <= limit else {
                    throw RaisedError(.memoryError, "product() would be too long")
                }
                result = result.flatMap { start in pool.map { start + [$0] } }
            }
            return iterator("itertools.product", result.map(Value.tuple))
        }
    }

    private static var chain: BuiltinFunction {
        BuiltinFunction("chain", parameters: ["iterables"], documentation: "One sequence after the other.") {
            arguments, interpreter throws(RaisedError) in
            var items: [Value] = []
            for iterable in arguments.positional { items += try interpreter.items(of: iterable) }
            return iterator("itertools.chain", items)
        }
    }

    private static var repeated: BuiltinFunction {
        BuiltinFunction("repeat", parameters: ["object", "times"], documentation: "The same again and again.") {
            arguments, _ throws(RaisedError) in
            let object = try arguments.required(0, "object", of: "repeat")
            var left = try arguments.integer(1, "times") ?? Int.max
            return .iterator(
                IteratorObject("itertools.repeat") { () throws(RaisedError) in
                    guard left > 0 else { return nil }
                    left -= 1
                    return object
                })
        }
    }

    private static var cycle: BuiltinFunction {
        BuiltinFunction("cycle", parameters: ["iterable"], documentation: "Round and round.") {
            arguments, interpreter throws(RaisedError) in
            let items = try interpreter.items(of: try arguments.required(0, "iterable", of: "cycle"))
            var place = -1
            return .iterator(
                IteratorObject("itertools.cycle") { () throws(RaisedError) in
                    guard !items.isEmpty else { return nil }
                    place = (place + 1) % items.count
                    return items[place]
                })
        }
    }

    private static var count: BuiltinFunction {
        BuiltinFunction("count", parameters: ["start", "step"], documentation: "start, start + step, …") {
            arguments, interpreter throws(RaisedError) in
            var next = arguments.value(0, "start") ?? .int(0)
            let step = arguments.value(1, "step") ?? .int(1)
            return .iterator(
                IteratorObject("itertools.count") { () throws(RaisedError) in
                    let current = next
                    next = try interpreter.binary(.add, next, step)
                    return current
                })
        }
    }

    private static var islice: BuiltinFunction {
        BuiltinFunction("islice", parameters: ["iterable", "stop"], documentation: "Some of a sequence.") {
            arguments, interpreter throws(RaisedError) in
            let bounds = try arguments.positional.dropFirst().map { (value: Value) throws(RaisedError) -> Int? in
                value.isNone ? nil : try NumpyCreation.integer(value)
            }
            let (start, stop) = bounds.count > 1 ? (bounds[0] ?? 0, bounds[1]) : (0, bounds.first ?? nil)
            let step = bounds.count > 2 ? max(1, bounds[2] ?? 1) : 1
            guard let iterable = arguments.positional.first else {
                throw RaisedError(.typeError, "islice expected at least 2 arguments, got 0")
            }
            let source = try interpreter.iterator(over: iterable)
            var place = 0
            return .iterator(
                IteratorObject("itertools.islice") { () throws(RaisedError) in
                    while stop.map({ place < $0 }) ?? true {
                        guard let item = try source.next() else { return nil }
                        defer { place += 1 }
                        if place >= start, (place - start) % step == 0 { return item }
                    }
                    return nil
                })
        }
    }

    private static var zipLongest: BuiltinFunction {
        BuiltinFunction("zip_longest", parameters: ["iterables"], documentation: "Side by side, to the longest.") {
            arguments, interpreter throws(RaisedError) in
            var columns: [[Value]] = []
            for iterable in arguments.positional { columns.append(try interpreter.items(of: iterable)) }
            let fill = arguments.keyword("fillvalue") ?? .none
            let rows = (0..<(columns.map(\.count).max() ?? 0)).map { row in
                Value.tuple(columns.map { row < $0.count ? $0[row] : fill })
            }
            return iterator("itertools.zip_longest", rows)
        }
    }

    private static var accumulate: BuiltinFunction {
        BuiltinFunction("accumulate", parameters: ["iterable", "function"], documentation: "Running totals.") {
            arguments, interpreter throws(RaisedError) in
            var totals: [Value] = []
            for item in try interpreter.items(of: try arguments.required(0, "iterable", of: "accumulate")) {
                guard let last = totals.last else {
                    totals.append(item)
                    continue
                }
                if let function = arguments.value(1, "function"), !function.isNone {
                    totals.append(try interpreter.call(function, CallArguments([last, item])))
                } else {
                    totals.append(try interpreter.binary(.add, last, item))
                }
            }
            return iterator("itertools.accumulate", totals)
        }
    }

    private static var combinations: BuiltinFunction {
        BuiltinFunction("combinations", parameters: ["iterable", "r"], documentation: "Every choice of r items.") {
            arguments, interpreter throws(RaisedError) in
            let items = try interpreter.items(of: try arguments.required(0, "iterable", of: "combinations"))
            let size = try NumpyCreation.integer(try arguments.required(1, "r", of: "combinations"))
            var chosen: [[Int]] = [[]]
            for _ in 0..<max(0, min(size, items.count + 1)) {
                guard chosen.count <= limit else { throw RaisedError(.memoryError, "combinations() would be too long") }
                chosen = chosen.flatMap { start in
                    Array(((start.last ?? -1) + 1)..<max(items.count, (start.last ?? -1) + 1)).map { start + [$0] }
                }
            }
            return iterator("itertools.combinations", chosen.map { .tuple($0.map { items[$0] }) })
        }
    }
}
