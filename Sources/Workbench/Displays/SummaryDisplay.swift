import Inspection
import Layers
import Presentation

/// A model's summary: Keras's own table.
extension SummaryReport: DisplayedReport {
    /// The title, the table and the totals.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        let title: StyledText = "Model: \("\"\(modelName)\"", .name)"
        return [title] + table(renderer.width).lines(for: renderer) + totals
    }

    /// - Parameter room: the width of the terminal.
    private func table(_ room: Int) -> Table {
        var columns = [
            Table.Column("Layer (type)"), Table.Column("Output Shape", staysWhole: true),
            Table.Column("Param #", alignment: .right, staysWhole: true),
        ]
        if !isChain { columns.append(Table.Column("Connected to")) }
        if options.showsTrainable { columns.append(Table.Column("Trainable", alignment: .center, staysWhole: true)) }
        // Asked for a width, the table has that one and wraps what is too long; else it is at least as wide as Keras's.
        let isFixed = options.lineLength != nil || options.positions != nil
        for (place, width) in widths(room).enumerated() {
            if isFixed { columns[place].width = width } else { columns[place].minimumWidth = width }
        }
        return Table(columns: columns, rows: rows.map(cells), border: .keras, separatesRows: true)
    }

    private func cells(_ row: Row) -> [StyledText] {
        let indent = row.level == 0 ? "" : String(repeating: "   ", count: row.level) + "└ "
        var cells: [StyledText] = [
            "\(indent)\(row.name, .name) (\(row.layer, .layer))", StyledText(row.shapeText, .shape),
            row.parameters.map { StyledText(NumberText.grouped($0), .number) } ?? "0 (unbuilt)",
        ]
        if !isChain {
            cells.append(StyledText(row.connectedTo.isEmpty ? "-" : row.connectedTo.joined(separator: ", ")))
        }
        if options.showsTrainable {
            cells.append(StyledText(row.isTrainable.map { $0 ? "Y" : "N" } ?? "-", .strong))
        }
        return cells
    }

    /// The width of each column's text in Keras's table.
    ///
    /// Source: `print_summary` in keras/src/utils/summary_utils.py, and how rich's tables share what is too wide.
    private func widths(_ room: Int) -> [Int] {
        var positions = options.positions ?? (isChain ? [0.45, 0.80, 1.0] : [0.3, 0.56, 0.74, 1.0])
        positions = Array(positions.prefix(isChain ? 3 : 4))
        if options.showsTrainable { positions = positions.map { $0 * 0.9 } + [1.0] }
        let usual = (isChain ? 88 : 108) + (options.showsTrainable ? 12 : 0)
        let length = options.lineLength ?? (options.positions == nil ? min(usual, room - 4) : usual)
        var ends = positions.map { Int($0 * Double(length)) }
        ends.insert(0, at: 0)
        // Each column with a blank on both sides; the frame takes a character beside each.
        var widths = zip(ends.dropFirst(), ends).map { $0 - $1 + 2 }
        var excess = widths.reduce(0, +) - (length - widths.count - 1)
        for place in widths.indices where excess > 0 {
            let share = (Double(excess) / Double(widths.count - place)).rounded(.toNearestOrEven)
            let taken = min(widths[place], Int(share))
            widths[place] -= taken
            excess -= taken
        }
        return widths.map { max(1, $0 - 2) }
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
