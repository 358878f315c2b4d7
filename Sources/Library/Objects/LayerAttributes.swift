import Arrays
import Inspection
import Interpreter
import Layers
import Network
import TensorEngine

/// The attributes and methods of layers and models.
enum LayerAttributes {
    /// What every layer has.
    static let table = AttributeTable(
        of: LayerObject.self, values + weightLists + ends + figures + methods + ScriptedAttributes.layer)

    private static var values: [HostAttribute<LayerObject>] {
        [
            .value("name", "The name of the layer in its networks.", set: rename) { .string($0.layer.name) },
            .value("_name", "The name.", set: rename) { .string($0.layer.name) },
            .value("path", "The name with those of the models around it.") { .string($0.layer.path) },
            .value(
                "built", "Whether the shapes of the weights are known.",
                set: { object, value in
                    // What a script's class derives from builds its weights itself.
                    if object.own != nil {
                        object.scripted?.setBuilt(try value.truth())
                        return
                    }
                    guard try value.truth() == object.layer.isBuilt else {
                        throw Refusal(
                            .attributeError, "attribute 'built' of '\(object.typeName)' object cannot be changed",
                            remedy: "build the layer with \(object.layer.shownName).build(shape)")
                    }
                }
            ) { .bool($0.layer.isBuilt) },
            .value(
                "trainable", "Whether training may change the weights.",
                set: { object, value in
                    object.layer.isTrainable = try value.truth()
                }
            ) { .bool($0.layer.isTrainable) },
            .value(
                "supports_masking", "Whether its outputs have masks where its inputs have.",
                set: { object, value in object.layer.supportsMasking = try value.truth() }
            ) { .bool($0.layer.supportsMasking) },
            .value("_call_has_mask_arg", "Whether its values may depend on a mask.") { .bool($0.layer.takesMask) },
            .value("_call_has_training_arg", "Whether it works otherwise in training.") {
                .bool($0.layer.takesTraining)
            },
            .value("dtype", "The type of the weights.") { _ in .string("float32") },
            .value("dtype_policy", "The policy of types.") { _ in .host(KerasPolicies.PolicyObject()) },
            .value("compute_dtype", "The type that the layer computes in.") { _ in .string("float32") },
            .value("variable_dtype", "The type of the weights.") { _ in .string("float32") },
            .value(
                "activity_regularizer", "The penalty on the outputs; None without one.",
                where: { !($0.layer is CatalogueLayer) }
            ) { _ in .none },
            .value("metrics", "The metrics among the attributes.") { .list(ListObject($0.metrics)) },
            .value("losses", "What calls on data have added, and the penalties of the weights.") { object in
                .list(ListObject(try object.losses()))
            },
            .value("batch_shape", "The shape with the batch axis.", where: { $0.layer is InputLayer }) { object in
                (object.layer as? InputLayer).map { shape($0.shape) } ?? .none
            },
        ]
    }

    private static func rename(_ object: LayerObject, _ value: Value) throws(RaisedError) {
        guard case .string(let text) = value else { throw RaisedError(.typeError, "a layer's name is a string") }
        object.layer.name = text
    }

    private static var weightLists: [HostAttribute<LayerObject>] {
        [
            list("weights", "All weights.") { $0.weights }, list("variables", "All weights.") { $0.weights },
            list("trainable_weights", "The weights that training may change.") { $0.trainableWeights },
            list("trainable_variables", "The weights that training may change.") { $0.trainableWeights },
            list("non_trainable_weights", "The weights that training leaves alone.") { $0.nonTrainableWeights },
            list("non_trainable_variables", "The weights that training leaves alone.") { $0.nonTrainableWeights },
        ]
    }

    private static func list(
        _ name: String, _ documentation: String, _ get: @escaping (Layer) -> [Weight]
    ) -> HostAttribute<LayerObject> {
        .value(name, documentation) { object in
            // Which of its layers a weight of a model belongs to is not said.
            let owner = object.layer is Model ? nil : object.layer
            return .list(ListObject(get(object.layer).map { .host(WeightObject($0, of: owner)) }))
        }
    }

    private static var ends: [HostAttribute<LayerObject>] {
        [
            .value("input", "The input of its first call.") { try ends($0, of: \.inputs, "input") },
            .value("output", "The output of its first call.") { try ends($0, of: \.outputs, "output") },
            .value("input_shape", "The shape of the input of its first call.") {
                try shapes($0, of: \.inputs, "input")
            },
            .value("output_shape", "The shape of the output of its first call.") {
                try shapes($0, of: \.outputs, "output")
            },
        ]
    }

