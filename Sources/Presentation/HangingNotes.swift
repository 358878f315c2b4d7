extension Renderer {
    /// Lines and remarks on them: beside their lines where there is room for all of them, otherwise below, further in.
    /// - Parameter indent: blanks before each line.
    public func hanging(_ lines: [(text: StyledText, notes: [String])], indent: Int) -> [StyledText] {
        let items = lines.map { line in
            (text: encoded(line.text), notes: line.notes.map { encoded(StyledText($0, .dim)) })
        }
        let fitBeside = items.allSatisfy { item in
            item.notes.count <= 1 && indent + item.text.width + 3 + (item.notes.first?.width ?? 0) <= width
        }
        let margin = StyledText(Blanks.text(indent))
        return items.flatMap { item in
            if fitBeside { return [item.notes.reduce(item.text) { $0 + "   " + $1 }] }
            let inner = min(8, max(0, width - indent - 20))
            return folded(item.text, to: width - indent, indent: 4)
                + item.notes.flatMap { folded($0, to: width - indent - inner, indent: 2) }
                .map { StyledText(Blanks.text(inner)) + $0 }
        }.map { margin + $0 }
    }

    private func folded(_ text: StyledText, to width: Int, indent: Int) -> [StyledText] {
        foldsSentences ? text.wrapped(to: max(1, width), indent: indent) : [text]
    }
}
