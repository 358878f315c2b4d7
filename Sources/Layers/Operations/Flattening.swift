import TensorEngine

/// All axes after the batch in one.
struct Flattening: SingleOutputOperation {
    let format: DataFormat

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let shape = inputs[0]
        guard shape.rank > 0 else { throw Refusal(argument: "inputs", "Flatten needs a batch axis.") }
        return BatchShape([shape.dims[0], shape.elementsPerSample])
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let shape = inputs[0].shape.dims
        let flat = Shape([shape[0], shape.dropFirst().reduce(1, *)])
        // Channels go last, so that the order of the elements does not depend on the data format.
        let isFirst = format == .channelsFirst && shape.count > 2
        return try (isFirst ? inputs[0].channelsLast() : inputs[0]).reshaped(flat)
    }

    var dataFormat: DataFormat? { format }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [.merged(inputs[0], axes: 1..<max(inputs[0].rank, 1), into: 1)]
    }
}

extension Positions {
    /// For neighbouring axes that become one: an output element is one element of the input, but its index along each of
    /// the axes follows from the sizes of the others. Axes of size 1 have one index only.
    static func merged(_ input: BatchShape, axes merged: Range<Int>, into target: Int) -> Positions {
        let long = merged.filter { input.dims[$0] != 1 }
        return Positions(
            (0..<input.rank).map { axis in
                guard merged.contains(axis) else { return .same(axis) }
                guard long.contains(axis) else { return .whole }
                return long.count == 1 ? .same(target) : .single(along: target)
            })
    }
}
