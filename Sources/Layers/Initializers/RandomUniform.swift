import TensorEngine

extension Definition where Product == Initializer {
    /// Uniformly distributed values.
    static let randomUniform = Definition(
        name: "RandomUniform", aliases: ["uniform"], nickname: "random_uniform",
        summary: "Uniformly distributed values.",
        parameters: [
            Parameter("minval", .number(minimum: nil, maximum: nil), default: .float(-0.05), "Smallest value."),
            Parameter("maxval", .number(minimum: nil, maximum: nil), default: .float(0.05), "Largest value."),
            .seed,
        ],
        drawsSeed: { _ in true }
    ) { arguments in
        let (low, high) = (Float(arguments.double("minval")), Float(arguments.double("maxval")))
        return Initializer(source: arguments.seedSource) { shape, seed in
            try Tensor.uniform(Shape(shape), low: low, high: high, seed: seed)
        }
    }
}
