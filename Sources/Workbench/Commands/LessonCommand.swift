import Interpreter
import Language
import Presentation
import PythonText

extension Command {
    /// `%lesson`, `%lesson NAME`, `%lesson 3`, `%lesson FILE`, `%lesson restart NAME`, `%lesson quit`.
    static var lesson: Command {
        Command(
            name: "lesson", usage: "%lesson [NAME | FILE | restart NAME | quit]",
            summary:
                "Lists the lessons, or starts one where you left it; in a lesson: hint, solution, skip, back. ?ask and ?task are "
                + "for your own.",
            argument: .lesson
        ) { text, session in
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            switch words.first {
            case nil: session.listLessons()
            case "quit", "off":
                guard session.leaveLesson() else { return session.refuse("no lesson is running") }
            case "restart":
                guard words.count == 2 else { return session.refuse("%lesson restart needs a lesson") }
                return session.startLesson(words[1], isAnew: true)
            default: return session.startLesson(text, isAnew: false)
            }
            return .finished
        }
    }
}

extension Session {
    fileprivate static let lessonsMissing =
        "the program's lessons were not found: they belong in share/convsh/lessons beside its bin folder, or in $CONVSH_LESSONS"

    fileprivate func listLessons() {
        let progress = lessons.progress()
        let entries = lessons.files().map { lesson -> Page.Entry in
            let title = (try? library.text(of: lesson.path))?.split(separator: "\n").first.map {
                $0.drop { "# ".contains($0) }
            }
            let state =
                runner.flatMap { $0.lesson.name == lesson.name ? "at \($0.place)" : nil }
                ?? progress[lesson.name].map { $0.isComplete ? "done" : "\($0.done) of \($0.count)" } ?? ""
            return Page.Entry(lesson.name, value: state, title.map(String.init) ?? lesson.path)
        }
        guard !entries.isEmpty else {
            return receive(.message("\(Session.lessonsMissing); %lesson FILE starts one of your own"))
        }
        receive(.report(Page(["Lessons; %lesson NAME starts one, or goes on with it."], entries: entries)))
    }

    fileprivate func startLesson(_ name: String, isAnew: Bool) -> Ending {
        let known = lessons.files()
        let beginning = known.filter { $0.name.hasPrefix(name) }
        let number = Int(name).flatMap { known.indices.contains($0 - 1) ? known[$0 - 1].path : nil }
        let path =
            known.first { $0.name == name }?.path ?? number ?? (name.hasSuffix(".conv") ? name : nil)
            ?? (beginning.count == 1 ? beginning[0].path : nil)
        guard let path else {
            let nearest = nearestName(to: name, in: known.map(\.name))
            let others = known.isEmpty ? Session.lessonsMissing : "%lesson lists them; a file ends in .conv"
            return refuse(
                "there is no lesson '\(name)'", hint: nearest.map { "did you mean %lesson \($0)?" } ?? others)
        }
        do throws(RaisedError) {
            let source = SourceText(name: path, try library.text(of: path))
            let lesson: Lesson
            do { lesson = try Lesson(name: LessonName.of(path), source, interpreter) } catch {
                throw RaisedError(error, in: source)
            }
            // What a lesson says of old spellings, it says each time.
            library.forgetTranslations()
            guard isInteractive else { return present(lesson) }
            _ = leaveLesson()
            let runner = LessonRunner(lesson, name, self)
            self.runner = runner
            runner.begin(after: isAnew ? 0 : lessons.progress()[lesson.name]?.done ?? 0)
            if runner.isOver { self.runner = nil }
            return .finished
        } catch { return fail(error) }
    }
}

extension Session {
    /// Shows a lesson to nobody in particular: its text, its statements, and the answers to its questions.
    private func present(_ lesson: Lesson) -> Ending {
        show(LessonText(.title, lesson.title))
        for (index, step) in lesson.steps.enumerated() {
            switch step {
            case .text(let paragraphs): show(LessonText(.text, paragraphs))
            case .statement(let statement):
                if !lesson.questions.contains(index) { show(LessonText(.code, statement.text)) }
                let ending = run(statement)
                guard ending == .finished else { return ending }
            }
        }
        return .finished
    }
}

/// The name of a lesson: that of its file without folders, the number in front and the ending.
public enum LessonName {
    /// The name of the lesson in a file: `padding` for `lessons/03-padding.conv`.
    public static func of(_ path: String) -> String {
        var name = path.split(separator: "/").last ?? ""
        if name.hasSuffix(".conv") { name = name.dropLast(5) }
        let digits = name.prefix { $0.isNumber }
        if !digits.isEmpty, name.dropFirst(digits.count).hasPrefix("-") { name = name.dropFirst(digits.count + 1) }
        return String(name)
    }
}
