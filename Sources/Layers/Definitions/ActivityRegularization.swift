extension LayerDefinition {
    /// ActivityRegularization: a penalty on its input, which it passes on.
    static let activityRegularization = layer(
        "ActivityRegularization",
        summary: "Passes its input on, and puts a penalty on its values in training.",
        source: "keras/src/layers/regularization/activity_regularization.py",
        sizes: OutputSizes.unchanged,
        example: "ActivityRegularization(l2=0.01)(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "l1", .number(minimum: nil, maximum: nil), default: .float(0), "Factor of the sum of magnitudes."),
            Parameter("l2", .number(minimum: nil, maximum: nil), default: .float(0), "Factor of the sum of squares."),
        ]
    ) { arguments in
        IdentityOperation(penalty: Regularizer(l1: arguments.double("l1"), l2: arguments.double("l2")))
    }
}
