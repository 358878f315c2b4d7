import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

/// Tensor functions that draw random numbers whenever they are computed.
enum RandomFunctions {
    static func all(_ library: LibraryContext) -> [String: TensorFunction] {
        [
            "dropout_of_tensorflow": dropout(library) { $0 },
            "dropout_of_backend": dropout(library) { $0 ?? backendSeed(library) },
        ]
    }

    /// The names by which no namespace offers them.
    static let names: Set<String> = ["dropout_of_tensorflow", "dropout_of_backend"]

    /// The seed that a function of `keras.backend` draws from numpy where it is given none.
    static func backendSeed(_ library: LibraryContext) -> Int { Int(library.numpyRandom.whole(upTo: 9_999_999)) }

    /// `dropout(x, rate, noise_shape, seed)`: drops elements in training and at inference, as TensorFlow's function does.
    /// - Parameter seed: the seed of a call that was given one, or none.
    private static func dropout(_ library: LibraryContext, seed: @escaping (Int?) -> Int?) -> TensorFunction {
        TensorFunction("Dropout", ["x", "rate", "noise_shape", "seed"], .elementwise) {
            operands, interpreter throws(RaisedError) in
            let data = try operands.array(0, interpreter)
            let rate = try NumpyCreation.number(try operands.required(1))
            guard (0..<1).contains(rate) else {
                throw RaisedError(
                    .valueError,
                    "`rate` must be a scalar tensor or a float in the range [0, 1). Received: rate=\(Value.float(rate).repr)"
                )
            }
            let noise = try operands.sizes(2)
            let count = rate > 0 ? noise.map { checkedProduct($0) ?? 0 } ?? data.count : 0
            let drawn = library.network.operationSeeds.next(
                TensorFlowRandom.Distribution.uniform.operation, seed: seed(try operands.integer(3)), count: count)
            guard rate > 0 else { return .host(ArrayObject(data)) }
            return .host(
                ArrayObject(
                    try raising {
                        try TensorEngine.dropout(try data.tensor(), rate: rate, noiseShape: noise, seed: drawn)
                    }))
        }
    }
}
