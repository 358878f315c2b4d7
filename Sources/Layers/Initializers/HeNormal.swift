extension Definition where Product == Initializer {
    /// Truncated normal values of variance 2 / inputs.
    static let heNormal = scaled(
        "HeNormal", nickname: "he_normal",
        VarianceScaling(scale: 2, mode: .fanIn, distribution: .truncatedNormal),
        summary: "Truncated normal values of variance 2 / inputs.",
        source: "He et al. 2015, https://arxiv.org/abs/1502.01852")
}
