import TensorEngine

/// Enlargement of the spatial axes by whole factors.
struct UpSampling: WindowedOperation {
    let rank: Int
    let factors: [Int]
    let format: DataFormat
    let interpolation: Interpolation

    /// Reads the arguments of an UpSampling layer.
    init(rank: Int, _ arguments: BoundArguments) {
        self.rank = rank
        factors = arguments.ints("size")
        format = arguments.has("data_format") ? arguments.dataFormat() : .channelsLast
        interpolation =
            arguments.has("interpolation")
            ? Interpolation(rawValue: arguments.string("interpolation")) ?? .nearest : .nearest
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        var shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        for (index, axis) in format.spatialAxes(rank: rank + 2).enumerated() {
            guard let larger = try? shape.dims[axis] * Dim(factors[index]) else {
                throw Refusal(.overflowError, argument: "size", "`size` gives too large an output.")
            }
            shape.dims[axis] = larger
        }
        return shape
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try upsample(inputs[0], factors: factors, interpolation: interpolation, dataFormat: format.layout)
    }

    var dataFormat: DataFormat? { format }

    func motion(over input: BatchShape) throws(Refusal) -> WindowMotion {
        try ImageInput.requireAxes(rank + 2, input)
        var axes: [WindowAxis] = []
        for (index, axis) in format.spatialAxes(rank: rank + 2).enumerated() {
            axes.append(
                try .repeating(
                    input: input.dims[axis], factor: factors[index], interpolates: interpolation != .nearest))
        }
        return WindowMotion(axes: axes, channels: .separate(multiplier: 1), dataFormat: format)
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        let spatial = zip(format.spatialAxes(rank: rank + 2), factors).map { axis, factor in
            interpolation.positions(input: 1, output: factor, along: axis)
        }
        return [.image(spatial, channels: .same(format.channelAxis(rank: rank + 2)), format)]
    }
}
