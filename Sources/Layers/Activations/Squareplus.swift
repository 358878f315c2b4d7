import TensorEngine

extension Definition where Product == ActivationFunction {
    /// (x + √(x² + b)) / 2
    static let squareplus = Definition(
        name: "squareplus", summary: "(x + √(x² + b)) / 2",
        parameters: [
            Parameter("b", .number(minimum: nil, maximum: nil), default: .int(4), "How smooth the bend is.")
        ]
    ) { arguments in
        ActivationFunction(fused: .squareplus(Float(arguments.double("b"))))
    }
}
