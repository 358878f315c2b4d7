import TensorEngine

/// An activation as a layer of its own.
struct ActivationOperation: TailOperation {
    let function: ActivationFunction

    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape { inputs[0] }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor { try function.apply(inputs[0]) }

    func extended(_ tail: Tail, rank: Int, state: LayerState) throws -> Tail? {
        guard let fused = function.fused, tail.activation == .none else { return nil }
        var tail = tail
        tail.activation = fused
        return tail
    }
}

/// An activation along one or several axes, as `Softmax` is.
struct SoftmaxOperation: LayerOperation {
    let axes: [Int]

    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try positions(inputs[0].rank)
        return inputs[0]
    }

    private func positions(_ rank: Int) throws(Refusal) -> [Int] {
        var result: [Int] = []
        for axis in axes {
            let place = axis < 0 ? axis + rank : axis
            guard (0..<rank).contains(place) else {
                throw Refusal(
                    argument: "axis", "The `axis` is out of range for an input with \(rank) axes.",
                    received: "axis=\(axis)", remedy: axisRange(BatchShape(Array(repeating: .unknown, count: rank))))
            }
            result.append(place)
        }
        return result
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let rank = inputs[0].shape.rank
        let chosen = try positions(rank).sorted()
        guard chosen.count > 1 else { return try activate(inputs[0], AxisActivation.softmax, axis: chosen.first ?? -1) }
        let kept = (0..<rank).filter { !chosen.contains($0) }
        let moved = try inputs[0].transposed(kept + chosen)
        let width = chosen.reduce(1) { $0 * inputs[0].shape[$1] }
        let flat = try moved.reshaped(Shape([max(1, moved.count / max(width, 1)), width]))
        let result = try activate(flat, AxisActivation.softmax, axis: -1).reshaped(moved.shape)
        var back = [Int](repeating: 0, count: rank)
        for (place, axis) in (kept + chosen).enumerated() { back[axis] = place }
        return try result.transposed(back)
    }
}

/// x where it is positive, alpha · x elsewhere; alpha is a weight.
struct PReLUOperation: LayerOperation {
    let sharedAxes: [Int]
    let arguments: BoundArguments

    private func shape(_ input: BatchShape) throws(Refusal) -> [Int] {
        let sharedAxes = try self.sharedAxes.map { axis throws(Refusal) in try place(axis, input) }
        var sizes: [Int] = []
        for axis in 1..<max(input.rank, 1) {
            if sharedAxes.contains(axis) {
                sizes.append(1)
            } else if let size = input.dims[axis].known {
                sizes.append(size)
            } else {
                throw Refusal(
                    argument: "shared_axes", "The sizes of the axes that do not share `alpha` should be defined.",
                    received: "input_shape=\(input)", remedy: "share the spatial axes: shared_axes=[1, 2]")
            }
        }
        return sizes
    }

    /// The axis of the input that a shared one means. Axes are counted from 1; those below count from the end, as in Keras.
    private func place(_ axis: Int, _ input: BatchShape) throws(Refusal) -> Int {
        let place = axis < 1 ? axis + input.rank - 1 : axis
        guard place >= 1, place < input.rank else {
            throw Refusal(
                .indexError, argument: "shared_axes", "The `shared_axes` are out of range for the input.",
                received: "shared_axes=\(arguments["shared_axes"]), input_shape=\(input)",
                remedy: "axes are counted from 1, without the batch: 1 to \(max(input.rank - 1, 1))")
        }
        return place
    }

    func weights(for inputs: [BatchShape]) throws(Refusal) -> [WeightSpec] {
        [try arguments.weight("alpha", shape: try shape(inputs[0]))]
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape { inputs[0] }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let zero = try Tensor(scalar: 0)
        let negative = try combine(inputs[0], zero, .minimum)
        return try combine(
            try combine(inputs[0], zero, .maximum), try combine(negative, state.weights[0], .multiply), .add)
    }
}
