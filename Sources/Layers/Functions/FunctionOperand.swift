import TensorEngine

/// What stands in the place of an operand of a function of tensors.
public enum FunctionOperand: Sendable {
    /// A tensor of the network: the next of the function's inputs.
    case input
    /// Numbers, which are the same for all data.
    case constant(Tensor)
    /// A weight, which is the same for all data until training or the script changes it.
    case variable(FunctionVariable)

    /// Whether it is a tensor of the network.
    var isInput: Bool { if case .input = self { true } else { false } }

    /// Whether it holds numbers some of which are zero, so that a factor beside them has no effect.
    var hasZeros: Bool { if case .constant(let tensor) = self { tensor.values.contains(0) } else { false } }

    /// Whether it holds different numbers, some of them so large that a summand beside them has no effect.
    var hasExtremes: Bool {
        guard case .constant(let tensor) = self else { return false }
        return tensor.values.contains { abs($0) >= 1e4 } && tensor.values.contains { $0 != tensor.values[0] }
    }

    /// The shapes of operands, given those of the inputs.
    static func shapes(_ operands: [FunctionOperand], _ inputs: [BatchShape]) -> [BatchShape] {
        var rest = inputs[...]
        return operands.compactMap { operand in
            switch operand {
            case .input: rest.popFirst()
            case .constant(let tensor): BatchShape(tensor.shape.dims)
            case .variable(let variable): BatchShape(variable.shape)
            }
        }
    }

    /// What a calculation reads at a place of an operand that is not an input; nil for an input.
    /// - Throws: `Refusal` where a weight has no value.
    func source(at place: [Int]) throws(Refusal) -> Calculation.Source? {
        switch self {
        case .input: return nil
        case .constant(let tensor): return .constant(Double(tensor[flat: tensor.shape.place(of: place)]))
        case .variable(let variable):
            do {
                let tensor = try variable.value()
                return .variable(variable.name, Double(tensor[flat: tensor.shape.place(of: place)]))
            } catch { throw Refusal("\(variable.name) has no value: \(error)") }
        }
    }
}

/// A weight as an operand: `x + self.bias`.
public struct FunctionVariable: @unchecked Sendable {
    // A session runs on one thread at a time, so that the closure is never called by two.
    /// The name by which it is shown.
    public let name: String
    /// Its sizes.
    public let shape: [Int]
    /// Its value, which is made when it is first needed.
    public let value: () throws -> Tensor

    /// A weight of that name and those sizes.
    public init(name: String, shape: [Int], value: @escaping () throws -> Tensor) {
        (self.name, self.shape, self.value) = (name, shape, value)
    }
}
