import TensorEngine

/// y = x · scale + offset.
struct RescalingOperation: ElementwiseOperation, MaskedOperation {
    let scale: Tensor
    let offset: Tensor

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape { inputs[0] }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try combine(try combine(inputs[0], scale, .multiply), offset, .add)
    }
}
