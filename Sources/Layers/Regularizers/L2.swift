import TensorEngine

extension Definition where Product == Regularizer {
    /// Penalty l2 · Σw².
    static let l2 = Definition(
        name: "L2", aliases: [], nickname: "l2", summary: "Penalty l2 · Σw².",
        parameters: [
            Parameter(
                "l2", .number(minimum: 0, maximum: nil), default: .float(0.01), "Factor on the sum of squares.",
                oldNames: ["l"], typeErrors: .checked)
        ]
    ) { arguments in
        let factor = arguments.double("l2")
        return Regularizer { Float(factor * $0.sumOfSquares) }
    }
}
