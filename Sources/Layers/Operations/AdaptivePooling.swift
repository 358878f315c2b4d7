import TensorEngine

/// Pooling to a wanted size, with windows as large as that needs.
struct AdaptivePooling: LayerOperation {
    let rank: Int
    let kind: PoolingKind
    let size: [Int]
    let dataFormat: DataFormat

    /// Reads the arguments of an AdaptiveMaxPooling or AdaptiveAveragePooling layer.
    init(rank: Int, kind: PoolingKind, _ arguments: BoundArguments) {
        self.rank = rank
        self.kind = kind
        size = arguments.ints("output_size")
        dataFormat = arguments.dataFormat()
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        return dataFormat.shape(
            batch: shape.dims[0], spatial: size.map { Dim($0) },
            channels: shape.dims[dataFormat.channelAxis(rank: rank + 2)])
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        try adaptivePool(inputs[0], kind: kind, size: size, dataFormat: dataFormat.layout)
    }

    var window: [WindowStep] { Array(repeating: WindowStep(extent: nil, stride: 1), count: rank) }
}
