import TensorEngine

/// Tensors combined element by element, broadcast to a common shape.
struct ElementwiseMerging: SingleOutputOperation, MaskedOperation {
    let name: String
    let operation: BinaryOperation
    /// Whether the result is divided by the number of inputs.
    var isMean = false

    var maskRule: MaskRule? { .either }

    var arity: Arity { name == "Subtract" ? .exactly(2) : .atLeast(1) }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let batches = Set(inputs.compactMap { $0.dims.first?.known })
        guard batches.count <= 1 else {
            throw Refusal(
                argument: "inputs", "Cannot merge tensors with different batch sizes.",
                received: "shapes \(inputs.map(\.description).joined(separator: ", "))")
        }
        var result = inputs[0]
        for shape in inputs.dropFirst() { result = try broadcast(result, shape) }
        return result
    }

    /// The sizes with axes of size 1 after the batch axis, so that they are `rank`.
    private func withBatchFirst(_ shape: BatchShape, rank: Int) -> [Dim] {
        guard shape.rank < rank, let batch = shape.dims.first else { return shape.dims }
        return [batch] + Array(repeating: 1, count: rank - shape.rank) + shape.perSample
    }

    private func broadcast(_ a: BatchShape, _ b: BatchShape) throws(Refusal) -> BatchShape {
        let rank = max(a.rank, b.rank)
        let (x, y) = (withBatchFirst(a, rank: rank), withBatchFirst(b, rank: rank))
        guard var dims = TensorEngine.broadcast(x, y) else {
            throw Refusal(
                argument: "inputs", "Inputs have incompatible shapes.",
                received: "shapes \(BatchShape(a.perSample)) and \(BatchShape(b.perSample))",
                remedy: Projection.between(a, b)?.remedy
                    ?? "\(name) combines tensors of one shape; Concatenate joins others")
        }
        // Keras's merging layers, unlike its operators, leave a size unknown that is unknown in any of the inputs.
        for axis in dims.indices.dropFirst() where !x[axis].isKnown || !y[axis].isKnown {
            dims[axis] = ElementwiseMerging.unknown(x[axis], y[axis])
        }
        return BatchShape(dims)
    }

    /// The formula of a size that is unknown in one of two tensors: that of either, as the two must be equal.
    private static func unknown(_ a: Dim, _ b: Dim) -> Dim {
        if a == .unknown || b == .unknown { return .unknown }
        return a.isKnown ? b : a
    }

    func matches(_ inputs: [BatchShape]) -> [SizeMatch] {
        let rank = inputs.map(\.rank).max() ?? 0
        return SizeMatch.broadcast(inputs.map { BatchShape(withBatchFirst($0, rank: rank)) })
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let rank = inputs.map(\.shape.rank).max() ?? 0
        let spread = try inputs.map { tensor -> Tensor in
            let dims = tensor.shape.dims
            guard dims.count < rank, let batch = dims.first else { return tensor }
            return try tensor.reshaped(
                Shape([batch] + Array(repeating: 1, count: rank - dims.count) + dims.dropFirst()))
        }
        if !context.masks.isEmpty, !isMean, [.multiply, .maximum, .minimum].contains(operation) {
            // What was reshaped has lost its mask, as in Keras.
            let masks = zip(inputs, context.masks).map { $0.shape.rank == rank ? $1 : nil }
            return try MaskedMerging(operation: operation, masks: masks).output(of: spread)
        }
        var result = spread[0]
        for tensor in spread.dropFirst() { result = try combine(result, tensor, operation) }
        return isMean ? try combine(result, try Tensor(scalar: Float(inputs.count)), .divide) : result
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        inputs.map { input in
            // An input of fewer axes has its own after the batch axis aligned at the last one.
            .broadcast(BatchShape(withBatchFirst(input, rank: output.rank)), to: output).keeping(input.rank)
        }
    }
}

extension Positions {
    /// Those of the batch axis and the last axes, `rank` in all.
    fileprivate func keeping(_ rank: Int) -> Positions {
        axes.count == rank ? self : Positions(axes.prefix(1) + axes.suffix(max(rank - 1, 0)))
    }
}
