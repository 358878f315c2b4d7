import Interpreter
import Language
import Library
import Network

/// An exercise made of a statement: its layer's output shape, asked for before the result is shown.
final class Prediction {
    /// What is shown after the answer.
    private let result: Result
    private let question: Question

    /// Asks for the shape of what was bound to a name; nil where there is nothing to predict, as for an input.
    init?(_ name: String, _ value: Value, _ result: Result) {
        guard case .host(let object) = value, let tensor = (object as? TensorObject)?.tensor,
            !tensor.node.inputs.isEmpty
        else { return nil }
        self.result = result
        let asked = AskedValue(name: name, tensor: tensor, part: .shape)
        var question = Question(
            text: "The shape of \(name)?", answer: .tuple(tensor.shape.dims.map(\.value)))
        question.alternatives = asked.alternatives
        question.mistakes = Mistakes.all(asked)
        question.subject = name
        question.hint = asked.formula.map { "output = \($0)" }
        self.question = question
    }

    /// Asks.
    func ask(in session: Session) { session.show(LessonText(.question, question.text)) }

    /// Takes what was typed: an answer, `skip`, or a statement to try out.
    func take(_ source: SourceText, in session: Session) -> Ending {
        let text = String(decoding: source.bytes, as: UTF8.self).trimmed
        if text == LessonWord.hint.rawValue {
            session.show(LessonText(.hint, question.hint ?? "there is no hint for this layer; skip shows the shape"))
            return .finished
        }
        if text == LessonWord.skip.rawValue || text == LessonWord.solution.rawValue || text.isEmpty {
            finish(in: session)
            return .finished
        }
        return session.answer(source, to: question) { verdict in
            switch verdict {
            case .right:
                session.score.right += 1
                session.show(LessonText(.right, session.score.text))
                finish(in: session)
            case .wrong(let reason):
                session.score.wrong += 1
                session.score.reasons[reason ?? "other", default: 0] += 1
                session.show(LessonText(.wrong, reason ?? "that is not it; try again, or skip"))
            }
        }
    }

    private func finish(in session: Session) {
        session.prediction = nil
        session.receive(.result(result))
    }
}

/// How many shapes were predicted, and which mistakes were made.
struct PredictionScore {
    var right = 0
    var wrong = 0
    /// How often each mistake was made.
    var reasons: [String: Int] = [:]

    var text: String { "\(right) of \(right + wrong) answers" }
}
