import Interpreter
import Language

/// Names that scripts import for training: optimizers, losses, metrics, callbacks. They are read and remembered.
enum KerasTraining {
    /// A module whose members remember how they were called.
    /// - Parameter prelude: what of it is written in the language itself.
    static func module(
        _ name: String, _ members: [String], _ library: LibraryContext? = nil, _ prelude: Prelude? = nil
    ) -> ModuleObject {
        let own = Prelude.names(of: name)
        return ModuleObject(
            name, documentation: "Remembered; nothing is trained.",
            memberNames: own + members.filter { !own.contains($0) }
        ) { member in
            // A module of its own, `schedules`, is found as one.
            guard !member.hasPrefix("__"), member != "schedules" else { return nil }
            if member == "legacy" { return .module(module("\(name).legacy", members, library)) }
            if let library, let loss = LossFunctions.function(member, library) { return .builtin(loss) }
            if let made = prelude?.member(member, of: name) { return made }
            return .type(rememberedClass(member))
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

    static let optimizers = [
        "SGD", "RMSprop", "Adam", "AdamW", "Adadelta", "Adagrad", "Adamax", "Nadam", "Ftrl", "Lion",
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
