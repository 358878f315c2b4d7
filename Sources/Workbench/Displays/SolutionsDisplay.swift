import Inspection
import Layers
import Presentation
import TensorEngine

/// Layers that give a shape: each as a line to type, with what it costs.
extension SolutionsReport: DisplayedReport {
    /// What is wanted, then the lines.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var lines = renderer.items([heading])
        if !areExact {
            lines += renderer.sentence(StyledText("nothing gives these sizes; the nearest are", .warning))
        }
        var wide = renderer
        wide.width = 10_000
        let table = table.lines(for: wide)
        lines += table.contains { $0.width > renderer.width } ? solutions.flatMap { list($0, renderer) } : table
        if question == .restore { lines += arithmetic(renderer) }
        return lines
    }

    private var heading: StyledText {
        let wanted = BatchShape(target.map { Dim($0) })
        return
            "\(input, .name)  \(BatchShape(inputShape.perSample), .shape)\(" → ", .dim)\(wanted, .shape)"
    }

    private var table: Table {
        var columns: [(column: Table.Column, text: (VerifiedChain) -> StyledText)] = [
            (Table.Column("Layers"), { StyledText($0.chain.call(on: self.input)) })
        ]
        if !areExact || target.contains(where: { $0 == nil }) {
            columns.append((Table.Column("Output"), { StyledText(BatchShape($0.shape.perSample).description, .shape) }))
        }
        columns += [
            (
                Table.Column("Params", alignment: .right),
                { StyledText($0.parameters > 0 ? NumberText.grouped($0.parameters) : "") }
            ),
            (Table.Column("MACs", alignment: .right), { StyledText($0.cost.text ?? "") }),
            (Table.Column("Sees"), { StyledText($0.field.isPointwise ? "" : $0.field.description) }),
        ]
        return Table(
            columns: columns.map(\.column), rows: solutions.map { chain in columns.map { $0.text(chain) } },
            border: .none, showsHeader: true)
    }

    private func list(_ chain: VerifiedChain, _ renderer: Renderer) -> [StyledText] {
        var items: [StyledText] = [StyledText(chain.chain.call(on: input))]
        if !areExact || target.contains(where: { $0 == nil }) {
            items.append(StyledText(BatchShape(chain.shape.perSample).description, .shape))
        }
        if chain.parameters > 0 { items.append("\(NumberText.grouped(chain.parameters)) params") }
        if let cost = chain.cost.text { items.append("\(cost) MACs") }
        return renderer.items(items, gap: 2)
    }

    /// How the first solution comes to the sizes, axis by axis.
    private func arithmetic(_ renderer: Renderer) -> [StyledText] {
        guard let first = solutions.first else { return [] }
        return first.arithmetic.flatMap { axes in
            renderer.hanging(axes.alignedLines.map { (StyledText($0), []) }, indent: 2)
        }
    }

    /// Kinds `solve` and `restore`: one object for each solution.
    public var json: JSONText.Members {
        [
            ("kind", .string(question.rawValue)), ("input", .string(input)), ("input_shape", .shape(inputShape)),
            ("shape", .array(target.map { .optional($0) })), ("exact", .bool(areExact)),
            (
                "solutions",
                .array(
                    solutions.map { chain in
                        .object(
                            [
                                ("code", .string(chain.chain.call(on: input))),
                                ("layers", .array(chain.chain.layers.map { .string($0.text) })),
                                ("output_shape", .shape(chain.shape)), ("params", .int(chain.parameters)),
                            ] + JSONText.cost(chain.cost) + JSONText.field(chain.field))
                    })
            ),
        ]
    }
}
