import TensorEngine

/// Pooling over all pixels: one number for every channel.
struct GlobalPooling: LayerOperation {
    let rank: Int
    let kind: PoolingKind
    let dataFormat: DataFormat
    let keepsAxes: Bool

    /// Reads the arguments of a GlobalMaxPooling or GlobalAveragePooling layer.
    init(rank: Int, kind: PoolingKind, _ arguments: BoundArguments) {
        self.rank = rank
        self.kind = kind
        dataFormat = arguments.dataFormat()
        keepsAxes = arguments.bool("keepdims")
    }

    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        let channels = shape.dims[dataFormat.channelAxis(rank: rank + 2)]
        guard keepsAxes else { return BatchShape([shape.dims[0], channels]) }
        return dataFormat.shape(batch: shape.dims[0], spatial: Array(repeating: 1, count: rank), channels: channels)
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        try globalPool(inputs[0], kind: kind, keepDims: keepsAxes, dataFormat: dataFormat.layout)
    }

    var window: [WindowStep] { Array(repeating: WindowStep(extent: nil, stride: 1), count: rank) }
}
