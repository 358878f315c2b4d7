extension LayerDefinition {
    /// ThresholdedReLU: x where it is above theta, 0 elsewhere.
    static let thresholdedRelu = layer(
        "ThresholdedReLU",
        summary: "x where it is above theta, 0 elsewhere.",
        source: "Keras 2.15, keras/layers/activation/thresholded_relu.py",
        sizes: OutputSizes.unchanged,
        example: "ThresholdedReLU(1.0)(Input((28, 28, 3)))",
        parameters: [
            Parameter("theta", .number(minimum: 0, maximum: nil), default: .float(1), "Values up to it become 0.")
        ],
        replacement: "ReLU(threshold=theta) does the same"
    ) { arguments throws(Refusal) in
        ActivationOperation(function: ActivationFunction(fused: .threshold(Float(arguments.double("theta")), value: 0)))
    }
}
