import TensorEngine

extension LayerDefinition {
    /// Normalization: data shifted and scaled to mean 0 and variance 1.
    static let normalization = layer(
        "Normalization",
        summary: "Data shifted and scaled by a mean and a variance that are given, or that `adapt` finds in data.",
        source: "keras/src/layers/preprocessing/normalization.py",
        sizes: OutputSizes.unchanged,
        example: "Normalization(mean=0.5, variance=0.25)(Input((28, 28, 3)))",
        parameters: [
            Parameter(
                "axis", .optional(.axes), default: .int(-1),
                "The axes that have a mean of their own; None for one mean."),
            Parameter("mean", .any, default: Argument.none, "The mean: a number, or one for each index along `axis`."),
            Parameter("variance", .any, default: Argument.none, "The variance, of the same shape."),
            Parameter("invert", .bool, default: .bool(false), "Whether data are brought back."),
        ],
        configOrder: ["axis", "invert", "mean", "variance"]
    ) { arguments throws(Refusal) in
        let axes: [Int] =
            switch arguments["axis"] {
            case .none: []
            case .int(let axis): [axis]
            default: arguments["axis"].items?.compactMap { if case .int(let axis) = $0 { axis } else { nil } } ?? []
            }
        return NormalizationOperation(
            axes: axes, given: try statistics(arguments, axisCount: axes.count), inverts: arguments.bool("invert"))
    }

    /// The mean and the variance that were given; nil for none.
    private static func statistics(
        _ arguments: BoundArguments, axisCount: Int
    ) throws(Refusal) -> (mean: Tensor, variance: Tensor)? {
        let given = ["mean", "variance"].map { arguments[$0] }
        let isGiven = given.map { if case .none = $0 { false } else { true } }
        guard isGiven[0] || isGiven[1] else { return nil }
        let received = "mean=\(given[0]) and variance=\(given[1])"
        guard isGiven[0], isGiven[1] else {
            throw Refusal(
                argument: isGiven[0] ? "variance" : "mean",
                "When setting values directly, both `mean` and `variance` must be set.", received: received)
        }
        let (mean, variance) = (try arguments.factor("mean"), try arguments.factor("variance"))
        guard mean.shape == variance.shape else {
            throw Refusal(
                argument: "variance",
                "When setting values directly, `mean` and `variance` must have the same shape.",
                received: "mean shape \(mean.shape) and variance shape \(variance.shape)")
        }
        guard mean.shape.rank <= axisCount else {
            throw Refusal(
                argument: "mean",
                "The rank of `mean` must be less than or equal to the number of axes (\(axisCount)).",
                received: "mean shape \(mean.shape)")
        }
        return (mean, variance)
    }
}
