import TensorEngine

/// A function that a layer applies to every element, or along one axis, of what it computed.
public struct ActivationFunction: Sendable {
    /// The same function inside the engine's loops; nil where the engine cannot fuse it.
    public let fused: Activation?
    /// The layer or the function of the language that it stands for; nil for one of the catalogue.
    public var origin: (any ArgumentObject)?
    /// The dict of the activation layer that it was read from; nil for anything else.
    public var serialized: [Argument.Entry]?
    /// Which elements it combines.
    public let mixing: Mixing
    /// The function on whole tensors; the result has the shape of the argument.
    public let apply: @Sendable (Tensor) throws -> Tensor

    /// Which elements a value of the result depends on.
    public enum Mixing: Sendable, Equatable {
        /// The element at the same position.
        case none
        /// All elements along an axis, which may be counted from the end.
        case axis(Int)
        /// Not known.
        case unknown
    }

    /// A function that the engine can fuse into the loops of the layer before it.
    public init(fused: Activation) {
        self.fused = fused
        mixing = .none
        self.apply = { try activate($0, fused) }
    }

    /// A function on whole tensors.
    public init(mixing: Mixing, apply: @escaping @Sendable (Tensor) throws -> Tensor) {
        self.fused = nil
        self.mixing = mixing
        self.apply = apply
    }

    /// The activation that a function or a layer of the language stands for.
    @Sendable static func adopt(_ value: Argument) -> Made<ActivationFunction>? {
        switch value {
        case .activation(let made): made
        case .object(let object) where object.isCallable || object.isClass: foreign(object)
        case .dict(let entries): serializedLayer(entries)
        default: nil
        }
    }

    /// The activation layer that a dict stands for, as `get_config` writes it.
    private static func serializedLayer(_ entries: [Argument.Entry]) -> Made<ActivationFunction>? {
        guard let layer = try? Catalogue.layers.interpret(.dict(entries), settings: Settings()) else { return nil }
        let definition = Definition<ActivationFunction>(name: layer.description, summary: layer.definition.summary) {
            _ in
            var function = ActivationFunction(mixing: .unknown) { try apply(layer, to: $0) }
            function.serialized = entries
            return function
        }
        return try? definition.makeDefault()
    }

    /// Calls a layer as a function, which only one without weights is.
    private static func apply(_ layer: Made<any Operation>, to input: Tensor) throws -> Tensor {
        let (operation, shapes) = (layer.product, [BatchShape(input.shape.dims)])
        guard operation.arity.accepts(1), try operation.weights(for: shapes).isEmpty,
            try operation.outputShapes(for: shapes).count == 1
        else {
            throw Refusal(
                .typeError, argument: "activation",
                "Only a layer of one input, one output and no weights can be an activation function.",
                received: layer.description)
        }
        try operation.requireFit(shapes)
        return try operation.forward([input], OperationContext(LayerState(weights: [])))[0]
    }

    private static func foreign(_ object: any ArgumentObject) -> Made<ActivationFunction>? {
        let definition = Definition<ActivationFunction>(
            name: object.representation, summary: "A function of the language."
        ) { _ in
            var function = ActivationFunction(mixing: .unknown) { tensor in
                guard let result = try object.apply(to: [tensor], with: [])?.first else {
                    throw Refusal(
                        argument: "activation", "Could not interpret activation function identifier.",
                        received: object.representation)
                }
                return result
            }
            function.origin = object
            return function
        }
        return try? definition.makeDefault()
    }
}

extension Made where Product == ActivationFunction {
    /// The function where it does something; nil for `linear`, which need not be applied.
    public var effective: ActivationFunction? { definition.name == "linear" ? nil : product }
}

extension BoundArguments {
    /// Runs the engine with the layer's activation fused where it can be, and applies it afterwards where it cannot.
    func activated(_ compute: (Activation) throws -> Tensor) throws -> Tensor {
        guard let activation = activation()?.effective else { return try compute(.none) }
        if let fused = activation.fused { return try compute(fused) }
        return try activation.apply(try compute(.none))
    }
}
