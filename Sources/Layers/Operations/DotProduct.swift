import PythonText
import TensorEngine

/// The products of two tensors summed over one axis of each, sample by sample.
struct DotProduct: SingleOutputOperation, MaskedOperation {
    /// One axis for both, or one for each.
    let axes: [Int]
    let normalizes: Bool

    var arity: Arity { .exactly(2) }

    var maskRule: MaskRule? { .ended }

    func summedAxes(_ a: BatchShape, _ b: BatchShape) throws(Refusal) -> (Int, Int) {
        let (first, second) = (axes[0], axes[axes.count - 1])
        let x = first < 0 ? first + a.rank : first
        let y = second < 0 ? second + b.rank : second
        guard (1..<max(a.rank, 1)).contains(x), (1..<max(b.rank, 1)).contains(y) else {
            throw Refusal(
                argument: "axes", "The `axes` of a `Dot` layer must be axes of its inputs other than the batch.",
                received: "axes=\(PythonTuple.describe(axes)), shapes \(a) and \(b)", remedy: matching(a, b))
        }
        // A size that is not known may turn out to be the other.
        if a.dims[x].isKnown, b.dims[y].isKnown, a.dims[x] != b.dims[y] {
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
        let (x, y) = try summedAxes(a, b)
        let left = a.dims.indices.filter { $0 != x }.map { a.dims[$0] }
        let right = b.dims.indices.filter { $0 != y && $0 != 0 }.map { b.dims[$0] }
        let dims = left + right
        return BatchShape(dims.count == 1 ? dims + [1] : dims)
    }

    func output(of inputs: [Tensor], _ context: OperationContext) throws -> Tensor {
        let shapes = inputs.map { BatchShape($0.shape.dims) }
        let (x, y) = try summedAxes(shapes[0], shapes[1])
        var (left, right) = (inputs[0], inputs[1])
        if normalizes {
            left = try UnitNormalizing(axes: [x]).output(of: [left], context)
            right = try UnitNormalizing(axes: [y]).output(of: [right], context)
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

    func multiplyAccumulates(inputs: [BatchShape], output: BatchShape) -> Dim {
        guard let (x, _) = try? summedAxes(inputs[0], inputs[1]) else { return .unknown }
        return Dim.product([output.elementsPerSample, inputs[0].dims[x]])
    }

    func positions(inputs: [BatchShape], output: BatchShape) -> [Positions] {
        guard let (x, y) = try? summedAxes(inputs[0], inputs[1]) else { return inputs.map { .unknown($0) } }
        let left = (0..<inputs[0].rank).map { $0 == x ? .whole : Positions.Axis.same($0 < x ? $0 : $0 - 1) }
        // The output has the left axes but the summed one, then the right ones but the batch and the summed one.
        let right = (0..<inputs[1].rank).map { axis -> Positions.Axis in
            if axis == 0 { return .same(0) }
            return axis == y ? .whole : .same(inputs[0].rank - 2 + (axis < y ? axis : axis - 1))
        }
        return [Positions(left), Positions(right)]
    }
}
