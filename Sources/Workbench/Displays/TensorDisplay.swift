import Inspection
import Layers
import Presentation

/// A tensor of a network: one line.
extension TensorReport: DisplayedReport {
    /// The line, under the layer's name.
    public func lines(_ renderer: Renderer) -> [StyledText] { lines(name: nil, renderer) }

    /// `c1  Conv2D  (None, 72, 14, 1) → (None, 72, 14, 64)   5,248 params   5.23 M MACs   sees 9×9`
    ///
    /// Where lines are folded and it is too long, the shapes are those of one sample: `(72, 14, 1) → (72, 14, 64)`.
    func lines(name: String?, _ renderer: Renderer) -> [StyledText] {
        let whole = renderer.items(items(name: name, ofSample: false))
        return whole.count == 1 ? whole : renderer.items(items(name: name, ofSample: true), gap: 2)
    }

    private func items(name: String?, ofSample: Bool) -> [StyledText] {
        var items: [StyledText] = ["\(name ?? layerName, .name)  \(layer, .layer)  \(shapes(ofSample: ofSample))"]
        guard !inputShapes.isEmpty else { return items }
        if parameters > 0 { items.append("\(NumberText.grouped(parameters), .number) params") }
        if let cost = cost.text { items.append("\(cost, .number) MACs") }
        if !receptiveField.isPointwise { items.append("sees \(receptiveField.description, .number)") }
        return items
    }

    private func shapes(ofSample: Bool) -> StyledText {
        func text(_ shape: BatchShape) -> StyledText {
            StyledText((ofSample && shape.rank > 1 ? BatchShape(shape.perSample) : shape).description, .shape)
        }
        guard !inputShapes.isEmpty else { return text(outputShape) }
        var inputs = inputShapes.prefix(3).map { text($0) }
        if inputShapes.count > 3 { inputs.append(StyledText("… \(inputShapes.count) inputs", .dim)) }
        let arrow: StyledText = "\(" → ", .dim)"
        return joined(inputs) + arrow + text(outputShape)
    }

    private func joined(_ parts: [StyledText]) -> StyledText {
        parts.enumerated().reduce(into: StyledText()) { result, part in
            if part.offset > 0 { result += " + " }
            result += part.element
        }
    }

    /// Kind `tensor`.
    public var json: JSONText.Members {
        [
            ("kind", .string("tensor")), ("layer", .string(layer)), ("layer_name", .string(layerName)),
            ("input_shapes", .array(inputShapes.map(JSONText.shape))), ("output_shape", .shape(outputShape)),
            ("params", .int(parameters)),
        ] + JSONText.cost(cost) + JSONText.field(receptiveField)
    }
}

extension Cost {
    /// `5.23 M`, `≥ 5.23 M` where a part is not known, `?` where nothing is; nil for nothing.
    var text: String? {
        if isExact { return known > 0 ? NumberText.scaled(known) : nil }
        return known > 0 ? "≥ " + NumberText.scaled(known) : "?"
    }
}
