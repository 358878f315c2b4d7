extension Definition where Product == Initializer {
    /// Truncated normal values of variance 1 / mean of inputs and outputs.
    static let glorotNormal = scaled(
        "GlorotNormal", nickname: "glorot_normal",
        VarianceScaling(scale: 1, mode: .fanAverage, distribution: .truncatedNormal),
        summary: "Truncated normal values of variance 1 / mean of inputs and outputs.",
        source: "Glorot and Bengio 2010, https://proceedings.mlr.press/v9/glorot10a.html")
}
