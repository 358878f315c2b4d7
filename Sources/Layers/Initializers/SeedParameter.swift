extension Parameter {
    /// The `seed` of a random initializer.
    static let seed = Parameter(
        "seed", .optional(.seed), default: Argument.none,
        "An integer, or a SeedGenerator; None draws one from the session's generator when the initializer is made.",
        typeErrors: .checked)
}

extension BoundArguments {
    /// The seed of a layer's own random numbers: the argument `seed`, else the one that was drawn; nil where it has none.
    public var layerSeed: Int? { drawnSeed ?? (parameters.contains { $0.name == "seed" } ? optionalInt("seed") : nil) }

    /// Where the random numbers come from: the argument `seed`, else the seed that was drawn; nil where there is neither.
    var seedSource: SeedSource? {
        if case .seedGenerator(let generator) = self["seed"] { return .generator(generator) }
        return (optionalInt("seed") ?? drawnSeed).map(SeedSource.number)
    }
}
