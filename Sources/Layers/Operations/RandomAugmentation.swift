import TensorEngine

/// A layer that changes images at random in training, and passes them on at inference.
struct RandomAugmentation: SingleOutputOperation, TrainingOperation {
    /// The layer's class, for errors.
    let layer: String
    /// The spatial sizes that it promises; nil for those of the input.
    var size: [Int]?
    let format: DataFormat?

    var usualTraining: Bool? { true }
    var isFrozenWithItsLayer: Bool { false }
    var dataFormat: DataFormat? { format }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        guard let size, let format else { return inputs[0] }
        try ImageInput.requireAxes(4, inputs[0])
        var shape = inputs[0]
        for (axis, length) in zip(format.spatialAxes(rank: 4), size) { shape.dims[axis] = Dim(length) }
        return shape
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        if context.isTraining {
            throw Refusal(
                .notImplementedError, argument: "training",
                "What \(layer) changes at random in training is not computed here.",
                remedy: "call it with training=False, where it passes images on")
        }
        let shape = try outputShape(for: [BatchShape(inputs[0].shape.dims)])
        guard shape == BatchShape(inputs[0].shape.dims) else {
            throw Refusal(
                .notImplementedError,
                "At inference \(layer) of Keras passes images on as they are, although its shape is that of the crop.",
                received: "an image of the shape \(inputs[0].shape)", remedy: "CenterCrop crops at inference, too")
        }
        return inputs[0]
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [inputs[0] == output ? .same(inputs[0]) : .unknown(inputs[0])]
    }
}
