import TensorEngine

/// What stands in the place of an operand of a function of tensors.
public enum FunctionOperand: Sendable {
    /// A tensor of the network: the next of the function's inputs.
    case input
    /// Numbers, which are the same for all data.
    case constant(Tensor)

    /// Whether it is a tensor of the network.
    var isInput: Bool { if case .input = self { true } else { false } }

    /// The shapes of operands, given those of the inputs.
    static func shapes(_ operands: [FunctionOperand], _ inputs: [BatchShape]) -> [BatchShape] {
        var rest = inputs[...]
        return operands.compactMap { operand in
            switch operand {
            case .input: rest.popFirst()
            case .constant(let tensor): BatchShape(tensor.shape.dims)
            }
        }
    }
}
