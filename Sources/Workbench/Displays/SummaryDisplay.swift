import Inspection
import Presentation

/// How a model's summary looks: Keras's own table.
enum SummaryDisplay {
    static func lines(_ summary: Summary, _ renderer: Renderer) -> [StyledText] {
        let title: StyledText = "Model: \("\"\(summary.modelName)\"", .name)"
        return [title] + table(summary).lines(for: renderer) + totals(summary)
    }

    private static func table(_ summary: Summary) -> Table {
        var columns = [
            Table.Column("Layer (type)"), Table.Column("Output Shape", staysWhole: true),
            Table.Column("Param #", alignment: .right, staysWhole: true),
        ]
        if !summary.isChain { columns.append(Table.Column("Connected to")) }
        let rows = summary.rows.map { row -> [StyledText] in
            let cells: [StyledText] = [
                "\(row.name, .name) (\(row.layer, .layer))", StyledText(row.outputShape, .shape),
                row.parameters.map { StyledText(NumberText.grouped($0), .number) } ?? "0 (unbuilt)",
            ]
            return summary.isChain ? cells : cells + [StyledText(connections(row.connectedTo))]
        }
        return Table(columns: columns, rows: rows, border: .keras, separatesRows: true)
    }

    private static func connections(_ names: [String]) -> String {
        names.isEmpty ? "-" : names.joined(separator: ", ")
    }

    private static func totals(_ summary: Summary) -> [StyledText] {
        var lines = [
            total("Total params", summary.totalParameters), total("Trainable params", summary.trainableParameters),
            total("Non-trainable params", summary.nonTrainableParameters),
        ]
        if let cost = summary.multiplyAccumulates, cost > 0 {
            lines.append(
                " \("Multiply-accumulates:", .strong) \(NumberText.grouped(cost), .number) (\(NumberText.scaled(cost)))"
            )
        }
        return lines
    }

    private static func total(_ label: String, _ count: Int) -> StyledText {
        let bytes = count.multipliedReportingOverflow(by: 4)
        let size = bytes.overflow ? "" : " (\(NumberText.bytes(bytes.partialValue)))"
        return " \("\(label):", .strong) \(NumberText.grouped(count), .number)\(size)"
    }
}
