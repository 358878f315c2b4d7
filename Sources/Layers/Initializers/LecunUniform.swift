extension Definition where Product == Initializer {
    /// Uniformly distributed values of variance 1 / inputs.
    static let lecunUniform = scaled(
        "LecunUniform", nickname: "lecun_uniform",
        VarianceScaling(scale: 1, mode: .fanIn, distribution: .uniform),
        summary: "Uniformly distributed values of variance 1 / inputs.",
        source: "Klambauer et al. 2017, https://arxiv.org/abs/1706.02515")
}
