import TensorEngine

extension Definition where Product == Regularizer {
    /// Penalty l1 · Σ|w|.
    static let l1 = Definition(
        name: "L1", aliases: [], nickname: "l1", summary: "Penalty l1 · Σ|w|.",
        parameters: [
            Parameter(
                "l1", .float32(minimum: 0), default: .float(0.01), "Factor on the sum of magnitudes.",
                oldNames: ["l"], typeErrors: .checked)
        ]
    ) { arguments in
        let factor = arguments.double("l1")
        return Regularizer { Float(factor * $0.sumOfMagnitudes) }
    }
}
