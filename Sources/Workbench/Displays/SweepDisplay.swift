import Inspection
import Layers
import Presentation

/// Combinations of arguments: a table with a row for each, what was refused, and the first maps to scale.
extension SweepReport: DisplayedReport {
    /// The table, or a list where the table is too wide; the refusals; the maps.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var wide = renderer
        wide.width = 10_000
        var lines = table.lines(for: wide)
        if lines.contains(where: { $0.width > renderer.width }) { lines = list(renderer) }
        lines += refusals.flatMap { renderer.sentence($0) }
        lines += legend.flatMap { renderer.sentence(StyledText($0, .dim)) }
        if let remark { lines += renderer.sentence(StyledText(remark, .dim)) }
        return lines + pictures.lines(for: renderer)
    }

    /// What the columns mean that do not say it themselves.
    private var legend: [String] {
        let outcomes = rows.compactMap(\.outcome)
        return [
            outcomes.contains { !$0.unreadText.isEmpty } ? "Unread: pixels along each axis that no output reads" : nil,
            torchLegend(outcomes.filter(\.movesWindow).map(\.torchText)),
        ].compactMap { $0 }
    }

    /// What PyTorch needs for the same numbers, for the marks that there are.
    private func torchLegend(_ marks: [String]) -> String? {
        let meanings = [
            (TorchCode.Padding.own.rawValue, "with the arguments of its layer"),
            (TorchCode.Padding.separate.rawValue, "with padding added beside its layer"),
            (SweepReport.Outcome.noTorchLayer, "not at all"),
            (SweepReport.Outcome.unknownTorchLayer, "depends on sizes that are not known"),
        ].filter { marks.contains($0.0) }
        return meanings.isEmpty
            ? nil : "PyTorch computes the same: " + meanings.map { "\($0) \($1)" }.joined(separator: ", ")
    }

    /// The columns behind the arguments, without those that are empty.
    private var table: Table {
        let outcomes = rows.compactMap(\.outcome)
        var columns: [(column: Table.Column, text: (SweepReport.Outcome) -> StyledText)] = [
            (Table.Column("Output"), { StyledText($0.shapeText, .shape) }),
            (Table.Column("Params", alignment: .right), { StyledText($0.parametersText) }),
            (Table.Column("MACs", alignment: .right), { StyledText($0.cost.text ?? "") }),
            (Table.Column("Sees"), { StyledText($0.field.isPointwise ? "" : $0.field.description) }),
            (Table.Column("Unread"), { StyledText($0.unreadText) }),
            (Table.Column("PyTorch"), { StyledText($0.movesWindow ? $0.torchText : "") }),
        ]
        columns = columns.enumerated().filter { index, item in
            index == 0 || outcomes.contains { !item.text($0).isEmpty }
        }.map(\.element)
        return Table(
            columns: [Table.Column("#", alignment: .right)] + varied.map { Table.Column(StyledText($0)) }
                + columns.map(\.column),
            rows: rows.enumerated().map { index, row in
                let cells = row.outcome.map { outcome in columns.map { $0.text(outcome) } }
                return [StyledText("\(index + 1)", .dim)] + row.arguments.map { StyledText($0) }
                    + (cells ?? [StyledText("refused", .error)])
            }, border: .none)
    }

    private func list(_ renderer: Renderer) -> [StyledText] {
        rows.enumerated().flatMap { index, row -> [StyledText] in
            let arguments = zip(varied, row.arguments).map { "\($0)=\($1)" }.joined(separator: ", ")
            let heading: StyledText = "\(index + 1, .dim)  \(arguments)"
            guard let outcome = row.outcome else { return renderer.items([heading, StyledText("refused", .error)]) }
            var items: [StyledText] = [heading, StyledText(outcome.shapeText, .shape)]
            if outcome.parameters > 0 { items.append("\(outcome.parametersText) params") }
            if let cost = outcome.cost.text { items.append("\(cost) MACs") }
            if !outcome.field.isPointwise { items.append("sees \(outcome.field.description)") }
            if !outcome.unreadText.isEmpty { items.append("unread \(outcome.unreadText)") }
            if outcome.movesWindow { items.append("PyTorch \(outcome.torchText)") }
            return renderer.items(items, gap: 2)
        }
    }

    /// Each reason once, with the rows that it refuses.
    private var refusals: [StyledText] {
        var reasons: [(text: StyledText, rows: [Int])] = []
        for (index, row) in rows.enumerated() {
            guard case .failure(let refusal) = row.result else { continue }
            let remedy = refusal.remedy.map { " (\($0))" } ?? ""
            let text: StyledText = "\(refusal.kind.rawValue, .error): \(refusal.rule)\(remedy)"
            if let known = reasons.firstIndex(where: { $0.text == text }) {
                reasons[known].rows.append(index + 1)
            } else {
                reasons.append((text, [index + 1]))
            }
        }
        return reasons.map { reason in
            let numbers = reason.rows.map(String.init).joined(separator: ", ")
            return "\("#\(numbers)", .dim)  \(reason.text)"
        }
    }

    private var pictures: Picture {
        let shown = rows.enumerated().compactMap { index, row in row.outcome?.map.map { (index + 1, $0) } }
        let panels = shown.map { number, panel in
            MapsReport.Panel("\(number)  \(panel.sizeText)", panel.content)
        }
        let report = MapsReport(
            title: "", sources: [], groups: panels.isEmpty ? [] : [MapsReport.Group(panels)], total: panels.count)
        var picture = report.picture(.strip(indent: 0))
        picture.range = ValueRange()
        for row in rows {
            if let source = row.outcome?.source {
                picture.range.merge(Statistics.range(of: source.tensor, in: source.part))
            }
        }
        if !panels.isEmpty { picture.extent = .full }
        picture.options.mostCells = 16
        return picture
    }

    /// Kind `sweep`: one object for each combination.
    public var json: JSONText.Members {
        [
            ("kind", .string("sweep")), ("layer", .string(layer)),
            ("input_shapes", .array(inputs.map(JSONText.shape))),
            ("varied", .array(varied.map(JSONText.string))),
            (
                "rows",
                .array(
                    rows.map { row in
                        .object(
                            [
                                (
                                    "arguments",
                                    .object(zip(varied, row.arguments).map { ($0, JSONText.string($1)) })
                                )
                            ] + row.json)
                    })
            ),
        ]
    }
}

