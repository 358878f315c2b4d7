import TensorEngine

/// An activation along one or several axes, as `Softmax` is.
struct SoftmaxOperation: SingleOutputOperation, MaskedOperation {
    let axes: [Int]

    var isBuiltFromTheStart: Bool { true }

    var usesMask: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        _ = try axes(of: inputs[0].rank)
        return inputs[0]
    }

    private func axes(of rank: Int) throws(Refusal) -> [Int] {
        var result: [Int] = []
        for axis in axes {
            let place = axis < 0 ? axis + rank : axis
            guard (0..<rank).contains(place) else {
                throw Refusal(
                    argument: "axis", "The `axis` is out of range for an input with \(rank) axes.",
                    received: "axis=\(axis)", remedy: axisRange(BatchShape(Array(repeating: .unknown, count: rank))))
            }
            result.append(place)
        }
        return result
    }

    /// Elements that a mask leaves out do not take part, and are 0.
    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        guard let mask = context.mask else { return try output(inputs[0]) }
        try requireFit(mask, inputs[0])
        let kept = try select(mask, inputs[0], Tensor(scalar: -1e9))
        return try select(mask, output(kept), Tensor(scalar: 0))
    }

    private func requireFit(_ mask: Tensor, _ input: Tensor) throws(Refusal) {
        let fits =
            mask.shape.rank <= input.shape.rank
            && zip(mask.shape.dims.reversed(), input.shape.dims.reversed()).allSatisfy { $0 == 1 || $0 == $1 }
        guard !fits else { return }
        throw Refusal(
            argument: "mask",
            "The `mask` must be broadcastable to `inputs`. Each mask dimension must be 1 or match the corresponding input "
                + "dimension.", received: "inputs.shape=\(input.shape), mask.shape=\(mask.shape)")
    }

    private func output(_ input: Tensor) throws -> Tensor {
        let inputs = [input]
        let rank = inputs[0].shape.rank
        let chosen = try axes(of: rank).sorted()
        guard chosen.count > 1 else { return try activate(inputs[0], AxisActivation.softmax, axis: chosen.first ?? -1) }
        let kept = (0..<rank).filter { !chosen.contains($0) }
        let moved = try inputs[0].transposed(kept + chosen)
        let width = chosen.reduce(1) { $0 * inputs[0].shape[$1] }
        let flat = try moved.reshaped(Shape([max(1, moved.count / max(width, 1)), width]))
        let result = try activate(flat, AxisActivation.softmax, axis: -1).reshaped(moved.shape)
        var back = [Int](repeating: 0, count: rank)
        for (place, axis) in (kept + chosen).enumerated() { back[axis] = place }
        return try result.transposed(back)
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [(try? axes(of: output.rank)).map { .mixing($0, inputs[0]) } ?? .unknown(inputs[0])]
    }
}
