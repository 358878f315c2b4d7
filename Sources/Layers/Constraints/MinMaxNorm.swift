import TensorEngine

extension Definition where Product == Constraint {
    /// Norms are moved towards a range.
    static let minMaxNorm = Definition(
        name: "MinMaxNorm", oldNames: ["minmaxnorm"], nickname: "min_max_norm",
        summary: "Norms are moved towards a range.",
        parameters: [
            Parameter(
                "min_value", .number(minimum: nil, maximum: nil), default: .float(0), "The smallest norm allowed.",
                oldNames: ["low"]),
            Parameter(
                "max_value", .number(minimum: nil, maximum: nil), default: .float(1), "The largest norm allowed.",
                oldNames: ["high"]),
            Parameter(
                "rate", .number(minimum: nil, maximum: nil), default: .float(1),
                "How far a norm is moved: 1 is all the way."),
            .normAxis,
        ]
    ) { arguments in
        let (low, high) = (Float(arguments.double("min_value")), Float(arguments.double("max_value")))
        let rate = Float(arguments.double("rate"))
        return arguments.normConstraint { rate * min(max($0, low), high) + (1 - rate) * $0 }
    }
}
