/// The parameters that every layer takes by keyword, after its own.
extension Parameter {
    static let everyLayer: [Parameter] = [
        Parameter(
            "activity_regularizer", .optional(.regularizer), default: Argument.none, "Penalty on the output.",
            keywordOnly: true),
        Parameter(
            "trainable", .strictBool, default: .bool(true), "Whether training may change the weights.",
            keywordOnly: true),
        Parameter(
            "dtype", .optional(.computeType), default: Argument.none, "Type it computes in: float32.",
            oldNames: ["input_dtype"], keywordOnly: true),
        Parameter(
            "autocast", .bool, default: .bool(true), "Whether inputs are cast to the layer's type.", keywordOnly: true),
        Parameter(
            "name", .optional(.name), default: Argument.none, "Name of the layer; made up where none is given.",
            keywordOnly: true),
        Parameter(
            "input_shape", .optional(.shape(wildcard: false)), default: Argument.none,
            "Shape of the input without the batch axis, for the first layer of a Sequential.", keywordOnly: true),
        Parameter(
            "batch_input_shape", .optional(.shape(wildcard: false)), default: Argument.none,
            "Shape of the input with the batch axis.", keywordOnly: true),
        Parameter(
            "batch_size", .optional(.positiveInteger), default: Argument.none, "Size of the batch.", keywordOnly: true),
        Parameter(
            "input_dim", .optional(.positiveInteger), default: Argument.none,
            "Channels of the input, in Keras 1's spelling.", keywordOnly: true),
        Parameter(
            "weights", .any, default: Argument.none, "Initial values of the weights, a list of arrays.",
            keywordOnly: true),
    ]

    /// Keras 1's length of the input, which layers of sequences had.
    static let inputLength = Parameter(
        "input_length", .optional(.positiveInteger), default: Argument.none,
        "Length of the input, in Keras 1's spelling.", keywordOnly: true)

    /// The name of a layer whose signature has it among its own parameters.
    static let positionalName = Parameter(
        "name", .optional(.name), default: Argument.none, "Name of the layer; made up where none is given.",
        isInConfig: false)
}

/// A definition in the catalogue of layers.
public typealias LayerDefinition = Definition<any Operation>

extension Definition where Product == any Operation {
    /// A layer's definition: its own parameters, followed by those that every layer takes.
    static func layer(
        _ name: String, aliases: [String] = [], summary: String, source: String? = nil, sizes: String? = nil,
        example: String? = nil, parameters: [Parameter] = [],
        oldSignatures: [OldSignature] = [], unknownKeyword: Refusal.Kind = .valueError,
        drawsSeed: (@Sendable (BoundArguments) -> Bool)? = nil, drawsSeedFirst: Bool = false,
        configOrder: [String] = [],
        replacement: String? = nil,
        operation: @escaping @Sendable (BoundArguments) throws(Refusal) -> any Operation
    ) -> LayerDefinition {
        let own = Set(parameters.map(\.name) + parameters.flatMap(\.oldNames))
        return LayerDefinition(
            name: name, aliases: aliases, summary: summary, source: source, sizes: sizes, example: example,
            parameters: parameters + Parameter.everyLayer.filter { !own.contains($0.name) },
            oldSignatures: oldSignatures, unknownKeyword: unknownKeyword, drawsSeed: drawsSeed,
            drawsSeedFirst: drawsSeedFirst,
            configOrder: configOrder, replacement: replacement, construct: operation)
    }
}
