import Layers
import Library
import Presentation

/// Turns what there is to show into text for a person.
public struct TextWriter {
    /// The width and the abilities of where it is shown.
    public var renderer: Renderer
    /// Whether failures begin with file, line and column.
    public var showsPlaces: Bool

    /// - Parameters:
    ///   - renderer: the width and the abilities of where it is shown.
    ///   - showsPlaces: whether failures begin with file, line and column.
    ///   - foldsLines: whether result lines and messages are folded between words, as at a terminal; programs and
    ///     transcripts get each on one line, whatever the width.
    public init(renderer: Renderer, showsPlaces: Bool, foldsLines: Bool = false) {
        self.renderer = renderer
        self.renderer.foldsSentences = foldsLines
        self.showsPlaces = showsPlaces
    }

    /// The text of one item; lines end in `\n`.
    public func text(_ item: OutcomeItem) -> String {
        switch item {
        case .printed(let text): text
        case .report(let report): renderer.render(lines: report.lines(renderer))
        case .note(let note): renderer.render(lines: lines(note))
        case .result(let result), .whole(let result):
            label(result) + renderer.render(lines: result.shown.lines(renderer))
        case .failure(let failure):
            renderer.render(lines: FailureDisplay.lines(failure, showsPlace: showsPlaces, renderer))
        case .message(let text): renderer.render(lines: StyledText(text).lines(for: renderer))
        }
    }

    /// `Out[3]: `, where results are numbered.
    private func label(_ result: Result) -> String {
        result.number.map { renderer.line(StyledText("Out[\($0)]: ", .prompt)) } ?? ""
    }

    private func lines(_ note: Note) -> [StyledText] {
        switch note {
        case .text(let text): return (StyledText("note: ", .hint) + StyledText(text)).lines(for: renderer)
        case .translation(let translation):
            var text: StyledText = "\("Keras 3: ", .hint)\(translation.canonical)"
            if translation.isAmbiguous { text += StyledText("   (read as Keras 1: \(translation.calledAs))", .dim) }
            return text.lines(for: renderer)
        }
    }
}
