import TensorEngine

extension Definition where Product == Constraint {
    /// Norms above a limit are scaled down to it.
    static let maxNorm = Definition(
        name: "MaxNorm", oldNames: ["maxnorm"], nickname: "max_norm",
        summary: "Norms above a limit are scaled down to it.",
        source: "Srivastava et al. 2014, https://jmlr.org/papers/v15/srivastava14a.html",
        parameters: [
            Parameter(
                "max_value", .number(minimum: 0, maximum: nil), default: .int(2), "The largest norm allowed.",
                oldNames: ["m"]),
            .normAxis,
        ]
    ) { arguments in
        let limit = Float(arguments.double("max_value"))
        return arguments.normConstraint { min(max($0, 0), limit) }
    }
}
