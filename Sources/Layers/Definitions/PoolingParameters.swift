/// The parameters that pooling layers share.
extension Parameter {
    /// The keys of a pooling layer's config that Keras writes in another order than that of the signature.
    static let poolingOrder = ["padding", "strides"]

    static func poolSize(rank: Int, isRequired: Bool = false) -> Parameter {
        Parameter(
            "pool_size", .sizes(rank: rank, minimum: 1),
            default: isRequired ? nil : .tuple(Array(repeating: .int(2), count: rank)),
            "Length of the window along each spatial axis.", oldNames: ["pool_length"],
            oldDefault: isRequired ? .tuple(Array(repeating: .int(2), count: rank)) : nil)
    }

    /// Pixels outside of the input do not count, in a maximum as in an average.
    static let poolPadding = Parameter(
        "padding", .padding(["valid", "same"], old: ["full"]), default: .string("valid"),
        "\"valid\": no padding; \"same\": so much around that stride 1 keeps the size, which does not count.",
        oldNames: ["border_mode"])

    static func poolStrides(rank: Int) -> Parameter {
        Parameter(
            "strides", .optional(.sizes(rank: rank, minimum: 1)), default: Argument.none,
            "Pixels the window moves at each step; None for its own length.", oldNames: ["stride"],
            standIn: "pool_size")
    }
}
