import Layers
import Network
import TensorEngine

/// Calculates single elements of the tensors of a network by hand.
public struct Tracer {
    let context: NetworkContext

    /// Traces in a network of this context.
    public init(_ context: NetworkContext) { self.context = context }

    /// The value of a tensor.
    /// - Throws: as `Evaluator`.
    public func value(of tensor: SymbolicTensor) throws -> Tensor { try Evaluator(context).value(of: tensor) }

    /// Calculates an element.
    /// - Parameters:
    ///   - place: its index along each axis after the batch axis, which exists.
    ///   - sample: the sample of the batch, which exists.
    /// - Throws: `Refusal` for a tensor that no layer made whose calculation is known; as `Evaluator`.
    public func trace(_ tensor: SymbolicTensor, at place: [Int], sample: Int = 0) throws -> Trace {
        let call = try TracedCall(tensor, context)
        let calculation = try call.calculation(of: place, sample)
        let element = calculation.evaluated(inputs: call.inputs, sample: sample, weights: call.weights)
        let engine = call.output[flat: call.flat(place, sample)]
        let function = try AppliedFunction(calculation.activation, call, place: place, sample: sample)
        let value = try function.value(of: element.result)
        let windows = TraceWindows(calculation, element, call.motion)
        var trace = Trace(
            name: tensor.shownName, layer: tensor.layer.className, shape: tensor.shape, place: place, sample: sample,
            inputs: zip(tensor.node.inputs, call.inputs).map {
                Trace.Input(name: $0.shownName, sizes: $1.shape.dims)
            },
            calculation: calculation, element: element,
            statistics: element.statistics,
            activation: calculation.activation.map { _ in call.activationName },
            activationCount: function.count, value: value, engineValue: engine,
            agrees: try agrees(value, engine, element, function, isFast: tensor.node.usesWinograd),
            planes: windows.planes, map: try windows.map(call, sample: sample))
        if let motion = call.motion {
            let sizes = call.inputs[0].shape.dims
            trace.hasChannels = sizes[motion.dataFormat.channelAxis(rank: sizes.count)] > 1
        }
        return trace
    }

    /// Whether the engine's value is what rounding makes of the exact one.
    private func agrees(
        _ value: Double?, _ engine: Float, _ element: CalculatedElement, _ function: AppliedFunction, isFast: Bool
    ) throws -> Bool {
        guard let value else { return true }
        guard value.isFinite, engine.isFinite else {
            return value.isNaN ? engine.isNaN : Float(value) == engine
        }
        // Parts of all that is added by which sums are rounded; a steep function enlarges the error.
        let slack = (isFast ? 5e-5 : 1e-5) * element.magnitude
        let reach = try [element.result - slack, element.result + slack].map { end in
            abs((try function.value(of: end) ?? value) - value)
        }
        let own = 1e-5 * (function.count > 1 ? 1 : abs(value)) + 1e-30
        return abs(value - Double(engine)) <= max(reach[0], reach[1]) + own
    }

    /// The place of the largest value of a channel; the middle where all are the same, as in a dead map.
    public static func largest(in maps: FeatureMaps, channel: Int) -> (slice: Int, row: Int, column: Int) {
        var best = (slice: 0, row: 0, column: 0)
        var (largest, least) = (-Float.infinity, Float.infinity)
        for slice in 0..<maps.sliceCount {
            let view = maps.view(channel: channel, slice: slice)
            for (index, value) in view.values.enumerated() where value > largest {
                (largest, best) = (value, (slice, index / view.columns, index % view.columns))
            }
            least = view.values.reduce(least) { min($0, $1) }
        }
        guard largest == least else { return best }
        let view = maps.view(channel: channel)
        return (maps.sliceCount / 2, view.rows / 2, view.columns / 2)
    }
}

/// A call of a layer with its values: what an element of its output is calculated from.
struct TracedCall {
    let layer: CatalogueLayer
    let operation: any CalculatedOperation
    /// Which of the layer's outputs it is.
    let index: Int
    let inputs: [Tensor]
    let output: Tensor
    let weights: [Tensor]

