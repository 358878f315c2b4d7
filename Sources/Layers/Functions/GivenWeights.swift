import PythonText
import TensorEngine

/// A layer's operation with weights that are given: `K.conv2d(x, kernel)`. They are constants, or further inputs.
public struct GivenWeights: Operation, @unchecked Sendable {
    // A session runs on one thread at a time.
    let operation: any Operation
    private let constants: LayerState?

    /// - Parameters:
    ///   - operation: an operation of one tensor.
    ///   - constants: its weights; nil where they are the inputs after the first.
    public init(_ operation: any Operation, constants: [Tensor]?) {
        self.operation = operation
        self.constants = constants.map { LayerState(weights: $0) }
    }

    /// The tensor, and the weights where they are inputs.
    public var arity: Arity { constants == nil ? .atLeast(2) : .one }

    /// As the operation.
    public var dataFormat: DataFormat? { operation.dataFormat }

    /// True: there is nothing to build.
    public var isBuiltFromTheStart: Bool { true }

    /// The shapes that the operation gives.
    public func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try requireFit(inputs)
        return try operation.outputShapes(for: [inputs[0]])
    }

    /// Refuses weights that do not go with the input.
    public func requireFit(_ inputs: [BatchShape]) throws(Refusal) {
        let wanted = try operation.weights(for: [inputs[0]]).map { BatchShape($0.shape) }
        let given = constants.map { $0.weights.map { BatchShape($0.shape.dims) } } ?? Array(inputs.dropFirst())
        guard wanted == given else {
            throw Refusal(
                argument: "kernel",
                "The kernel does not go with the input: its shape must be "
                    + "\(wanted.map(\.description).joined(separator: ", ")).",
                received: "an input of shape \(inputs[0])")
        }
        try operation.requireFit([inputs[0]])
    }

    /// What the operation gives.
    public func forward(_ inputs: [Tensor], _ context: OperationContext) throws -> [Tensor] {
        let state = constants ?? LayerState(weights: weights(among: inputs))
        return try operation.forward([inputs[0]], OperationContext(state, isTraining: context.isTraining))
    }

    /// The weights, for these inputs.
    public func weights(among inputs: [Tensor]) -> [Tensor] { constants?.weights ?? Array(inputs.dropFirst()) }

    /// As the operation.
    public func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim {
        operation.multiplyAccumulates(inputs: [inputs[0]], outputs: outputs)
    }

    /// Whether weights are zero, under which elements have no effect.
    private var hasZeros: Bool { constants?.weights.contains { $0.values.contains(0) } ?? false }

    /// As the operation, at most where weights are zero; which elements of weights that are inputs matter is not known.
    public func positions(ofOutput output: Int, inputs: [BatchShape], outputs: [BatchShape]) -> [Positions] {
        operation.positions(ofOutput: output, inputs: [inputs[0]], outputs: outputs).map { hasZeros ? $0.atMost : $0 }
            + inputs.dropFirst().map { .unknown($0) }
    }

    /// As the operation.
    public func convolutionPlans(for sizes: [Int]) throws -> [ConvolutionPlan] {
        try operation.convolutionPlans(for: sizes)
    }
}
