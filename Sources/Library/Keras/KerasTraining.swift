import Interpreter

/// Names that scripts import for training: optimizers, losses, metrics, callbacks. They are read and remembered.
enum KerasTraining {
    /// A module whose members remember how they were called.
    static func module(_ name: String, _ members: [String]) -> ModuleObject {
        ModuleObject(
            name, documentation: "Read and remembered; training is outside this program.", memberNames: members
        ) { member in
            guard !member.hasPrefix("__") else { return nil }
            return .type(rememberedClass(member))
        }
    }

    private static func rememberedClass(_ name: String) -> TypeObject {
        TypeObject(
            name, documentation: "Read and remembered.",
            isInstance: {
                if case .host(let object) = $0 { (object as? RememberedObject)?.typeName == name } else { false }
            }
        ) { arguments, _ throws(RaisedError) in .host(RememberedObject(name, arguments)) }
    }

    static let optimizers = [
        "SGD", "RMSprop", "Adam", "AdamW", "Adadelta", "Adagrad", "Adamax", "Nadam", "Ftrl", "Lion", "schedules",
    ]
    static let losses = [
        "BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy", "MeanSquaredError",
        "MeanAbsoluteError", "Huber", "KLDivergence", "Hinge", "binary_crossentropy", "categorical_crossentropy",
        "sparse_categorical_crossentropy", "mean_squared_error", "mean_absolute_error",
    ]
    static let metrics = [
        "Accuracy", "BinaryAccuracy", "CategoricalAccuracy", "AUC", "Precision", "Recall", "MeanIoU", "Mean",
    ]
    static let callbacks = [
        "EarlyStopping", "ModelCheckpoint", "TensorBoard", "ReduceLROnPlateau", "LearningRateScheduler", "CSVLogger",
        "Callback",
    ]
}

/// Something that only training would use: its class and its arguments.
final class RememberedObject: HostObject {
    let typeName: String
    private let arguments: CallArguments

    init(_ typeName: String, _ arguments: CallArguments) {
        self.typeName = typeName
        self.arguments = arguments
    }

    func repr() -> String {
        let shown = arguments.positional.map(\.repr) + arguments.keywords.map { "\($0.name)=\($0.value.repr)" }
        return "\(typeName)(\(shown.joined(separator: ", ")))"
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? { arguments.keyword(name) }

    var attributeNames: [String] { arguments.keywords.map(\.name) }
}