    private static var figures: [HostAttribute<LayerObject>] {
        [
            .value(
                "macs",
                "Multiply-accumulates of its first call, or of all calls in a model, for one sample; None where sizes are not known."
            ) { object in
                if let model = object.layer as? Model {
                    try requireShapes(model, "macs")
                    return Cost(of: model).exact.map(Value.int) ?? .none
                }
                return Cost(of: try firstCall(object, "macs")).exact.map(Value.int) ?? .none
            },
            .value(
                "receptive_field",
                "How much of the input a pixel of its first output sees, or of each output of a model, along each axis; None where that has no exact number."
            ) { object in
                guard let model = object.layer as? Model else {
                    return value(of: ReceptiveField(of: try firstCall(object, "receptive_field").outputs[0]))
                }
                try requireShapes(model, "receptive_field")
                let fields = ReceptiveField.fields(of: model).map(value)
                return fields.count == 1 ? fields[0] : .list(ListObject(fields))
            },
        ]
    }

    /// The sizes of a receptive field: None for all of an axis, for a bound and for what is not known.
    static func value(of field: ReceptiveField) -> Value {
        .tuple(field.axes.map { if case .exact(let size) = $0.size { .int(size) } else { .none } })
    }

    /// Its first call; of a layer that lies in another, the first one there.
    private static func firstCall(_ object: LayerObject, _ word: String) throws(Refusal) -> Node {
        if let node = object.layer.inboundNodes.first ?? object.layer.innerCalls.first { return node }
        throw Refusal(
            .attributeError,
            "The layer \(object.layer.name) has never been called and thus has no defined \(word).")
    }

    private static var methods: [HostAttribute<LayerObject>] {
        [
            .method("Layer.get_weights()", "The weights' values, as a list of arrays.") { object, _, _ in
                .list(ListObject(try object.layer.weights.map { .host(try $0.arrayObject()) }))
            },
            .method("Layer.set_weights(weights)", "Replaces the weights' values.") { object, arguments, interpreter in
                let items = try interpreter.items(of: arguments[0])
                try object.layer.setWeights(try items.map { try weightValue($0, interpreter) })
                for (weight, item) in zip(object.layer.weights, items) {
                    guard let old = weight.typedValues as? NumericArray else { continue }
                    let array = try ArrayObject.array(from: item, interpreter)
                    try weight.assign(typed: try array.converted(to: old.type))
                }
                return .none
            },
            .method("Layer.count_params()", "Number of parameters.") { object, _, _ in
                let layer = object.layer
                guard layer.isBuilt else {
                    throw Refusal(
                        .valueError,
                        "You tried to call `count_params` on layer '\(layer.name)', but the layer isn't built. You can build it "
                            + "manually via: `layer.build(input_shape)`.",
                        remedy: "call it on an input first, or call \(layer.shownName).build(shape)")
                }
                return .int(layer.parameterCount)
            },
            .method("Layer.build(input_shape)", "Fixes the weights' shapes for an input's shape.") {
                object, arguments, interpreter in
                let shapes = try inputShapes(arguments[0], interpreter)
                // By `super()`, or of a class that has no `build` of its own.
                if object.scripted != nil {
                    try ScriptedAttributes.build(object, shapes)
                } else if let chain = object.layer as? Sequential, let shape = shapes.first {
                    try chain.configure(shape)
                } else {
                    if object.layer is CatalogueLayer, object.layer.isBuilt, !object.layer.weights.isEmpty {
                        throw Refusal(
                            "You cannot add new elements of state (variables or sub-layers) to a layer that is already "
                                + "built. All state must be created in the `__init__()` method or in the `build()` method."
                        )
                    }
                    try object.layer.build(shapes)
                }
                return .none
            },
            .method("Layer.compute_output_shape(input_shape)", "The output's shape for an input's shape.") {
                object, arguments, interpreter in
                guard object.scripted == nil || object.base != nil || object.hasShapesByCall else {
                    throw Refusal(
                        .notImplementedError,
                        "Layer \(object.typeName) does not have a `compute_output_shape` method implemented. Should implement "
                            + "`def compute_output_shape(self, input_shape)`.")
                }
                let layer = object.base ?? object.layer
                let shapes = try layer.outputShapes(for: try inputShapes(arguments[0], interpreter))
                return shapes.count == 1 ? shape(shapes[0]) : .list(ListObject(shapes.map(shape)))
            },
            .method("Layer.get_output_shape_for(input_shape)", "Keras 1's word for compute_output_shape.") {
                object, arguments, interpreter in
                try interpreter.call(
                    try interpreter.attribute("compute_output_shape", of: .host(object)), CallArguments([arguments[0]]))
            },
            .method("Layer.compute_output_spec(inputs)", "Tensors of the shapes of the outputs.") {
                object, arguments, interpreter in
                guard let maker = interpreter.findModule("keras")?["KerasTensor"] else { return .none }
                var tensors: [SymbolicTensor] = []
                for item in arguments[0].isSequence ? try interpreter.items(of: arguments[0]) : [arguments[0]] {
                    guard case .host(let tensor as TensorObject) = item else {
                        throw Refusal(.typeError, "compute_output_spec takes symbolic tensors", received: item.repr)
                    }
                    tensors.append(tensor.tensor)
                }
                let shapes = try (object.base ?? object.layer).outputShapes(for: tensors.map(\.shape))
                let made = try shapes.map { try interpreter.call(maker, CallArguments([shape($0)])) }
                return made.count == 1 ? made[0] : .list(ListObject(made))
            },
            .method("Layer.compute_mask(inputs, mask=None)", "The mask of the output for an input and its mask.") {
                object, arguments, interpreter in
                try ComputedMask.mask(of: object, arguments[0], arguments["mask"], interpreter)
            },
            .method(
                "Layer.reset_state()", "Forgets the states that a stateful layer has kept.",
                where: { $0.remembersStates }
            ) { object, _, _ in
                object.forgetStates()
                return .none
            },
            .method(
                "Layer.reset_states()", "Forgets the states that a stateful layer has kept.",
                where: { $0.remembersStates }
            ) { object, _, _ in
                object.forgetStates()
                return .none
            },
            .method("Layer.get_config()", "The arguments, as a dict.") { object, _, interpreter in
                .dict(DictObject(try Serialization.config(object, interpreter)))
            },
            .method("Layer.call(*args, **kwargs)", "Calls the layer.") { object, arguments, interpreter in
                object.own == nil
                    ? try object.call(CallArguments(arguments.rest, keywords: arguments.keywordRest), interpreter)
                    : try object.callBase(CallArguments(arguments.rest, keywords: arguments.keywordRest), interpreter)
            },
            .method("Layer.__call__(*args, **kwargs)", "Calls the layer.") { object, arguments, interpreter in
                try object.callLayer(CallArguments(arguments.rest, keywords: arguments.keywordRest), interpreter)
            },
        ]
    }

