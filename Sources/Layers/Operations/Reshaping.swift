import PythonText
import TensorEngine

/// The same elements in another shape, one size of which may be left open.
struct Reshaping: SingleOutputOperation {
    let target: [Int]

    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        guard let batch = inputs[0].dims.first else {
            throw Refusal(
                .indexError, argument: "inputs", "Reshape needs an input with a batch axis.", received: "input_shape=()"
            )
        }
        let count = inputs[0].elementsPerSample.known
        let known = target.filter { $0 != -1 }
        guard let count, let product = checkedProduct(known) else {
            return BatchShape([batch] + target.map { $0 == -1 ? rest(of: inputs[0]) : Dim($0) })
        }
        let fits = known.count == target.count ? product == count : product > 0 && count % product == 0
        guard fits else {
            throw Refusal(
                argument: "target_shape", "The total size of the tensor must be unchanged.",
                received:
                    "input_shape=\(BatchShape(inputs[0].perSample)), target_shape=\(PythonTuple.describe(target))",
                remedy:
                    "the input has \(count) elements, `target_shape` asks for \(known.count == target.count ? "" : "a multiple of ")\(product)"
            )
        }
        return BatchShape([batch] + target.map { Dim($0 == -1 ? count / product : $0) })
    }

    /// The size that is not given, as far as sizes are known.
    private func rest(of input: BatchShape) -> Dim {
        guard let product = checkedProduct(target.filter { $0 != -1 }), product > 0 else { return .unknown }
        return input.elementsPerSample.floorDivided(by: product)
    }

    /// The number of elements stays the same.
    func matches(_ inputs: [BatchShape]) -> [SizeMatch] {
        let elements = inputs[0].elementsPerSample
        guard elements.known == nil, elements != .unknown, let product = checkedProduct(target.filter { $0 != -1 })
        else { return [] }
        guard target.contains(-1) else { return [SizeMatch(first: elements, second: Dim(product))] }
        let whole = Dim.product([rest(of: inputs[0]), Dim(product)])
        return whole == elements ? [] : [SizeMatch(first: elements, second: whole)]
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let shape = try outputShape(for: [BatchShape(inputs[0].shape.dims)])
        return try inputs[0].reshaped(Shape(shape.dims.compactMap(\.known)))
    }

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim { 0 }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        [.reshaped(inputs[0], to: output, keepsBatch: true)]
    }
}

extension Positions {
    /// For the same elements in another shape: axes before the first and after the last size that differs keep their index.
    /// - Parameter keepsBatch: whether the first axis is known to be the same, even with an unknown size.
    static func reshaped(_ source: BatchShape, to target: BatchShape, keepsBatch: Bool) -> Positions {
        let input = keepsBatch ? solved(source, from: target) : source
        let output = keepsBatch ? solved(target, from: source) : target
        var leading = 0
        while leading < min(input.rank, output.rank), input.dims[leading] == output.dims[leading],
            input.dims[leading] != .unknown || leading == 0
        {
            leading += 1
        }
        if leading > 0, !input.dims[0].isKnown, !keepsBatch {
            // Unknown sizes are the same where those of the samples are.
            let samples = (input.elementsPerSample, output.elementsPerSample)
            if samples.0 == .unknown || samples.0 != samples.1 { leading = 0 }
        }
        let rest = min(input.rank, output.rank) - leading
        var trailing = 0
        while trailing < rest, let size = input.dims[input.rank - 1 - trailing].known,
            output.dims[output.rank - 1 - trailing].known == size
        {
            trailing += 1
        }
        return Positions(
            (0..<input.rank).map { axis in
                if axis < leading { return .same(axis) }
                return axis >= input.rank - trailing ? .same(axis - input.rank + output.rank) : .unknown
            })
    }

    /// The shape of the output, in which one size of a sample that is not known follows from the number of elements.
    private static func solved(_ output: BatchShape, from input: BatchShape) -> BatchShape {
        let open = output.dims.indices.filter { $0 > 0 && !output.dims[$0].isKnown }
        let others = Dim.product(output.perSample.filter(\.isKnown)).known ?? 0
        guard open.count == 1, let all = input.elementsPerSample.known, others > 0, all % others == 0 else {
            return output
        }
        var solved = output
        solved.dims[open[0]] = Dim(all / others)
        return solved
    }
}
