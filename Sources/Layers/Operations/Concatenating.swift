import TensorEngine

/// Tensors one after the other along an axis.
struct Concatenating: SingleOutputOperation, MaskedOperation, Joining {
    let axis: Int

    var arity: Arity { .atLeast(1) }

    var maskRule: MaskRule? { .joined(axis: axis) }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let rank = inputs[0].rank
        let place = axis < 0 ? axis + rank : axis
        guard inputs.allSatisfy({ $0.rank == rank }), (0..<rank).contains(place) else { throw mismatch(inputs, nil) }
        var result = inputs[0]
        for (number, shape) in inputs.enumerated().dropFirst() {
            for index in 0..<rank where index != place {
                if let a = result.dims[index].known, let b = shape.dims[index].known, a != b {
                    throw mismatch(inputs, (number, index))
                }
                if !result.dims[index].isKnown, index > 0, shape.dims[index] != .unknown,
                    shape.dims[index].isKnown || result.dims[index] == .unknown
                {
                    result.dims[index] = shape.dims[index]
                }
            }
            guard let sum = try? result.dims[place] + shape.dims[place] else {
                throw Refusal(.overflowError, argument: "axis", "The axes together are too large.")
            }
            result.dims[place] = sum
        }
        return result
    }

    func matches(_ inputs: [BatchShape]) -> [SizeMatch] {
        let rank = inputs[0].rank
        let place = axis < 0 ? axis + rank : axis
        return inputs.dropFirst().flatMap { shape in
            (1..<max(rank, 1)).filter { $0 != place && $0 < shape.rank && shape.dims[$0] != inputs[0].dims[$0] }.map {
                SizeMatch(first: inputs[0].dims[$0], second: shape.dims[$0])
            }
        }
    }

    private func mismatch(_ inputs: [BatchShape], _ place: (input: Int, axis: Int)?) -> Refusal {
        let remedy = place.map { place in
            let sizes = [inputs[0], inputs[place.input]].map { $0.dims[place.axis] }
            return
                "axis \(place.axis) is \(sizes[0]) in the first and \(sizes[1]) in input \(place.input + 1): crop, pad or resize one of them"
        }
        return Refusal(
            argument: "axis",
            "A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis.",
            received: "input_shape=[\(inputs.map(\.description).joined(separator: ", "))]", remedy: remedy)
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let rank = inputs[0].shape.rank
        return try Tensor.concatenated(inputs, axis: axis < 0 ? axis + rank : axis)
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        Positions.joined(inputs, along: axis < 0 ? axis + output.rank : axis)
    }
}

/// What joins tensors along an axis, so that an element of the output is an element of one of them.
public protocol Joining {
    /// The axis, which may be counted from the end.
    var axis: Int { get }
}

extension Positions {
    /// For tensors joined along an axis: each takes part in the output elements from its start on.
    static func joined(_ inputs: [BatchShape], along axis: Int) -> [Positions] {
        var start = Dim(0)
        return inputs.map { input in
            var positions = Positions.same(input)
            if positions.axes.indices.contains(axis) {
                positions.axes[axis] = .exact(
                    .window(taps: 1, stride: 1, dilation: 1, paddingBefore: start.known), along: axis)
                start = Dim.sum([start, input.dims[axis]])
            }
            return positions
        }
    }
}
