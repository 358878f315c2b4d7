import TensorEngine

extension Definition where Product == ActivationFunction {
    /// x if x > 0, else negative_slope · x
    static let leakyRelu = Definition(
        name: "leaky_relu", summary: "x if x > 0, else negative_slope · x",
        parameters: [
            Parameter(
                "negative_slope", .number(minimum: nil, maximum: nil), default: .float(0.2), "Slope below zero.",
                oldNames: ["alpha"])
        ]
    ) { arguments in
        ActivationFunction(fused: .leakyRelu(Float(arguments.double("negative_slope"))))
    }
}
