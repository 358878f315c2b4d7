import TensorEngine

extension Definition where Product == Initializer {
    /// Normally distributed values, drawn again where they lie more than two standard deviations from the mean.
    static let truncatedNormal = Definition(
        name: "TruncatedNormal", nickname: "truncated_normal",
        summary: "Normally distributed values, none further than two standard deviations from the mean.",
        parameters: [.mean, .standardDeviation, .seed]
    ) { arguments in
        let (mean, deviation) = (arguments.double("mean"), arguments.double("stddev"))
        return Initializer { shape, seed in
            try Tensor.random(shape, seed: arguments.seed(else: seed)) {
                $0.truncatedNormal(mean: mean, deviation: deviation)
            }
        }
    }
}
