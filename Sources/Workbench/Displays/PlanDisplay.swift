import Inspection
import Presentation

/// How a report on the engine's paths looks: a table.
enum PlanDisplay {
    static func table(_ report: PlanReport) -> Table {
        Table(
            columns: [Table.Column("Layer (type)"), Table.Column("Path"), Table.Column("Why")],
            rows: report.rows.map { row in
                [
                    "\(row.name, .name) (\(row.layer, .layer))", StyledText(row.plan?.path.rawValue ?? "?", .strong),
                    StyledText(row.plan?.reason ?? "it depends on sizes that are not known yet"),
                ]
            }, border: .none)
    }
}
