import Inspection
import Layers
import Presentation

/// A tensor of a network: one line.
extension TensorReport: DisplayedReport {
    /// The line, under the layer's name.
    public func lines(_ renderer: Renderer) -> [StyledText] { renderer.sentence(line(name: nil)) }

    /// `c1  Conv2D  (None, 72, 14, 1) → (None, 72, 14, 64)   5,248 params   5.23 M MACs   sees 9×9`
    func line(name: String?) -> StyledText {
        var text: StyledText = "\(name ?? layerName, .name)  \(layer, .layer)  \(shapes)"
        guard !inputShapes.isEmpty else { return text }
        if parameters > 0 { text += "   \(NumberText.grouped(parameters), .number) params" }
        if let cost = cost.text { text += "   \(cost, .number) MACs" }
        if !receptiveField.isPointwise { text += "   sees \(receptiveField.description, .number)" }
        return text
    }

    private var shapes: StyledText {
        let output = StyledText(outputShape.description, .shape)
        guard !inputShapes.isEmpty else { return output }
        var inputs = inputShapes.prefix(3).map { StyledText($0.description, .shape) }
        if inputShapes.count > 3 { inputs.append(StyledText("… \(inputShapes.count) inputs", .dim)) }
        let arrow: StyledText = "\(" → ", .dim)"
        return joined(inputs) + arrow + output
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
