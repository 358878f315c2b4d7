import Presentation

/// How a page of help looks: paragraphs, then a list whose explanations stay in their column.
enum PageDisplay {
    static func lines(_ page: Page, _ renderer: Renderer) -> [StyledText] {
        var lines = page.paragraphs.flatMap { paragraph($0, renderer) }
        if !page.entries.isEmpty {
            if !lines.isEmpty { lines.append(StyledText()) }
            lines += Indented(entries(page), by: 2).lines(for: renderer)
        }
        return lines + page.closing.flatMap { paragraph($0, renderer) }
    }

    private static func paragraph(_ text: String, _ renderer: Renderer) -> [StyledText] {
        renderer.encoded(StyledText(text)).wrapped(to: renderer.width, indent: 4)
    }

    private static func entries(_ page: Page) -> Table {
        let haveValues = page.entries.contains { $0.value != nil }
        let rows = page.entries.map { entry -> [StyledText] in
            let value = haveValues ? [StyledText(entry.value ?? "", .number)] : []
            return [StyledText(entry.term, .name)] + value + [StyledText(entry.text)]
        }
        let columns = Array(repeating: Table.Column(""), count: haveValues ? 3 : 2)
        return Table(columns: columns, rows: rows, border: .none, showsHeader: false)
    }
}
