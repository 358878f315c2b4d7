extension Definition where Product == Initializer {
    /// Uniformly distributed values of variance 2 / inputs.
    static let heUniform = scaled(
        "HeUniform", nickname: "he_uniform",
        VarianceScaling(scale: 2, mode: .fanIn, distribution: .uniform),
        summary: "Uniformly distributed values of variance 2 / inputs.",
        source: "He et al. 2015, https://arxiv.org/abs/1502.01852")
}
