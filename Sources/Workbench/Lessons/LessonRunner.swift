import Interpreter
import Language
import Presentation

/// Takes a person through a lesson: shows its text, runs its statements, and waits at each question for an answer. What is
/// typed that is no answer runs as in any session.
final class LessonRunner {
    let lesson: Lesson
    /// What was typed to start it: its name, or the path of a file.
    let typedName: String
    private unowned let session: Session
    /// The step that comes next.
    private var next = 0
    /// What the lesson waits for; nil where it is through.
    private(set) var exercise: Exercise?
    /// The index of the step that asked for it.
    private var askedAt = 0
    private var attempts = 0
    /// Whether its hint was shown.
    private var hasHelped = false
    private(set) var isOver = false
    private var names = LessonNames()
    /// Whether a statement of the lesson itself runs.
    private var isTeaching = false
    /// The explanation that a wrong answer has led to, which the lesson need not give again.
    private var explained: String?

    init(_ lesson: Lesson, _ typedName: String, _ session: Session) {
        self.lesson = lesson
        self.typedName = typedName
        self.session = session
    }

    /// Begins behind so many questions; what comes before runs without a word.
    func begin(after done: Int) {
        session.show(LessonText(.title, lesson.title))
        session.show(
            LessonText(
                .hint,
                "Answer with a value, or try things out. Type \(LessonWord.list) at any time; quit leaves the lesson."))
        if done > 0, done < lesson.questions.count {
            let start = lesson.questions[done - 1] + 1
            session.silently {
                for case .statement(let statement) in lesson.steps[..<start] {
                    run(statement)
                    _ = session.takeExercise(statement)
                }
            }
            // What they asked is answered.
            session.exercise = nil
            next = start
            session.show(
                LessonText(.text, "You have answered \(done) of \(lesson.questions.count) questions; on from here."))
            for statement in lesson.definitions(before: start) { session.show(LessonText(.code, statement.text)) }
            // The last pictures may be what the next question is about.
            for statement in lesson.pictures(before: start).suffix(2) {
                session.show(LessonText(.code, statement.text))
                run(statement)
            }
        }
        proceed()
    }

    /// Shows and runs everything up to the next question.
    private func proceed() {
        exercise = nil
        attempts = 0
        hasHelped = false
        while next < lesson.steps.count {
            let index = next
            next += 1
            switch lesson.steps[index] {
            case .text(let paragraphs): session.show(LessonText(.text, paragraphs))
            case .statement(let statement):
                if statement.text == explained { continue }
                if !lesson.questions.contains(index) { session.show(LessonText(.code, statement.text)) }
                guard run(statement) == .finished else { return end("The lesson stopped at an error.") }
                if let asked = session.takeExercise(statement) {
                    exercise = asked
                    askedAt = index
                    explained = nil
                    ask()
                    return
                }
            }
        }
        keepProgress(lesson.questions.count)
        end("That was the lesson; its variables are gone. \(session.nextLesson(after: lesson.name))")
    }

    /// Runs a statement of the lesson, with the lesson's own variables. It is no entry of the session.
    @discardableResult private func run(_ statement: TopLevelStatement) -> Ending {
        let globals = session.interpreter.globals
        names.restore(globals)
        names.willRun(statement, globals)
        isTeaching = true
        defer {
            isTeaching = false
            names.didRun(globals)
        }
        return session.withoutEntry { session.run(statement) }
    }

    /// Whether a statement that the person typed stands on names of the lesson, and leaves with it.
    func claims(_ statement: TopLevelStatement) -> Bool {
        !isTeaching && names.claim(statement, session.interpreter.globals)
    }

    private func end(_ text: String) {
        leave()
        session.show(LessonText(.end, text))
    }

    /// Ends the lesson; the person's variables are as they were before it.
    func leave() {
        isOver = true
        exercise = nil
        let made = names.leave(session.interpreter.globals)
        guard !made.isEmpty else { return }
        let verb = made.count == 1 ? "is" : "are"
        session.receive(
            .message("\(made.joined(separator: ", ")) \(verb) gone, too: made from the lesson's variables"))
    }

    private func ask() {
        switch exercise {
        case .question(let question): session.show(LessonText(.question, question.text))
        case .task(let task): session.show(LessonText(.task, task.text))
        case nil: break
        }
    }

    // MARK: Answers