    // MARK: What one layer has

    /// The names of a layer's own weights and arguments.
    static func names(of object: LayerObject) -> [String] {
        guard let layer = object.layer as? CatalogueLayer else { return [] }
        let weights = layer.isBuilt ? layer.weights.map(\.spec.name) : weightNames(layer.made.definition)
        let states = object.remembersStates ? ["states", "zero_output_for_mask"] : []
        return weights + configured(layer.made.definition).map(\.name).filter { !weights.contains($0) } + states
    }

    /// The parameters of a layer that are attributes under their own names.
    private static func configured(_ definition: LayerDefinition) -> [Parameter] {
        // What every layer has is an attribute of all of them.
        definition.parameters.filter {
            $0.name == "activity_regularizer" || !$0.keywordOnly && !["name", "weights"].contains($0.name)
        }
    }

    /// A weight or an argument of a layer.
    static func attribute(_ name: String, of object: LayerObject, _ interpreter: Interpreter) throws(RaisedError)
        -> Value?
    {
        guard let layer = object.layer as? CatalogueLayer else { return nil }
        if let weight = layer.weights.first(where: { $0.spec.name == name }) {
            return .host(WeightObject(weight, of: layer))
        }
        let made = layer.made
        if object.remembersStates {
            switch name {
            case "zero_output_for_mask": return .bool(made.arguments.bool(name))
            case "states":
                let kept = layer.remembered
                return kept.isEmpty ? .some(.none) : .list(ListObject(kept.map { .host(ArrayObject($0)) }))
            default: break
            }
        }
        if !layer.isBuilt, weightNames(made.definition).contains(name) {
            throw RaisedError(
                .attributeError, "You must build the layer before accessing `\(name)`.",
                hint: "call it on an input first, or \(layer.shownName).build(input_shape)")
        }
        guard configured(made.definition).contains(where: { $0.name == name }) else { return nil }
        if name == "activation", case .none = made.arguments[name],
            let linear = try raising({ try Catalogue.activations["linear"]?.makeDefault() })
        {
            return .host(interpreter.library.object(for: .activation(linear)))
        }
        return configValue(name, made.arguments, interpreter)
    }

