import Arrays
import Interpreter
import Layers
import TensorEngine

/// The module `keras.random`: the numbers that Keras draws on TensorFlow from the same seed.
///
/// A function without a seed takes one from Keras's global generator, which `keras.utils.set_random_seed` begins anew.
enum KerasRandom {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("keras.random", documentation: "Random numbers.") {
            Placeholder.member($0, of: "keras.random")
        }
        module["SeedGenerator"] = .type(SeedGeneratorObject.seedGenerator)
        for distribution in [Distribution.normal, .truncatedNormal, .uniform] {
            let function = function(distribution.rawValue, distribution, library)
            module[function.name] = .builtin(function.takingSizes(library, draws: true))
        }
        module.add([
            randint(library).takingSizes(library, draws: true), dropout("dropout", "inputs", "rate", library),
            shuffle(library),
        ])
        return module
    }

    /// How numbers are distributed, by two numbers each.
    enum Distribution: String, CaseIterable {
        case normal, uniform
        case truncatedNormal = "truncated_normal"

        /// The names of the two numbers, and what they are where they are not given.
        var parameters: [(name: String, usual: Double)] {
            self == .uniform ? [("minval", 0), ("maxval", 1)] : [("mean", 0), ("stddev", 1)]
        }

        func tensor(_ shape: Shape, _ first: Float, _ second: Float, _ seed: RandomSeed) throws(EngineError) -> Tensor {
            switch self {
            case .normal: try .normal(shape, mean: first, deviation: second, seed: seed)
            case .truncatedNormal: try .truncatedNormal(shape, mean: first, deviation: second, seed: seed)
            case .uniform: try .uniform(shape, low: first, high: second, seed: seed)
            }
        }
    }

    /// A function that draws an array: `normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None)`.
    /// - Parameter name: what the namespace calls it.
    static func function(_ name: String, _ distribution: Distribution, _ library: LibraryContext) -> BuiltinFunction {
        let numbers = distribution.parameters.map { "\($0.name)=\($0.usual)" }.joined(separator: ", ")
        return .python("\(name)(shape, \(numbers), dtype=None, seed=None)", "Random numbers.") {
            arguments, interpreter in
            let shape = try shape(arguments["shape"], interpreter)
            try requireFloat32(arguments["dtype"])
            let seed = try seed(arguments["seed"], library)
            let (first, second) = (Float(try arguments.number(1)), Float(try arguments.number(2)))
            return .host(ArrayObject(try distribution.tensor(shape, first, second, seed)))
        }
    }

    /// `randint(shape, minval, maxval, dtype="int32", seed=None)`.
    private static func randint(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "randint(shape, minval, maxval, dtype='int32', seed=None)", "Random integers from minval to below maxval."
        ) { arguments, interpreter in
            let shape = try shape(arguments["shape"], interpreter)
            let low = try arguments.int("minval")
            let high = try arguments.int("maxval")
            let range = Int(Int32.min)...Int(Int32.max)
            guard low < high, range.contains(low), range.contains(high) else {
                throw RaisedError(
                    .valueError,
                    "randint() needs 32-bit integers with minval < maxval. Received: minval=\(low), maxval=\(high)")
            }
            if let type = arguments.optional("dtype"), name(ofType: type) != "int32" {
                throw RaisedError(
                    .notImplementedError, "randint() draws int32 only. Received: dtype=\(name(ofType: type))",
                    hint: "leave dtype out")
            }
            let seed = try seed(arguments["seed"], library)
            return .host(
                ArrayObject(
                    try raising {
                        try NumericArray(
                            shape: shape.dims, ints: try Tensor.wholes(shape, low: low, high: high, seed: seed))
                    }))
        }
    }

    /// `dropout(inputs, rate, noise_shape=None, seed=None)`.
    /// - Parameters:
    ///   - name: what the namespace calls it.
    ///   - input: what it calls the data.
    ///   - rate: what it calls the rate.
    static func dropout(_ name: String, _ input: String, _ rate: String, _ library: LibraryContext) -> BuiltinFunction {
        .python("\(name)(\(input), \(rate), noise_shape=None, seed=None)", "Drops elements and scales the rest.") {
            arguments, interpreter in
            let data = try ArrayObject.array(from: arguments[0], interpreter)
            let fraction = try arguments.number(1)
            guard (0...1).contains(fraction) else {
                throw RaisedError(
                    .valueError,
                    "`rate` must be a scalar tensor or a float in the range [0, 1). Received: rate=\(fraction)")
            }
            var noise: [Int?]?
            if let given = arguments.optional("noise_shape") {
                noise = try interpreter.items(of: given).map { (item) throws(RaisedError) in
                    item.isNone ? nil : try NumpyCreation.integer(item)
                }
            }
            // Nothing is drawn where nothing, or everything, is dropped.
            let seed = (0 < fraction && fraction < 1) ? try seed(arguments["seed"], library) : RandomSeed(0)
            let noiseShape = noise
            return .host(
                ArrayObject(
                    try raising {
                        try TensorEngine.dropout(
                            try data.tensor(), rate: fraction, noiseShape: noiseShape, seed: seed)
                    }))
        }
    }

    /// `shuffle(x, axis=0, seed=None)`: in the order of random numbers.
    private static func shuffle(_ library: LibraryContext) -> BuiltinFunction {
        .python("shuffle(x, axis=0, seed=None)", "The slices along an axis in random order.") {
            arguments, interpreter in
            let array = try ArrayObject.array(from: arguments[0], interpreter)
            let given = try arguments.int("axis")
            let axis = given < 0 ? given + array.shape.count : given
            guard array.shape.indices.contains(axis) else {
                throw RaisedError(
                    .valueError, "axis \(given) is out of range for an array of \(array.shape.count) axes")
            }
            let seed = try seed(arguments["seed"], library)
            return .host(
                ArrayObject(
                    try raising {
                        let keys = try Tensor.uniform([array.shape[axis]], seed: seed).values
                        let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
                        return try array.taking(order, along: axis)
                    }))
        }
    }

    // MARK: Arguments

    private static func shape(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Shape {
        Shape(
            try interpreter.items(of: value).map { (item) throws(RaisedError) in
                item.isNone ? 1 : try NumpyCreation.integer(item)
            })
    }

    /// The seed of one call: an integer, the next one of a `SeedGenerator`, or of the global generator.
    private static func seed(_ value: Value?, _ library: LibraryContext) throws(RaisedError) -> RandomSeed {
        switch value {
        case nil, .none?: return library.network.nextGlobalSeed()
        case .int(let number)?: return RandomSeed(number)
        case .bool(let truth)?: return RandomSeed(truth ? 1 : 0)
        case .host(let object)?: if let seeds = object as? SeedGeneratorObject { return seeds.generator.next() }
        default: break
        }
        throw RaisedError(
            .valueError,
            "Argument `seed` must be either an integer or an instance of `SeedGenerator`. Received: seed=\(value?.repr ?? "None")"
        )
    }

    private static func name(ofType value: Value) -> String {
        if case .string(let name) = value { return name }
        return (try? TypeNameObject.type(value).rawValue) ?? value.repr
    }

    private static func requireFloat32(_ value: Value?) throws(RaisedError) {
        guard let value, !value.isNone, name(ofType: value) != "float32" else { return }
        throw RaisedError(
            .notImplementedError, "random numbers are drawn in float32 only. Received: dtype=\(name(ofType: value))",
            hint: "leave dtype out")
    }
}
