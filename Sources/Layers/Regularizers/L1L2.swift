import TensorEngine

extension Definition where Product == Regularizer {
    /// Penalty l1 · Σ|w| + l2 · Σw².
    static let l1l2 = Definition(
        name: "L1L2", nickname: "l1l2", summary: "Penalty l1 · Σ|w| + l2 · Σw².",
        parameters: [
            Parameter(
                "l1", .number(minimum: 0, maximum: nil), default: .float(0), "Factor on the sum of magnitudes.",
                typeErrors: .checked),
            Parameter(
                "l2", .number(minimum: 0, maximum: nil), default: .float(0), "Factor on the sum of squares.",
                typeErrors: .checked),
        ]
    ) { arguments in
        Regularizer(l1: arguments.double("l1"), l2: arguments.double("l2"))
    }
}

extension Regularizer {
    /// Penalty l1 · Σ|w| + l2 · Σw².
    init(l1: Double, l2: Double) {
        self.init { Float(l1 * $0.sumOfMagnitudes + l2 * $0.sumOfSquares) }
    }
}
