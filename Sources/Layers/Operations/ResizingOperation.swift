import TensorEngine

/// The spatial axes of images resized.
struct ResizingOperation: SingleOutputOperation {
    let size: [Int]
    let interpolation: Interpolation
    let antialias: Bool
    let format: DataFormat

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        try ImageInput.requireAxes(4, inputs[0])
        var shape = inputs[0]
        for (axis, length) in zip(format.spatialAxes(rank: 4), size) { shape.dims[axis] = Dim(length) }
        return shape
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try resize(
            inputs[0], size: size, interpolation: interpolation, antialias: antialias, dataFormat: format.layout)
    }

    var dataFormat: DataFormat? { format }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let spatial = zip(format.spatialAxes(rank: 4), size).map { axis, size -> Positions.Axis in
            guard let length = inputs[0].dims[axis].known else { return .unknown }
            return interpolation.positions(input: length, output: size, antialias: antialias, along: axis)
        }
        return [.image(spatial, channels: .same(format.channelAxis(rank: 4)), format)]
    }
}

extension Interpolation {
    /// The elements of an axis that belong to those of the resized axis; a bound, as some of them may have weight 0.
    /// - Parameters:
    ///   - input: the length of the axis, or anything in the same proportion to `output`.
    ///   - output: the length of the resized axis.
    ///   - antialias: whether the filter is stretched where the axis shrinks.
    ///   - axis: the axis in the output.
    func positions(input: Int, output: Int, antialias: Bool = false, along axis: Int) -> Positions.Axis {
        // Output element o looks at the place p = ((2·o + 1)·input − output) / (2·output).
        let (twice, start, one) = (2 &* input, input &- output, 2 &* output)
        func range(from first: Int, to last: Int) -> Positions.Axis {
            .bound(
                IndexRange(numerator: twice, denominator: one, first: start &+ first, last: start &+ last), along: axis)
        }
        // One unit of the filter, in the same parts of a pixel.
        let unit = antialias ? max(twice, one) : one
        func filter(radius: Int) -> Positions.Axis {
            range(from: -radius &* unit &+ one - 1, to: radius &* unit)
        }
        return switch self {
        case .nearest:
            .exact(IndexRange(numerator: twice, denominator: one, first: input, last: input), along: axis)
        case .bilinear where antialias: filter(radius: 1)
        case .bicubic where antialias: filter(radius: 2)
        case .bilinear: range(from: 0, to: one)
        case .bicubic: range(from: -one, to: 2 &* one)
        case .lanczos3: filter(radius: 3)
        case .lanczos5: filter(radius: 5)
        case .area: .bound(.binned(input: input, output: output), along: axis)
        }
    }
}
