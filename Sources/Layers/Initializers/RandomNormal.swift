import TensorEngine

extension Definition where Product == Initializer {
    /// Normally distributed values.
    static let randomNormal = Definition(
        name: "RandomNormal", aliases: ["normal"], nickname: "random_normal", summary: "Normally distributed values.",
        parameters: [.mean, .standardDeviation, .seed]
    ) { arguments in
        let (mean, deviation) = (arguments.double("mean"), arguments.double("stddev"))
        return Initializer { shape, seed in
            try Tensor.random(shape, seed: arguments.seed(else: seed)) { mean + deviation * $0.normal() }
        }
    }
}

extension Parameter {
    static let mean = Parameter("mean", .number(minimum: nil, maximum: nil), default: .float(0), "Mean of the values.")

    static let standardDeviation = Parameter(
        "stddev", .number(minimum: 0, maximum: nil), default: .float(0.05), "Standard deviation of the values.",
        oldNames: ["scale"])
}
