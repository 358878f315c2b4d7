import TensorEngine

extension Definition where Product == Constraint {
    /// Every norm is scaled to 1.
    static let unitNorm = Definition(
        name: "UnitNorm", oldNames: ["unitnorm"], nickname: "unit_norm", summary: "Every norm is scaled to 1.",
        parameters: [.normAxis]
    ) { arguments in
        arguments.normConstraint { _ in 1 }
    }
}
