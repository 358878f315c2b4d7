import TensorEngine

extension Definition where Product == Initializer {
    /// Evenly distributed values.
    static let randomUniform = Definition(
        name: "RandomUniform", aliases: ["uniform"], nickname: "random_uniform", summary: "Evenly distributed values.",
        parameters: [
            Parameter("minval", .number(minimum: nil, maximum: nil), default: .float(-0.05), "Smallest value."),
            Parameter("maxval", .number(minimum: nil, maximum: nil), default: .float(0.05), "Largest value."),
            .seed,
        ]
    ) { arguments in
        let (low, high) = (arguments.double("minval"), arguments.double("maxval"))
        return Initializer { shape, seed in
            try Tensor.random(shape, seed: arguments.seed(else: seed)) { low + (high - low) * $0.nextUnit() }
        }
    }
}
