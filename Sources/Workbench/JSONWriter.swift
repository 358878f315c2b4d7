import Inspection
import Interpreter
import Layers
import Library

/// Turns what there is to show into JSON for programs: one object a line.
public struct JSONWriter {
    /// Makes one from its parts.
    public init() {}

    /// The object of one item, with its line end.
    public func text(_ item: OutcomeItem) -> String { object(item).text + "\n" }

    private func object(_ item: OutcomeItem) -> JSONText {
        switch item {
        case .printed(let text): .object([("kind", .string("print")), ("text", .string(text))])
        case .message(let text): .object([("kind", .string("message")), ("text", .string(text))])
        case .page(let page): self.page(page)
        case .note(let note): self.note(note)
        case .report(let report): self.report(report)
        case .result(let result): self.result(result)
        case .failure(let failure): self.failure(failure)
        }
    }

    private func page(_ page: Page) -> JSONText {
        let entries = page.entries.map { entry -> JSONText in
            .object([
                ("term", .string(entry.term)), ("value", entry.value.map(JSONText.string) ?? .null),
                ("text", .string(entry.text)),
            ])
        }
        return .object([
            ("kind", .string("help")), ("paragraphs", .array(page.paragraphs.map(JSONText.string))),
            ("entries", .array(entries)), ("closing", .array(page.closing.map(JSONText.string))),
        ])
    }

    private func note(_ note: Note) -> JSONText {
        switch note {
        case .text(let text): .object([("kind", .string("note")), ("text", .string(text))])
        case .translation(let translation):
            .object([
                ("kind", .string("translation")), ("called_as", .string(translation.calledAs)),
                ("keras3", .string(translation.canonical)), ("ambiguous", .bool(translation.isAmbiguous)),
            ])
        }
    }

    private func report(_ report: Report) -> JSONText {
        switch report {
        case .text(let text): .object([("kind", .string("text")), ("text", .string(text))])
        case .tensor(let name, let report): .object([("kind", .string("tensor"))] + members(report, name: name))
        case .maps(let maps, let title):
            .object([("kind", .string("maps")), ("title", .string(title))] + members(maps, withValues: true))
        case .summary(let summary): self.summary(summary)
        case .plan(let plan): self.plan(plan)
        }
    }

    private func plan(_ plan: PlanReport) -> JSONText {
        let rows = plan.rows.map { row -> JSONText in
            .object([
                ("name", .string(row.name)), ("layer", .string(row.layer)),
                ("path", row.plan.map { .string($0.path.rawValue) } ?? .null),
                ("reason", row.plan.map { .string($0.reason) } ?? .null),
            ])
        }
        return .object([("kind", .string("plan")), ("convolutions", .array(rows))])
    }

    private func summary(_ summary: Summary) -> JSONText {
        let rows = summary.rows.map { row -> JSONText in
            .object([
                ("name", .string(row.name)), ("layer", .string(row.layer)), ("output_shape", .string(row.outputShape)),
                ("params", row.parameters.map(JSONText.int) ?? .null),
                ("connected_to", .array(row.connectedTo.map(JSONText.string))),
            ])
        }
        return .object([
            ("kind", .string("summary")), ("model", .string(summary.modelName)), ("layers", .array(rows)),
            ("total_params", .int(summary.totalParameters)), ("trainable_params", .int(summary.trainableParameters)),
            ("non_trainable_params", .int(summary.nonTrainableParameters)),
            ("macs", summary.multiplyAccumulates.map(JSONText.int) ?? .null),
        ])
    }

    private func result(_ result: Result) -> JSONText {
        var members: [(String, JSONText)] = [("statement", .string(result.statement))]
        if let name = result.name { members.append(("name", .string(name))) }
        switch result.shown {
        case .text(let text): members += [("kind", .string("value")), ("value", .string(text))]
        case .layer(let className, let name, let code):
            members += [
                ("kind", .string("layer")), ("layer", .string(className)), ("layer_name", .string(name)),
                ("code", .string(code)),
            ]
        case .model(let className, let name, let layers, let parameters, let inputs, let outputs):
            members += [
                ("kind", .string("model")), ("class", .string(className)), ("model_name", .string(name)),
                ("layers", .int(layers)), ("params", .int(parameters)), ("input_shapes", .array(inputs.map(shape))),
                ("output_shapes", .array(outputs.map(shape))),
            ]
        case .tensor(let report, let preview):
            members += [("kind", .string("tensor"))] + self.members(report, name: nil)
            if case .maps(let maps) = preview { members += self.members(maps, withValues: false) }
        }
        return .object(members)
    }

    private func members(_ report: TensorReport, name: String?) -> [(String, JSONText)] {
        (name.map { [("name", JSONText.string($0))] } ?? []) + [
            ("layer", .string(report.layer)), ("layer_name", .string(report.layerName)),
            ("input_shapes", .array(report.inputShapes.map(shape))), ("output_shape", shape(report.outputShape)),
            ("params", .int(report.parameters)), ("macs", report.multiplyAccumulates.map(JSONText.int) ?? .null),
            ("receptive_field", .array(report.receptiveField.axes.map { $0.size.map(JSONText.int) ?? .null })),
        ]
    }

    private func members(_ maps: FeatureMaps, withValues: Bool) -> [(String, JSONText)] {
        let range = maps.range
        var members: [(String, JSONText)] = [
            ("channels", .int(maps.channelCount)), ("minimum", .number(Double(range.minimum))),
            ("maximum", .number(Double(range.maximum))),
        ]
        if withValues {
            let list = (0..<maps.count).map { index -> JSONText in
                let map = maps[index]
                return .object([
                    ("channel", .string(map.label)), ("rows", .int(map.rows)), ("columns", .int(map.columns)),
                    ("values", .array(map.values.map { .number(Double($0)) })),
                ])
            }
            members.append(("maps", .array(list)))
        }
        return members
    }

    private func shape(_ shape: BatchShape) -> JSONText { .array(shape.dims.map { $0.map(JSONText.int) ?? .null }) }

    private func failure(_ failure: Failure) -> JSONText {
        var members: [(String, JSONText)] = [
            ("kind", .string("error")), ("class", .string(failure.className)), ("message", .string(failure.message)),
        ]
        if let hint = failure.hint { members.append(("hint", .string(hint))) }
        if let location = failure.location {
            let (line, column) = location.source.position(of: location.span.start)
            members += [("file", .string(location.source.name)), ("line", .int(line)), ("column", .int(column))]
        }
        return .object(members)
    }
}
