import TensorEngine

extension Definition where Product == Constraint {
    /// Negative values become zero.
    static let nonNeg = Definition(
        name: "NonNeg", oldNames: ["nonneg"], nickname: "non_neg", summary: "Negative values become zero."
    ) { arguments in
        _ = arguments
        return Constraint { tensor in
            var result = tensor
            try result.withUnsafeMutableBufferPointer { values in
                for index in values.indices {
                    if index % 65536 == 0 { try Interrupt.check() }
                    values[index] = values[index] >= 0 ? values[index] : 0
                }
            }
            return result
        }
    }
}
