import Interpreter
import Language
import Library
import Presentation

extension Session {
    /// Whether a person is asked something now, so that what is typed may be an answer.
    public var isAsking: Bool { prediction != nil || runner?.exercise != nil }

    /// Runs what a person typed: an answer while something is asked, otherwise statements.
    public func take(_ source: SourceText) -> Ending {
        if let prediction { return prediction.take(source, in: self) }
        guard let runner else { return isLessonWord(source) ? refuseLessonWord() : run(source) }
        let ending = runner.take(source)
        // What was typed may have begun another lesson.
        if self.runner === runner, runner.isOver { self.runner = nil }
        return ending
    }

    /// Whether a word for lessons stands alone, and means nothing else.
    private func isLessonWord(_ source: SourceText) -> Bool {
        let word = String(decoding: source.bytes, as: UTF8.self).trimmed
        return isInteractive && LessonWord(rawValue: word) != nil && interpreter.lookUp(word) == nil
    }

    private func refuseLessonWord() -> Ending {
        refuse("no lesson is running", hint: "%lesson lists them, %lesson NAME starts one")
    }

    /// Leaves the question for a shape, or else the lesson that is running; false where neither is.
    public func leaveLesson() -> Bool {
        if let prediction {
            prediction.finish(in: self)
            return true
        }
        guard let runner else { return false }
        let parting = runner.parting
        runner.leave()
        self.runner = nil
        receive(.message(parting))
        return true
    }

    /// What to do after a lesson: the next one, or that it was the last.
    func nextLesson(after name: String) -> String {
        let names = lessons.files().map(\.name)
        guard let place = names.firstIndex(of: name) else { return "%lesson lists the others." }
        guard place + 1 < names.count else { return "It was the last one; %lesson lists them." }
        return "The next one: %lesson \(names[place + 1])"
    }

    /// Says how a lesson is left, after Ctrl-C at a question.
    public func noteInterruptedAnswer() {
        if prediction != nil { return receive(.message("%predict off ends the questions")) }
        if runner?.exercise != nil { receive(.message("quit leaves the lesson, skip goes on")) }
    }

    /// Runs something that is no entry: neither taken back nor saved nor recorded.
    func withoutEntry<Answer>(_ body: () -> Answer) -> Answer {
        let (count, recorder) = (entries.count, recorder)
        self.recorder = nil
        defer {
            entries.removeLast(max(0, entries.count - count))
            self.recorder = recorder
        }
        return body()
    }

    /// Shows a report.
    func show(_ report: some DisplayedReport) { receive(.report(report)) }

    /// What the statement asked, with what is known of it; nil where it asked nothing.
    func takeExercise(_ statement: TopLevelStatement) -> Exercise? {
        defer { exercise = nil }
        if case .task(var task)? = exercise {
            task.conditions = TaskConditions(statement)
            return .task(task)
        }
        guard case .question(var question)? = exercise else { return exercise }
        if let asked = AskedValue(statement, interpreter) {
            question.alternatives += asked.alternatives
            question.mistakes += Mistakes.all(asked)
            question.subject = asked.name
            question.working = asked.working
            question.hint = question.hint ?? asked.formula.map { "output = \($0)" }
        }
        return .question(question)
    }

    /// Shows what a script asked that nobody answers: the question and its answer, the task and its solution.
    /// - Returns: how the solution ended.
    func answerByItself(_ exercise: Exercise) -> Ending {
        switch exercise {
        case .question(let question):
            show(LessonText(.question, question.text))
            show(LessonText(.answer, representation(of: question.answer)))
            return .finished
        case .task(let task):
            show(LessonText(.task, task.text))
            show(LessonText(.code, task.solution))
            lastValue = nil
            let ending = run(SourceText(name: "<solution>", task.solution))
            guard ending == .finished else { return ending }
            if let value = lastValue, task.isSolved(by: value, interpreter) { return .finished }
            return fail(RaisedError(.assertionError, "the solution does not do the task: \(task.text)"))
        }
    }

    /// Takes a value as an answer, and runs anything else as in any session. What is made from the session's variables is an answer
    /// where it is right; otherwise it was only looked at.
    func answer(_ source: SourceText, to question: Question, _ judge: (Question.Verdict) -> Void) -> Ending {
        if let value = TypedAnswer.value(of: String(decoding: source.bytes, as: UTF8.self), for: question.answer),
            let verdict = try? question.verdict(on: value, interpreter),
            verdict == .right || !isVariable(value)
        {
            judge(verdict)
            return .finished
        }
        guard let statements = try? interpreter.parse(source), statements.count == 1,
            case .expression = statements[0].statement.kind
        else { return run(source) }
        if question.hidesSubject, let subject = question.subject,
            StatementNames(statements[0].statement).used.contains(subject)
        {
            show(LessonText(.hint, "\(subject) would give the answer away: work it out, or skip"))
            return .finished
        }
        let mayLook = looksAtVariables(statements[0].statement)
        var verdict: Question.Verdict?
        let (count, recorded) = (entries.count, recorder?.text)
        takesAnswer = { [interpreter] value throws(RaisedError) in
            guard let value = value.asAnswer else { return false }
            let found = try question.verdict(on: value, interpreter)
            verdict = mayLook && found != .right ? .look : found
            return verdict != .look
        }
        let ending = run(source)
        takesAnswer = nil
        guard let verdict else { return ending }
        if verdict != .look {
            entries.removeLast(max(0, entries.count - count))
            if let recorded, recorded != recorder?.text {
                recorder?.takeBack(to: recorded)
                writeRecord()
            }
        }
        judge(verdict)
        return ending
    }

    /// Whether a statement uses variables, other than modules.
    private func looksAtVariables(_ statement: Statement) -> Bool {
        StatementNames(statement).used.contains { name in
            guard let value = interpreter.globals[name] else { return false }
            if case .module = value { return false }
            return true
        }
    }

    /// Whether a word is the name of a variable, too, which may be meant.
    private func isVariable(_ value: Value) -> Bool {
        if case .string(let word) = value { interpreter.globals[word] != nil } else { false }
    }

    /// A value as the shell shows it.
    func representation(of value: Value) -> String { value.repr }

    /// Does something of which nothing is shown.
    func silently<Answer, Failure: Error>(_ body: () throws(Failure) -> Answer) throws(Failure) -> Answer {
        isSilent = true
        defer { isSilent = false }
        return try body()
    }
}

extension Value {
    /// A number, a text, or a list of such; numpy's numbers as those of the language. Nil for anything else.
    fileprivate var asAnswer: Value? {
        switch self {
        case .int, .float, .bool, .string, .tuple, .list: self
        case .host(let object): (object as? ArrayObject)?.asKey
        default: nil
        }
    }
}
