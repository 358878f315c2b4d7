import TensorEngine

extension Definition where Product == Constraint {
    /// Negative values become zero.
    static let nonNeg = Definition(
        name: "NonNeg", aliases: ["nonneg"], nickname: "non_neg", summary: "Negative values become zero."
    ) { arguments in
        _ = arguments
        return Constraint { tensor in
            try Tensor(tensor.shape, tensor.values.map { $0 >= 0 ? $0 : 0 })
        }
    }
}
