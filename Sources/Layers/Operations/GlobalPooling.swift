import TensorEngine

/// Pooling over all pixels: one number for every channel.
struct GlobalPooling: SingleOutputOperation {
    let rank: Int
    let kind: PoolingKind
    let format: DataFormat
    let keepsAxes: Bool

    /// Reads the arguments of a GlobalMaxPooling or GlobalAveragePooling layer.
    init(rank: Int, kind: PoolingKind, _ arguments: BoundArguments) {
        self.rank = rank
        self.kind = kind
        format = arguments.dataFormat()
        keepsAxes = arguments.bool("keepdims")
    }

    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        let channels = shape.dims[format.channelAxis(rank: rank + 2)]
        guard keepsAxes else { return BatchShape([shape.dims[0], channels]) }
        return format.shape(batch: shape.dims[0], spatial: Array(repeating: 1, count: rank), channels: channels)
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try globalPool(inputs[0], kind: kind, keepDims: keepsAxes, dataFormat: format.layout)
    }

    var dataFormat: DataFormat? { format }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let channels = keepsAxes ? format.channelAxis(rank: rank + 2) : 1
        return [.image(Array(repeating: .whole, count: rank), channels: .same(channels), format)]
    }
}
