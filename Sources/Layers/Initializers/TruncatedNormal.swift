import TensorEngine

extension Definition where Product == Initializer {
    /// Normally distributed values, drawn again where they lie more than two standard deviations from the mean.
    static let truncatedNormal = Definition(
        name: "TruncatedNormal", nickname: "truncated_normal",
        summary: "Normally distributed values, none further than two standard deviations from the mean.",
        parameters: [.mean, .standardDeviation, .seed], drawsSeed: { _ in true }
    ) { arguments in
        let (mean, deviation) = (Float(arguments.double("mean")), Float(arguments.double("stddev")))
        return Initializer(source: arguments.seedSource) { shape, seed in
            try Tensor.truncatedNormal(Shape(shape), mean: mean, deviation: deviation, seed: seed)
        }
    }
}
