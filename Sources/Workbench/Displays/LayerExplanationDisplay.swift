import Inspection
import Layers
import Presentation
import TensorEngine

/// The explanation of a layer: the shapes, the arithmetic of each axis, parameters and cost term by term, and a picture.
extension LayerExplanation: DisplayedReport {
    /// The lines.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var lines = renderer.items([heading])
        lines += renderer.hanging(axisLines, indent: 2)
        var rest = [reasonLine, parametersLine, costLine].compactMap { $0 }
        if axisLines.isEmpty { rest.append(StyledText(summary)) }
        lines += renderer.hanging(rest.map { ($0, []) }, indent: 2)
        if let refusal {
            lines += renderer.sentence("  \(refusal.kind.rawValue, .error): \(refusal.rule)")
            if let remedy = refusal.remedy { lines += renderer.sentence("  \("hint: ", .hint)\(remedy)") }
        }
        guard let maps else { return lines }
        var picture = maps.picture(.strip(indent: 2))
        picture.extent = .full
        return lines + picture.lines(for: renderer)
    }

    private var heading: StyledText {
        let inputs = inputs.map { StyledText($0.formulaText, .shape) }.joined(separator: " + ")
        let outputs =
            refusal == nil
            ? outputs.map { StyledText($0.formulaText, .shape) }.joined(separator: ", ")
            : StyledText("does not fit", .error)
        return "\(fullName, .name)  \(layer, .layer)  \(inputs)\(" → ", .dim)\(outputs)"
    }

    /// The formula, and a line for each axis.
    private var axisLines: [(text: StyledText, notes: [String])] {
        guard let motion else { return [] }
        let axes = motion.arithmetic
        let width = axes.map(\.name.count).max() ?? 0
        let formulas = Set(axes.map(\.formula))
        var lines: [(text: StyledText, notes: [String])] = []
        if formulas.count == 1, let formula = formulas.first {
            lines.append(("\("output = \(formula)", .dim)", []))
        }
        for axis in axes {
            let name = axis.name + String(repeating: " ", count: width - axis.name.count)
            var text: StyledText = "\(name, .name)  \(axis.rule):  "
            if formulas.count > 1 { text += "\(axis.formula, .dim) = " }
            if !axis.isPlain { text += "\(axis.numbers) = " }
            lines.append((text + StyledText(axis.resultText, axis.isPositive ? .number : .error), axis.notes))
        }
        return lines
    }

    /// `shape  6·5·3 = 90`
    private var reasonLine: StyledText? {
        (reason ?? (axisLines.isEmpty ? change : nil)).map { "\("shape", .name)  \($0)" }
    }

    /// `parameters  kernel 3·3·1·8 = 72, bias 8: 80`
    private var parametersLine: StyledText? {
        guard let parameters, !parameters.isEmpty else { return nil }
        var text: StyledText = "\("parameters", .name)  "
        text += parameters.map { part -> StyledText in
            let product = part.sizes.map(NumberText.grouped).joined(separator: "·")
            return part.sizes.count == 1
                ? "\(part.name) \(product)" : "\(part.name) \(product) = \(NumberText.grouped(part.count))"
        }.joined(separator: " + ")
        guard parameters.count > 1 else { return text }
        let total = parameters.reduce(0) { $0 + $1.count }
        return text + ":  \(NumberText.grouped(total), .number)"
    }

    /// `MACs  26·26·8 outputs × 3·3·1 = 48,672`
    private var costLine: StyledText? {
        guard !costs.isEmpty else {
            return refusal == nil && cost != 0 ? "\("MACs", .name)  \(count(cost), .number)" : nil
        }
        var text: StyledText = "\("MACs", .name)  "
        text += costs.map { term -> StyledText in
            "\(product(term.elements)) \(term.what) × \(product(term.each)) = \(count(term.total))"
        }.joined(separator: " + ")
        guard costs.count > 1 else { return text }
        return text + ":  \(count(Dim.sum(costs.map(\.total))), .number)"
    }

    private func product(_ sizes: [Dim]) -> String {
        sizes.map { $0.known.map(NumberText.grouped) ?? $0.factorText }.joined(separator: "·")
    }

    private func count(_ dim: Dim) -> String { dim.known.map(NumberText.grouped) ?? "unknown" }

    /// Kind `explanation`: shapes, axes, parameters and costs.
    public var json: JSONText.Members {
        [
            ("kind", .string("explanation")), ("name", .string(name)), ("layer", .string(layer)),
            ("input_shapes", .array(inputs.map(JSONText.shape))),
            ("output_shapes", .array(outputs.map(JSONText.shape))),
            ("axes", .array((motion?.arithmetic ?? []).enumerated().map { axis(at: $0, $1) })),
            (
                "parameters",
                parameters.map { parts in
                    .array(
                        parts.map {
                            .object([
                                ("name", .string($0.name)), ("shape", .array($0.sizes.map(JSONText.int))),
                                ("count", .int($0.count)),
                            ])
                        })
                } ?? .null
            ),
            ("reason", reason.map(JSONText.string) ?? .null), ("macs", .optional(cost.known)),
            ("error", refusal.map { .string("\($0.kind.rawValue): \($0.message)") } ?? .null),
        ]
    }

    private func axis(at index: Int, _ text: AxisArithmetic) -> JSONText {
        guard let axis = motion?.axes[index] else { return .null }
        return .object([
            ("axis", .string(text.name)), ("rule", .string(text.rule)), ("formula", .string(text.formula)),
            ("numbers", .string(text.numbers)), ("input", .optional(axis.input.known)),
            ("kernel", .int(axis.kernel)), ("stride", .int(axis.stride)), ("dilation", .int(axis.dilation)),
            ("before", .optional(axis.before.known)), ("after", .optional(axis.after.known)),
            ("output", .optional(axis.output.known)), ("unused_at_end", .optional(axis.unusedAtEnd)),
            ("notes", .array(text.notes.map(JSONText.string))),
        ])
    }
}
