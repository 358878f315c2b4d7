import Layers
import Network
import TensorEngine

/// A layer that is tried on tensors of a network and then forgotten.
public struct LayerTrial {
    /// The layer.
    public let layer: CatalogueLayer
    /// What it was called on.
    public let inputs: [SymbolicTensor]
    /// Its first output.
    public let output: SymbolicTensor

    /// Calls a new layer.
    /// - Throws: `Refusal` where it does not take these inputs.
    public init(
        _ made: Made<any Operation>, on inputs: [SymbolicTensor], _ context: NetworkContext
    ) throws(Refusal) {
        layer = CatalogueLayer(made, context: context)
        self.inputs = inputs
        guard let output = try layer.call(inputs).first else { throw Refusal("The layer has no output.") }
        self.output = output
    }

    /// The value of its output, each weight being that of the first of some layers that has one of its name and shape.
    /// - Throws: `Refusal` where data are missing, `EngineError` from the computation.
    public func value(weightsOf others: [Layer] = [], _ context: NetworkContext) throws -> Tensor {
        let evaluator = Evaluator(context)
        let data = try inputs.map { try evaluator.value(of: $0) }
        let weights = try layer.operation.weights(for: inputs.map(\.shape)).map { spec -> Tensor in
            let weights = (others + [layer]).lazy.flatMap(\.weights)
            guard let weight = weights.first(where: { $0.spec.name == spec.name && $0.spec.shape == spec.shape }) else {
                throw Refusal("The layer has no weight '\(spec.name)'.")
            }
            return try weight.value()
        }
        return try layer.operation.forward(data, OperationContext(LayerState(weights: weights)))[0]
    }
}

extension NetworkContext {
    /// Does something that makes layers and tensors, and gives their names and random numbers back.
    public func withoutTrace<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let (before, told) = (snapshot, didCall)
        // What is only tried is not remarked on.
        didCall = { _ in }
        defer {
            didCall = told
            restore(before)
        }
        return try body()
    }
}
