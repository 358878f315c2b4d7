import Interpreter
import Language

/// Names that scripts import for training: optimizers, losses, metrics, callbacks. They are read and remembered.
enum KerasTraining {
    /// A module for training.
    /// - Parameters:
    ///   - remembered: the members that only remember how they were called.
    ///   - aliases: further names of members.
    ///   - prelude: what of it is written in the language itself.
    static func module(
        _ name: String, remembered: [String] = [], aliases: [String: String] = [:], _ prelude: Prelude?
    ) -> ModuleObject {
        let own = Prelude.names(of: name) + (name == "keras.metrics" ? sharedLosses : [])
        return ModuleObject(
            name, documentation: "Remembered; nothing is trained.",
            memberNames: own + remembered.filter { !own.contains($0) }
        ) { member in
            if member == "legacy" {
                return .module(module(name, remembered: remembered, aliases: aliases, prelude))
            }
            let member = aliases[member] ?? member
            if let made = prelude?.member(member, of: name) { return made }
            if name == "keras.metrics", sharedLosses.contains(member) {
                return prelude?.member(member, of: "keras.losses")
            }
            return remembered.contains(member) ? .type(rememberedClass(member)) : nil
        }
    }

    /// The module `keras.preprocessing.image`.
    static func preprocessing(_ library: LibraryContext, _ prelude: Prelude?) -> ModuleObject {
        let path = "keras.preprocessing.image"
        let module = ModuleObject(path, documentation: "Images.", memberNames: Prelude.names(of: path)) { name in
            prelude?.member(name, of: path) ?? Placeholder.member(name, of: path)
        }
        module.add(KerasImages.all(library))
        return module
    }

    private static func rememberedClass(_ name: String) -> TypeObject {
        TypeObject(name, module: "keras", "Read and remembered.", signature: .anything(name)) {
            type, arguments, interpreter throws(RaisedError) in
            // A function, such as `keras.losses.dice`, computes.
            if name.first?.isLowercase == true { return try absent(name, interpreter) }
            return .host(RememberedObject(type, arguments))
        }
    }

    /// What something computes that is only remembered.
    fileprivate static func absent(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        try interpreter.library.omissions.leaveOut(
            name, because: "it is not implemented", instead: "what it returns has no values")
        return .host(AbsentValue("\(name) is not implemented"))
    }

    /// Optimizers that are only remembered.
    static let optimizers = [
        "Adafactor", "Muon", "MultiOptimizer", "OptimizerMap", "LossScaleOptimizer", "ScheduleFreeAdamW", "TFOptimizer",
    ]

    /// Names that Keras 1 and 2 had for the optimizers as well.
    static let optimizerAliases = [
        "sgd": "SGD", "rmsprop": "RMSprop", "adagrad": "Adagrad", "adadelta": "Adadelta", "adam": "Adam",
        "adamax": "Adamax", "nadam": "Nadam",
    ]

    /// Losses that are only remembered.
    static let losses = ["CTC", "ctc"]

    /// The functions that `keras.metrics` has from the losses.
    static let sharedLosses = [
        "binary_crossentropy", "binary_focal_crossentropy", "categorical_crossentropy",
        "categorical_focal_crossentropy",
        "categorical_hinge", "hinge", "huber", "kl_divergence", "log_cosh", "mean_absolute_error",
        "mean_absolute_percentage_error", "mean_squared_error", "mean_squared_logarithmic_error", "poisson",
        "sparse_categorical_crossentropy", "squared_hinge",
    ]

    /// Short and old names of losses and of metrics.
    static let lossAliases = [
        "mse": "mean_squared_error", "MSE": "mean_squared_error", "mae": "mean_absolute_error",
        "MAE": "mean_absolute_error", "bce": "binary_crossentropy", "BCE": "binary_crossentropy",
        "kld": "kl_divergence", "KLD": "kl_divergence",
        "mape": "mean_absolute_percentage_error", "MAPE": "mean_absolute_percentage_error",
        "msle": "mean_squared_logarithmic_error", "MSLE": "mean_squared_logarithmic_error", "logcosh": "log_cosh",
        "kullback_leibler_divergence": "kl_divergence", "cosine": "cosine_similarity",
        "cosine_proximity": "cosine_similarity",
    ]

    /// Metrics that are only remembered: those of Keras 1, and two of TensorFlow's.
    static let metrics = [
        "MeanRelativeError", "MeanTensor", "precision", "recall", "fmeasure", "fbeta_score", "matthews_correlation",
    ]
}

/// Something that only training would use: its class and its arguments.
final class RememberedObject: HostObject {
    let typeObject: TypeObject
    private let arguments: CallArguments
    /// The name of what it stands for in the results of training: `binary_accuracy`.
    var shownName: String {
        if case .string(let name)? = arguments.keyword("name") { return name }
        let letters = Array(typeName)
        return letters.indices.map { place in
            let follows = place > 0 && letters[place].isUppercase && !letters[place - 1].isUppercase
            return (follows ? "_" : "") + letters[place].lowercased()
        }.joined()
    }
    private var set: [String: Value] = [:]

    init(_ type: TypeObject, _ arguments: CallArguments) {
        typeObject = type
        self.arguments = arguments
    }

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String {
        let shown = arguments.positional.map(inner) + arguments.keywords.map { "\($0.name)=\(inner($0.value))" }
        return "\(typeName)(\(shown.joined(separator: ", ")))"
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        set[name] ?? arguments.keyword(name) ?? Placeholder.member(name, of: typeName)
    }

    func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        set[name] = value
        return true
    }

    var attributeNames: [String] { arguments.keywords.map(\.name) }

    /// What is computed from something remembered is remembered.
    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? { .host(self) }

    func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? { .host(self) }

    var isCallable: Bool { true }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        try KerasTraining.absent(typeName, interpreter)
    }
}