    /// The names of the weights that a layer of this definition has when it is built, by their initializers.
    private static func weightNames(_ definition: LayerDefinition) -> [String] {
        definition.parameters.map(\.name).filter { $0.hasSuffix("_initializer") }.map { name in
            let stem = String(name.dropLast("_initializer".count))
            return stem == "depthwise" || stem == "pointwise" ? stem + "_kernel" : stem
        }
    }

    /// A value for a weight; a list is refused, as it has no shape.
    private static func weightValue(_ value: Value, _ interpreter: Interpreter) throws -> Tensor {
        guard case .host = value else {
            throw Refusal(
                .attributeError, "'\(value.typeName)' object has no attribute 'shape'",
                remedy: "make an array of it: np.array(…)")
        }
        return try ArrayObject.array(from: value, interpreter).tensor()
    }

    // MARK: Ends and shapes

    private static func symbolic(
        _ object: LayerObject, of path: KeyPath<Node, [SymbolicTensor]>, _ word: String
    ) throws(Refusal) -> [SymbolicTensor] {
        // A chain tells the ends of the calls of it, not its own.
        if let model = object.layer as? Model, !(model is Sequential) {
            try requireShapes(model, word)
            return word == "input" ? model.inputs : model.outputs
        }
        if object.layer is InputLayer, word == "input" { return object.layer.inboundNodes[0].outputs }
        return try firstCall(object, word)[keyPath: path]
    }

    /// Refuses to tell the ends of a Sequential that does not know them.
    static func requireShapes(_ model: Model, _ word: String) throws(Refusal) {
        guard let chain = model as? Sequential, !chain.hasShapes else { return }
        throw Refusal(
            .attributeError, "Sequential model '\(model.name)' has no defined \(word) yet.",
            remedy: "build it with an input shape, or call it on data")
    }

    private static func ends(
        _ object: LayerObject, of path: KeyPath<Node, [SymbolicTensor]>, _ word: String
    ) throws(Refusal) -> Value {
        let tensors = try symbolic(object, of: path, word)
        guard let model = object.layer as? Model else { return object.library.value(of: tensors) }
        let values = tensors.map { Value.host(object.library.object(for: $0)) }
        return (word == "input" ? model.arrangement.inputs : model.arrangement.outputs).value(of: values)
    }

    private static func shapes(
        _ object: LayerObject, of path: KeyPath<Node, [SymbolicTensor]>, _ word: String
    ) throws(Refusal) -> Value {
        if let chain = object.layer as? Sequential { try requireShapes(chain, word) }
        let tensors =
            if let chain = object.layer as? Sequential { word == "input" ? chain.inputs : chain.outputs } else {
                try symbolic(object, of: path, word)
            }
        let shapes = tensors.map(\.shape)
        return shapes.count == 1 ? shape(shapes[0]) : .list(ListObject(shapes.map(shape)))
    }

    static func shape(_ shape: BatchShape) -> Value { .tuple(shape.dims.map { $0.known.map(Value.int) ?? .none }) }

    /// The shape, or the list of shapes, of a call such as `build((None, 28, 28, 1))`.
    static func inputShapes(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> [BatchShape] {
        let items = try interpreter.items(of: value)
        let isList = items.contains {
            switch $0 {
            case .tuple, .list: true
            default: false
            }
        }
        var shapes: [BatchShape] = []
        for item in isList ? items : [value] { shapes.append(try batchShape(item, interpreter)) }
        return shapes
    }

    static func batchShape(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> BatchShape {
        var dims: [Dim] = []
        for item in try interpreter.items(of: value) {
            switch item {
            case .none: dims.append(.unknown)
            case .int(let size) where size >= 0: dims.append(Dim(size))
            default:
                throw RaisedError(
                    .valueError, "a shape holds integers of zero or more, or None. Received: \(value.repr)")
            }
        }
        return BatchShape(dims)
    }

    // MARK: Configuration

    private static func configValue(_ name: String, _ arguments: BoundArguments, _ interpreter: Interpreter) -> Value {
        guard let parameter = arguments.parameters.first(where: { $0.name == name }) else { return .none }
        switch (parameter.kind, arguments.effective(parameter)) {
        case (.dataFormat, .none): return .string(arguments.dataFormat(name).rawValue)
        case (_, let argument): return interpreter.value(of: argument)
        }
    }
}
