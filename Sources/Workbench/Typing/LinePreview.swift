import Interpreter
import Language
import Layers
import Library
import Presentation

/// What the line that is being typed would produce, in the words that stand behind it:
/// `→ (None, 35, 6, 64) · 640 params`, or `kernel 9 > height 7`.
public final class LinePreview {
    private let session: Session
    /// How long it may take to find out what a line would produce. What takes longer is not shown.
    private let limit: Duration
    private var last: (entry: String, text: StyledText?)?

    /// - Parameter limit: how long a look at a line may take.
    public init(_ session: Session, limit: Duration = .milliseconds(2)) {
        self.session = session
        self.limit = limit
    }

    /// Forgets what it found: statements have run since.
    public func reset() { last = nil }

    /// What an entry would produce; nil where that is not known without running it.
    public func text(for entry: String) -> StyledText? {
        if let last, last.entry == entry { return last.text }
        let deadline = ContinuousClock.now + limit
        let text = find(entry, by: deadline)
        guard ContinuousClock.now <= deadline else { return nil }
        last = (entry, text)
        return text
    }

    /// Longer entries are not looked at.
    private static let longestEntry = 2000

    private func find(_ entry: String, by deadline: ContinuousClock.Instant) -> StyledText? {
        guard entry.utf8.count <= LinePreview.longestEntry else { return nil }
        let typed = TypedText(entry)
        guard typed.strayBrackets.isEmpty, !typed.words.contains(where: { $0.kind == .unfinishedString }) else {
            return nil
        }
        let source = SourceText(name: "", entry + typed.missingClosers)
        guard let statements = try? session.interpreter.parse(source), statements.count == 1 else { return nil }
        let outcome = Rehearsal(session.interpreter).outcome(of: statements[0].statement, by: deadline)
        guard let outcome else { return nil }
        return describe(outcome, isFinished: typed.openBrackets.isEmpty)
    }

    private func describe(_ outcome: Rehearsal.Outcome, isFinished: Bool) -> StyledText? {
        switch outcome {
        // What a person is asked for is not shown before the answer.
        case .tensors where session.predicts || session.isAsking: return nil
        case .tensors(let shapes, let parameters):
            var text = "→ \(shapes.prefix(3).map(\.description).joined(separator: ", "))"
            if shapes.count > 3 { text += ", … \(shapes.count) tensors" }
            if parameters > 0 { text += " · \(NumberText.grouped(parameters)) params" }
            return StyledText(text, .dim)
        case .refusal(let error):
            // An argument may be missing because it is still to be typed; that a window is too large shows at once.
            if let brief = error.exception.brief { return StyledText(brief, .error) }
            guard isFinished else { return nil }
            let message = error.exception.message
            let sentence = message.firstRange(of: ". ").map { message[..<$0.lowerBound] } ?? message[...]
            return StyledText(String(sentence.prefix { $0 != "\n" }), .error)
        }
    }
}
