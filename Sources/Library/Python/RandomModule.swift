import Interpreter
import Network
import TensorEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The module `random`: the numbers that CPython draws after the same `seed`; without one, those of `seed(0)`.
///
/// There is one generator in a session: layers and initializers draw their seeds from it too.
enum RandomModule {
    static func make(_ network: NetworkContext) -> ModuleObject {
        let module = ModuleObject("random", documentation: "Random numbers, the same in every run.") {
            Placeholder.member($0, of: "random")
        }
        module.add(numbers(network) + choices(network))
        return module
    }

    private static func numbers(_ network: NetworkContext) -> [BuiltinFunction] {
        func whole(_ low: Int, _ high: Int) throws(RaisedError) -> Value {
            let (width, overflow) = high.subtractingReportingOverflow(low)
            guard width >= 0, width < .max, !overflow else {
                throw RaisedError(.valueError, "empty range for randrange()")
            }
            return .int(low + network.random.below(width + 1))
        }
        return [
            .python("seed(a=None, !version=2)", "Begins anew with a seed.") { arguments, _ in
                network.random = PythonRandom(seed: try arguments.optionalInt(0) ?? 0)
                return .none
            },
            .native("random()", "A number in [0, 1).") { _, _ in .float(network.random.unit()) },
            .python("uniform(a, b)", "A number between two.") { arguments, _ in
                let (low, high) = (try arguments.number(0), try arguments.number(1))
                return .float(low + (high - low) * network.random.unit())
            },
            .python("gauss(mu=0.0, sigma=1.0)", "A number of a normal distribution.") { arguments, _ in
                let (mean, deviation) = (try arguments.number(0), try arguments.number(1))
                return .float(mean + network.random.gauss() * deviation)
            },
            .python("randint(a, b)", "A whole number between two, both included.") { arguments, _ in
                try whole(try arguments.int(0), try arguments.int(1))
            },
            .python("randrange(start, stop=None, !step=1)", "A whole number of a range.") { arguments, _ in
                let first = try arguments.int(0)
                let stop = try arguments.optionalInt(1)
                let end = stop ?? first
                guard end > .min else { throw RaisedError(.valueError, "empty range for randrange()") }
                return try whole(stop == nil ? 0 : first, end - 1)
            },
        ]
    }

    private static func choices(_ network: NetworkContext) -> [BuiltinFunction] {
        [
            .python("choice(seq)", "One of the items.") { arguments, interpreter in
                let items = try interpreter.items(of: arguments[0])
                guard !items.isEmpty else { throw RaisedError(.indexError, "Cannot choose from an empty sequence") }
                return items[network.random.below(items.count)]
            },
            .python("shuffle(x)", "Puts the items of a list in another order.") { arguments, interpreter in
                guard case .list(let list) = arguments[0] else {
                    throw RaisedError(.typeError, "shuffle() takes a list")
                }
                var items = list.items
                defer { list.items = items }
                try interpreter.forEach(items.indices.dropFirst().reversed()) { place in
                    items.swapAt(place, network.random.below(place + 1))
                }
                return .none
            },
            .python("sample(population, k, *, !counts=None)", "Different items, in random order.") {
                arguments, interpreter in
                let items = try interpreter.items(of: arguments[0])
                let count = try arguments.int(1)
                guard (0...items.count).contains(count) else {
                    throw RaisedError(.valueError, "Sample larger than population or is negative")
                }
                var sample: [Value] = []
                try draw(count, of: items.count, network, interpreter) { sample.append(items[$0]) }
                return .list(ListObject(sample))
            },
        ]
    }

    /// Draws different places in 0..<size.
    private static func draw(
        _ count: Int, of size: Int, _ network: NetworkContext, _ interpreter: Interpreter, _ take: (Int) -> Void
    ) throws(RaisedError) {
        var setSize = 21
        if count > 5 { setSize += Int(pow(4, (log(Double(count * 3)) / log(4)).rounded(.up))) }
        if size <= setSize {
            var pool = Array(0..<size)
            return try interpreter.forEach(0..<count) { drawn in
                let place = network.random.below(size - drawn)
                take(pool[place])
                pool[place] = pool[size - drawn - 1]
            }
        }
        var taken: Set<Int> = []
        try interpreter.forEach(0..<count) { _ in
            var place = network.random.below(size)
            while !taken.insert(place).inserted { place = network.random.below(size) }
            take(place)
        }
    }
}