    /// - Throws: `Refusal` where no layer of the catalogue whose calculation is known made the tensor.
    init(_ tensor: SymbolicTensor, _ context: NetworkContext) throws {
        guard let layer = tensor.layer as? CatalogueLayer,
            let operation = layer.operation as? any CalculatedOperation
        else { throw TracedCall.refusal(tensor) }
        if let mask = TracedCall.mask(of: tensor.node, operation) { throw TracedCall.refusal(tensor, maskedBy: mask) }
        (self.layer, self.operation, index) = (layer, operation, tensor.outputIndex)
        let evaluator = Evaluator(context)
        inputs = try tensor.node.inputs.map { try evaluator.value(of: $0) }
        output = try evaluator.value(of: tensor)
        weights = try (operation as? GivenWeights)?.weights(among: inputs) ?? layer.operationWeights()
    }

    /// The tensor whose mask decides which elements count in a call; nil where none does.
    private static func mask(of node: Node, _ operation: any CalculatedOperation) -> SymbolicTensor? {
        guard let masked = operation as? any MaskedOperation, (node.layer as? CatalogueLayer)?.isFunction != true else {
            return nil
        }
        let parts = node.roles.parts(of: node.inputs)
        if masked.usesMask, !(operation is any TrainingOperation) { return parts.masks.first }
        return ["Multiply", "Maximum", "Minimum"].contains(node.layer.className)
            ? parts.inputs.compactMap(\.mask).first : nil
    }

    private static func refusal(_ tensor: SymbolicTensor, maskedBy mask: SymbolicTensor) -> Refusal {
        Refusal(
            .notImplementedError,
            "Which terms of '\(tensor.shownName)' count depends on the mask '\(mask.shownName)', step by step.",
            remedy: "trace a tensor before or after it")
    }

    private static func refusal(_ tensor: SymbolicTensor) -> Refusal {
        if (tensor.layer as? CatalogueLayer)?.operation is any StatefulOperation {
            return Refusal(
                .notImplementedError,
                "A value of '\(tensor.shownName)' (\(tensor.layer.className)) comes about step by step, from its state after "
                    + "the step before: it is not one sum of terms.", remedy: "trace a tensor before or after it")
        }
        if tensor.node.inputs.isEmpty {
            return Refusal(
                "'\(tensor.shownName)' is an input: its elements are given, not calculated.",
                remedy: "trace what a layer makes of it")
        }
        if tensor.node.takesHangingMasks(on: tensor.node.inputs) {
            return Refusal(
                .notImplementedError,
                "The masks that hang on the inputs of '\(tensor.shownName)' reach the calculations inside of it, whose single terms "
                    + "are not followed then.", remedy: "trace a tensor before or after it")
        }
        if tensor.node.network != nil {
            return Refusal(
                "'\(tensor.shownName)' is a network: the way through it is not one calculation.",
                remedy: "trace a tensor inside of it")
        }
        return Refusal(
            .notImplementedError,
            "The single terms of '\(tensor.shownName)' (\(tensor.layer.className)) are not known.",
            remedy: "trace a tensor before or after it")
    }

    var motion: WindowMotion? {
        inputs.count == 1 ? WindowMotion(of: layer, over: BatchShape(inputs[0].shape.dims)) : nil
    }

    func calculation(of place: [Int], _ sample: Int) throws -> Calculation {
        let element = OutputElement(output: index, sample: sample, place: place)
        if let reading = operation as? any ReadingOperation {
            return try reading.calculation(of: element, data: inputs)
        }
        return try operation.calculation(of: element, inputs: inputs.map(\.shape.dims))
    }

    /// The place of an element in the output's memory.
    func flat(_ place: [Int], _ sample: Int) -> Int { output.shape.place(sample: sample, place) }

    /// What the layer's function is called: `relu`.
    var activationName: String {
        guard let made = layer.made.arguments.activation() else { return layer.className }
        return made.description.hasSuffix(")") && made.isPlain ? made.definition.name : made.description
    }

    /// The output before the layer's activation, which is applied along an axis.
    func unactivated() throws -> Tensor? {
        if operation.arity == .one, output.shape == inputs[0].shape, weights.isEmpty { return inputs[0] }
        guard let made = try? layer.made.changed(["activation": .none]),
            let plain = try made.product.forward(inputs, OperationContext(LayerState(weights: weights))).first,
            plain.shape == output.shape
        else { return nil }
        return plain
    }
}
