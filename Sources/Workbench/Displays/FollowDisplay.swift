import Inspection
import Layers
import Presentation

/// What changed: a line for each name.
extension FollowReport: DisplayedReport {
    /// The lines, under the statement's own result.
    func lines(_ renderer: Renderer) -> [StyledText] {
        rows.flatMap { row in renderer.items(["  \(row.name, .name)"] + row.items, gap: 2) }
    }

    /// Kind `followed`: one object for each name.
    var json: JSONText.Members {
        [
            ("kind", .string("followed")),
            (
                "changes",
                .array(
                    rows.map { row in
                        var members: JSONText.Members = [("name", .string(row.name))]
                        switch row.change {
                        case .failed(let text): members.append(("error", .string(text)))
                        case .skipped: members.append(("skipped", .bool(true)))
                        case .changed(let old, let new):
                            members.append(("before", old?.json ?? .null))
                            members.append(("after", new.json))
                        }
                        return .object(members)
                    })
            ),
        ]
    }
}

extension FollowReport.Row {
    fileprivate var items: [StyledText] {
        switch change {
        case .failed(let text): [StyledText(text, .error)]
        case .skipped: [StyledText("not run, as what it depends on failed", .warning)]
        case .changed(let old, let new): FollowReport.Row.items(from: old, to: new)
        }
    }

    private static func items(from old: FollowedValue?, to new: FollowedValue) -> [StyledText] {
        switch (old, new) {
        case (.tensor(let old)?, .tensor(let new)): return items(from: old, to: new)
        case (.text(let old, let shownBefore)?, .text(let new, let shown)):
            if old == new { return [unchanged] }
            return [
                shownBefore == shown
                    ? "\(shown) \("changed", .dim)" : change(StyledText(shownBefore), StyledText(shown))
            ]
        default: return [StyledText(new.text)]
        }
    }

    /// The shapes, and the numbers that are others now.
    private static func items(from old: TensorReport, to new: TensorReport) -> [StyledText] {
        func shape(_ report: TensorReport) -> StyledText {
            StyledText(BatchShape(report.outputShape.perSample).description, .shape)
        }
        var items: [StyledText] = []
        if old.layer != new.layer { items.append(change(StyledText(old.layer, .layer), StyledText(new.layer, .layer))) }
        if old.outputShape != new.outputShape { items.append(change(shape(old), shape(new))) }
        if old.parameters != new.parameters {
            items.append("\(change(number(old.parameters), number(new.parameters))) params")
        }
        if old.cost != new.cost {
            items.append("\(change(StyledText(old.cost.text ?? "0"), StyledText(new.cost.text ?? "0"))) MACs")
        }
        if old.receptiveField != new.receptiveField {
            let texts = [old, new].map { StyledText($0.receptiveField.description) }
            items.append("sees \(change(texts[0], texts[1]))")
        }
        return items.isEmpty
            ? [shape(new), unchanged] : old.outputShape == new.outputShape ? [shape(new)] + items : items
    }

    private static let unchanged = StyledText("unchanged", .dim)

    private static func number(_ number: Int) -> StyledText { StyledText(NumberText.grouped(number)) }

    private static func change(_ old: StyledText, _ new: StyledText) -> StyledText { "\(old)\(" → ", .dim)\(new)" }
}

extension FollowedValue {
    fileprivate var text: String {
        switch self {
        case .tensor(let report): BatchShape(report.outputShape.perSample).description
        case .text(_, let shown): shown
        }
    }

    fileprivate var json: JSONText {
        switch self {
        case .tensor(let report): .object(report.json)
        case .text(_, let shown): .string(shown)
        }
    }
}
