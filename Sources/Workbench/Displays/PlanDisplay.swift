import Inspection
import Presentation

/// How the engine computes convolutions: a table.
extension PlanReport: DisplayedReport {
    /// One row for each convolution.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        Table(
            columns: [Table.Column("Layer (type)"), Table.Column("Path"), Table.Column("Why")],
            rows: rows.map { row in
                [
                    "\(row.name, .name) (\(row.layer, .layer))", StyledText(row.plan?.path.rawValue ?? "?", .strong),
                    StyledText(row.plan?.reason ?? "it depends on sizes that are not known yet"),
                ]
            }, border: .none
        ).lines(for: renderer)
    }

    /// Kind `plan`: one object for each convolution.
    public var json: JSONText.Members {
        let convolutions = rows.map { row -> JSONText in
            .object([
                ("name", .string(row.name)), ("layer", .string(row.layer)),
                ("path", row.plan.map { .string($0.path.rawValue) } ?? .null),
                ("reason", row.plan.map { .string($0.reason) } ?? .null),
            ])
        }
        return [("kind", .string("plan")), ("convolutions", .array(convolutions))]
    }
}
