import PythonText
import TensorEngine

/// An operation that moves no window and says in numbers where the shape of its output comes from.
public protocol ReasonedOperation: Operation {
    /// `6·5·3 = 90`; nil where the numbers say nothing.
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String?
}

extension Flattening: ReasonedOperation {
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? {
        inputs[0].rank > 2 && output.dims[1] != .unknown
            ? "\(sizesProduct(inputs[0].perSample)) = \(output.dims[1].groupedText)" : nil
    }
}

extension Reshaping: ReasonedOperation {
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? {
        guard inputs[0] != output, (inputs[0].perSample + output.perSample).allSatisfy(\.isKnown) else { return nil }
        return "\(sizesProduct(inputs[0].perSample)) = \(sizesProduct(output.perSample))"
    }
}

extension Permuting: ReasonedOperation {
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? {
        "axes \(order.map(String.init).joined(separator: ", "))"
    }
}

extension Repeating: ReasonedOperation {
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? { "\(count) times" }
}

extension DenseOperation: ReasonedOperation {
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? {
        units == 1 ? "1 unit" : "\(PythonNumber.grouped(units)) units"
    }
}

extension GlobalPooling: ReasonedOperation {
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? {
        let sizes = format.spatialAxes(rank: inputs[0].rank).map { inputs[0].dims[$0] }
        let count = sizes.count > 1 ? "\(sizesProduct(sizes)) = \(Dim.product(sizes).groupedText)" : sizesProduct(sizes)
        return "\(count) \(rank == 1 ? "steps" : "pixels") become 1"
    }
}

extension Concatenating: ReasonedOperation {
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? {
        let place = axis < 0 ? axis + output.rank : axis
        guard inputs.count > 1, output.dims.indices.contains(place) else { return nil }
        let sizes = inputs.map { $0.dims[place].text }.joined(separator: " + ")
        return "axis \(place): \(sizes) = \(output.dims[place].text)"
    }
}

extension ElementwiseMerging: ReasonedOperation {
    /// Equal shapes need no words.
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? {
        let small = inputs.filter { $0 != output }
        guard !small.isEmpty, output.perSample.allSatisfy(\.isKnown) else { return nil }
        return small.map { "\(BatchShape($0.perSample)) repeats" }.joined(separator: ", ")
    }
}

extension DotProduct: ReasonedOperation {
    func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? {
        guard let (x, y) = try? summedAxes(inputs[0], inputs[1]) else { return nil }
        return "summed over \(inputs[0].dims[x].text): axis \(x) of the first, axis \(y) of the second"
    }
}

/// `6·5·3`; `1` for no sizes.
func sizesProduct(_ sizes: [Dim]) -> String {
    sizes.isEmpty ? "1" : sizes.map { $0.isKnown ? $0.groupedText : $0.factorText }.joined(separator: "·")
}

/// What of the shape of a call's outputs differs from that of its inputs.
public enum ShapeChange {
    /// `axis 1: 16 becomes 8`; `(16, 32) becomes (32,)`; nil where the outputs have the shape of the first input.
    public static func text(from inputs: [BatchShape], to outputs: [BatchShape]) -> String? {
        guard let input = inputs.first, let output = outputs.first, outputs.contains(where: { $0 != input }) else {
            return nil
        }
        if inputs.count == 1, outputs.count == 1, input.rank == output.rank, input.dims.first == output.dims.first {
            return zip(input.dims, output.dims).enumerated().filter { $1.0 != $1.1 }
                .map { "axis \($0): \($1.0.text) becomes \($1.1.text)" }.joined(separator: ", ")
        }
        func list(_ shapes: [BatchShape]) -> String {
            let texts = shapes.map { BatchShape($0.perSample).formulaText }
            if shapes.count > 1, Set(texts).count == 1 { return "\(shapes.count) of \(texts[0])" }
            return texts.joined(separator: " and ")
        }
        return "\(list(inputs)) \(inputs.count == 1 ? "becomes" : "become") \(list(outputs))"
    }
}

extension Dim {
    /// The number with commas between the thousands, or the formula.
    fileprivate var groupedText: String { known.map(PythonNumber.grouped) ?? text }

    /// The number or the formula, in parentheses where it is a sum.
    public var factorText: String {
        let text = text
        return text.contains("+") || text.contains("−") ? "(\(text))" : text
    }
}
