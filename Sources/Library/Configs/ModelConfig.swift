import Interpreter
import Layers
import Network

/// The configs of models, as Keras writes them: the layers with their configs and, for each call, the tensors it was on.
///
/// Source: `Functional.get_config` and `Sequential.get_config` of Keras 3.
struct ModelConfig {
    private let library: LibraryContext
    private let interpreter: Interpreter

    init(_ library: LibraryContext, _ interpreter: Interpreter) {
        self.library = library
        self.interpreter = interpreter
    }

    /// `get_config()` of a model.
    /// - Throws: NotImplementedError for a function that has no form in a config.
    func entries(of model: Model) throws(RaisedError) -> [(String, Value)] {
        if let chain = model as? Sequential { return try entries(ofChain: chain) }
        let calls = calls(in: model)
        var layers: [Value] = []
        for layer in model.operations { layers.append(try entry(layer, calls)) }
        return [
            ("name", .string(model.name)), ("trainable", .bool(model.isTrainable)), ("layers", list(layers)),
            ("input_layers", ends(model.inputs, model.arrangement.inputs, calls)),
            ("output_layers", ends(model.outputs, model.arrangement.outputs, calls)),
        ]
    }

    private func entries(ofChain chain: Sequential) throws(RaisedError) -> [(String, Value)] {
        var layers: [Value] = []
        let inputs = chain.inputs.compactMap(\.inputLayer)
        for layer in inputs + chain.layers {
            layers.append(try Serialization.layer(library.object(for: layer), interpreter))
        }
        var entries = [
            ("name", Value.string(chain.name)), ("trainable", .bool(chain.isTrainable)),
            ("dtype", Serialization.policy("float32")), ("layers", list(layers)),
        ]
        if chain.hasShapes, let input = chain.inputs.first {
            entries.append(("build_input_shape", LayerAttributes.shape(input.shape)))
        }
        return entries
    }

    // MARK: Calls

    /// The calls of each layer that lead to the model's outputs, by the node's identity: the layer's name and the number.
    private func calls(in model: Model) -> [ObjectIdentifier: Int] {
        let own = Set((model.nodes + model.inputs.map(\.node)).map(ObjectIdentifier.init))
        var numbers: [ObjectIdentifier: Int] = [:]
        for layer in model.operations {
            let nodes = layer.inboundNodes.filter { own.contains(ObjectIdentifier($0)) }
            for (number, node) in nodes.enumerated() {
                numbers[ObjectIdentifier(node)] = number + ModelConfig.firstCall(of: layer)
            }
        }
        return numbers
    }

    /// The number of a layer's first call: Keras counts a Functional model's own network as the call before it.
    static func firstCall(of layer: Layer) -> Int { layer is Model && !(layer is Sequential) ? 1 : 0 }

    /// A layer, or a function of tensors, with its calls.
    private func entry(_ layer: Layer, _ calls: [ObjectIdentifier: Int]) throws(RaisedError) -> Value {
        let serialized: Value
        if let function = layer as? CatalogueLayer, function.isFunction {
            serialized = try origin(of: function).serialized(name: layer.name, interpreter)
        } else {
            serialized = try Serialization.layer(library.object(for: layer), interpreter)
        }
        var nodes: [Value] = []
        for node in layer.inboundNodes where calls[ObjectIdentifier(node)] != nil && !node.inputs.isEmpty {
            nodes.append(try self.node(node, calls))
        }
        guard case .dict(let dict) = serialized else { return serialized }
        dict.entries[HashKey("name")] = .string(layer.name)
        dict.entries[HashKey("inbound_nodes")] = list(nodes)
        return serialized
    }

    private func origin(of layer: CatalogueLayer) throws(RaisedError) -> FunctionCall {
        guard let call = layer.origin as? FunctionCall else {
            throw RaisedError(
                .notImplementedError, "the function '\(layer.name)' has no form in a config",
                hint: "use a layer, or a function of keras.ops")
        }
        return call
    }

