import TensorEngine

/// Pooling to a wanted size, with windows as large as that needs.
struct AdaptivePooling: SingleOutputOperation {
    let rank: Int
    let kind: PoolingKind
    let size: [Int]
    let format: DataFormat

    /// Reads the arguments of an AdaptiveMaxPooling or AdaptiveAveragePooling layer.
    init(rank: Int, kind: PoolingKind, _ arguments: BoundArguments) {
        self.rank = rank
        self.kind = kind
        size = arguments.ints("output_size")
        format = arguments.dataFormat()
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        return format.shape(
            batch: shape.dims[0], spatial: size.map { Dim($0) },
            channels: shape.dims[format.channelAxis(rank: rank + 2)])
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try adaptivePool(inputs[0], kind: kind, size: size, dataFormat: format.layout)
    }

    var dataFormat: DataFormat? { format }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let spatial = zip(format.spatialAxes(rank: rank + 2), size).map { axis, size -> Positions.Axis in
            guard let length = inputs[0].dims[axis].known else { return .unknown }
            return .exact(.binned(input: length, output: size), along: axis)
        }
        return [.image(spatial, channels: .same(format.channelAxis(rank: rank + 2)), format)]
    }
}
