import PythonText
import TensorEngine

/// Tensors combined element by element, broadcast to a common shape.
struct ElementwiseMerging: LayerOperation {
    let name: String
    let operation: BinaryOperation
    /// Whether the result is divided by the number of inputs.
    var isMean = false

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

    private func broadcast(_ a: BatchShape, _ b: BatchShape) throws(Refusal) -> BatchShape {
        let rank = max(a.rank, b.rank)
        func withBatchFirst(_ shape: BatchShape) -> [Dim] {
            guard shape.rank < rank, let batch = shape.dims.first else { return shape.dims }
            return [batch] + Array(repeating: 1, count: rank - shape.rank) + shape.perSample
        }
        let (x, y) = (withBatchFirst(a), withBatchFirst(b))
        guard var dims = TensorEngine.broadcast(x, y) else {
            throw Refusal(
                argument: "inputs", "Inputs have incompatible shapes.",
                received: "shapes \(BatchShape(a.perSample)) and \(BatchShape(b.perSample))",
                remedy: Projection.between(a, b)?.remedy
                    ?? "\(name) combines tensors of one shape; Concatenate joins others")
        }
        // Keras's merging layers, unlike its operators, leave a size unknown that is unknown in any of the inputs.
        for axis in dims.indices.dropFirst() where x[axis] == .unknown || y[axis] == .unknown { dims[axis] = .unknown }
        return BatchShape(dims)
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let rank = inputs.map(\.shape.rank).max() ?? 0
        let spread = try inputs.map { tensor -> Tensor in
            let dims = tensor.shape.dims
            guard dims.count < rank, let batch = dims.first else { return tensor }
            return try tensor.reshaped(
                Shape([batch] + Array(repeating: 1, count: rank - dims.count) + dims.dropFirst()))
        }
        var result = spread[0]
        for tensor in spread.dropFirst() { result = try combine(result, tensor, operation) }
        return isMean ? try combine(result, try Tensor(scalar: Float(inputs.count)), .divide) : result
    }
}

/// Tensors one after the other along an axis.
struct Concatenating: LayerOperation {
    let axis: Int

    var arity: Arity { .atLeast(1) }

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
                if result.dims[index] == .unknown, index > 0 { result.dims[index] = shape.dims[index] }
            }
            guard let sum = try? result.dims[place] + shape.dims[place] else {
                throw Refusal(.overflowError, argument: "axis", "The axes together are too large.")
            }
            result.dims[place] = sum
        }
        return result
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

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let rank = inputs[0].shape.rank
        return try Tensor.concatenated(inputs, axis: axis < 0 ? axis + rank : axis)
    }
}

/// The products of two tensors summed over one axis of each, sample by sample.
struct DotProduct: LayerOperation {
    /// One axis for both, or one for each.
    let axes: [Int]
    let normalizes: Bool

    var arity: Arity { .exactly(2) }

    private func positions(_ a: BatchShape, _ b: BatchShape) throws(Refusal) -> (Int, Int) {
        let (first, second) = (axes[0], axes[axes.count - 1])
        let x = first < 0 ? first + a.rank : first
        let y = second < 0 ? second + b.rank : second
        guard (1..<max(a.rank, 1)).contains(x), (1..<max(b.rank, 1)).contains(y) else {
            throw Refusal(
                argument: "axes", "The `axes` of a `Dot` layer must be axes of its inputs other than the batch.",
                received: "axes=\(PythonTuple.describe(axes)), shapes \(a) and \(b)", remedy: matching(a, b))
        }
        if a.dims[x] != b.dims[y] {
            throw Refusal(
                argument: "axes",
                "Incompatible input shapes: axis values \(a.dims[x]) (at axis \(x)) != \(b.dims[y]) (at axis \(y)).",
                received: "Full input shapes: \(a), \(b)", remedy: matching(a, b))
        }
        return (x, y)
    }

    /// The pairs of axes along which the inputs are of one size, for a refusal; nil where there are none.
    private func matching(_ a: BatchShape, _ b: BatchShape) -> String? {
        let pairs = (1..<max(a.rank, 1)).flatMap { x in
            (1..<max(b.rank, 1)).filter { a.dims[x] == b.dims[$0] }.map { "axes=(\(x), \($0))" }
        }
        return pairs.isEmpty ? nil : "sizes agree for \(pairs.joined(separator: ", "))"
    }

    func outputShape(for inputs: [BatchShape]) throws(Refusal) -> BatchShape {
        let (a, b) = (inputs[0], inputs[1])
        guard a.rank >= 2, b.rank >= 2 else {
            throw Refusal(argument: "inputs", "A `Dot` layer needs inputs with a batch axis and at least one more.")
        }
        let (x, y) = try positions(a, b)
        let left = a.dims.indices.filter { $0 != x }.map { a.dims[$0] }
        let right = b.dims.indices.filter { $0 != y && $0 != 0 }.map { b.dims[$0] }
        let dims = left + right
        return BatchShape(dims.count == 1 ? dims + [1] : dims)
    }

    func forward(_ inputs: [Tensor], _ state: LayerState) throws -> Tensor {
        let shapes = inputs.map { BatchShape($0.shape.dims) }
        let (x, y) = try positions(shapes[0], shapes[1])
        var (left, right) = (inputs[0], inputs[1])
        if normalizes {
            left = try UnitNormalizing(axes: [x]).forward([left], state)
            right = try UnitNormalizing(axes: [y]).forward([right], state)
        }
        let batch = left.shape[0]
        let inner = left.shape[x]
        let rows = try left.transposed([0] + (1..<left.shape.rank).filter { $0 != x } + [x])
        let columns = try right.transposed([0, y] + (1..<right.shape.rank).filter { $0 != y })
        let product = try matmul(
            try rows.reshaped([batch, rows.count / max(batch * inner, 1), inner]),
            try columns.reshaped([batch, inner, columns.count / max(batch * inner, 1)]))
        return try product.reshaped(Shape(try outputShape(for: shapes).dims.compactMap(\.known)))
    }
}
