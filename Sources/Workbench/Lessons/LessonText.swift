import Inspection
import Presentation

/// What a lesson says: paragraphs, a statement that it runs, a question, or an answer.
struct LessonText: Report {
    /// The kinds there are.
    enum Kind: String, Sendable {
        case title, text, code, question, task, right, wrong, unsolved, hint, answer, pause, end
    }

    let kind: Kind
    let paragraphs: [String]
    /// Which question of the lesson it is: `2 of 7`; nil for anything else.
    var place: String?

    init(_ kind: Kind, _ paragraphs: String..., place: String? = nil) {
        self.kind = kind
        self.paragraphs = paragraphs
        self.place = place
    }

    init(_ kind: Kind, _ paragraphs: [String]) {
        self.kind = kind
        self.paragraphs = paragraphs
    }
}

extension LessonText: DisplayedReport {
    /// Each paragraph, wrapped to at most 78 columns, behind what marks its kind.
    func lines(_ renderer: Renderer) -> [StyledText] {
        let width = min(renderer.width, 78)
        let indent = kind == .code ? 4 : mark.isEmpty ? 0 : 2
        // Text stands apart from what statements show.
        let gap = [.text, .end].contains(kind) ? [StyledText()] : []
        return gap
            + paragraphs.flatMap { paragraph -> [StyledText] in
                let isIndented = kind != .code && paragraph.hasPrefix(" ")
                let mark = isIndented ? StyledText() : mark
                let lines = (mark + StyledText(paragraph, style) + placeText).lines
                // Lines that begin with blanks keep their breaks. Code is folded for people only.
                let isKept = kind == .code ? !renderer.foldsSentences : isIndented
                if isKept { return lines.map { renderer.encoded($0) } }
                return lines.flatMap { renderer.encoded($0).wrapped(to: width, indent: indent) }
            }
    }

    private var style: Style {
        switch kind {
        case .title: .heading
        case .question, .task: .strong
        case .pause: .dim
        default: .plain
        }
    }

    private var placeText: StyledText { place.map { StyledText("  (\($0))", .dim) } ?? StyledText() }

    private var mark: StyledText {
        switch kind {
        case .title, .text, .pause, .end: StyledText()
        case .code: StyledText("> ", .prompt)
        case .question: StyledText("? ", .prompt)
        case .task: StyledText("task: ", .prompt)
        case .right: StyledText("right: ", .hint)
        case .wrong: StyledText("no: ", .warning)
        case .unsolved: StyledText("not yet: ", .warning)
        case .hint: StyledText("hint: ", .hint)
        case .answer: StyledText("= ", .hint)
        }
    }

    /// Kind `lesson`.
    var json: JSONText.Members {
        [
            ("kind", .string("lesson")), ("part", .string(kind.rawValue)),
            ("text", .string(paragraphs.joined(separator: "\n"))),
        ] + (place.map { [("place", .string($0))] } ?? [])
    }
}
