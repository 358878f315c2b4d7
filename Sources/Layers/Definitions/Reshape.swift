import PythonText

extension LayerDefinition {
    /// Reshape: the same elements in another shape.
    static let reshape = layer(
        "Reshape",
        summary: "The same elements in another shape.",
        sizes: "(batch, …) → (batch, *target_shape); -1 stands for what is left",
        example: "Reshape((7, -1))(Input((28,)))",
        parameters: [
            Parameter("target_shape", .shape(wildcard: true), "The shape without the batch axis; one size may be -1.")
        ]
    ) { arguments throws(Refusal) in
        let target = arguments.ints("target_shape")
        guard target.filter({ $0 == -1 }).count <= 1 else {
            throw Refusal(
                argument: "target_shape", "There must be at most one unknown dimension (-1) in `target_shape`.",
                received: "target_shape=\(PythonTuple.describe(target))")
        }
        return Reshaping(target: target)
    }
}
