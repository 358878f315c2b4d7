import TensorEngine

extension FunctionOperation: ReasonedOperation {
    /// What the rule says of the axes; nil where it says nothing of these shapes.
    public func shapeReason(inputs: [BatchShape], output: BatchShape) -> String? {
        switch rule {
        case is ElementwiseRule: broadcastReason(inputs, output)
        case let rule as ReductionRule: reductionReason(rule, inputs[0])
        case let rule as ContractionRule: contractionReason(rule, inputs)
        case let rule as JoiningRule: rule.reason(inputs, output)
        case is ReshapeRule: reshapeReason(inputs[0], output)
        case is SizedRule where name == "Shape": sizesReason(inputs[0])
        case let rule as SizedRule: sizedReason(rule.others(inputs), output)
        case let rule as AxisOrderRule: rule.order(rank: inputs[0].rank).map(orderReason)
        default: nil
        }
    }

    private func sizesReason(_ input: BatchShape) -> String? { "sizes of \(BatchShape(input.perSample).formulaText)" }

    private func sizedReason(_ inputs: [BatchShape], _ output: BatchShape) -> String? {
        let texts = inputs.map { BatchShape($0.perSample).formulaText }
        return texts.isEmpty
            ? "as large as its arguments say" : "\(texts[0]) becomes \(BatchShape(output.perSample).formulaText)"
    }

    private func broadcastReason(_ inputs: [BatchShape], _ output: BatchShape) -> String? {
        let small = inputs.filter { $0.dims != output.dims.suffix($0.rank) && $0 != output }
        guard !small.isEmpty, output.perSample.allSatisfy(\.isKnown) else { return nil }
        return small.map { "\(BatchShape($0.perSample)) repeats" }.joined(separator: ", ")
    }

    /// `mean over axis 1: 16 become 1`
    private func reductionReason(_ rule: ReductionRule, _ input: BatchShape) -> String? {
        guard let axes = rule.wholeAxes(of: [input.dims.map { $0.known ?? 1 }]).first?.sorted(), !axes.isEmpty else {
            return nil
        }
        let names = axes.map(String.init).joined(separator: ", ")
        let count = Dim.product(axes.filter { $0 > 0 }.map { input.dims[$0] })
        let what = count == .unknown ? "" : ": \(count.text) become 1"
        return "\(name.lowercased()) over \(axes.count == 1 ? "axis" : "axes") \(names)\(what)"
    }

    /// `summed over 8: axis 3 of the first, axis 3 of the second`
    private func contractionReason(_ rule: ContractionRule, _ inputs: [BatchShape]) -> String? {
        let shapes = FunctionOperand.shapes(rule.operands, inputs)
        guard let labels = rule.labels(shapes.map(\.rank)) else { return nil }
        let summed = Set(labels.operands.flatMap { $0 }).subtracting(labels.output).sorted()
        guard !summed.isEmpty, shapes.count <= 2 else { return nil }
        let parts = summed.map { label -> String in
            var (sizes, places): ([Dim], [String]) = ([], [])
            for (number, (shape, names)) in zip(shapes, labels.operands).enumerated() {
                guard let axis = names.firstIndex(of: label) else { continue }
                sizes.append(shape.dims[axis])
                places.append("axis \(axis) of the \(number == 0 ? "first" : "second")")
            }
            let size = sizes.first(where: \.isKnown) ?? sizes[0]
            return "\(size == .unknown ? "" : "\(size.text): ")\(places.joined(separator: ", "))"
        }
        return "summed over \(parts.joined(separator: "; "))"
    }

    private func reshapeReason(_ input: BatchShape, _ output: BatchShape) -> String? {
        guard input != output, (input.perSample + output.perSample).allSatisfy(\.isKnown),
            input.elementsPerSample == output.elementsPerSample
        else { return nil }
        return "\(sizesProduct(input.perSample)) = \(sizesProduct(output.perSample))"
    }

    /// `axes 0, 2, 1`; `axes 0, new, 1`
    private func orderReason(_ order: [Int?]) -> String {
        "axes " + order.map { $0.map(String.init) ?? "new" }.joined(separator: ", ")
    }
}
