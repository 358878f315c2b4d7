extension LayerDefinition {
    /// ELU: x where it is positive, alpha · (eˣ − 1) elsewhere.
    static let eluLayer = layer(
        "ELU",
        summary: "x where it is positive, alpha · (eˣ − 1) elsewhere.",
        source: "Clevert et al. 2015, https://arxiv.org/abs/1511.07289",
        sizes: OutputSizes.unchanged,
        example: "ELU()(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "alpha", .number(minimum: nil, maximum: nil), default: .float(1), "Where it levels off, below zero.")
        ],
        configOrder: ["name", "alpha", "trainable", "dtype"]
    ) { arguments throws(Refusal) in
        ActivationOperation(function: ActivationFunction(fused: .elu(Float(arguments.double("alpha")))))
    }
}
