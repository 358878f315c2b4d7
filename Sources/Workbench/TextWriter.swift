import Inspection
import Layers
import Library
import Presentation

/// Turns what there is to show into text for a person.
public struct TextWriter {
    /// The width and the abilities of where it is shown.
    public var renderer: Renderer
    /// Whether failures begin with file, line and column.
    public var showsPlaces: Bool
    /// Whether result lines and messages are folded between words, as at a terminal; programs and transcripts get each on
    /// one line, whatever the width.
    public var foldsLines: Bool

    /// Makes one from its parts.
    public init(renderer: Renderer, showsPlaces: Bool, foldsLines: Bool = false) {
        self.renderer = renderer
        self.showsPlaces = showsPlaces
        self.foldsLines = foldsLines
    }

    /// The text of one item; lines end in `\n`.
    public func text(_ item: OutcomeItem) -> String {
        switch item {
        case .printed(let text): text
        case .report(let report): renderer.render(lines: lines(report))
        case .note(let note): renderer.render(lines: lines(note))
        case .result(let result): renderer.render(lines: lines(result))
        case .failure(let failure):
            renderer.render(
                lines: FailureDisplay.lines(failure, showsPlace: showsPlaces, folds: foldsLines, renderer))
        case .page(let page): renderer.render(lines: PageDisplay.lines(page, renderer))
        case .message(let text): renderer.render(lines: StyledText(text).lines(for: renderer))
        }
    }

    private func lines(_ report: Report) -> [StyledText] {
        switch report {
        case .summary(let summary): SummaryDisplay.lines(summary, renderer)
        case .maps(let maps, let title): MapsDisplay.lines(maps, title: title, renderer)
        case .plan(let report): PlanDisplay.table(report).lines(for: renderer)
        case .tensor(let name, let report): TensorDisplay.line(report, name: name).lines(for: renderer)
        case .text(let text): StyledText(text).lines(for: renderer)
        }
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

    private func lines(_ result: Result) -> [StyledText] {
        switch result.shown {
        case .text(let text):
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { StyledText(String($0)) }
        case .tensor(let report, let preview):
            return folded(TensorDisplay.line(report, name: result.name)) + lines(preview, result.name)
        case .layer(let className, let name, let code):
            return folded("\(result.name ?? name, .name)  \(className, .layer)  \(code)")
        case .model(let className, let name, let layers, let parameters, let inputs, let outputs):
            var text: StyledText = "\(result.name ?? name, .name)  \(className, .layer)"
            if !outputs.isEmpty { text += "  \(shapes(inputs), .shape)\(" → ", .dim)\(shapes(outputs), .shape)" }
            text += "   \(NumberText.grouped(layers), .number) layer\(layers == 1 ? "" : "s")"
            text += "   \(NumberText.grouped(parameters), .number) params"
            return text.lines(for: renderer)
        }
    }

    /// A line, or several that end between words.
    private func folded(_ line: StyledText) -> [StyledText] {
        let line = renderer.encoded(line)
        return foldsLines ? line.wrapped(to: renderer.width, indent: 4) : [line]
    }

    private func shapes(_ shapes: [BatchShape]) -> String { shapes.map(\.description).joined(separator: ", ") }

    private func lines(_ preview: ShownValue.MapPreview, _ name: String?) -> [StyledText] {
        switch preview {
        case .none: return []
        case .maps(let maps): return TensorDisplay.strip(maps, renderer)
        case .tooCostly(let cost):
            let call = name.map { "show \($0)" } ?? "show(…)"
            return [StyledText("    \(call) draws its maps (\(NumberText.scaled(cost)) MACs to compute)", .dim)]
        }
    }
}
