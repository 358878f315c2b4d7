import TensorEngine

/// Pooling by the largest, or the mean, of the pixels under a window.
struct Pooling: WindowedOperation {
    let kind: PoolingKind
    let window: SlidingWindow

    /// Reads the arguments of a MaxPooling or AveragePooling layer.
    init(kind: PoolingKind, _ arguments: BoundArguments) {
        self.kind = kind
        window = SlidingWindow(arguments, size: "pool_size")
    }

    var isBuiltFromTheStart: Bool { true }

    var dataFormat: DataFormat? { window.dataFormat }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let shape = inputs[0]
        try ImageInput.requireAxes(window.rank + 2, shape)
        let input = ImageInput(shape: shape, rank: window.rank, dataFormat: window.dataFormat)
        let sizes = try window.outputSizes(of: input, shape: shape)
        return window.dataFormat.shape(
            batch: shape.dims[0], spatial: sizes, channels: shape.dims[window.channelAxis])
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try pool(
            inputs[0], kind: kind, size: window.size, strides: window.strides, padding: window.padding,
            dataFormat: window.dataFormat.layout)
    }

    func motion(over input: BatchShape) throws(Refusal) -> WindowMotion {
        try window.motion(over: input, channels: .separate(multiplier: 1))
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [window.positions(inputs[0], channels: .same(window.channelAxis))]
    }
}
