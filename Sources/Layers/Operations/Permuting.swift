import TensorEngine

/// The axes after the batch in another order.
struct Permuting: SingleOutputOperation {
    /// Axis numbers, counted from 1.
    let order: [Int]

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        guard inputs[0].rank == order.count + 1 else {
            throw Refusal(
                argument: "dims",
                "The input is incompatible with the layer: expected ndim=\(order.count + 1), found ndim=\(inputs[0].rank). Full shape received: \(inputs[0])."
            )
        }
        return BatchShape([inputs[0].dims[0]] + order.map { inputs[0].dims[$0] })
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        try inputs[0].transposed([0] + order)
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] { [.transposed([0] + order)] }
}

extension Positions {
    /// For axes in another order.
    /// - Parameter order: the input's axis for each axis of the output.
    static func transposed(_ order: [Int]) -> Positions {
        var axes = [Axis](repeating: .unknown, count: order.count)
        for (target, axis) in order.enumerated() { axes[axis] = .same(target) }
        return Positions(axes)
    }
}
