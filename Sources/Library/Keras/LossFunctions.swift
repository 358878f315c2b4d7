import Arrays
import Interpreter
import Layers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The losses that a script may compute on tensors while it builds, as autoencoders do; others are remembered.
enum LossFunctions {
    /// The loss of that name, as a function of (y_true, y_pred); nil where it is only remembered.
    static func function(_ name: String, _ library: LibraryContext) -> BuiltinFunction? {
        guard let loss = losses[name] else { return nil }
        let options =
            name == "binary_crossentropy" ? ", !from_logits=False, !label_smoothing=0.0, !axis=-1" : ""
        return .python("\(name)(y_true, y_pred\(options))", "A loss, along the last axis.") { arguments, interpreter in
            try loss.apply(Operands(name, [arguments[0], arguments[1]]), interpreter, library)
        }
    }

    private static var losses: [String: TensorFunction] {
        let squared = mean("MeanSquaredError") { truth, guess in (truth - guess) * (truth - guess) }
        let absolute = mean("MeanAbsoluteError") { truth, guess in abs(truth - guess) }
        let binary = mean("BinaryCrossentropy") { truth, guess in
            let kept = min(max(guess, 1e-7), 1 - 1e-7)
            return -(truth * log(kept) + (1 - truth) * log(1 - kept))
        }
        return [
            "mean_squared_error": squared, "mean_absolute_error": absolute, "binary_crossentropy": binary,
        ]
    }

    /// The mean along the last axis of a function of each pair.
    private static func mean(_ className: String, _ pair: @escaping (Double, Double) -> Double) -> TensorFunction {
        TensorFunction(className, ["y_true", "y_pred"], .unknown) { operands, interpreter throws(RaisedError) in
            let (truth, guess) = (try operands.array(0, interpreter), try operands.array(1, interpreter))
            return .host(
                ArrayObject(
                    try raising {
                        let whole = try truth.broadcast(to: guess.shape)
                        let values = zip(whole.doubles, guess.doubles).map(pair)
                        let result = try NumericArray(shape: guess.shape, doubles: values)
                        return try result.reduced(.mean, axes: [-1], keepsAxes: false).converted(to: .float32)
                    }))
        }
    }
}
