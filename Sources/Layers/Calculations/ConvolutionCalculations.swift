import TensorEngine

extension Convolution: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let motion = try motion(over: BatchShape(inputs[0]))
        let (pixel, filter) = motion.parts(of: place)
        let share = inputs[0][window.channelAxis] / groups
        let first = filter / (filters / groups) * share
        let kernel = Shape(window.size + [share, filters])
        let terms = motion.terms(of: pixel, channels: first..<first + share) { cell, channel in
            .init(weight: 0, index: kernel.place(of: cell.taps + [channel - first, filter]))
        }
        return Calculation(
            terms: terms, bias: useBias ? .init(weight: 1, index: filter) : nil,
            activation: arguments.activation()?.effective)
    }
}

extension DepthwiseConvolution: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let motion = try motion(over: BatchShape(inputs[0]))
        let (pixel, filter) = motion.parts(of: place)
        let kernel = Shape(window.size + [inputs[0][window.channelAxis], depthMultiplier])
        let channel = filter / depthMultiplier
        let terms = motion.terms(of: pixel, channels: channel..<channel + 1) { cell, channel in
            .init(weight: 0, index: kernel.place(of: cell.taps + [channel, filter % depthMultiplier]))
        }
        return Calculation(
            terms: terms, bias: useBias ? .init(weight: 1, index: filter) : nil,
            activation: arguments.activation()?.effective)
    }
}

extension SeparableConvolution: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let motion = try motion(over: BatchShape(inputs[0]))
        let (pixel, filter) = motion.parts(of: place)
        let middle = inputs[0][depthwise.window.channelAxis] * depthwise.depthMultiplier
        var terms: [Calculation.Term] = []
        for channel in 0..<middle {
            let place = motion.place(pixel, channel: channel)
            var step = try depthwise.calculation(of: place, inputs: inputs)
            // The layer's activation follows the second step.
            (step.bias, step.activation) = (nil, nil)
            terms.append(
                Calculation.Term(
                    source: .step(step), place: place, weight: .init(weight: 1, index: channel * filters + filter)))
        }
        return Calculation(
            terms: terms, bias: useBias ? .init(weight: 2, index: filter) : nil,
            activation: arguments.activation()?.effective)
    }
}

extension TransposedConvolution: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let motion = try motion(over: BatchShape(inputs[0]))
        let (pixel, filter) = motion.parts(of: place)
        let channels = inputs[0][window.channelAxis]
        let kernel = Shape(window.size + [filters, channels])
        let terms = motion.terms(of: pixel, channels: 0..<channels) { cell, channel in
            .init(weight: 0, index: kernel.place(of: cell.taps + [filter, channel]))
        }
        return Calculation(
            terms: terms, bias: useBias ? .init(weight: 1, index: filter) : nil,
            activation: arguments.activation()?.effective)
    }
}

extension LocallyConnected: CalculatedOperation {
    func calculation(of place: [Int], inputs: [[Int]]) throws(Refusal) -> Calculation {
        let motion = try motion(over: BatchShape(inputs[0]))
        let (pixel, filter) = motion.parts(of: place)
        let channels = inputs[0][window.channelAxis]
        // A kernel for each place, its patches in the order of the tensor's axes.
        let patch = Shape(motion.dataFormat == .channelsLast ? window.size + [channels] : [channels] + window.size)
        let spot = Shape(motion.axes.compactMap(\.output.known)).place(of: pixel)
        let size = patch.dims.reduce(1, *)
        let terms = motion.terms(of: pixel, channels: 0..<channels) { cell, channel in
            let row = spot * size + patch.place(of: motion.place(cell.taps, channel: channel))
            return .init(weight: 0, index: row * filters + filter)
        }
        return Calculation(
            terms: terms, bias: useBias ? .init(weight: 1, index: spot * filters + filter) : nil,
            activation: arguments.activation()?.effective)
    }
}
