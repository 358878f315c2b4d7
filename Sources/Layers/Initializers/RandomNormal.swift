import TensorEngine

extension Definition where Product == Initializer {
    /// Normally distributed values.
    static let randomNormal = Definition(
        name: "RandomNormal", aliases: ["normal"], nickname: "random_normal", summary: "Normally distributed values.",
        parameters: [.mean, .standardDeviation, .seed], drawsSeed: { _ in true }
    ) { arguments in
        let (mean, deviation) = (Float(arguments.double("mean")), Float(arguments.double("stddev")))
        return Initializer(source: arguments.seedSource) { shape, seed in
            try Tensor.normal(Shape(shape), mean: mean, deviation: deviation, seed: seed)
        }
    }
}

extension Parameter {
    static let mean = Parameter("mean", .number(minimum: nil, maximum: nil), default: .float(0), "Mean of the values.")

    static let standardDeviation = Parameter(
        "stddev", .number(minimum: nil, maximum: nil), default: .float(0.05), "Standard deviation of the values.",
        oldNames: ["scale"])
}
