import TensorEngine

/// An activation as a layer of its own.
struct ActivationOperation: TailOperation, MaskedOperation {
    let function: ActivationFunction

    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape { inputs[0] }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor { try function.apply(inputs[0]) }

    func extended(_ tail: Tail, rank: Int, state: LayerState) throws -> Tail? {
        guard let fused = function.fused, tail.activation == .none else { return nil }
        var tail = tail
        tail.activation = fused
        return tail
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [Positions.same(inputs[0]).followed(by: function.mixing, output)]
    }
}
