import Arrays
import Interpreter

/// The module `random`: numbers that are the same in every run.
enum RandomModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("random", documentation: "Random numbers, the same in every run.") {
            Placeholder.member($0, of: "random")
        }
        var generator = LegacyGenerator(seed: 0)
        func add(
            _ name: String, _ parameters: [String],
            _ body: @escaping (CallArguments, Interpreter) throws(RaisedError) -> Value
        ) {
            module[name] = .builtin(BuiltinFunction(name, parameters: parameters, documentation: "Random.", body))
        }
        func whole(_ low: Int, _ high: Int) throws(RaisedError) -> Value {
            let (width, overflow) = high.subtractingReportingOverflow(low)
            guard width >= 0, !overflow else { throw RaisedError(.valueError, "empty range for randrange()") }
            return .int(low + Int(generator.whole(upTo: UInt64(width))))
        }
        add("seed", ["a"]) { arguments, _ throws(RaisedError) in
            let seed = try arguments.integer(0, "a") ?? 0
            generator = LegacyGenerator(seed: UInt32(truncatingIfNeeded: seed))
            return .none
        }
        add("random", []) { _, _ throws(RaisedError) in .float(generator.unit()) }
        add("uniform", ["a", "b"]) { arguments, _ throws(RaisedError) in
            let low = try NumpyCreation.number(try arguments.required(0, "a", of: "uniform"))
            let high = try NumpyCreation.number(try arguments.required(1, "b", of: "uniform"))
            return .float(low + (high - low) * generator.unit())
        }
        add("gauss", ["mu", "sigma"]) { arguments, _ throws(RaisedError) in
            let mean = try NumpyCreation.number(arguments.value(0, "mu") ?? .int(0))
            return .float(
                mean + generator.normal() * (try NumpyCreation.number(arguments.value(1, "sigma") ?? .int(1))))
        }
        add("randint", ["a", "b"]) { arguments, _ throws(RaisedError) in
            try whole(
                try NumpyCreation.integer(try arguments.required(0, "a", of: "randint")),
                try NumpyCreation.integer(try arguments.required(1, "b", of: "randint")))
        }
        add("randrange", ["start", "stop"]) { arguments, _ throws(RaisedError) in
            let first = try NumpyCreation.integer(try arguments.required(0, "start", of: "randrange"))
            guard let stop = try arguments.integer(1, "stop") else { return try whole(0, first - 1) }
            return try whole(first, stop - 1)
        }
        add("choice", ["seq"]) { arguments, interpreter throws(RaisedError) in
            let items = try interpreter.items(of: try arguments.required(0, "seq", of: "choice"))
            guard !items.isEmpty else {
                throw RaisedError(.indexError, "Cannot choose from an empty sequence")
            }
            return items[generator.place(upTo: items.count - 1)]
        }
        add("shuffle", ["x"]) { arguments, _ throws(RaisedError) in
            guard case .list(let list) = try arguments.required(0, "x", of: "shuffle") else {
                throw RaisedError(.typeError, "shuffle() takes a list")
            }
            list.items = generator.permutation(list.items.count).map { list.items[$0] }
            return .none
        }
        add("sample", ["population", "k"]) { arguments, interpreter throws(RaisedError) in
            let items = try interpreter.items(of: try arguments.required(0, "population", of: "sample"))
            let count = try NumpyCreation.integer(try arguments.required(1, "k", of: "sample"))
            guard (0...items.count).contains(count) else {
                throw RaisedError(.valueError, "Sample larger than population or is negative")
            }
            return .list(ListObject(generator.distinct(count, of: items.count).map { items[$0] }))
        }
        return module
    }
}
