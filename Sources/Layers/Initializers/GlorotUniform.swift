extension Definition where Product == Initializer {
    /// Uniformly distributed values of variance 1 / mean of inputs and outputs.
    static let glorotUniform = scaled(
        "GlorotUniform", nickname: "glorot_uniform",
        VarianceScaling(scale: 1, mode: .fanAverage, distribution: .uniform),
        summary: "Uniformly distributed values of variance 1 / mean of inputs and outputs.",
        source: "Glorot and Bengio 2010, https://proceedings.mlr.press/v9/glorot10a.html")
}
