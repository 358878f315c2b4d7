import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

/// The module `tensorflow.random`: the numbers that TensorFlow's operations draw from the same seeds.
enum TensorFlowRandom {
    typealias Distribution = KerasRandom.Distribution

    static func module(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("tensorflow.random", documentation: "Random numbers.") {
            Placeholder.member($0, of: "tensorflow.random")
        }
        module.add([
            .python("set_seed(seed)", "Sets the seed that operations of TensorFlow draw from; Keras does not use it.") {
                arguments, _ in
                library.network.operationSeeds = OperationSeeds(global: try arguments.int(0))
                return .none
            },
            shuffle(library),
        ])
        for distribution in Distribution.allCases {
            module.add([
                drawing(distribution.rawValue, distribution, library),
                stateless(distribution).takingSizes(library, draws: true),
            ])
        }
        return module
    }

    /// The functions under the names that TensorFlow 1 had in its main module.
    static func old(_ library: LibraryContext) -> [BuiltinFunction] {
        [
            drawing("random_normal", .normal, library), drawing("random_uniform", .uniform, library),
            drawing("truncated_normal", .truncatedNormal, library),
        ]
    }

    /// The functions of `keras.backend`, which take a seed from numpy where they are given none.
    static func ofBackend(_ library: LibraryContext) -> [BuiltinFunction] {
        [("random_normal", .normal), ("random_uniform", .uniform), ("truncated_normal", .truncatedNormal)].map {
            (name: String, distribution: Distribution) in
            drawing(name, distribution, library, usualSeed: { RandomFunctions.backendSeed(library) })
        }
    }

    /// A function such as `normal(shape, mean=0.0, stddev=1.0, dtype=tf.float32, seed=None, name=None)`.
    /// - Parameter usualSeed: the seed of a call that is given none; nil for one of TensorFlow's generator.
    private static func drawing(
        _ name: String, _ distribution: Distribution, _ library: LibraryContext,
        usualSeed: @escaping () -> Int? = { nil }
    ) -> BuiltinFunction {
        .python(
            "\(name)(shape, \(distribution.signature), dtype='float32', seed=None, name=None)",
            "Random numbers, as TensorFlow draws them."
        ) { arguments, interpreter in
            let seed = try arguments.optionalInt("seed") ?? usualSeed()
            return try draw(distribution, arguments, interpreter) { operation, count in
                library.network.operationSeeds.next(operation, seed: seed, count: count)
            }
        }.takingSizes(library, draws: true)
    }

    /// A function such as `stateless_normal(shape, seed, mean=0.0, …)`, whose seed is a pair.
    private static func stateless(_ distribution: Distribution) -> BuiltinFunction {
        .python(
            "stateless_\(distribution.rawValue)(shape, seed, \(distribution.signature), dtype='float32', name=None, "
                + "!alg='auto_select')", "Random numbers that follow from a pair of seeds."
        ) { arguments, interpreter in
            let pair = try interpreter.items(of: arguments["seed"]).map { (item) throws(RaisedError) in
                try NumpyCreation.integer(item)
            }
            guard pair.count == 2 else {
                throw RaisedError(.valueError, "seed must have shape [2], not [\(pair.count)]")
            }
            return try draw(distribution, arguments, interpreter) { _, _ in RandomSeed(pair[0], pair[1]) }
        }
    }

    private static func draw(
        _ distribution: Distribution, _ arguments: Arguments, _ interpreter: Interpreter,
        seed: (_ operation: String, _ count: Int) -> RandomSeed
    ) throws -> Value {
        let shape = Shape(try interpreter.items(of: arguments["shape"]).map { try NumpyCreation.integer($0) })
        let count = try shape.elementCount()
        let type = try TypeNameObject.type(arguments["dtype"])
        if distribution == .uniform, type == .int32 || type == .int64 {
            let low = try arguments.int("minval")
            guard let high = try arguments.optionalInt("maxval") else {
                throw RaisedError(.valueError, "Must specify maxval for integer dtype tf.\(type.rawValue)")
            }
            guard low < high else {
                throw RaisedError(.valueError, "Need minval < maxval, got \(low) >= \(high)")
            }
            let numbers = try Tensor.wholes(
                shape, low: low, high: high, isWide: type == .int64, seed: seed("RandomUniformInt \(type)", count))
            return .host(
                ArrayObject(try NumericArray(shape: shape.dims, ints: numbers).converted(to: type)))
        }
        guard type == .float32 else {
            throw RaisedError(
                .notImplementedError, "random numbers are drawn in float32 here. Received: dtype=\(type.rawValue)",
                hint: "leave dtype out, and cast what is drawn: tf.cast(x, \"\(type.rawValue)\")")
        }
        let names = distribution == .uniform ? ("minval", "maxval") : ("mean", "stddev")
        let (first, second) = (try arguments.number(names.0), try arguments.optionalNumber(names.1) ?? 1)
        return .host(
            ArrayObject(
                try distribution.tensor(shape, Float(first), Float(second), seed(distribution.operation, count))))
    }

    /// `shuffle(value, seed=None, name=None)`: the rows in random order.
    private static func shuffle(_ library: LibraryContext) -> BuiltinFunction {
        .python("shuffle(value, seed=None, name=None)", "The rows in random order.") { arguments, interpreter in
            let array = try ArrayObject.array(from: arguments[0], interpreter)
            guard let rows = array.shape.first, rows > 1 else { return .host(ArrayObject(array)) }
            let seed = library.network.operationSeeds.next(
                "RandomShuffle \(array.type)", seed: try arguments.optionalInt("seed"), blocks: (rows + 2) / 4)
            return .host(ArrayObject(try array.taking(try Tensor.shuffledPlaces(rows, seed: seed), along: 0)))
        }
    }
}

extension KerasRandom.Distribution {
    /// The parameters in TensorFlow's signatures.
    fileprivate var signature: String { self == .uniform ? "minval=0, maxval=None" : "mean=0.0, stddev=1.0" }

    /// The name of TensorFlow's operation.
    var operation: String {
        switch self {
        case .normal: "RandomStandardNormal"
        case .uniform: "RandomUniform"
        case .truncatedNormal: "TruncatedNormal"
        }
    }
}

extension OperationSeeds {
    /// The seed for a call that draws so many numbers.
    mutating func next(_ operation: String, seed: Int?, count: Int) -> RandomSeed {
        next(operation, seed: seed, blocks: count &* Tensor.blocksPerNumber)
    }
}
