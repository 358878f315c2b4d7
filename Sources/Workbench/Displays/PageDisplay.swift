import Presentation

/// A page of help: paragraphs, then a list whose explanations stay in their column.
extension Page: DisplayedReport {
    /// The paragraphs, the entries and what stands below them.
    public func lines(_ renderer: Renderer) -> [StyledText] {
        var lines = paragraphs.flatMap { paragraph($0, renderer) }
        if !entries.isEmpty {
            if !lines.isEmpty { lines.append(StyledText()) }
            lines += Indented(table, by: 2).lines(for: renderer)
        }
        return lines + closing.flatMap { paragraph($0, renderer) }
    }

    private func paragraph(_ text: String, _ renderer: Renderer) -> [StyledText] {
        renderer.encoded(StyledText(text)).wrapped(to: renderer.width, indent: 4)
    }

    private var table: Table {
        let haveValues = entries.contains { $0.value != nil }
        let rows = entries.map { entry -> [StyledText] in
            let value = haveValues ? [StyledText(entry.value ?? "", .number)] : []
            return [StyledText(entry.term, .name)] + value + [StyledText(entry.text)]
        }
        let columns = Array(repeating: Table.Column(""), count: haveValues ? 3 : 2)
        return Table(columns: columns, rows: rows, border: .none, showsHeader: false)
    }

    /// Kind `help`.
    public var json: JSONText.Members {
        let items = entries.map { entry -> JSONText in
            .object([
                ("term", .string(entry.term)), ("value", entry.value.map(JSONText.string) ?? .null),
                ("text", .string(entry.text)),
            ])
        }
        return [
            ("kind", .string("help")), ("paragraphs", .array(paragraphs.map(JSONText.string))),
            ("entries", .array(items)), ("closing", .array(closing.map(JSONText.string))),
        ]
    }
}
