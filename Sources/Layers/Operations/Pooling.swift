import TensorEngine

/// Pooling by the largest, or the mean, of the pixels under a window.
struct Pooling: LayerOperation {
    let rank: Int
    let kind: PoolingKind
    let size: [Int]
    let strides: [Int]
    let padding: Padding
    let dataFormat: DataFormat

    /// Reads the arguments of a MaxPooling or AveragePooling layer.
    init(rank: Int, kind: PoolingKind, _ arguments: BoundArguments) {
        self.rank = rank
        self.kind = kind
        size = arguments.ints("pool_size")
        strides = arguments.optionalInts("strides") ?? size
        padding = Padding(rawValue: arguments.string("padding")) ?? .valid
        dataFormat = arguments.dataFormat()
    }

    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        let sizes = try sliding.outputSizes(
            of: ImageInput(shape: shape, rank: rank, dataFormat: dataFormat), shape: shape)
        return dataFormat.shape(
            batch: shape.dims[0], spatial: sizes, channels: shape.dims[dataFormat.channelAxis(rank: rank + 2)])
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        try pool(inputs[0], kind: kind, size: size, strides: strides, padding: padding, dataFormat: dataFormat.layout)
    }

    var window: [WindowStep] { sliding.steps }

    private var sliding: Sliding {
        Sliding(
            argument: "pool_size", window: size, strides: strides, dilation: Array(repeating: 1, count: rank),
            padding: padding, dataFormat: dataFormat)
    }
}