extension SweepReport.Row {
    fileprivate var outcome: SweepReport.Outcome? { try? result.get() }

    fileprivate var json: JSONText.Members {
        switch result {
        case .failure(let refusal):
            return [("error", .string("\(refusal.kind.rawValue): \(refusal.message)"))]
        case .success(let outcome):
            return [
                ("output_shape", .shape(outcome.shape)), ("params", .int(outcome.parameters)),
            ] + JSONText.cost(outcome.cost) + JSONText.field(outcome.field) + [
                ("unread", outcome.unread.map { .array($0.map(JSONText.int)) } ?? .null),
                ("pytorch_padding", outcome.torch.map { .string($0.padding.rawValue) } ?? .null),
            ] + (outcome.torch?.members ?? [])
        }
    }
}

extension SweepReport.Outcome {
    fileprivate var shapeText: String { BatchShape(shape.perSample).description }

    /// `80`; empty for none.
    fileprivate var parametersText: String { parameters > 0 ? NumberText.grouped(parameters) : "" }

    /// `1, 1`; empty where every pixel is read.
    fileprivate var unreadText: String {
        guard let unread, unread.contains(where: { $0 > 0 }) else { return "" }
        return unread.map(String.init).joined(separator: ", ")
    }

    fileprivate static let noTorchLayer = "−"
    fileprivate static let unknownTorchLayer = "?"

    /// Without sizes it is not known whether PyTorch has the layer.
    fileprivate var torchText: String {
        torch?.padding.rawValue
            ?? (shape.perSample.allSatisfy(\.isKnown)
                ? SweepReport.Outcome.noTorchLayer : SweepReport.Outcome.unknownTorchLayer)
    }
}

extension TorchCode {
    /// The code, for programs.
    var members: JSONText.Members {
        [
            ("pytorch", constructor.map(JSONText.string) ?? .null), ("pytorch_call", .string(call)),
            (
                "pytorch_weights",
                .object(weights.map { ($0.target, JSONText.string($0.value)) })
            ),
        ]
    }
}

extension MapsReport.Panel {
    /// `14×14`, or the length of a line.
    fileprivate var sizeText: String {
        switch content {
        case .map(let view), .colour(let view, _, _): "\(view.rows)×\(view.columns)"
        case .plot(let view): "\(view.columns)"
        }
    }
}
