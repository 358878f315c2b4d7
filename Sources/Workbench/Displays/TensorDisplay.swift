import Inspection
import Layers
import Presentation

/// How a tensor of a network looks: a line, and a strip of its first maps.
enum TensorDisplay {
    /// `c1  Conv2D  (None, 72, 14, 1) → (None, 72, 14, 64)   5,248 params   5.23 M MACs   sees 9×9`
    static func line(_ report: TensorReport, name: String?) -> StyledText {
        var text: StyledText = "\(name ?? report.layerName, .name)  \(report.layer, .layer)  \(shapes(report))"
        guard !report.inputShapes.isEmpty else { return text }
        if report.parameters > 0 { text += "   \(NumberText.grouped(report.parameters), .number) params" }
        if let cost = report.multiplyAccumulates, cost > 0 { text += "   \(NumberText.scaled(cost), .number) MACs" }
        let field = report.receptiveField
        if field.axes.contains(where: { $0.size != 1 }) { text += "   sees \(field.description, .number)" }
        return text
    }

    private static func shapes(_ report: TensorReport) -> StyledText {
        let output = StyledText(report.outputShape.description, .shape)
        guard !report.inputShapes.isEmpty else { return output }
        var inputs = report.inputShapes.prefix(3).map { StyledText($0.description, .shape) }
        if report.inputShapes.count > 3 { inputs.append(StyledText("… \(report.inputShapes.count) inputs", .dim)) }
        let arrow: StyledText = "\(" → ", .dim)"
        return joined(inputs) + arrow + output
    }

    private static func joined(_ parts: [StyledText]) -> StyledText {
        parts.enumerated().reduce(into: StyledText()) { result, part in
            if part.offset > 0 { result += " + " }
            result += part.element
        }
    }

    /// The maps in a few lines below the line: of large ones, as many as fit are cut out.
    static func strip(_ maps: FeatureMaps, _ renderer: Renderer) -> [StyledText] {
        guard maps.count > 0 else { return [] }
        var strip = Strip(maps: [MapsDisplay.heatmap(maps[0])], total: maps.channelCount)
        let room = strip.mostMaps(for: renderer) ?? maps.count
        strip.maps += (1..<max(1, min(room, maps.count))).map { MapsDisplay.heatmap(maps[$0]) }
        return strip.lines(for: renderer)
    }
}
