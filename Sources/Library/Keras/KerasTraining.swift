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
        _ name: String, remembered: [String] = [], aliases: [String: String] = [:], _ library: LibraryContext? = nil,
        _ prelude: Prelude? = nil
    ) -> ModuleObject {
        let own = Prelude.names(of: name)
        return ModuleObject(
            name, documentation: "Remembered; nothing is trained.",
            memberNames: own + remembered.filter { !own.contains($0) }
        ) { member in
            if member == "legacy" {
                return .module(module(name, remembered: remembered, aliases: aliases, library, prelude))
            }
            let member = aliases[member] ?? member
            if let library, let loss = LossFunctions.function(member, library) { return .builtin(loss) }
            if let made = prelude?.member(member, of: name) { return made }
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

    /// Losses that are only remembered.
    static let losses = [
        "BinaryFocalCrossentropy", "CategoricalFocalCrossentropy", "CategoricalGeneralizedCrossEntropy", "CTC",
        "Circle",
        "Dice", "Tversky", "binary_focal_crossentropy", "categorical_focal_crossentropy",
        "categorical_generalized_cross_entropy", "ctc", "circle", "dice", "tversky",
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

    /// Metrics that are only remembered.
    static let metrics =
        [
            "AUC", "BinaryIoU", "CategoricalHinge", "ConcordanceCorrelation", "CosineSimilarity", "F1Score",
            "FBetaScore",
            "FalseNegatives", "FalsePositives", "Hinge", "IoU", "KLDivergence", "LogCoshError",
            "MeanAbsolutePercentageError", "MeanIoU", "MeanRelativeError", "MeanSquaredLogarithmicError", "MeanTensor",
            "OneHotIoU", "OneHotMeanIoU", "PearsonCorrelation", "Poisson", "Precision", "PrecisionAtRecall", "R2Score",
            "Recall", "RecallAtPrecision", "SensitivityAtSpecificity", "SparseCategoricalCrossentropy",
            "SparseTopKCategoricalAccuracy", "SpecificityAtSensitivity", "SquaredHinge", "TopKCategoricalAccuracy",
            "TrueNegatives", "TruePositives", "concordance_correlation", "pearson_correlation",
            "sparse_top_k_categorical_accuracy", "top_k_categorical_accuracy", "precision", "recall", "fmeasure",
            "fbeta_score", "matthews_correlation",
        ] + losses.filter { $0.first?.isLowercase == true }
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