    /// The arguments of a call.
    private func node(_ node: Node, _ calls: [ObjectIdentifier: Int]) throws(RaisedError) -> Value {
        let tensors = node.inputs.map { tensor($0, calls) }
        var parts = node.roles.parts(of: tensors)
        var keywords: [(String, Value)] = []
        if case .given(let value) = node.givenTraining { keywords = [("training", value.map(Value.bool) ?? .none)] }
        switch node.layer {
        case let function as CatalogueLayer where function.isFunction:
            parts.inputs = try origin(of: function).arguments(tensors, interpreter)
        case let layer as CatalogueLayer:
            let isAlone = layer.operation.arity == .one
            if !isAlone { parts.inputs = [list(parts.inputs)] }
            if !parts.states.isEmpty { keywords.append(("initial_state", list(parts.states))) }
            if node.roles.givesMasks { keywords.append(("mask", parts.masks[0])) }
            keywords += filledIn(node, layer, parts.masks.first)
        case let layer as ScriptedLayer:
            guard let call = node.form as? ScriptCall else {
                parts.inputs = tensors.count == 1 ? tensors : [list(tensors)]
                break
            }
            let given = call.arguments(with: tensors)
            parts.inputs = given.positional
            keywords += given.keywords.map { ($0.name, $0.value) }
            keywords = withUsual(keywords, node, layer)
        case is Sequential:
            if keywords.isEmpty || !parts.masks.isEmpty { keywords.append(("mask", parts.masks.first ?? .none)) }
        default:
            let masks = parts.masks.isEmpty ? parts.inputs.map { _ in .none } : parts.masks
            keywords.append(("mask", parts.inputs.count == 1 ? masks[0] : list(masks)))
            if parts.inputs.count > 1 { parts.inputs = [list(parts.inputs)] }
        }
        return .dict(DictObject([("args", .tuple(parts.inputs)), ("kwargs", .dict(DictObject(keywords)))]))
    }

    /// Whether a call is given one tensor of the layer's type and nothing else, so that Keras itself adds arguments.
    private func isBare(_ node: Node) -> Bool {
        let others = node.roles.givesMasks ? 0 : node.roles.masks
        return node.givenTraining == .absent && node.roles.states == 0 && node.inputs.count == 1 + others
            && TensorTypes.of(node.inputs[0]) == .float32
    }

    /// The arguments that Keras itself adds to a call.
    private func filledIn(_ node: Node, _ layer: CatalogueLayer, _ mask: Value?) -> [(String, Value)] {
        guard isBare(node) else { return [] }
        var keywords: [(String, Value)] = []
        if case .given(let usual?) = node.training { keywords.append(("training", .bool(usual))) }
        if layer.takesMask { keywords.append(("mask", mask ?? .none)) }
        return keywords
    }

    /// The keywords with those that Keras itself adds to a call of a layer of a script.
    private func withUsual(
        _ keywords: [(String, Value)], _ node: Node, _ layer: ScriptedLayer
    ) -> [(String, Value)] {
        guard node.givenTraining == .absent, node.inputs.count == 1 || keywords.map(\.0) == ["mask"],
            TensorTypes.of(node.inputs[0]) == .float32
        else { return keywords }
        var result = keywords
        if case .given(let usual?) = node.training { result.insert(("training", .bool(usual)), at: 0) }
        if layer.takesMask, keywords.isEmpty { result.append(("mask", .none)) }
        return result
    }

    /// The reference to a tensor: shape, type, and the layer, the call and the output that make it.
    private func tensor(_ tensor: SymbolicTensor, _ calls: [ObjectIdentifier: Int]) -> Value {
        .dict(
            DictObject([
                ("class_name", .string("__keras_tensor__")),
                (
                    "config",
                    .dict(
                        DictObject([
                            ("shape", LayerAttributes.shape(tensor.shape)),
                            ("dtype", .string(TensorTypes.of(tensor).rawValue)),
                            ("keras_history", list(history(tensor, calls))),
                        ]))
                ),
            ]))
    }

    private func history(_ tensor: SymbolicTensor, _ calls: [ObjectIdentifier: Int]) -> [Value] {
        let call = calls[ObjectIdentifier(tensor.node)] ?? 0
        return [.string(tensor.layer.name), .int(call), .int(tensor.outputIndex)]
    }

    private func ends(
        _ tensors: [SymbolicTensor], _ arrangement: Arrangement, _ calls: [ObjectIdentifier: Int]
    ) -> Value { arrangement.value(of: tensors.map { list(history($0, calls)) }) }

    private func list(_ items: [Value]) -> Value { .list(ListObject(items)) }
}
