import TensorEngine

/// Each vector along the axes scaled to length 1.
struct UnitNormalizing: SingleOutputOperation, MaskedOperation {
    let axes: [Int]

    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try axisPositions(axes, inputs[0], kind: .valueError)
        return inputs[0]
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let squares = try reduce(try map(inputs[0], .square), .sum, axes: axes, keepDims: true)
        let scale = try map(try combine(squares, try Tensor(scalar: 1e-12), .maximum), .rsqrt)
        return try combine(inputs[0], scale, .multiply)
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [(try? axisPositions(axes, output)).map { .mixing($0, inputs[0]) } ?? .unknown(inputs[0])]
    }
}