    /// Takes what was typed.
    /// - Returns: how it ended, as a statement of the session.
    func take(_ source: SourceText) -> Ending {
        let text = String(decoding: source.bytes, as: UTF8.self).trimmed
        if ["quit", "exit", "quit()", "exit()"].contains(text) {
            _ = session.leaveLesson()
            return .finished
        }
        if let word = LessonWord(rawValue: text) {
            obey(word)
            return .finished
        }
        switch exercise {
        case .question(let question): return session.answer(source, to: question) { self.judge($0, question) }
        case .task(let task): return attempt(source, task)
        case nil: return session.run(source)
        }
    }

    private func judge(_ verdict: Question.Verdict, _ question: Question) {
        switch verdict {
        case .right:
            session.show(LessonText(.right, session.representation(of: question.answer)))
            pass()
        case .wrong(let reason):
            attempts += 1
            session.show(LessonText(.wrong, reason ?? "that is not it"))
            if attempts == 1, reason == nil { helpOnce() }
            if attempts == 2, let subject = question.subject {
                helpOnce()
                let code = "explain \(subject)"
                session.show(LessonText(.code, code))
                names.restore(session.interpreter.globals)
                session.withoutEntry { _ = session.run(SourceText(name: "<lesson>", code)) }
                explained = code
                // The explanation has pushed it away.
                ask()
            } else if attempts > 1 {
                session.show(LessonText(.hint, "type hint, solution or skip, or try things out"))
                ask()
            }
        }
    }

    /// Runs what was typed, and looks whether its result solves the task.
    private func attempt(_ source: SourceText, _ task: LessonTask) -> Ending {
        session.lastValue = nil
        let ending = session.run(source)
        // What was typed may have left the lesson.
        guard session.runner === self, ending == .finished else { return ending }
        guard let value = session.lastValue else {
            if changed(by: source).contains(where: { task.isSolved(by: $0, session.interpreter) }) { solve() }
            return ending
        }
        guard task.concerns(value, session.interpreter) else { return ending }
        if task.isSolved(by: value, session.interpreter) {
            solve()
        } else {
            attempts += 1
            session.show(LessonText(.unsolved, "\(task.lack(of: value, session.interpreter))"))
            if attempts == 2 { helpOnce() }
        }
        return ending
    }

    private func solve() {
        session.show(LessonText(.right, "that does it"))
        pass()
    }

    /// The values of the names that a statement without a result uses, such as `h` in `h.layer.set_weights(…)`.
    private func changed(by source: SourceText) -> [Value] {
        guard let statements = try? session.interpreter.parse(source), statements.count == 1 else { return [] }
        let globals = session.interpreter.globals
        return StatementNames(statements[0].statement).used.compactMap { globals[$0] }
    }

    private func pass() {
        let done = (lesson.questions.firstIndex(of: askedAt) ?? 0) + 1
        keepProgress(done)
        proceed()
    }

    private func keepProgress(_ done: Int) {
        do { try session.lessons.keep(.init(done: done, count: lesson.questions.count), of: lesson.name) } catch {
            session.receive(.note(.text("progress is not kept: \(error)")))
        }
    }

    /// Shows the hint, unless it was shown before.
    private func helpOnce() {
        guard !hasHelped, let hint = exercise?.hint else { return }
        hasHelped = true
        session.show(LessonText(.hint, hint))
    }

    private func obey(_ word: LessonWord) {
        switch word {
        case .hint:
            hasHelped = true
            session.show(LessonText(.hint, exercise?.hint ?? "there is no hint for this one; type solution or skip"))
        case .solution: showSolution()
        case .skip:
            switch exercise {
            case .question(let question):
                session.show(LessonText(.answer, session.representation(of: question.answer)))
            case .task(let task): session.show(LessonText(.answer, task.solution))
            case nil: break
            }
            pass()
        case .back:
            let before = lesson.questions.filter { $0 < askedAt }
            next = before.count > 1 ? before[before.count - 2] + 1 : 0
            if before.isEmpty { session.show(LessonText(.text, "This is the first question.")) }
            proceed()
        }
    }

    private func showSolution() {
        switch exercise {
        case .question(let question):
            session.show(LessonText(.answer, session.representation(of: question.answer)))
            session.show(LessonText(.hint, "type it, or skip to go on"))
        case .task(let task):
            // A person runs it, perhaps after a change.
            session.suggestedLine = task.solution
            session.show(LessonText(.hint, "the solution is in the prompt: Enter runs it"))
        case nil: break
        }
    }
}

/// What a person may say to a lesson.
enum LessonWord: String, CaseIterable {
    case hint, solution, skip, back

    /// `hint, solution, skip or back`
    static var list: String {
        let words = allCases.map(\.rawValue)
        return "\(words.dropLast().joined(separator: ", ")) or \(words[words.count - 1])"
    }
}
