import TensorEngine

/// The spatial axes of images resized.
struct ResizingOperation: SingleOutputOperation, TrainingOperation {
    let size: [Int]
    let interpolation: Interpolation
    let antialias: Bool
    let fit: AspectFit
    let format: DataFormat

    /// True, as of all layers of Keras that prepare images, though it makes no difference to this one: layers that are
    /// called after it then work as in training where nothing says otherwise.
    var usualTraining: Bool? { true }
    var isFrozenWithItsLayer: Bool { false }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        try ImageInput.requireAxes(4, inputs[0])
        var shape = inputs[0]
        for (axis, length) in zip(format.spatialAxes(rank: 4), size) { shape.dims[axis] = Dim(length) }
        return shape
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try resize(
            try fit.applied(to: inputs[0], size: size, axes: Array(format.spatialAxes(rank: 4))), size: size,
            interpolation: interpolation, antialias: antialias, dataFormat: format.layout)
    }

    var dataFormat: DataFormat? { format }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let axes = Array(format.spatialAxes(rank: 4))
        let lengths = axes.map { inputs[0].dims[$0].known }
        var borders = [(before: 0, after: 0), (before: 0, after: 0)]
        if fit != .stretch {
            let known = lengths.compactMap { $0 }
            guard known.count == 2 else { return [.unknown(inputs[0])] }
            borders = fit.borders(input: known, output: size)
        }
        let spatial = axes.indices.map { place -> Positions.Axis in
            guard let length = lengths[place] else { return .unknown }
            let border = borders[place]
            return interpolation.positions(
                input: length + border.before + border.after, output: size[place], antialias: antialias,
                before: border.before, along: axes[place])
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
    ///   - before: elements of padding before the first one; negative where some are cut off.
    ///   - axis: the axis in the output.
    func positions(
        input: Int, output: Int, antialias: Bool = false, before: Int = 0, along axis: Int
    ) -> Positions.Axis {
        // Output element o looks at the place p = ((2·o + 1)·input − output) / (2·output).
        let (twice, one) = (2 &* input, 2 &* output)
        let start = input &- output &- before &* one
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
            .exact(
                IndexRange(
                    numerator: twice, denominator: one, first: start &+ output, last: start &+ output), along: axis)
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
