import Inspection
import Layers
import Presentation
import TensorEngine

/// The sizes through a network: one line for each layer.
extension NetworkExplanation: DisplayedReport {
    /// A table.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        Table(
            columns: [
                Table.Column("Layer"), Table.Column("Shape"), Table.Column("Why"),
                Table.Column("Params", alignment: .right),
                Table.Column("MACs", alignment: .right),
            ],
            rows: rows.map { row in
                [
                    "\(row.fullName, .name) (\(row.layer, .layer))", StyledText(row.shape, .shape), row.why,
                    StyledText(row.parameters > 0 ? NumberText.grouped(row.parameters) : ""),
                    StyledText(row.inputs.isEmpty ? "" : row.cost.text ?? ""),
                ]
            }, border: .none, stacksWhenNarrow: true
        ).lines(for: renderer)
    }

    /// Kind `network_explanation`: one object for each call.
    public var json: JSONText.Members {
        let calls = rows.map { row -> JSONText in
            .object(
                [
                    ("name", .string(row.name)), ("layer", .string(row.layer)),
                    ("input_shapes", .array(row.inputs.map(JSONText.shape))),
                    ("output_shapes", .array(row.outputs.map(JSONText.shape))),
                    (
                        "axes",
                        .array(
                            row.axes.map {
                                .object([
                                    ("axis", .string($0.name)), ("rule", .string($0.rule)),
                                    ("numbers", .string($0.numbers)), ("output", .optional($0.result.known)),
                                ])
                            })
                    ), ("reason", row.reason.map(JSONText.string) ?? .null),
                    ("unread", .array(row.unread.map(JSONText.int))), ("params", .int(row.parameters)),
                ] + JSONText.cost(row.cost))
        }
        return [("kind", .string("network_explanation")), ("name", .string(name)), ("layers", .array(calls))]
    }
}

extension NetworkExplanation.Row {
    /// `(13, 13, 8)`
    fileprivate var shape: String {
        outputs.map { BatchShape($0.perSample).formulaText }.joined(separator: ", ")
    }

    /// `⌊(28 − 3) / 2⌋ + 1 (1 unread)` for each axis, once where it is the same for all.
    fileprivate var why: StyledText {
        guard !inputs.isEmpty else { return StyledText("given", .dim) }
        if let reason { return StyledText(reason) }
        guard !axes.isEmpty else {
            let inside = callsInside > 0 ? " (\(callsInside) call\(callsInside == 1 ? "" : "s") inside)" : ""
            return change.map { StyledText($0 + inside) } ?? StyledText("unchanged" + inside, .dim)
        }
        var texts: [String] = []
        for (index, axis) in axes.enumerated() {
            var text = axis.isPlain ? "\(axis.rule): \(axis.numbers)" : axis.numbers
            if index < unread.count, unread[index] > 0 { text += " (\(unread[index]) unread)" }
            texts.append(text)
        }
        return StyledText((Set(texts).count == 1 ? [texts[0]] : texts).joined(separator: ", "))
    }
}
