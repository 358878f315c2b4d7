import TensorEngine

/// Pooling over all pixels: one number for every channel.
struct GlobalPooling: SingleOutputOperation, MaskedOperation {
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

    /// Only the average over steps leaves masked ones out.
    var usesMask: Bool { rank == 1 && kind == .average }
    var maskRule: MaskRule? { usesMask ? .ended : nil }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        let channels = shape.dims[format.channelAxis(rank: rank + 2)]
        guard keepsAxes else { return BatchShape([shape.dims[0], channels]) }
        return format.shape(batch: shape.dims[0], spatial: Array(repeating: 1, count: rank), channels: channels)
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        if usesMask, let mask = context.mask { return try average(inputs[0], where: mask) }
        return try globalPool(inputs[0], kind: kind, keepDims: keepsAxes, dataFormat: format.layout)
    }

    /// The average of the steps that a mask lets count; not a number where there is none.
    private func average(_ input: Tensor, where mask: Tensor) throws -> Tensor {
        let axis = format.channelAxis(rank: 3) == 2 ? 1 : 2
        let (samples, steps) = (input.shape[0], input.shape[axis])
        let counting = try StepMask(mask, samples: samples, steps: steps).values
            .reshaped(axis == 1 ? [samples, steps, 1] : [samples, 1, steps])
        let kept = try select(counting, input, Tensor(scalar: 0))
        let sum = try reduce(kept, .sum, axes: [axis], keepDims: keepsAxes)
        return try combine(sum, reduce(counting, .sum, axes: [axis], keepDims: keepsAxes), .divide)
    }

    var dataFormat: DataFormat? { format }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let channels = keepsAxes ? format.channelAxis(rank: rank + 2) : 1
        return [.image(Array(repeating: .whole, count: rank), channels: .same(channels), format)]
    }
}
