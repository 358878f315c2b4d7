import Interpreter

/// What a lesson waits for.
enum Exercise {
    case question(Question)
    case task(LessonTask)

    /// What is asked.
    var text: String {
        switch self {
        case .question(let question): question.text
        case .task(let task): task.text
        }
    }

    /// What helps.
    var hint: String? {
        switch self {
        case .question(let question): question.hint
        case .task(let task): task.hint
        }
    }
}

/// The functions by which a lesson asks: they leave an exercise with the session, which shows it.
enum LessonFunctions {
    /// Their names.
    static let names = ["ask", "task"]

    static func all(_ session: Session) -> [BuiltinFunction] { [ask(session), task(session)] }

    private static func ask(_ session: Session) -> BuiltinFunction {
        BuiltinFunction(
            "ask(question, answer, hint=None, wrong=None, also=None)", wording: .python,
            "Asks a question in a lesson and checks the answer by its value. `wrong` is a dict of wrong answers with what to say "
                + "to each, `also` a list of answers that are right as well. A script that runs by itself shows the answer. "
                + "README.md beside the lessons says how to write one."
        ) { [unowned session] arguments, interpreter throws(RaisedError) in
            var question = Question(text: try text(arguments[0], "question"), answer: arguments[1])
            question.hint = try arguments.optional("hint").map { value throws(RaisedError) in try text(value, "hint") }
            if let wrong = arguments.optional("wrong") {
                guard case .dict(let reasons) = wrong else {
                    throw RaisedError(
                        .typeError, "`wrong` must be a dict of answers and sentences, not '\(wrong.typeName)'",
                        hint: "for example wrong={13: \"you forgot the padding\"}")
                }
                for (key, reason) in zip(try interpreter.items(of: wrong), reasons.entries.values) {
                    question.mistakes.append(.init(value: key, reason: try text(reason, "wrong")))
                }
            }
            if let also = arguments.optional("also") { question.alternatives = try interpreter.items(of: also) }
            session.exercise = .question(question)
            return .none
        }
    }

    private static func task(_ session: Session) -> BuiltinFunction {
        BuiltinFunction(
            "task(text, check, solution, hint=None, old_words=True)", wording: .python,
            "Sets a task in a lesson: `check` is a function that tells whether the result of a statement is right, `solution` a "
                + "statement whose result is. With `old_words=False` a layer in the words of Keras 1 does not do. A script that "
                + "runs by itself runs the solution. README.md beside the lessons says how to write one."
        ) { [unowned session] arguments, _ throws(RaisedError) in
            var task = LessonTask(
                text: try text(arguments[0], "text"), check: arguments[1], solution: try text(arguments[2], "solution"),
                hint: try arguments.optional("hint").map { value throws(RaisedError) in try text(value, "hint") })
            task.refusesOldWords = try !arguments["old_words"].truth()
            session.exercise = .task(task)
            return .none
        }
    }

    private static func text(_ value: Value, _ name: String) throws(RaisedError) -> String {
        guard case .string(let text) = value else {
            throw RaisedError(.typeError, "`\(name)` must be a string, not '\(value.typeName)'")
        }
        return text
    }
}
