import TensorEngine

/// The spatial axes of images resized.
struct ResizingOperation: SingleOutputOperation {
    let size: [Int]
    let interpolation: Interpolation
    let format: DataFormat

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        try ImageInput.requireAxes(4, inputs[0])
        var shape = inputs[0]
        for (axis, length) in zip(format.spatialAxes(rank: 4), size) { shape.dims[axis] = Dim(length) }
        return shape
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try resize(inputs[0], size: size, interpolation: interpolation, dataFormat: format.layout)
    }

    var dataFormat: DataFormat? { format }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let spatial = zip(format.spatialAxes(rank: 4), size).map { axis, size -> Positions.Axis in
            guard let length = inputs[0].dims[axis].known else { return .unknown }
            return interpolation.positions(input: length, output: size, along: axis)
        }
        return [.image(spatial, channels: .same(format.channelAxis(rank: 4)), format)]
    }
}

extension Interpolation {
    /// The elements of an axis that belong to those of the resized axis; a bound, as some of them may have weight 0.
    /// - Parameters:
    ///   - input: the length of the axis, or anything in the same proportion to `output`.
    ///   - output: the length of the resized axis.
    ///   - axis: the axis in the output.
    func positions(input: Int, output: Int, along axis: Int) -> Positions.Axis {
        // Output element o looks at the place p = ((2·o + 1)·input − output) / (2·output).
        let (twice, start, one) = (2 &* input, input &- output, 2 &* output)
        func range(from first: Int, to last: Int) -> Positions.Axis {
            .bound(
                IndexRange(numerator: twice, denominator: one, first: start &+ first, last: start &+ last), along: axis)
        }
        return switch self {
        case .nearest:
            .exact(IndexRange(numerator: twice, denominator: one, first: input, last: input), along: axis)
        case .bilinear: range(from: 0, to: one)
        case .bicubic: range(from: -one, to: 2 &* one)
        case .lanczos3: range(from: -3 &* one &+ one - 1, to: 3 &* one)
        case .lanczos5: range(from: -5 &* one &+ one - 1, to: 5 &* one)
        case .area: .bound(.binned(input: input, output: output), along: axis)
        }
    }
}
