import Layers
import Library
import Presentation

/// Turns outcomes into text.
public struct TextWriter {
    /// The width and the abilities of where it is shown.
    public var renderer: Renderer
    /// Whether failures begin with file, line and column.
    public var showsPlaces: Bool
    /// Whether results have their numbers. In a transcript they would be others when it is replayed, as failures are left out.
    public var showsNumbers = true

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
        if case .printed(let text) = item { text } else { renderer.render(lines: lines(item)) }
    }

    /// The lines of one item with their styles.
    func lines(_ item: OutcomeItem) -> [StyledText] {
        switch item {
        case .printed(let text): StyledText(text).lines
        case .report(let report): report.lines(renderer)
        case .note(let note): lines(note)
        case .whole(let item): lines(item)
        case .result(let result): labelled(result.shown.lines(renderer), result)
        case .failure(let failure): FailureDisplay.lines(failure, showsPlace: showsPlaces, renderer)
        case .message(let text): StyledText(text).lines(for: renderer)
        }
    }

    /// The lines of a result, the first after `Out[3]: ` where results are numbered.
    private func labelled(_ lines: [StyledText], _ result: Result) -> [StyledText] {
        guard showsNumbers, let number = result.number, let first = lines.first else { return lines }
        return [StyledText("Out[\(number)]: ", .prompt) + first] + lines.dropFirst()
    }

    private func lines(_ note: Note) -> [StyledText] {
        switch note {
        case .text(let text), .omission(let text):
            return (StyledText("note: ", .hint) + StyledText(text)).lines(for: renderer)
        case .translation(let translation):
            if let missing = translation.missing {
                let text: StyledText = "\("note: ", .hint)\(missing)   \("(read as \(translation.canonical))", .dim)"
                return text.lines(for: renderer)
            }
            var text: StyledText = "\("Keras 3: ", .hint)\(translation.canonical)"
            if translation.isAmbiguous { text += StyledText("   (read as Keras 1: \(translation.calledAs))", .dim) }
            return text.lines(for: renderer)
        }
    }
}
