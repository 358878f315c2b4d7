import Inspection
import Layers
import Presentation

/// A model's summary: Keras's own table.
extension SummaryReport: DisplayedReport {
    /// The title, the table and the totals.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        let title: StyledText = "Model: \("\"\(modelName)\"", .name)"
        let room = renderer.width
        let tables = isFixed || fits(room) ? [table(room, options.columns)] : [table(room, [])] + furtherTables(room)
        return [title] + tables.flatMap { $0.lines(for: renderer) } + totals.flatMap { renderer.sentence($0) }
    }

    /// Whether the table was asked to have a width.
    private var isFixed: Bool { options.lineLength != nil || options.positions != nil }

    /// Whether Keras's columns and those that were asked for fit side by side without a broken number.
    private func fits(_ room: Int) -> Bool {
        let shapes = rows.map(\.shapeText.count).max() ?? 0
        var widths = [16, max(12, shapes), 11] + options.columns.map(width)
        if !isChain { widths.append(16) }
        if options.showsTrainable { widths.append(9) }
        return widths.reduce(1) { $0 + $1 + 3 } <= room
    }

    /// Tables of the columns that were asked for, each of as many as there is room for.
    private func furtherTables(_ room: Int) -> [Table] {
        let names = rows.map { StyledText(SummaryReport.indent($0) + $0.name, .name) }
        let left = room - 4 - min(20, names.map(\.width).max() ?? 0)
        var parts: [[SummaryColumn]] = []
        var used = room
        for column in options.columns {
            if used + width(of: column) + 3 > left {
                parts.append([])
                used = 0
            }
            parts[parts.count - 1].append(column)
            used += width(of: column) + 3
        }
        return parts.map { part in
            Table(
                columns: [Table.Column("Layer")] + part.map(SummaryReport.column),
                rows: zip(names, rows).map { name, row in [name] + part.map { cell($0, row) } }, border: .keras)
        }
    }

    /// The columns of text that a column takes.
    private func width(of column: SummaryColumn) -> Int {
        rows.map { cell(column, $0).width }.reduce(column.header.count, max)
    }

    private static func column(_ column: SummaryColumn) -> Table.Column {
        Table.Column(StyledText(column.header), alignment: column.alignment, staysWhole: true)
    }

    /// What stands before the name of a layer in a nested model.
    private static func indent(_ row: Row) -> String {
        row.level == 0 ? "" : String(repeating: "   ", count: row.level) + "└ "
    }

    /// - Parameters:
    ///   - room: the width of the terminal.
    ///   - added: the columns besides Keras's.
    private func table(_ room: Int, _ added: [SummaryColumn]) -> Table {
        var columns = [
            Table.Column("Layer (type)"), Table.Column("Output Shape", staysWhole: true),
            Table.Column("Param #", alignment: .right, staysWhole: true),
        ]
        if !isChain { columns.append(Table.Column("Connected to")) }
        if options.showsTrainable { columns.append(Table.Column("Trainable", alignment: .center, staysWhole: true)) }
        // Asked for a width, the table has that one and wraps what is too long; else it is at least as wide as Keras's.
        for (place, width) in widths(room, added).enumerated() {
            if isFixed { columns[place].width = width } else { columns[place].minimumWidth = width }
        }
        columns += added.map(SummaryReport.column)
        let lines = rows.map { row in cells(row) + added.map { cell($0, row) } }
        return Table(
            columns: columns, rows: lines, border: .keras, separatesRows: true,
            stacksWhenNarrow: !isFixed)
    }

    private func cells(_ row: Row) -> [StyledText] {
        var cells: [StyledText] = [
            "\(SummaryReport.indent(row))\(row.name, .name) (\(row.layer, .layer))", StyledText(row.shapeText, .shape),
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

    /// What a layer has in a column: `-` for nothing, `?` for what is not known.
    private func cell(_ column: SummaryColumn, _ row: Row) -> StyledText {
        switch column {
        case .kernel: return StyledText(SummaryReport.sizes(row.kernel), .shape)
        case .strides: return StyledText(SummaryReport.sizes(row.strides), .shape)
        case .padding: return StyledText(row.padding ?? "-")
        case .macs:
            guard let cost = row.cost, cost.isExact || cost.known > 0 else { return "?" }
            return StyledText((cost.isExact ? "" : "≥ ") + NumberText.grouped(cost.known), .number)
        case .activationBytes: return row.activationBytes.map { StyledText(NumberText.grouped($0), .number) } ?? "?"
        case .receptiveField:
            return row.receptiveField.map { $0.axes.isEmpty ? "-" : StyledText($0.description) } ?? "?"
        case .share:
            guard totalParameters > 0 || row.parameters == nil else { return "-" }
            return share(of: row).map { StyledText(SummaryReport.percent($0), .number) } ?? "?"
        }
    }

    /// `12.3 %`; 0 only where it is exact.
    private static func percent(_ share: Double) -> String {
        if share == 0 || share == 1 { return share == 0 ? "0 %" : "100 %" }
        if share < 0.0001 { return "<0.01 %" }
        return share > 0.9995 ? ">99.9 %" : NumberText.significant(share * 100) + " %"
    }

    /// `3×3`
    private static func sizes(_ sizes: [Int]?) -> String {
        sizes.map { $0.map(String.init).joined(separator: "×") } ?? "-"
    }

    /// The width of each column's text in Keras's table.
    ///
    /// Source: `print_summary` in keras/src/utils/summary_utils.py, and how rich's tables share what is too wide.
    private func widths(_ room: Int, _ added: [SummaryColumn]) -> [Int] {
        var positions = options.positions ?? (isChain ? [0.45, 0.80, 1.0] : [0.3, 0.56, 0.74, 1.0])
        positions = Array(positions.prefix(isChain ? 3 : 4))
        if options.showsTrainable { positions = positions.map { $0 * 0.9 } + [1.0] }
        let usual = (isChain ? 88 : 108) + (options.showsTrainable ? 12 : 0)
        let added = added.reduce(0) { $0 + width(of: $1) + 3 }
        let asked = options.lineLength.map { max($0 - added, 4 * positions.count) }
        let length = asked ?? (options.positions == nil ? min(usual, room - 4 - added) : usual)
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
            total("Total params", totalParameters, bits: parameterBits.all),
            total("Trainable params", trainableParameters, bits: parameterBits.trainable),
            total("Non-trainable params", nonTrainableParameters, bits: parameterBits.fixed),
        ]
        // Of a model that was not called yet there is nothing to count, which needs no saying in Keras's own table.
        guard rows.contains(where: { !$0.outputShapes.isEmpty }) || !options.columns.isEmpty else { return lines }
        let scaled = cost.known < 1000 ? "" : " (\(NumberText.scaled(cost.known)))"
        let figure = NumberText.grouped(cost.known) + scaled
        if cost.known > 0 {
            let bound = cost.isExact ? "" : "at least "
            lines.append(" \("Multiply-accumulates:", .strong) \(bound)\(figure, .number)")
            let (flops, overflow) = cost.known.multipliedReportingOverflow(by: 2)
            let count = overflow ? "2 · \(NumberText.grouped(cost.known))" : NumberText.grouped(flops)
            lines.append(" \("FLOPs:", .strong) \(bound)\(count, .number) (2 for each multiply-accumulate)")
        } else if !cost.isExact {
            lines.append(" \("Multiply-accumulates:", .strong) unknown")
        }
        let peak = peakActivationBytes.map { bytes in
            NumberText.grouped(bytes) + " B" + (bytes < 1024 ? "" : " (\(NumberText.bytes(bytes)))")
        }
        lines.append(
            " \("Peak activations:", .strong) \(peak ?? "unknown", .number), outputs held at once for one sample")
        return lines
    }

    private func total(_ label: String, _ count: Int, bits: Int?) -> StyledText {
        let size = bits.map { " (\(NumberText.bytes(Double($0) / 8)))" } ?? ""
        return " \("\(label):", .strong) \(NumberText.grouped(count), .number)\(size)"
    }

    /// Kind `summary`: one object for each layer, and the totals.
    public var json: JSONText.Members {
        [
            ("kind", .string("summary")), ("model", .string(modelName)),
            ("layers", .array(rows.map { $0.json(share: share(of: $0)) })),
            ("total_params", .int(totalParameters)), ("trainable_params", .int(trainableParameters)),
            ("non_trainable_params", .int(nonTrainableParameters)),
        ] + JSONText.cost(cost) + [
            (
                "flops",
                cost.exact.flatMap { $0.multipliedReportingOverflow(by: 2).overflow ? nil : .int(2 * $0) } ?? .null
            ),
            ("flops_per_mac", .int(2)), ("peak_activation_bytes", .optional(peakActivationBytes)),
            ("columns", .array(options.columns.map { .string($0.rawValue) })),
        ]
    }
}

