import TensorEngine

/// Products and extremes of tensors, some of whose steps are masked: what a mask leaves out does not take part.
///
/// Source: the behaviour of keras/src/layers/merging, `Multiply`, `Maximum` and `Minimum`.
struct MaskedMerging {
    let operation: BinaryOperation
    /// The masks of the inputs, of one axis less.
    let masks: [Tensor?]

    func output(of inputs: [Tensor]) throws -> Tensor {
        let spread = try masks.map { try $0.map { try $0.reshaped(Shape($0.shape.dims + [1])) } }
        return operation == .multiply ? try product(inputs, spread) : try extreme(inputs, spread)
    }

    /// Masked elements count as 1; where no input counts, the product is 0.
    private func product(_ inputs: [Tensor], _ masks: [Tensor?]) throws -> Tensor {
        let (zero, one) = (try Tensor(scalar: 0), try Tensor(scalar: 1))
        let factors = try zip(inputs, masks).map { input, mask in
            try mask.map { try select($0, input, one) } ?? input
        }
        let product = try factors.dropFirst().reduce(factors[0]) { try combine($0, $1, .multiply) }
        let known = masks.compactMap { $0 }
        guard known.count == masks.count else { return product }
        let any = try known.dropFirst().reduce(known[0]) { try combine($0, $1, .maximum) }
        return try select(any, product, zero)
    }

    /// Where one of two elements is masked, the other one counts.
    private func extreme(_ inputs: [Tensor], _ masks: [Tensor?]) throws -> Tensor {
        var (result, counting) = (inputs[0], masks[0])
        for (input, mask) in zip(inputs, masks).dropFirst() {
            let other = try mask.map { try select($0, input, result) } ?? input
            if let known = counting { result = try select(known, result, other) }
            counting =
                if let mask, let known = counting { try combine(known, mask, .maximum) } else { nil }
            result = try combine(result, other, operation)
        }
        return result
    }
}
