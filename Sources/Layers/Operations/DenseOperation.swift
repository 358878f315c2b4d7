import TensorEngine

/// A dense layer on the last axis: y = activation(x · kernel + bias).
struct DenseOperation: MultiplyingOperation, MaskedOperation {
    let units: Int
    let useBias: Bool
    let arguments: BoundArguments

    init(_ arguments: BoundArguments) {
        units = arguments.int("units")
        useBias = arguments.bool("use_bias")
        self.arguments = arguments
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        try arguments.kernelAndBias([try channels(inputs[0]), units], filters: units, useBias: useBias)
    }

    private func channels(_ shape: BatchShape) throws(Refusal) -> Int {
        guard shape.rank >= 2 else {
            throw Refusal(
                argument: "inputs",
                "The input is incompatible with the layer: expected min_ndim=2, found ndim=\(shape.rank). Full shape received: \(shape)."
            )
        }
        guard let channels = shape.dims[shape.rank - 1].known else {
            throw Refusal(
                argument: "inputs", "The last dimension of the inputs to a Dense layer should be defined.",
                received: "input_shape=\(shape)", remedy: "a GlobalAveragePooling layer makes it known")
        }
        return channels
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try channels(inputs[0])
        return BatchShape(inputs[0].dims.dropLast() + [Dim(units)])
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try arguments.activated { activation in
            try dense(
                inputs[0], kernel: context.weights[0], bias: useBias ? context.weights[1] : nil, activation: activation)
        }
    }

    func costTerms(input: BatchShape, output: BatchShape) -> [CostTerm] {
        [CostTerm("outputs", output.perSample, each: [input.dims[input.rank - 1]])]
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [Positions.mixing([output.rank - 1], inputs[0]).followed(by: arguments.activation(), output)]
    }
}
