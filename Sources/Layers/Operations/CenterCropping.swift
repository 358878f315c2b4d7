import TensorEngine

/// The middle of an image. An image that is too small is cropped to the aspect ratio and resized.
struct CenterCropping: SingleOutputOperation, TrainingOperation {
    let size: [Int]
    let format: DataFormat

    var resizing: ResizingOperation {
        ResizingOperation(size: size, interpolation: .bilinear, antialias: false, fit: .crop, format: format)
    }

    var usualTraining: Bool? { true }
    var isFrozenWithItsLayer: Bool { false }
    var dataFormat: DataFormat? { format }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape { try resizing.outputShape(for: inputs) }

    /// The first pixels along both axes; nil where the image is too small or its size unknown.
    func starts(_ shape: BatchShape) -> [Int]? {
        let lengths = format.spatialAxes(rank: 4).compactMap { shape.dims[$0].known }
        guard lengths.count == 2, zip(lengths, size).allSatisfy({ $0 >= $1 }) else { return nil }
        return zip(lengths, size).map { ($0 - $1) / 2 }
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        guard let starts = starts(BatchShape(inputs[0].shape.dims)) else {
            return try resizing.output(of: inputs, context)
        }
        var result = inputs[0]
        for (axis, (start, length)) in zip(format.spatialAxes(rank: 4), zip(starts, size)) {
            result = try result.slice(axis: axis, range: start..<start + length)
        }
        return result
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        guard let starts = starts(inputs[0]) else {
            let isKnown = format.spatialAxes(rank: 4).allSatisfy { inputs[0].dims[$0].isKnown }
            return isKnown ? resizing.positions(inputs: inputs, output: output) : [.unknown(inputs[0])]
        }
        let spatial = zip(format.spatialAxes(rank: 4), starts).map { axis, start in
            Positions.Axis.exact(
                IndexRange(numerator: 1, denominator: 1, first: start, last: start), along: axis)
        }
        return [.image(spatial, channels: .same(format.channelAxis(rank: 4)), format)]
    }
}
