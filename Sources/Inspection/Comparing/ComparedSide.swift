import Layers
import Network
import TensorEngine

/// One of two things that are compared: a layer or a model on certain inputs, and what comes out.
public struct ComparedSide {
    /// What it is called.
    public let name: String
    let layer: Layer
    let inputs: [SymbolicTensor]
    /// What comes out, where it is in a network; nil for a call that is only tried.
    let output: SymbolicTensor?
    let shape: BatchShape
    let cost: Cost
    let field: ReceptiveField?
    private let trial: LayerTrial?

    /// A tensor, and the call that made it.
    public init(_ name: String, _ tensor: SymbolicTensor) {
        self.name = name
        layer = tensor.layer
        inputs = tensor.node.inputs
        output = tensor
        shape = tensor.shape
        cost = Cost(of: tensor.node)
        field = ReceptiveField(of: tensor)
        trial = nil
    }

    /// A model on its own inputs; nil for one that does not know them.
    public init?(_ name: String, _ model: Model) {
        guard let output = model.outputs.first, !model.inputs.isEmpty else { return nil }
        self.name = name
        layer = model
        inputs = model.inputs
        self.output = output
        shape = output.shape
        cost = Cost(of: model)
        field = ReceptiveField(of: output)
        trial = nil
    }

    /// A layer that is tried on some tensors.
    /// - Throws: `Refusal` where it does not take them.
    public init(_ name: String, _ layer: CatalogueLayer, on inputs: [SymbolicTensor], _ context: NetworkContext)
        throws(Refusal)
    {
        let trial = try LayerTrial(layer.made, on: inputs, context)
        self.name = name
        self.layer = layer
        self.inputs = inputs
        output = nil
        shape = trial.output.shape
        cost = Cost(of: trial.output.node)
        field = ReceptiveField(of: trial.output)
        self.trial = trial
    }

    /// The number of parameters.
    var parameters: Int { (trial?.layer ?? layer).parameterCount }

    /// Its weights, made or not.
    var weights: [Weight] { (trial?.layer ?? layer).weights }

    /// The output for the data of the inputs, with its own weights.
    func value(_ context: NetworkContext) throws -> Tensor {
        if let output { return try Evaluator(context).value(of: output) }
        guard let trial else { throw Refusal("There is no output.") }
        return try trial.value(weightsOf: [layer], context)
    }

    /// The output with the weights of another side where shapes allow it, and how many layers have them; nil where none does.
    func value(weightsOf other: ComparedSide, _ context: NetworkContext) throws -> (value: Tensor, shared: [String])? {
        if layer is ScriptedLayer || other.layer is ScriptedLayer { return try value(borrowingFrom: other, context) }
        if let model = layer as? Model, let source = other.layer as? Model {
            return try value(of: model, weightsOf: source, context)
        }
        guard let own = layer as? CatalogueLayer, !(other.layer is Model), !inputs.isEmpty else { return nil }
        let shared = weights.filter { weight in
            other.weights.contains { $0.spec.name == weight.spec.name && $0.spec.shape == weight.spec.shape }
        }
        guard !shared.isEmpty else { return nil }
        let tried = try trial ?? LayerTrial(own.made, on: inputs, context)
        let value = try tried.value(weightsOf: [other.trial?.layer ?? other.layer, own], context)
        return (value, shared.map(\.spec.name))
    }

    /// The layers that a layer consists of, those in inner ones in their places.
    public static func leaves(of layer: Layer) -> [Layer] {
        let parts = (layer as? Model)?.layers ?? (layer as? ScriptedLayer)?.sublayers
        guard let parts, !parts.isEmpty else { return [layer] }
        if let scripted = layer as? ScriptedLayer {
            return scripted.visiting(otherwise: []) { parts.flatMap(leaves) }
        }
        return parts.flatMap(leaves)
    }

    /// Layers of scripts are not copied: theirs have the weights of the other side's for as long as the output is computed.
    private func value(
        borrowingFrom other: ComparedSide, _ context: NetworkContext
    ) throws -> (value: Tensor, shared: [String])? {
        guard let output, trial == nil, other.trial == nil else { return nil }
        var rest = ComparedSide.leaves(of: other.layer).filter { !$0.weights.isEmpty }[...]
        var pairs: [(own: Layer, other: Layer)] = []
        for layer in ComparedSide.leaves(of: layer) where !layer.weights.isEmpty {
            let shapes = layer.weights.map(\.spec.shape)
            guard
                let place = rest.firstIndex(where: {
                    $0.className == layer.className && $0.weights.map(\.spec.shape) == shapes
                })
            else { continue }
            pairs.append((layer, rest[place]))
            rest = rest[(place + 1)...]
        }
        guard !pairs.isEmpty else { return nil }
        let before = try pairs.map { pair in try pair.own.weights.map { try $0.value() } }
        defer { for (pair, values) in zip(pairs, before) { try? pair.own.setWeights(values) } }
        for pair in pairs { try pair.own.setWeights(try pair.other.weights.map { try $0.value() }) }
        return (try Evaluator(context).value(of: output), pairs.map(\.own.name))
    }

    /// Each layer takes the weights of the next layer of the other model that is of its class and has weights of its shapes.
    private func value(
        of model: Model, weightsOf source: Model, _ context: NetworkContext
    ) throws -> (value: Tensor, shared: [String])? {
        guard let copy = try model.cloned() as? Model else { return nil }
        var rest = source.layers.filter { !$0.weights.isEmpty }[...]
        var shared: [String] = []
        for layer in copy.layers where !layer.weights.isEmpty {
            let shapes = layer.weights.map(\.spec.shape)
            guard
                let place = rest.firstIndex(where: {
                    $0.className == layer.className && $0.weights.map(\.spec.shape) == shapes
                })
            else { continue }
            try layer.setWeights(try rest[place].weights.map { try $0.value() })
            shared.append(layer.name)
            rest = rest[(place + 1)...]
        }
        guard !shared.isEmpty else { return nil }
        // What was not given another's weights keeps its own.
        for (layer, own) in zip(copy.layers, model.layers) where !shared.contains(layer.name) && !layer.weights.isEmpty
        {
            try layer.setWeights(try own.weights.map { try $0.value() })
        }
        let data = try model.inputs.map { try Evaluator(context).value(of: $0) }
        return (try copy.callOnData(data)[0], shared)
    }
}
