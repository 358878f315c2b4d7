import Inspection
import Layers
import Presentation

/// A model's summary: Keras's own table.
extension SummaryReport: DisplayedReport {
    /// The title, the table and the totals.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        let title: StyledText = "Model: \("\"\(modelName)\"", .name)"
        return [title] + table.lines(for: renderer) + totals
    }

    private var table: Table {
        var columns = [
            Table.Column("Layer (type)"), Table.Column("Output Shape", staysWhole: true),
            Table.Column("Param #", alignment: .right, staysWhole: true),
        ]
        if !isChain { columns.append(Table.Column("Connected to")) }
        let cells = rows.map { row -> [StyledText] in
            let cells: [StyledText] = [
                "\(row.name, .name) (\(row.layer, .layer))", StyledText(row.shapeText, .shape),
                row.parameters.map { StyledText(NumberText.grouped($0), .number) } ?? "0 (unbuilt)",
            ]
            let sources = row.connectedTo.isEmpty ? "-" : row.connectedTo.joined(separator: ", ")
            return isChain ? cells : cells + [StyledText(sources)]
        }
        return Table(columns: columns, rows: cells, border: .keras, separatesRows: true)
    }

    private var totals: [StyledText] {
        var lines = [
            total("Total params", totalParameters), total("Trainable params", trainableParameters),
            total("Non-trainable params", nonTrainableParameters),
        ]
        let figure = "\(NumberText.grouped(cost.known)) (\(NumberText.scaled(cost.known)))"
        if cost.known > 0 {
            lines.append(" \("Multiply-accumulates:", .strong) \(cost.isExact ? "" : "at least ")\(figure, .number)")
        } else if !cost.isExact {
            lines.append(" \("Multiply-accumulates:", .strong) unknown")
        }
        return lines
    }

    private func total(_ label: String, _ count: Int) -> StyledText {
        let bytes = count.multipliedReportingOverflow(by: 4)
        let size = bytes.overflow ? "" : " (\(NumberText.bytes(bytes.partialValue)))"
        return " \("\(label):", .strong) \(NumberText.grouped(count), .number)\(size)"
    }

    /// Kind `summary`: one object for each layer, and the totals.
    public var json: JSONText.Members {
        [
            ("kind", .string("summary")), ("model", .string(modelName)), ("layers", .array(rows.map(\.json))),
            ("total_params", .int(totalParameters)), ("trainable_params", .int(trainableParameters)),
            ("non_trainable_params", .int(nonTrainableParameters)),
        ] + JSONText.cost(cost)
    }
}

extension SummaryReport.Row {
    /// `(None, 72, 14, 64)`; several in brackets, and `?` where there is none.
    fileprivate var shapeText: String {
        let shapes = outputShapes.map(\.description)
        return shapes.count > 1 ? "[\(shapes.joined(separator: ", "))]" : shapes.first ?? "?"
    }

    /// The layer; a list of shapes where it has several outputs, null for what is not known before it is called.
    fileprivate var json: JSONText {
        let shapes = outputShapes.map(JSONText.shape)
        let members: JSONText.Members = [
            ("name", .string(name)), ("layer", .string(layer)),
            ("output_shape", shapes.count > 1 ? .array(shapes) : shapes.first ?? .null),
            ("params", .optional(parameters)),
        ]
        let sources = JSONText.array(connectedTo.map(JSONText.string))
        return .object(members + JSONText.cost(cost) + JSONText.field(receptiveField) + [("connected_to", sources)])
    }
}
