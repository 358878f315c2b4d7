import Language
import LineEditing
import Presentation
import Workbench

/// How the line looks while a person types it: in colours, with what it would produce behind it.
final class TypingDisplay {
    private let session: Session
    private let output: Output
    private let colours: LineColours
    private let preview: LinePreview
    private var statementCount = 0

    init(_ session: Session, _ output: Output) {
        self.session = session
        self.output = output
        colours = LineColours(session)
        preview = LinePreview(session)
    }

    /// The look of a line; nil where there are no colours.
    func decoration(_ entry: String, lineStart: Int, cursor: Int) -> LineDecoration? {
        let renderer = output.renderer()
        let display = session.display
        guard renderer.colour != .none, display.coloursInput || display.showsPreview else { return nil }
        let typed = TypedText(entry)
        func onLine(_ stretches: [LineColours.Stretch]) -> [LineDecoration.Stretch] {
            stretches.compactMap { range, style in
                guard range.upperBound > lineStart else { return nil }
                let onLine = max(range.lowerBound, lineStart) - lineStart..<range.upperBound - lineStart
                return .init(onLine, code: renderer.code(for: style))
            }
        }
        var decoration = LineDecoration()
        if display.coloursInput {
            decoration.stretches = onLine(colours.stretches(of: typed))
            decoration.marks = onLine(colours.marks(in: typed, cursor: cursor))
        }
        if let ghost = ghost(entry) {
            decoration.ghost = renderer.encoded(ghost.text)
            decoration.ghostCode = renderer.code(for: ghost.style)
        }
        return decoration
    }

    private func ghost(_ entry: String) -> (text: String, style: Style)? {
        guard session.display.showsPreview else { return nil }
        if session.statementCount != statementCount {
            statementCount = session.statementCount
            preview.reset()
        }
        guard let span = preview.text(for: entry)?.spans.first else { return nil }
        return (span.text, span.style)
    }
}
