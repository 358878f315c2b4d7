import Interpreter

/// `compile`, which remembers how a model would be trained, and what a model then says of it.
enum Compiling {
    /// The attributes of models.
    static var all: [HostAttribute<LayerObject>] {
        [
            compile,
            .value("optimizer", "The optimizer that `compile` was given.", where: { $0.isCompiled }) {
                $0.compiled["optimizer"] ?? .none
            },
            .value("loss", "What `compile` was given.") { $0.compiled["loss"] ?? .none },
            .value("compiled", "Whether `compile` was called.") { .bool($0.isCompiled) },
            .value("run_eagerly", "What `compile` was given.") { $0.compiled["run_eagerly"] ?? .bool(false) },
            .value("steps_per_execution", "What `compile` was given.") {
                $0.compiled["steps_per_execution"] ?? .int(1)
            },
            .value(
                "stop_training", "Whether training is to end.", where: { $0.isCompiled },
                set: { $0.compiled["stop_training"] = $1 }
            ) { $0.compiled["stop_training"] ?? .bool(false) },
            .value("history", "What `fit` returned.", where: { $0.compiled["history"] != nil }) {
                $0.compiled["history"] ?? .none
            },
        ]
    }

    private static var compile: HostAttribute<LayerObject> {
        .method(
            "Trainer.compile(optimizer='rmsprop', loss=None, loss_weights=None, metrics=None, weighted_metrics=None, "
                + "run_eagerly=False, steps_per_execution=1, jit_compile='auto', auto_scale_loss=True, "
                + "*, sample_weight_mode=None, target_tensors=None)",
            "Remembers how the model would be trained."
        ) { object, arguments, interpreter in
            try requireWeights(arguments["loss_weights"])
            for name in ["loss", "metrics", "weighted_metrics", "run_eagerly", "steps_per_execution"] {
                object.compiled[name] = arguments[name]
            }
            object.compiled["optimizer"] = try optimizer(arguments["optimizer"], interpreter)
            return .none
        }
    }

    /// The optimizer that a name, a configuration or an object stands for.
    private static func optimizer(_ given: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        if case .host(let object) = given, object is RememberedObject { return given }
        guard let get = interpreter.findModule("keras.optimizers")?["get"] else { return given }
        return try interpreter.call(get, CallArguments([given]))
    }

    /// Refuses losses and metrics that there are none of, as Keras does when they are first needed.
    static func requireKnown(_ object: LayerObject, _ interpreter: Interpreter) throws(RaisedError) {
        func check(_ value: Value, in module: String) throws(RaisedError) {
            switch value {
            case .list(let list): for item in list.items { try check(item, in: module) }
            case .tuple(let items): for item in items { try check(item, in: module) }
            case .dict(let dict): for item in dict.entries.values { try check(item, in: module) }
            case .string(let name) where module == "keras.metrics" && byShape.contains(name): return
            case .string, .int, .float, .bool:
                guard let get = interpreter.findModule(module)?["get"] else { return }
                _ = try interpreter.call(get, CallArguments([value]))
            default: return
            }
        }
        try check(object.compiled["loss"] ?? .none, in: "keras.losses")
        for name in ["metrics", "weighted_metrics"] { try check(object.compiled[name] ?? .none, in: "keras.metrics") }
    }

    /// Names that stand for one of several metrics, by the shapes of the data.
    private static let byShape: Set<String> = ["accuracy", "acc", "crossentropy", "ce"]

    private static func requireWeights(_ weights: Value) throws(RaisedError) {
        switch weights {
        case .none, .float, .list, .tuple, .dict: return
        default:
            throw RaisedError(
                .valueError,
                "Expected `loss_weights` argument to be a float (single output case) or a list, tuple, or dict (multiple "
                    + "output case). Received instead: loss_weights=\(weights.repr) of type <class '\(weights.typeName)'>"
            )
        }
    }
}

extension LayerObject {
    /// Whether `compile` was called.
    var isCompiled: Bool { compiled["optimizer"] != nil }
}
