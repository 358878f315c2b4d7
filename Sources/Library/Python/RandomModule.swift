import Interpreter
import Network
import TensorEngine

/// The module `random`: the numbers that CPython draws after the same `seed`; without one, those of `seed(0)`.
///
/// There is one generator in a session: layers and initializers draw their seeds from it too.
enum RandomModule {
    /// - Parameter prelude: where the functions are that are written in the language.
    static func make(_ network: NetworkContext, _ prelude: Prelude?) -> ModuleObject {
        let module = ModuleObject(
            "random", documentation: "Random numbers, the same in every run.", memberNames: Prelude.names(of: "random")
        ) { prelude?.member($0, of: "random") ?? Placeholder.member($0, of: "random") }
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
            .native("_seed(words)", "Begins anew with a key of words of 32 bits.") { arguments, interpreter in
                let words = try interpreter.items(of: arguments[0]).map { word throws(RaisedError) in
                    UInt32(truncatingIfNeeded: try word.wholeNumber())
                }
                network.random = PythonRandom(key: words)
                return .none
            },
            .native("_word()", "A number of 32 bits.") { _, _ in .int(Int(network.random.word())) },
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
        ]
    }
}
