import TensorEngine

/// The input unchanged.
struct IdentityOperation: ElementwiseOperation, MaskedOperation, PenalizingOperation {
    /// The penalty on the values; nil for none.
    var penalty: Regularizer?

    var isBuiltFromTheStart: Bool { true }

    func handsOn(isTraining: Bool) -> Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape { inputs[0] }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor { inputs[0] }
}
