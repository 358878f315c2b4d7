import PythonText
import TensorEngine

/// All axes after the batch in one.
struct Flattening: LayerOperation {
    let dataFormat: DataFormat

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let shape = inputs[0]
        guard shape.rank > 0 else { throw Refusal(argument: "inputs", "Flatten needs a batch axis.") }
        return BatchShape([shape.dims[0], shape.elementsPerSample])
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let shape = inputs[0].shape.dims
        let flat = Shape([shape[0], shape.dropFirst().reduce(1, *)])
        // Channels go last, so that the order of the elements does not depend on the data format.
        let isFirst = dataFormat == .channelsFirst && shape.count > 2
        return try (isFirst ? inputs[0].channelsLast() : inputs[0]).reshaped(flat)
    }
}

/// The same elements in another shape, one size of which may be left open.
struct Reshaping: LayerOperation {
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
            return BatchShape([batch] + target.map { $0 == -1 ? .unknown : Dim($0) })
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

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let shape = try outputShape(for: [BatchShape(inputs[0].shape.dims)])
        return try inputs[0].reshaped(Shape(shape.dims.compactMap(\.known)))
    }
}

/// The axes after the batch in another order.
struct Permuting: LayerOperation {
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

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor { try inputs[0].transposed([0] + order) }
}

/// A vector repeated along a new axis.
struct Repeating: LayerOperation {
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

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let shape = inputs[0].shape
        let spread = try inputs[0].reshaped([shape[0], 1, shape[1]])
        return try combine(spread, try Tensor(zeros: [1, count, 1]), .add)
    }
}

/// The input unchanged.
struct Passing: LayerOperation {
    var isBuiltFromTheStart: Bool { true }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        inputs[0]
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor { inputs[0] }
}

/// y = x · scale + offset.
struct RescalingOperation: LayerOperation {
    let scale: Tensor
    let offset: Tensor

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape { inputs[0] }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        try combine(try combine(inputs[0], scale, .multiply), offset, .add)
    }
}
