extension Parameter {
    /// The `seed` of a random initializer.
    static let seed = Parameter(
        "seed", .optional(.integer(minimum: .min)), default: Argument.none,
        "Number that fixes the random values; None derives one from the session's seed and the layer's name.",
        typeErrors: .checked)
}

extension BoundArguments {
    /// The seed in the arguments, else the one derived from the layer's name.
    func seed(else derived: UInt64) -> UInt64 {
        optionalInt("seed").map { UInt64(bitPattern: Int64($0)) } ?? derived
    }
}
