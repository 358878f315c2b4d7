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
    /// What is shown, and what is done then, when the person has read what is on the screen; nil where the lesson does not wait for
    /// that.
    private var held: (items: [OutcomeItem], next: () -> Void)?
    private var names = LessonNames()
    /// What the lesson's statements, and those that stand on them, are run in.
    let state: LessonState
    /// Whether a statement of the lesson itself runs.
    private var isTeaching = false
    /// The explanation that wrong answers have led to, which the lesson need not give again.
    private var explained: String?
    private var tally = LessonTally()
    /// Whether the progress is kept.
    private(set) var isKept: Bool
    /// Whether all that was shown since the last answer is that it was right.
    private var hasOnlyPraised = false
    /// Whether it was said that what is looked at is no answer.
    private var hasExplainedLooks = false

    init(_ lesson: Lesson, _ typedName: String, _ session: Session) {
        self.lesson = lesson
        self.typedName = typedName
        self.session = session
        state = LessonState(session.library)
        isKept = session.lessons.keepsRecords
    }

    /// Begins behind so many questions; what comes before runs without a word.
    func begin(after done: Int) {
        session.show(LessonText(.title, lesson.title))
        session.show(
            LessonText(
                .hint,
                "Answer with a value or a word, or try things out. Type \(LessonWord.list) at any time; quit leaves the lesson."
            ))
        if done == 0, session.lessons.progress()[lesson.name]?.done ?? 0 > 0 { keepProgress(0) }
        if done > 0, done < lesson.questions.count {
            let start = lesson.questions[done - 1] + 1
            session.silently {
                for case .statement(let statement) in lesson.steps[..<start] {
                    run(statement)
                    _ = session.takeExercise(statement)
                }
            }
            tally.isWhole = false
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
        held = nil
        exercise = nil
        attempts = 0
        hasHelped = false
        while next < lesson.steps.count {
            let index = next
            next += 1
            switch lesson.steps[index] {
            case .text(let paragraphs):
                if !show([.report(LessonText(.text, paragraphs))], then: proceed) { return }
            case .statement(let statement):
                if statement.text == explained { continue }
                let isQuestion = lesson.questions.contains(index)
                let (ending, items) = session.holding { run(statement) }
                let code: [OutcomeItem] = isQuestion ? [] : [.report(LessonText(.code, statement.text))]
                let goesOn = show(code + items, then: proceed)
                guard ending == .finished else { return end("The lesson stopped at an error.") }
                if let asked = session.takeExercise(statement) {
                    exercise = asked
                    askedAt = index
                    explained = nil
                    ask()
                    return
                }
                if !goesOn { return }
            }
        }
        keepProgress(lesson.questions.count)
        end(ending, session.nextLesson(after: lesson.name))
    }

    private var ending: String {
        "That was the lesson\(tally.text(of: lesson.questions.count)). Its variables are gone."
    }

    /// What is said where the person leaves it: that it goes on, or that it was through but for its last words.
    var parting: String {
        if exercise == nil, let last = lesson.questions.last, last < next { return ending }
        return "left the lesson" + (isKept ? "; %lesson \(typedName) goes on with it" : "; your progress is not kept")
    }

    /// Shows what a step has to say. Where that would push away what the person has not read yet, it waits for Enter first.
    /// - Parameter next: what is done after Enter.
    /// - Returns: whether the lesson goes on at once.
    private func show(_ items: [OutcomeItem], then next: @escaping () -> Void) -> Bool {
        let height = items.reduce(0) { $0 + (session.services?.height($1) ?? 0) }
        // A question or the next prompt takes some lines, too.
        let seen = hasOnlyPraised ? 1 : 0
        hasOnlyPraised = false
        if let screen = session.services?.screen(), screen.used > seen, height > 1,
            screen.used + height + 3 > screen.rows
        {
            held = (items, next)
            showPause()
            return false
        }
        items.forEach(session.receive)
        return true
    }

    private func showPause() { session.show(LessonText(.pause, "Enter goes on")) }

    /// Shows what was held back, and goes on.
    private func resume() {
        guard let (items, next) = held else { return }
        held = nil
        items.forEach(session.receive)
        next()
    }

    /// Runs a statement of the lesson, with the lesson's own variables. It is no entry of the session, unless it imports a module,
    /// which the person keeps.
    @discardableResult private func run(_ statement: TopLevelStatement) -> Ending {
        let globals = session.interpreter.globals
        names.restore(globals)
        if let imported = statement.importedNames {
            let values = imported.map { globals[$0] }
            if values.allSatisfy({ $0 == nil }) { return session.run(statement) }
            if values.allSatisfy({ if case .module? = $0 { true } else { false } }) { return .finished }
        }
        names.willRun(statement, globals)
        isTeaching = true
        defer {
            isTeaching = false
            names.didRun(globals)
        }
        return state.apart { session.withoutEntry { session.run(statement) } }
    }

    /// Whether a statement that the person typed stands on names of the lesson, and leaves with it.
    func claims(_ statement: TopLevelStatement) -> Bool {
        !isTeaching && names.claim(statement, session.interpreter.globals)
    }

    private func end(_ paragraphs: String...) {
        leave()
        session.show(LessonText(.end, paragraphs))
    }

    /// Ends the lesson; the person's variables are as they were before it.
    func leave() {
        isOver = true
        exercise = nil
        held = nil
        let made = names.leave(session.interpreter.globals)
        guard !made.isEmpty else { return }
        let verb = made.count == 1 ? "is" : "are"
        session.receive(
            .message("\(made.joined(separator: ", ")) \(verb) gone, too: made from the lesson's variables"))
    }

    private func ask() {
        switch exercise {
        case .question(let question): session.show(LessonText(.question, question.text, place: place))
        case .task(let task): session.show(LessonText(.task, task.text, place: place))
        case nil: break
        }
    }

    /// How many questions come before the one that is asked.
    private var number: Int { lesson.questions.firstIndex(of: askedAt) ?? 0 }

    /// `2 of 7`
    var place: String { "\(number + 1) of \(lesson.questions.count)" }

    // MARK: Answers

    /// Takes what was typed.
    /// - Returns: how it ended, as a statement of the session.
    func take(_ source: SourceText) -> Ending {
        let text = String(decoding: source.bytes, as: UTF8.self).trimmed
        if ["quit", "exit", "quit()", "exit()", "%quit"].contains(text.lowercased()) {
            _ = session.leaveLesson()
            return .finished
        }
        let word = LessonWord(rawValue: text.lowercased())
        // Where nothing is asked yet, a word goes on to the question that it is meant for.
        if held != nil, text.isEmpty || (exercise == nil && word != nil && word != .back) {
            resume()
            if exercise == nil || word == nil || word == .skip { return .finished }
        }
        // What is held back behind a question that was asked is an explanation; it may be answered without that.
        let pause = held != nil
        let ending = taken(source, word)
        // What was typed may have left the lesson, or answered the question.
        if pause, held != nil, session.runner === self { showPause() }
        return ending
    }

    private func taken(_ source: SourceText, _ word: LessonWord?) -> Ending {
        if let word {
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
        case .unfit(let reason): session.show(LessonText(.wrong, reason))
        case .look:
            guard !hasExplainedLooks else { return }
            hasExplainedLooks = true
            session.show(LessonText(.hint, "that was looked at, not taken as an answer; type the value itself"))
        case .wrong(let reason):
            attempts += 1
            tally.noteTrouble(number)
            session.show(LessonText(.wrong, reason ?? "that is not it"))
            if attempts == 1, reason == nil { helpOnce() }
            if attempts > 1 { help(question) }
        }
    }

    /// Helps after several wrong answers: at first with the calculation but for its result, then with the whole explanation.
    private func help(_ question: Question) {
        helpOnce()
        if attempts == 2, let subject = question.subject, !question.working.isEmpty {
            session.show(
                LessonText(.hint, ["explain \(subject), but for the result:"] + question.working.map { "  " + $0 }))
        } else if let subject = question.subject, explained != "explain \(subject)" {
            let code = "explain \(subject)"
            names.restore(session.interpreter.globals)
            let (_, items) = session.holding {
                session.withoutEntry { session.run(SourceText(name: "<lesson>", code)) }
            }
            explained = code
            // The explanation pushes the question away.
            if show([.report(LessonText(.code, code))] + items, then: ask) { ask() }
        } else {
            let words = exercise?.hint == nil || hasHelped ? "solution" : "hint, solution"
            session.show(LessonText(.hint, "type \(words) or skip, or try things out"))
            ask()
        }
    }

    /// Runs what was typed, and looks whether its result solves the task.
    private func attempt(_ source: SourceText, _ task: LessonTask) -> Ending {
        session.lastValue = nil
        let tried = TriedStatement(source, session.interpreter)
        let ending = session.run(source)
        // What was typed may have left the lesson.
        guard session.runner === self, ending == .finished else { return ending }
        guard let value = session.lastValue, !value.isNone else {
            let changed = tried?.values(session.interpreter.globals) ?? []
            if changed.contains(where: { solves($0, task) }) {
                solve()
            } else if tried?.isCall == true,
                let value = changed.first(where: { task.concerns($0, session.interpreter) })
            {
                attempts += 1
                tally.noteTrouble(number)
                session.show(LessonText(.unsolved, "\(task.lack(of: value, session.interpreter))"))
            }
            return ending
        }
        guard task.concerns(value, session.interpreter) else { return ending }
        if solves(value, task) {
            solve()
        } else if tried?.isLook != true {
            attempts += 1
            // What is given a name may be a step on the way.
            if tried?.isExpression == true { tally.noteTrouble(number) }
            session.show(LessonText(.unsolved, "\(task.lack(of: value, session.interpreter))"))
            if !names.rebound.isEmpty {
                let own = names.rebound.sorted().joined(separator: ", ")
                let verb = names.rebound.count == 1 ? "is" : "are"
                session.show(LessonText(.hint, "\(own) \(verb) yours now; solution and back bring the lesson's back"))
            }
            if attempts == 2 { helpOnce() }
        }
        return ending
    }

    /// Whether a value solves a task; what the check makes leaves no trace.
    private func solves(_ value: Value, _ task: LessonTask) -> Bool {
        state.apart { task.isSolved(by: value, session.interpreter) }
    }

    private func solve() {
        session.show(LessonText(.right, "that does it"))
        pass()
    }

    private func pass() {
        tally.noteRight(number)
        hasOnlyPraised = true
        keepProgress(number + 1)
        proceed()
    }

    private func keepProgress(_ done: Int) {
        do { try session.lessons.keep(.init(done: done, count: lesson.questions.count), of: lesson.name) } catch {
            if isKept { session.receive(.note(.text("progress is not kept: \(error)"))) }
            isKept = false
        }
    }

    /// Shows the hint, unless it was shown before.
    private func helpOnce() {
        guard !hasHelped, let hint = exercise?.hint else { return }
        hasHelped = true
        tally.noteTrouble(number)
        session.show(LessonText(.hint, hint))
    }

    private func obey(_ word: LessonWord) {
        switch word {
        case .hint:
            hasHelped = true
            tally.noteTrouble(number)
            session.show(LessonText(.hint, exercise?.hint ?? "there is no hint for this one; type solution or skip"))
        case .solution: showSolution()
        case .skip:
            switch exercise {
            case .question(let question):
                session.show(LessonText(.answer, session.representation(of: question.answer)))
                // Where the calculation is known, it is the reason.
                for line in question.working where question.working.count == 1 && line.hasSuffix("= ?") {
                    let answer = session.representation(of: question.answer)
                    session.show(LessonText(.answer, "  \(line.dropLast())\(answer)"))
                }
            case .task(let task): session.show(LessonText(.answer, task.solution))
            case nil: break
            }
            tally.noteSkip(number)
            pass()
        case .back:
            let before = lesson.questions.filter { $0 < askedAt }
            next = before.count > 1 ? before[before.count - 2] + 1 : 0
            if before.isEmpty { session.show(LessonText(.text, "This is the first question.")) }
            keepProgress(max(0, before.count - 1))
            proceed()
        }
    }

    private func showSolution() {
        hasHelped = true
        tally.noteTrouble(number)
        switch exercise {
        case .question(let question):
            session.suggestedLine = session.representation(of: question.answer)
            session.show(LessonText(.hint, "the answer is in the prompt: Enter gives it"))
        case .task(let task):
            // A person runs it, perhaps after a change, with the lesson's variables.
            names.restore(session.interpreter.globals)
            session.suggestedLine = task.solution
            session.show(LessonText(.hint, "the solution is in the prompt: Enter runs it"))
        case nil: break
        }
    }
}
