import Interpreter
import Network

/// The methods of models that train or measure. They are skipped, and what they return holds no values.
enum SkippedTraining {
    /// The methods of models.
    static var methods: [HostAttribute<LayerObject>] {
        [fit, fitGenerator, evaluate, evaluateGenerator] + ["train_on_batch", "test_on_batch"].map(onBatch) + [
            .value("metrics_names", "The names of what is measured.") { object in
                guard object.isCompiled else { return .list(ListObject()) }
                let hasMetrics = ["metrics", "weighted_metrics"].contains { !(object.compiled[$0]?.isNone ?? true) }
                return .list(ListObject((["loss"] + (hasMetrics ? ["compile_metrics"] : [])).map(Value.string)))
            },
            .method("Trainer.reset_metrics()", "Nothing: nothing is measured.") { _, _, _ in .none },
        ]
    }

    /// What Keras 1 and 2 took beside the arguments of today, which only concerned how data were read and shown.
    private static let old =
        "*, nb_epoch=None, samples_per_epoch=None, nb_val_samples=None, show_accuracy=None, max_queue_size=None, "
        + "workers=None, use_multiprocessing=None, max_q_size=None, nb_worker=None, pickle_safe=None"

    private static var fit: HostAttribute<LayerObject> {
        .method(
            "TensorFlowTrainer.fit(x=None, y=None, batch_size=None, epochs=1, verbose='auto', callbacks=None, "
                + "validation_split=0.0, validation_data=None, shuffle=True, class_weight=None, sample_weight=None, "
                + "initial_epoch=0, steps_per_epoch=None, validation_steps=None, validation_batch_size=None, "
                + "validation_freq=1, \(old))", "Skipped: nothing is trained. Returns a History without values."
        ) { object, arguments, interpreter in
            let split = try arguments.number("validation_split")
            return try history(
                object, arguments, data: arguments["x"],
                isValidated: arguments.optional("validation_data") != nil || split > 0, interpreter)
        }
    }

    private static var fitGenerator: HostAttribute<LayerObject> {
        .method(
            "Model.fit_generator(generator, steps_per_epoch=None, epochs=1, verbose=1, callbacks=None, "
                + "validation_data=None, validation_steps=None, validation_freq=1, class_weight=None, shuffle=True, "
                + "initial_epoch=0, \(old))", "Skipped: nothing is trained. Returns a History without values."
        ) { object, arguments, interpreter in
            try history(
                object, arguments, data: arguments["generator"],
                isValidated: arguments.optional("validation_data") != nil, interpreter)
        }
    }

    private static var evaluate: HostAttribute<LayerObject> {
        .method(
            "TensorFlowTrainer.evaluate(x=None, y=None, batch_size=None, verbose='auto', sample_weight=None, steps=None, "
                + "callbacks=None, return_dict=False, \(old))", "Skipped. Returns what has no values."
        ) { object, arguments, interpreter in
            try measured(object, "evaluate", data: arguments["x"], try arguments.bool("return_dict"), interpreter)
        }
    }

    private static var evaluateGenerator: HostAttribute<LayerObject> {
        .method(
            "Model.evaluate_generator(generator, steps=None, callbacks=None, verbose=0, *, val_samples=None, "
                + "max_queue_size=None, workers=None, use_multiprocessing=None, max_q_size=None)",
            "Skipped. Returns what has no values."
        ) { object, arguments, interpreter in
            try measured(object, "evaluate_generator", data: arguments["generator"], false, interpreter)
        }
    }

    private static func onBatch(_ name: String) -> HostAttribute<LayerObject> {
        let weights = name == "train_on_batch" ? "sample_weight=None, class_weight=None" : "sample_weight=None"
        return .method(
            "TensorFlowTrainer.\(name)(x, y=None, \(weights), return_dict=False)",
            "Skipped. Returns what has no values."
        ) { object, arguments, interpreter in
            try measured(object, name, data: arguments["x"], try arguments.bool("return_dict"), interpreter)
        }
    }

    // MARK: What they have in common

    /// Checks that the model is compiled, and builds it for the data.
    private static func prepare(
        _ object: LayerObject, _ name: String, _ data: Value, _ interpreter: Interpreter
    ) throws {
        guard object.isCompiled else {
            throw RaisedError(.valueError, "You must call `compile()` before calling `\(name)()`.")
        }
        try Compiling.requireKnown(object, interpreter)
        try DataShapes.build(object, for: data, interpreter)
    }

    private static func history(
        _ object: LayerObject, _ arguments: Arguments, data: Value, isValidated: Bool, _ interpreter: Interpreter
    ) throws -> Value {
        try prepare(object, arguments.name, data, interpreter)
        let name = arguments.name
        try object.library.omissions.leaveOut(
            name, because: "nothing is trained yet", instead: "what it returns has no values")
        let epochs = try arguments.optionalInt("nb_epoch") ?? arguments.int("epochs")
        let count = max(0, epochs - (try arguments.int("initial_epoch")))
        try interpreter.requireCount(count)
        let names = try CompiledMetrics.names(object, interpreter).sorted()
        guard case .type(let type)? = interpreter.findModule("keras.callbacks")?["History"] else { return .none }
        let absent = Value.host(AbsentValue("\(name) is skipped"))
        let values = DictObject()
        for name in names + (isValidated ? names.map { "val_\($0)" } : []) {
            values.entries[try HashKey(.string(name))] = .list(ListObject(Array(repeating: absent, count: count)))
        }
        let history = try type.construct(CallArguments(), interpreter)
        try interpreter.setAttribute("history", of: history, to: .host(HistoryValues(values, count, absent)))
        try interpreter.setAttribute("epoch", of: history, to: .list(ListObject((0..<count).map(Value.int))))
        _ = try interpreter.call(
            try interpreter.attribute("set_model", of: history), CallArguments([.host(object)]))
        object.compiled["history"] = history
        try tell(arguments.optional("callbacks"), of: object, interpreter)
        return history
    }

    /// Tells callbacks of the model, and that training begins, as what they set then is read afterwards.
    private static func tell(_ callbacks: Value?, of object: LayerObject, _ interpreter: Interpreter) throws {
        let list: [Value]
        switch callbacks {
        case .list(let given)?: list = given.items
        case .tuple(let given)?: list = given
        case let one?: list = [one]
        case nil: return
        }
        for callback in list {
            for (name, argument) in [("set_model", [Value.host(object)]), ("on_train_begin", [.dict(DictObject([]))])] {
                guard let method = try interpreter.attributeIfPresent(name, of: callback) else { continue }
                _ = try interpreter.call(method, CallArguments(argument))
            }
        }
    }

    private static func measured(
        _ object: LayerObject, _ name: String, data: Value, _ asDict: Bool, _ interpreter: Interpreter
    ) throws -> Value {
        try prepare(object, name, data, interpreter)
        try object.library.omissions.leaveOut(
            name, because: "nothing is trained yet", instead: "what it returns has no values")
        let absent = Value.host(AbsentValue("\(name) is skipped"))
        let names = try CompiledMetrics.names(object, interpreter)
        if asDict {
            let values = DictObject()
            for name in names.sorted() { values.entries[try HashKey(.string(name))] = absent }
            return .dict(values)
        }
        return names.count == 1 ? absent : .list(ListObject(Array(repeating: absent, count: names.count)))
    }
}
