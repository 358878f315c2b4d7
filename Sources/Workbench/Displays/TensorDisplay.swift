import Inspection
import Layers
import Presentation
import TensorEngine

/// A tensor of a network: one line.
extension TensorReport: DisplayedReport {
    /// The line, under the layer's name.
    public func lines(_ renderer: Renderer) -> [StyledText] { lines(name: nil, renderer) }

    /// `c1  Conv2D  (None, 72, 14, 1) → (None, 72, 14, 64)   5,248 params   5.23 M MACs   sees 9×9`
    ///
    /// Where lines are folded and it is too long, the shapes are those of one sample: `(72, 14, 1) → (72, 14, 64)`.
    func lines(name: String?, _ renderer: Renderer) -> [StyledText] {
        let whole = renderer.items(items(name: name, ofSample: false))
        let lines = whole.count == 1 ? whole : renderer.items(items(name: name, ofSample: true), gap: 2)
        return lines + agreements.flatMap { renderer.sentence("    \($0.text, .warning)") }
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
        let sizeNames = SizeFormula.names(
            for: (inputShapes + [outputShape]).reduce(into: []) { $0.formUnion($1.symbols) })
        func text(_ shape: BatchShape) -> StyledText {
            StyledText(
                (ofSample && shape.rank > 1 ? BatchShape(shape.perSample) : shape).formulaText(sizeNames), .shape)
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
        ] + formulaJSON + JSONText.cost(cost) + JSONText.field(receptiveField)
    }
}

extension TensorReport {
    /// The formulas of sizes that are not known, where there are any, and for which sizes inputs agree.
    private var formulaJSON: JSONText.Members {
        var members: JSONText.Members = []
        if !outputShape.symbols.isEmpty {
            members.append(
                ("output_formulas", .array(outputShape.dims.map { $0.formula.map { .string($0.text) } ?? .null })))
        }
        if !agreements.isEmpty {
            members.append(("agreements", .array(agreements.map { .string($0.text) })))
        }
        return members
    }
}

extension Cost {
    /// `5.23 M`, `≥ 5.23 M` where a part is not known, `?` where nothing is; nil for nothing.
    var text: String? {
        if isExact { return known > 0 ? NumberText.scaled(known) : nil }
        return known > 0 ? "≥ " + NumberText.scaled(known) : "?"
    }
}
