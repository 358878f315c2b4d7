import Interpreter
import Language

/// A lesson: a script whose comments are its text, with statements that run and questions.
struct Lesson {
    /// One thing that a lesson does.
    enum Step {
        /// Paragraphs, or lines that keep their breaks where they begin with a blank.
        case text([String])
        /// A statement. What `ask` and `task` ask is known when it has run.
        case statement(TopLevelStatement)
    }

    /// The name by which it is found: that of its file.
    let name: String
    /// What it is about: the first line.
    let title: String
    /// What it does, in order.
    let steps: [Step]
    /// The indices of the steps that ask something.
    let questions: [Int]

    /// Reads a script.
    /// - Throws: `SyntaxFailure`.
    init(name: String, _ source: SourceText, _ interpreter: Interpreter) throws(SyntaxFailure) {
        let lines = String(decoding: source.bytes, as: UTF8.self).linesByFeed
        var (steps, next): ([Step], Int) = ([], 0)
        for statement in try interpreter.parse(source) {
            let first = source.position(of: statement.statement.span.start).line - source.firstLine
            let last =
                source.position(of: max(statement.codeEnd - 1, statement.statement.span.start)).line
                - source.firstLine
            if next < first, let text = Lesson.text(lines[next..<first]) { steps.append(.text(text)) }
            steps.append(.statement(statement))
            next = max(next, last + 1)
        }
        if next < lines.count, let text = Lesson.text(lines[next...]) { steps.append(.text(text)) }
        self.name = name
        title = lines.lazy.compactMap(Lesson.comment).first { !$0.isEmpty } ?? name
        if case .text(let paragraphs)? = steps.first {
            let rest = Lesson.withoutTitle(paragraphs, title)
            steps = (rest.isEmpty ? [] : [.text(rest)]) + steps.dropFirst()
        }
        self.steps = steps
        questions = steps.indices.filter { index in
            if case .statement(let statement) = steps[index] { statement.asksSomething } else { false }
        }
    }

    /// The statements before a step that define what the names mean there: of each name the last one.
    func definitions(before end: Int) -> [TopLevelStatement] {
        var known: Set<String> = []
        var found: [TopLevelStatement] = []
        for case .statement(let statement) in steps[..<end].reversed() {
            guard case .assign(let targets, _) = statement.statement.kind else { continue }
            let names = targets.compactMap { if case .name(let name) = $0.kind { name } else { nil } }
            if names.contains(where: { known.insert($0).inserted }) { found.append(statement) }
        }
        return found.reversed()
    }

    /// The statements before a step that show pictures.
    func pictures(before end: Int) -> [TopLevelStatement] {
        steps[..<end].compactMap { step in
            if case .statement(let statement) = step, statement.text.hasPrefix("show ") { statement } else { nil }
        }
    }

    /// The paragraphs without the title, where the first one begins with it.
    private static func withoutTitle(_ paragraphs: [String], _ title: String) -> [String] {
        guard let first = paragraphs.first, first.hasPrefix(title) else { return paragraphs }
        let rest = first.dropFirst(title.count).drop { $0 == " " }
        return (rest.isEmpty ? [] : [String(rest)]) + paragraphs.dropFirst()
    }

    /// The text of a comment; nil for a line of code. Marked results are no text.
    private static func comment(_ line: String) -> String? {
        guard line.hasPrefix("#"), !line.hasPrefix(ResultMarker.mark) else { return nil }
        let text = line.dropFirst()
        return String(text.first == " " ? text.dropFirst() : text)
    }

    /// The paragraphs in some lines; nil where there are none.
    private static func text(_ lines: ArraySlice<String>) -> [String]? {
        var paragraphs: [String] = []
        var isOpen = false
        for line in lines {
            guard let text = comment(line), !text.isEmpty else {
                isOpen = false
                continue
            }
            // Further in: a line as it is, such as a formula.
            if text.hasPrefix(" ") {
                paragraphs.append(text)
                isOpen = false
            } else if isOpen, let last = paragraphs.indices.last {
                paragraphs[last] += " " + text
            } else {
                paragraphs.append(text)
                isOpen = true
            }
        }
        return paragraphs.isEmpty ? nil : paragraphs
    }
}

extension TopLevelStatement {
    /// Whether it calls `ask` or `task`.
    fileprivate var asksSomething: Bool {
        guard case .expression(let expression) = statement.kind, case .call(let function, _) = expression.kind,
            case .name(let name) = function.kind
        else { return false }
        return LessonFunctions.names.contains(name)
    }
}
