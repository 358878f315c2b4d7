import TensorEngine

/// x where it is positive, alpha · x elsewhere; alpha is a weight.
struct PReLUOperation: ElementwiseOperation, MaskedOperation {
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

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let zero = try Tensor(scalar: 0)
        let negative = try combine(inputs[0], zero, .minimum)
        return try combine(
            try combine(inputs[0], zero, .maximum), try combine(negative, context.weights[0], .multiply), .add)
    }
}
