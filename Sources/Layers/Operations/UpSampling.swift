import TensorEngine

/// Enlargement of the spatial axes by whole factors.
struct UpSampling: LayerOperation {
    let rank: Int
    let factors: [Int]
    let dataFormat: DataFormat
    let interpolation: Interpolation

    /// Reads the arguments of an UpSampling layer.
    init(rank: Int, _ arguments: BoundArguments) {
        self.rank = rank
        factors = arguments.ints("size")
        dataFormat = arguments.parameters.contains { $0.name == "data_format" } ? arguments.dataFormat() : .channelsLast
        interpolation =
            arguments.parameters.contains { $0.name == "interpolation" }
            ? Interpolation(rawValue: arguments.string("interpolation")) ?? .nearest : .nearest
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        var shape = inputs[0]
        try ImageInput.requireAxes(rank + 2, shape)
        for (index, axis) in dataFormat.spatialAxes(rank: rank + 2).enumerated() {
            guard let larger = try? shape.dims[axis] * Dim(factors[index]) else {
                throw Refusal(.overflowError, argument: "size", "`size` gives too large an output.")
            }
            shape.dims[axis] = larger
        }
        return shape
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        try upsample(inputs[0], factors: factors, interpolation: interpolation, dataFormat: dataFormat.layout)
    }

    var window: [WindowStep] {
        factors.map { WindowStep(extent: interpolation == .nearest ? 1 : 2, stride: 1 / Double($0)) }
    }
}
