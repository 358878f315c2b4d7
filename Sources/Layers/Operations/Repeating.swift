import TensorEngine

/// A vector repeated along a new axis.
struct Repeating: SingleOutputOperation {
    let count: Int

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        guard inputs[0].rank == 2 else {
            throw Refusal(
                argument: "inputs",
                "The input is incompatible with the layer: expected ndim=2, found ndim=\(inputs[0].rank). Full shape received: \(inputs[0])."
            )
        }
        return BatchShape([inputs[0].dims[0], Dim(count), inputs[0].dims[1]])
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let shape = inputs[0].shape
        let spread = try inputs[0].reshaped([shape[0], 1, shape[1]])
        return try combine(spread, try Tensor(zeros: [1, count, 1]), .add)
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] { [Positions([.same(0), .same(2)])] }
}
