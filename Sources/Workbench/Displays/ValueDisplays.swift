import Inspection
import Layers
import Presentation

/// A tensor that a statement yielded: a line, and a strip of its first maps.
extension TensorResult: DisplayedReport {
    func lines(_ renderer: Renderer) -> [StyledText] {
        tensor.lines(name: name, renderer) + previewLines(renderer)
    }

    private func previewLines(_ renderer: Renderer) -> [StyledText] {
        switch preview {
        case .none: return []
        case .maps(let maps): return maps.picture(.strip(indent: 4)).lines(for: renderer)
        case .tooCostly(let cost):
            let call = name.map { "show \($0)" } ?? "show(…)"
            let figure = (cost.isComplete ? "" : "at least ") + NumberText.scaled(cost.multiplyAccumulates)
            return [StyledText("    \(call) draws its maps (\(figure) operations to compute)", .dim)]
        }
    }

    var json: JSONText.Members {
        if case .maps(let maps) = preview { tensor.json + maps.rangeJSON } else { tensor.json }
    }
}

/// A layer: a line, which says so where it has not been called.
extension LayerResult: DisplayedReport {
    func lines(_ renderer: Renderer) -> [StyledText] {
        renderer.items([
            "\(name, .name)  \(className, .layer)  \(code)", isCalled ? "" : StyledText("not called yet", .dim),
        ])
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
        return renderer.items([
            text, "\(NumberText.grouped(layers), .number) layer\(layers == 1 ? "" : "s")",
            "\(NumberText.grouped(parameters), .number) params",
        ])
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
