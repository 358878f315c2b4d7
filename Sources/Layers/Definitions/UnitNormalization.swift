extension LayerDefinition {
    /// UnitNormalization: each vector along an axis scaled to length 1.
    static let unitNormalization = layer(
        "UnitNormalization",
        summary: "Each vector along an axis scaled to length 1.",
        sizes: OutputSizes.unchanged,
        example: "UnitNormalization()(Input((28, 28, 3)))",
        parameters: [
            Parameter("axis", .axisList(wrapsSingle: false), default: .int(-1), "The axis, or several.")
        ]
    ) { arguments throws(Refusal) in
        UnitNormalizing(axes: arguments.ints("axis"))
    }
}
