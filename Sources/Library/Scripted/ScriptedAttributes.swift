import Interpreter
import Layers
import Network
import TensorEngine

/// What Keras's classes offer to the classes that scripts derive from them: `__init__`, `add_weight` and the like.
enum ScriptedAttributes {
    /// What `Layer` offers.
    static var layer: [HostAttribute<LayerObject>] {
        [
            .method(
                "Layer.__init__(*, activity_regularizer=None, trainable=True, dtype=None, autocast=True, name=None, **kwargs)",
                "Sets a layer up.", where: { $0.own != nil }
            ) { object, arguments, interpreter in
                try setUp(object, arguments, interpreter)
                return .none
            },
            .method("Layer.add_weight(\(weightParameters))", "Makes a weight of the layer.", where: { $0.own != nil }) {
                object, arguments, interpreter in
                let weight = try ScriptedWeight.make(for: object, arguments, interpreter)
                object.parts.add(weight)
                return .host(WeightObject(weight, of: object.layer))
            },
            .method("Layer.add_variable(\(weightParameters))", "Makes a weight of the layer.", where: { $0.own != nil })
            {
                object, arguments, interpreter in
                let weight = try ScriptedWeight.make(for: object, arguments, interpreter)
                object.parts.add(weight)
                return .host(WeightObject(weight, of: object.layer))
            },
            .method("Layer.add_loss(loss)", "Adds to the losses of a call on data.") { object, arguments, interpreter in
                try object.addLoss(arguments[0], interpreter)
                return .none
            },
        ]
    }

    private static let weightParameters =
        "*args, shape=None, initializer=None, dtype=None, trainable=True, autocast=True, regularizer=None, "
        + "constraint=None, aggregation='none', overwrite_with_gradient=False, name=None"

    /// What `Layer.__init__` does with its arguments.
    static func setUp(_ object: LayerObject, _ arguments: Arguments, _ interpreter: Interpreter) throws {
        let inputNames: Set<String> = ["input_shape", "input_dim", "batch_input_shape"]
        let unknown = arguments.keywordRest.filter { !inputNames.contains($0.name) }
        guard unknown.isEmpty else {
            throw Refusal(
                "Unrecognized keyword arguments passed to \(object.typeName): "
                    + Value.dict(DictObject(unknown.map { ($0.name, $0.value) })).repr)
        }
        if let type = arguments.optional("dtype"), !(type.isFloat32) {
            throw Refusal(
                .notImplementedError, argument: "dtype", "layers compute in float32", received: "dtype=\(type.repr)",
                remedy: "leave it out")
        }
        try object.setUp(name: arguments["name"], isTrainable: arguments["trainable"])
        object.scripted?.declareInput(try inputShape(arguments.keywordRest, interpreter))
        guard let given = arguments.optional("activity_regularizer"), let own = object.own,
            let getter = interpreter.findModule("keras.regularizers")?["get"]
        else { return }
        let regularizer = try interpreter.call(getter, CallArguments([given]))
        _ = try own.setAttribute("activity_regularizer", regularizer, interpreter)
    }

    /// The shape, batch axis first, that the arguments say the first layer of a network gets; nil if they do not.
    private static func inputShape(
        _ keywords: [(name: String, value: Value)], _ interpreter: Interpreter
    ) throws(RaisedError) -> BatchShape? {
        func given(_ name: String) -> Value? { keywords.last { $0.name == name && !$0.value.isNone }?.value }
        if let whole = given("batch_input_shape") { return try LayerAttributes.batchShape(whole, interpreter) }
        guard let sample = given("input_dim").map({ Value.tuple([$0]) }) ?? given("input_shape") else { return nil }
        return BatchShape([.unknown] + (try LayerAttributes.batchShape(sample, interpreter)).dims)
    }

    /// `Model.__init__`: a model with ends where it is given them, otherwise one that `call` describes.
    static var modelInitializer: HostAttribute<LayerObject> {
        .method(
            "Model.__init__(*args, **kwargs)", "Sets a model up.", where: { $0.own != nil }
        ) { object, arguments, interpreter in
            let keywords = arguments.keywordRest.map(\.name)
            let hasEnds =
                arguments.rest.count == 2 || arguments.rest.count == 1 && keywords.contains("outputs")
                || keywords.contains("inputs") && keywords.contains("outputs")
            let call = CallArguments(arguments.rest, keywords: arguments.keywordRest)
            guard hasEnds else {
                let declaration = Declaration(
                    "Layer.__init__(*, activity_regularizer=None, trainable=True, dtype=None, autocast=True, name=None, **kwargs)",
                    .python)
                try setUp(object, try Arguments(call, declaration), interpreter)
                return .none
            }
            object.take(try KerasModels.model(call, className: object.typeName, interpreter))
            return .none
        }
    }

    /// `Sequential.__init__`.
    static var sequentialInitializer: HostAttribute<LayerObject> {
        .method(
            "Sequential.__init__(layers=None, trainable=True, name=None)", "Sets a chain of layers up.",
            where: { $0.own != nil }
        ) { object, arguments, interpreter in
            object.take(try KerasModels.chain(arguments, className: object.typeName, interpreter))
            return .none
        }
    }

    /// What the class of a layer of the catalogue offers: `from_config`, and `__init__` to the classes of scripts.
    static func catalogue(_ definition: LayerDefinition) -> AttributeTable {
        AttributeTable(
            of: LayerObject.self,
            [
                .method("__init__(*args, **kwargs)", "Sets the layer up.", where: { $0.own != nil }) {
                    object, arguments, interpreter in
                    let library = object.library
                    let site = try interpreter.callSite(
                        CallArguments(arguments.rest, keywords: arguments.keywordRest))
                    let made = try library.network.make(definition, site, calledAs: definition.name)
                    object.take(CatalogueLayer(made, context: library.network, className: object.typeName))
                    return .none
                }
            ], Serialization.makingFromConfig)
    }

    /// What `Layer.build` does where the class has no `build`, or by `super()`.
    static func build(_ object: LayerObject, _ shapes: [BatchShape]) throws(Refusal) {
        if let base = object.base { return try base.build(shapes) }
        guard let scripted = object.scripted, !object.definesBuild, !scripted.isBuilt else { return }
        if scripted.sublayers.contains(where: { !$0.isBuilt }) {
            let name = scripted.shownName
            object.library.note(
                .text(
                    "'\(name)' has no build() of its own, so the layers in it are not built, as in Keras: "
                        + "call it on an Input or on data, \(name)(Input(…))"))
        }
        scripted.markBuilt(for: shapes)
    }
}

extension Value {
    /// Whether it stands for the type of numbers that layers compute in.
    fileprivate var isFloat32: Bool {
        switch self {
        case .string(let name): name == "float32"
        case .dict:
            if let config = Serialization.parts(self)?.config,
                case .string("float32")? = ModelReader.entry("name", config)
            {
                true
            } else {
                false
            }
        case .host(let object): (object as? TypeNameObject)?.type == .float32 || object is KerasPolicies.PolicyObject
        default: false
        }
    }
}
