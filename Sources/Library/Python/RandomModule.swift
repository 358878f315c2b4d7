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
        func add(
            _ name: String, _ parameters: [String],
            _ body: @escaping (CallArguments, Interpreter) throws(RaisedError) -> Value
        ) {
            module[name] = .builtin(BuiltinFunction(name, parameters: parameters, documentation: "Random.", body))
        }
        func number(_ arguments: CallArguments, _ place: Int, _ name: String, _ usual: Double) throws(RaisedError)
            -> Double
        {
            guard let value = arguments.value(place, name) else { return usual }
            return try NumpyCreation.number(value)
        }
        func whole(_ low: Int, _ high: Int) throws(RaisedError) -> Value {
            let (width, overflow) = high.subtractingReportingOverflow(low)
            guard width >= 0, width < .max, !overflow else {
                throw RaisedError(.valueError, "empty range for randrange()")
            }
            return .int(low + network.random.below(width + 1))
        }
        add("seed", ["a"]) { arguments, _ throws(RaisedError) in
            network.random = PythonRandom(seed: try arguments.integer(0, "a") ?? 0)
            return .none
        }
        add("random", []) { _, _ throws(RaisedError) in .float(network.random.unit()) }
        add("uniform", ["a", "b"]) { arguments, _ throws(RaisedError) in
            let low = try number(arguments, 0, "a", 0)
            return .float(low + (try number(arguments, 1, "b", 1) - low) * network.random.unit())
        }
        add("gauss", ["mu", "sigma"]) { arguments, _ throws(RaisedError) in
            let (mean, deviation) = (try number(arguments, 0, "mu", 0), try number(arguments, 1, "sigma", 1))
            return .float(mean + network.random.gauss() * deviation)
        }
        add("randint", ["a", "b"]) { arguments, _ throws(RaisedError) in
            try whole(
                try NumpyCreation.integer(try arguments.required(0, "a", of: "randint")),
                try NumpyCreation.integer(try arguments.required(1, "b", of: "randint")))
        }
        add("randrange", ["start", "stop"]) { arguments, _ throws(RaisedError) in
            let first = try NumpyCreation.integer(try arguments.required(0, "start", of: "randrange"))
            let stop = try arguments.integer(1, "stop")
            let end = stop ?? first
            guard end > .min else { throw RaisedError(.valueError, "empty range for randrange()") }
            return try whole(stop == nil ? 0 : first, end - 1)
        }
        add("choice", ["seq"]) { arguments, interpreter throws(RaisedError) in
            let items = try interpreter.items(of: try arguments.required(0, "seq", of: "choice"))
            guard !items.isEmpty else { throw RaisedError(.indexError, "Cannot choose from an empty sequence") }
            return items[network.random.below(items.count)]
        }
        add("shuffle", ["x"]) { arguments, interpreter throws(RaisedError) in
            guard case .list(let list) = try arguments.required(0, "x", of: "shuffle") else {
                throw RaisedError(.typeError, "shuffle() takes a list")
            }
            var items = list.items
            defer { list.items = items }
            try interpreter.forEach(items.indices.dropFirst().reversed()) { place in
                items.swapAt(place, network.random.below(place + 1))
            }
            return .none
        }
        add("sample", ["population", "k"]) { arguments, interpreter throws(RaisedError) in
            let items = try interpreter.items(of: try arguments.required(0, "population", of: "sample"))
            let count = try NumpyCreation.integer(try arguments.required(1, "k", of: "sample"))
            guard (0...items.count).contains(count) else {
                throw RaisedError(.valueError, "Sample larger than population or is negative")
            }
            var sample: [Value] = []
            try draw(count, of: items.count, network, interpreter) { sample.append(items[$0]) }
            return .list(ListObject(sample))
        }
        return module
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
