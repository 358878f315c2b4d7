import PythonText

extension LayerDefinition {
    /// Permute: the axes after the batch in another order.
    static let permute = layer(
        "Permute",
        summary: "The axes after the batch in another order.",
        sizes: "the axes after the batch in the order `dims`, counted from 1",
        example: "Permute((3, 1, 2))(Input((28, 28, 3)))",
        parameters: [
            Parameter("dims", .shape(wildcard: false), "The order, axes counted from 1.")
        ]
    ) { arguments throws(Refusal) in
        let order = arguments.ints("dims")
        guard order.sorted() == Array(1..<(order.count + 1)) else {
            throw Refusal(
                argument: "dims",
                "Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` must be consecutive and start from 1.",
                received: "dims=\(PythonTuple.describe(order))",
                remedy:
                    "use each of 1 to \(order.count) once, as in dims=\(PythonTuple.describe((1..<(order.count + 1)).reversed()))"
            )
        }
        return Permuting(order: order)
    }
}
