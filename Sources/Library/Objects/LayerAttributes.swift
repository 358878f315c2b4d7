import Inspection
import Interpreter
import Layers
import Network
import TensorEngine

/// The attributes and methods of layers and models.
enum LayerAttributes {
    static func names(of object: LayerObject) -> [String] {
        let own =
            (object.layer as? CatalogueLayer).map {
                $0.made.definition.parameters.filter { !$0.keywordOnly }.map(\.name)
            } ?? []
        let weights = object.layer is Model ? [] : object.layer.weights.map(\.spec.name)
        let methods = object.layer is Model ? common + ModelAttributes.names : common
        return methods + weights + own.filter { !weights.contains($0) }
    }

    private static let common = [
        "name", "weights", "trainable_weights", "non_trainable_weights", "variables", "get_weights", "set_weights",
        "count_params", "build", "built", "input_shape", "output_shape", "input", "output", "get_config", "trainable",
        "compute_output_shape", "losses", "dtype", "path",
    ]

    static func attribute(_ name: String, of object: LayerObject, _ interpreter: Interpreter) throws(RaisedError)
        -> Value?
    {
        if let model = object.layer as? Model, let found = try ModelAttributes.attribute(name, of: model, object) {
            return found
        }
        return try raising { try find(name, object, interpreter) }
    }

    private static func find(_ name: String, _ object: LayerObject, _ interpreter: Interpreter) throws -> Value? {
        let layer = object.layer
        switch name {
        case "name": return .string(layer.name)
        case "built": return .bool(layer.isBuilt)
        case "trainable": return .bool(layer.isTrainable)
        case "path": return .string(layer.path)
        case "dtype", "compute_dtype", "variable_dtype": return .string("float32")
        case "metrics": return .list(ListObject([]))
        case "batch_shape": return (layer as? InputLayer).map { shape($0.shape) }
        case "weights", "variables": return weights(layer.weights)
        case "trainable_weights", "trainable_variables": return weights(layer.trainableWeights)
        case "non_trainable_weights", "non_trainable_variables": return weights(layer.nonTrainableWeights)
        case "losses": return .list(ListObject(try losses(object).map { .host(try ArrayObject(scalar: $0)) }))
        case "input": return try ends(object, of: \.inputs, "input")
        case "output": return try ends(object, of: \.outputs, "output")
        case "input_shape": return try shapes(object, of: \.inputs, "input")
        case "output_shape": return try shapes(object, of: \.outputs, "output")
        case "get_weights":
            return function(name, [], "The weights' values, as a list of arrays.") { _, _ in
                .list(ListObject(try layer.weights.map { .host(ArrayObject(try $0.value())) }))
            }
        case "set_weights":
            return function(name, ["weights"], "Replaces the weights' values.") { arguments, interpreter in
                let items = try interpreter.items(of: try arguments.required(0, "weights", of: name))
                try layer.setWeights(try items.map { try weightValue($0, interpreter) })
                return .none
            }
        case "count_params":
            return function(name, [], "Number of parameters.") { _, _ in
                guard layer.isBuilt else {
                    throw Refusal(
                        .valueError,
                        "You tried to call `count_params` on layer '\(layer.name)', but the layer isn't built.",
                        remedy: "call it on an input first, or call \(layer.name).build(shape)")
                }
                return .int(layer.parameterCount)
            }
        case "build":
            return function(name, ["input_shape"], "Fixes the weights' shapes for an input's shape.") {
                arguments, interpreter in
                let shapes = try inputShapes(arguments, interpreter)
                if let chain = layer as? Sequential, let shape = shapes.first {
                    try chain.configure(shape)
                } else {
                    try layer.build(shapes)
                }
                return .none
            }
        case "compute_output_shape":
            return function(name, ["input_shape"], "The output's shape for an input's shape.") {
                arguments, interpreter in
                let shapes = try layer.outputShapes(for: try inputShapes(arguments, interpreter))
                return shapes.count == 1 ? shape(shapes[0]) : .list(ListObject(shapes.map(shape)))
            }
        case "get_config":
            return function(name, [], "The arguments, as a dict.") { _, interpreter in
                .dict(DictObject(try Serialization.config(object, interpreter)))
            }
        case "call", "__call__":
            return function(name, ["inputs"], "Calls the layer.") { arguments, interpreter in
                try object.call(arguments, interpreter)
            }
        default: break
        }
        if let weight = layer is Model ? nil : layer.weights.first(where: { $0.spec.name == name }) {
            return .host(WeightObject(weight))
        }
        guard let made = (layer as? CatalogueLayer)?.made else { return nil }
        if !layer.isBuilt, weightNames(made.definition).contains(name) {
            throw Refusal(
                .attributeError, "You must build the layer before accessing `\(name)`.",
                remedy: "call '\(layer.name)' on an input first, or its build(input_shape)")
        }
        guard
            made.definition.parameters.contains(where: { $0.name == name })
        else { return nil }
        if name == "activation", case .none = made.arguments[name],
            let linear = try Catalogue.activations["linear"]?.makeDefault()
        {
            return .host(MadeObject(.activation(linear)))
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

    private static func function(
        _ name: String, _ parameters: [String], _ doc: String,
        _ body: @escaping (CallArguments, Interpreter) throws -> Value
    ) -> Value {
        .builtin(
            BuiltinFunction(name, parameters: parameters, documentation: doc) {
                arguments, interpreter throws(RaisedError) in
                try raising { try body(arguments, interpreter) }
            })
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

    private static func weights(_ list: [Weight]) -> Value {
        .list(ListObject(list.map { .host(WeightObject($0)) }))
    }

    /// Penalties of the weights, and of the outputs of calls whose data are known.
    private static func losses(_ object: LayerObject) throws -> [Float] {
        var result: [Float] = []
        if let layer = object.layer as? CatalogueLayer,
            let regularizer = layer.made.arguments.regularizer("activity_regularizer")
        {
            if let seen = layer.activityPenalty {
                result.append(seen)
            } else {
                for output in layer.inboundNodes.flatMap(\.outputs) {
                    let value = try Evaluator(object.library.network).value(of: output)
                    result.append(try regularizer.product.penalty(value) / Float(max(value.shape.dims.first ?? 1, 1)))
                }
            }
        }
        result += try object.layer.weightLosses()
        return result
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
        guard let node = object.layer.inboundNodes.first else {
            throw Refusal(
                .attributeError,
                "The layer '\(object.layer.name)' has never been called and thus has no defined \(word).")
        }
        return node[keyPath: path]
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
    static func inputShapes(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> [BatchShape]
    {
        let value = try arguments.required(0, "input_shape", of: "build")
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

    private static func batchShape(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> BatchShape {
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
