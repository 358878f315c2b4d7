import TensorEngine

extension LayerDefinition {
    /// Lambda: a function of the language as a layer.
    static let lambda = layer(
        "Lambda",
        summary: "A function of the language as a layer.",
        sizes: "that of what the function returns",
        example: "Lambda(lambda x: x * 2)(Input((28, 28, 3)))",
        parameters: [
            Parameter("function", .any, "The function; it takes and gives arrays with a batch axis."),
            Parameter(
                "output_shape", .any, default: Argument.none,
                "The output's shape without the batch axis; a function is asked no shape, the zeros are."),
            Parameter("mask", .outside, default: Argument.none, "Masks; not implemented."),
            Parameter(
                "arguments", .any, default: Argument.none, "Further arguments of the function, by name, as a dict."),
        ]
    ) { arguments throws(Refusal) in
        guard case .object(let function) = arguments["function"] else {
            throw Refusal(
                .typeError, argument: "function", "The `function` of a Lambda layer must be callable.",
                received: "\(arguments["function"])")
        }
        let shape = arguments["output_shape"].items?.map { (item: Argument) -> Dim in
            if case .int(let size) = item { Dim(size) } else { .unknown }
        }
        var further: [(name: String, value: Argument)] = []
        if case .dict(let entries) = arguments["arguments"] {
            for entry in entries {
                if case .string(let name) = entry.key { further.append((name, entry.value)) }
            }
        }
        return LambdaOperation(function: function, arguments: further, declaredShape: shape)
    }
}
