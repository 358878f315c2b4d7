import Interpreter
import Language
import Library
import Network

/// An exercise made of a statement: its layer's output shape, asked for before the result is shown.
final class Prediction {
    /// What is shown after the answer.
    private let result: Result
    private let question: Question

    /// Asks for the shape of what a statement made: a result with a name, or that of a call. Nil where there is
    /// nothing to predict, as for an input or a tensor that is only looked at.
    init?(_ value: Value, of statement: TopLevelStatement, _ result: Result) {
        guard case .host(let object) = value, let tensor = (object as? TensorObject)?.tensor,
            !tensor.node.inputs.isEmpty, result.name != nil || statement.isCall
        else { return nil }
        let name = result.name ?? tensor.node.layer.name
        self.result = result
        let asked = AskedValue(name: name, tensor: tensor, part: .shape)
        var question = Question(
            text: "The shape of \(name)?", answer: .tuple(tensor.shape.dims.map(\.value)))
        question.alternatives = asked.alternatives
        question.subject = result.name
        question.hidesSubject = true
        question.working = asked.working
        question.mistakes = Mistakes.all(asked)
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
            case .unfit(let reason): session.show(LessonText(.wrong, reason))
            case .look: break
            }
        }
    }

    /// Shows the result, which ends the question.
    func finish(in session: Session) {
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

extension TopLevelStatement {
    /// Whether it is a call, such as `Conv2D(8, 3)(x)`.
    fileprivate var isCall: Bool {
        if case .expression(let expression) = statement.kind, case .call = expression.kind { true } else { false }
    }
}
