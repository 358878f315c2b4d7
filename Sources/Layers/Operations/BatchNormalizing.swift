import TensorEngine

/// Batch normalisation at inference: γ · (x − moving mean) / √(moving variance + ε) + β, for each channel.
///
/// Source: Ioffe and Szegedy 2015, https://arxiv.org/abs/1502.03167
struct BatchNormalizing: TailOperation, ElementwiseOperation, MaskedOperation {
    let axis: Int
    let epsilon: Float
    let gammaBeta: GammaBeta
    let arguments: BoundArguments

    init(_ arguments: BoundArguments) throws(Refusal) {
        axis = arguments.int("axis")
        epsilon = Float(arguments.double("epsilon"))
        gammaBeta = GammaBeta(arguments)
        self.arguments = arguments
        if arguments.bool("renorm") { try checkClipping() }
    }

    /// Refuses limits of the correction that are not known or contradict each other.
    private func checkClipping() throws(Refusal) {
        guard case .dict(let entries) = arguments["renorm_clipping"] else { return }
        var limits: [String: Double] = [:]
        for entry in entries {
            guard case .string(let key) = entry.key, ["rmin", "rmax", "dmax"].contains(key) else {
                throw clippingRefusal("has keys other than rmin, rmax and dmax.")
            }
            if case .float(let limit) = entry.value { limits[key] = limit }
            if case .int(let limit) = entry.value { limits[key] = Double(limit) }
        }
        if let low = limits["rmin"], let high = limits["rmax"], high < low {
            throw clippingRefusal("has an rmax that is less than rmin.")
        }
        if let shift = limits["dmax"], shift < 0 { throw clippingRefusal("has a negative dmax.") }
    }

    private func clippingRefusal(_ rule: String) -> Refusal {
        Refusal(
            argument: "renorm_clipping", "The `renorm_clipping` argument \(rule)",
            received: "renorm_clipping=\(arguments["renorm_clipping"])")
    }

    func channelAxis(_ shape: BatchShape) throws(Refusal) -> (axis: Int, channels: Int) {
        let place = axis < 0 ? axis + shape.rank : axis
        guard (0..<shape.rank).contains(place) else {
            throw Refusal(
                .indexError, argument: "axis", "The `axis` is out of range for the input.",
                received: "axis=\(axis), input_shape=\(shape)", remedy: axisRange(shape))
        }
        guard let channels = shape.dims[place].known else {
            throw Refusal(
                argument: "axis", "The size of the normalized `axis` should be defined.",
                received: "axis=\(axis), input_shape=\(shape)")
        }
        return (place, channels)
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        let shape = [try channelAxis(inputs[0]).channels]
        var specs = try gammaBeta.weights(shape: shape)
        let mean = try arguments.weightInitializer("moving_mean")
        let variance = try arguments.weightInitializer("moving_variance")
        var averages = [("moving_mean", mean), ("moving_variance", variance)]
        if arguments.bool("renorm") {
            let deviation = BatchNormalizing.deviation(of: variance)
            averages += [("moving_stddev", deviation), ("renorm_mean", mean), ("renorm_stddev", deviation)]
        }
        for (name, initializer) in averages {
            specs.append(WeightSpec(name, shape: shape, initializer: initializer, isTrainable: false))
        }
        return specs
    }

    /// An initializer of standard deviations: the square roots of what one gives for variances.
    private static func deviation(of variance: Made<Initializer>) -> Made<Initializer> {
        Made(
            definition: variance.definition, arguments: variance.arguments,
            product: Initializer(source: variance.product.source) { shape, seed in
                try map(try variance.product.values(shape, seed: seed), .sqrt)
            })
    }

    /// The mask only says, in training, of which elements mean and variance are taken.
    var usesMask: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try channelAxis(inputs[0])
        return inputs[0]
    }

    /// A scale and a shift for each channel, the moving statistics folded in; made once.
    private func affine(_ state: LayerState) throws -> Tail.Affine {
        let (scale, shift) = try state.prepare("scale and shift") {
            let (gamma, beta, averages) = gammaBeta.values(state.weights)
            return try normalizingScaleAndShift(
                mean: averages[averages.startIndex], variance: averages[averages.startIndex + 1], gamma: gamma,
                beta: beta, epsilon: epsilon)
        }
        return Tail.Affine(scale: scale, shift: shift, source: state)
    }

    func extended(_ tail: Tail, rank: Int, state: LayerState) throws -> Tail? {
        guard axis == -1 || axis == rank - 1, tail.affine == nil, tail.activation == .none else { return nil }
        var tail = tail
        tail.affine = try affine(state)
        return tail
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        if context.isTraining { return try normalizedByBatch(inputs[0], context) }
        let place = try channelAxis(BatchShape(inputs[0].shape.dims)).axis
        let folded = try affine(context.state)
        return try affine(inputs[0], axis: place, scale: folded.scale, shift: folded.shift)
    }

    /// Scales and shifts each channel.
    func affine(_ data: Tensor, axis place: Int, scale: Tensor, shift: Tensor) throws -> Tensor {
        let rank = data.shape.rank
        let isLast = place == rank - 1
        let order = (0..<rank).filter { $0 != place } + [place]
        let input = isLast ? data : try data.transposed(order)
        let result = try scaleAndShift(input, scale: scale, shift: shift)
        guard !isLast else { return result }
        var back = [Int](repeating: 0, count: rank)
        for (position, axis) in order.enumerated() { back[axis] = position }
        return try result.transposed(back)
    }
}
