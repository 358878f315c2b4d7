import Inspection
import Layers
import Presentation

/// A tensor that a statement yielded: a line, and a strip of its first maps.
extension TensorResult: DisplayedReport {
    func lines(_ renderer: Renderer) -> [StyledText] {
        renderer.sentence(tensor.line(name: name)) + previewLines(renderer)
    }

    private func previewLines(_ renderer: Renderer) -> [StyledText] {
        switch preview {
        case .none: return []
        case .maps(let maps): return strip(maps, renderer)
        case .tooCostly(let cost):
            let call = name.map { "show \($0)" } ?? "show(…)"
            let figure = (cost.isComplete ? "" : "at least ") + NumberText.scaled(cost.multiplyAccumulates)
            return [StyledText("    \(call) draws its maps (\(figure) MACs to compute)", .dim)]
        }
    }

    /// The maps in a few lines below the line: of large ones, as many as fit are cut out.
    private func strip(_ maps: FeatureMaps, _ renderer: Renderer) -> [StyledText] {
        guard maps.count > 0 else { return [] }
        var strip = Strip(maps: [maps[0].heatmap], total: maps.channelCount)
        let room = strip.mostMaps(for: renderer) ?? maps.count
        strip.maps += (1..<max(1, min(room, maps.count))).map { maps[$0].heatmap }
        return strip.lines(for: renderer)
    }

    var json: JSONText.Members {
        if case .maps(let maps) = preview { tensor.json + maps.json } else { tensor.json }
    }
}

/// A layer that has not been called: a line.
extension LayerResult: DisplayedReport {
    func lines(_ renderer: Renderer) -> [StyledText] {
        renderer.sentence("\(name, .name)  \(className, .layer)  \(code)")
    }

    var json: JSONText.Members {
        [
            ("kind", .string("layer")), ("layer", .string(className)), ("layer_name", .string(layerName)),
            ("code", .string(code)),
        ]
    }
}

/// A model: a line.
extension ModelResult: DisplayedReport {
    func lines(_ renderer: Renderer) -> [StyledText] {
        var text: StyledText = "\(name, .name)  \(className, .layer)"
        if !outputs.isEmpty { text += "  \(joined(inputs), .shape)\(" → ", .dim)\(joined(outputs), .shape)" }
        text += "   \(NumberText.grouped(layers), .number) layer\(layers == 1 ? "" : "s")"
        text += "   \(NumberText.grouped(parameters), .number) params"
        return text.lines(for: renderer)
    }

    private func joined(_ shapes: [BatchShape]) -> String { shapes.map(\.description).joined(separator: ", ") }

    var json: JSONText.Members {
        [
            ("kind", .string("model")), ("class", .string(className)), ("model_name", .string(modelName)),
            ("layers", .int(layers)), ("params", .int(parameters)),
            ("input_shapes", .array(inputs.map(JSONText.shape))),
            ("output_shapes", .array(outputs.map(JSONText.shape))),
        ]
    }
}

/// Any other value: the lines that Python shows, as they are.
extension ValueResult: DisplayedReport {
    func lines(_ renderer: Renderer) -> [StyledText] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { StyledText(String($0)) }
    }

    var json: JSONText.Members { [("kind", .string("value")), ("value", .string(text))] }
}