extension SummaryReport.Row {
    /// `(None, 72, 14, 64)`; several in brackets, and `?` where there is none.
    fileprivate var shapeText: String {
        let shapes = outputShapes.map(\.description)
        return shapes.count > 1 ? "[\(shapes.joined(separator: ", "))]" : shapes.first ?? "?"
    }

    /// The layer; a list of shapes where it has several outputs, null for what is not known before it is called.
    fileprivate func json(share: Double?) -> JSONText {
        let shapes = outputShapes.map(JSONText.shape)
        let members: JSONText.Members = [
            ("name", .string(name)), ("layer", .string(layer)),
            ("output_shape", shapes.count > 1 ? .array(shapes) : shapes.first ?? .null),
            ("params", .optional(parameters)),
        ]
        let sources = JSONText.array(connectedTo.map(JSONText.string))
        let figures: JSONText.Members = [
            ("connected_to", sources), ("kernel", .sizes(kernel)), ("strides", .sizes(strides)),
            ("padding", padding.map(JSONText.string) ?? .null), ("activation_bytes", .optional(activationBytes)),
            ("share", share.map(JSONText.number) ?? .null),
        ]
        return .object(members + JSONText.cost(cost) + JSONText.field(receptiveField) + figures)
    }
}

extension SummaryColumn {
    /// What stands above the column.
    fileprivate var header: String {
        switch self {
        case .kernel: "Kernel"
        case .strides: "Strides"
        case .padding: "Padding"
        case .macs: "MACs"
        case .activationBytes: "Bytes"
        case .receptiveField: "Sees"
        case .share: "Share"
        }
    }

    fileprivate var alignment: Table.Alignment {
        switch self {
        case .kernel, .strides, .padding, .receptiveField: .left
        case .macs, .activationBytes, .share: .right
        }
    }
}

extension JSONText {
    /// A list of sizes, or null.
    fileprivate static func sizes(_ sizes: [Int]?) -> JSONText { sizes.map { .array($0.map(JSONText.int)) } ?? .null }
}
