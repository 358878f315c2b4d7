extension Definition where Product == Initializer {
    /// Truncated normal values of variance 1 / inputs.
    static let lecunNormal = scaled(
        "LecunNormal", nickname: "lecun_normal",
        VarianceScaling(scale: 1, mode: .fanIn, distribution: .truncatedNormal),
        summary: "Truncated normal values of variance 1 / inputs.",
        source: "Klambauer et al. 2017, https://arxiv.org/abs/1706.02515")
}
