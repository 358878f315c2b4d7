import Inspection
import Interpreter
import Language
import Layers
import Library
import Network
import Presentation
import TensorEngine

/// Everything a person has built so far, and the way to build more: statements in, outcomes out.
///
/// A session touches no file descriptor. What happens while a statement runs, and what comes of it, goes to `receive`
/// as it happens.
public final class Session {
    /// What a session does with results.
    public struct Options: Sendable {
        /// Whether statements show what they yield; prints and reports are shown in any case.
        public var showsResults = true
        /// The estimated seconds that may be spent to draw the maps below a result line.
        public var previewSeconds = 0.2
        /// How `Convolution2D(64, 9, 9)` is read.
        public var dialect = Settings.Dialect.auto
        /// Where images have their channels by default.
        public var imageDataFormat = DataFormat.channelsLast
        /// Whether a script goes on after a statement that fails.
        public var keepsGoing = false
        /// Whether what cannot be done is an error, such as training or data sets that are not there.
        public var isStrict = false
        /// Whether it is said how many statements of an entry are left out after one that fails.
        public var countsSkipped = false
        /// The script's name and the words after it.
        public var arguments = [""]

        /// The usual options.
        public init() {}
    }

    /// Settings, which commands may change.
    public var options: Options
    /// How results look, where `%set` says so.
    public var display = DisplaySettings()
    /// The language, with all variables.
    public let interpreter: Interpreter
    /// What layers and tensors share.
    public let library: LibraryContext
    /// Takes everything there is to show.
    public var receive: (OutcomeItem) -> Void {
        get { { [unowned self] in self.show($0) } }
        set { receiver = newValue }
    }
    /// What was run so far, with the commands on which it depends.
    public internal(set) var entries: [Entry] = []
    /// How many statements and commands were run.
    public private(set) var statementCount = 0
    /// What expressions yielded, for `_` and `_3`.
    var keptResults = KeptResults()
    /// Makes the last result or report that was shown, all of it, for `%last`.
    private(set) var lastShown: (() -> OutcomeItem)?
    /// What the person's terminal can do; nil where there is none.
    public var services: ShellServices?
    /// Where the session begins, for `%undo`.
    var beginning = Beginning()
    /// Scripts that `%run` is replaying, outermost first.
    var openScripts: [String] = []
    /// The statements that define names, for `%set follow on`.
    var followed = FollowedScript()
    /// Where `%record` writes.
    var recorder: Recorder?
    private var receiver: (OutcomeItem) -> Void
    /// The hints of failures in the statements that are run together.
    private var saidHints: Set<String> = []

    // MARK: Lessons

    /// Whether a person sits at the session, who can be asked.
    public var isInteractive = false
    /// Where lessons are, and how far a person has come.
    public var lessons = LessonShelf.none
    /// The names of the lessons that there are.
    var lessonNames: [String] { lessons.files().map(\.name) }
    /// Whether nothing is shown, while a lesson that was left runs again.
    var isSilent = false
    /// What the statement that runs asks.
    var exercise: Exercise?
    /// Whether the value of an expression is taken as an answer, and not shown; nil while nothing is asked.
    var takesAnswer: ((Value) throws(RaisedError) -> Bool)?
    /// The lesson that a person is in.
    var runner: LessonRunner?
    /// Whether the shapes of layers are asked for.
    var predicts = false
    /// The shape that is asked for now.
    var prediction: Prediction?
    /// The predictions so far.
    var score = PredictionScore()
    /// What the last statement yielded, bound or not.
    var lastValue: Value?
    /// The files that the session has written, which it may write again.
    var ownFiles: Set<String> = []
    /// What `%edit` left that could not be read.
    var rejectedEdit: String?
    /// A line that stands in the next prompt, to be changed or run.
    public var suggestedLine: String?

    /// - Parameters:
    ///   - options: what to show, and how to read old names.
    ///   - receive: takes everything there is to show, as it happens.
    public init(options: Options = Options(), receive: @escaping (OutcomeItem) -> Void = { _ in }) {
        self.options = options
        receiver = receive
        let settings = Settings(dialect: options.dialect, imageDataFormat: options.imageDataFormat)
        library = LibraryContext(network: NetworkContext(settings: settings))
        library.arguments = options.arguments
        library.isStrict = options.isStrict
        interpreter = Interpreter()
        if let script = options.arguments.first, !["", "-c", "-"].contains(script) { interpreter.scriptPath = script }
        interpreter.isInterrupted = { Interrupt.isRequested }
        Library.install(in: interpreter, library)
        let (findName, help) = (interpreter.findName, Help.function(self))
        let own = [help] + LessonFunctions.all(self)
        interpreter.findName = { [unowned self] name in
            own.first { $0.name == name }.map { .builtin($0) } ?? findName(name) ?? self.keptResults[name]
                ?? self.typedEntries(name)
        }
        let hint = interpreter.hintForName
        interpreter.hintForName = { [unowned self] name in
            KeptResults.hint(for: name, entries: self.entries.count) ?? self.keptResults.hint(forLayerNamed: name)
                ?? hint(name)
        }
        interpreter.commandWords.insert(help.name)
        interpreter.output = { [unowned self] in self.receive(.printed($0)) }
        library.emit = { [unowned self] in self.show($0) }
        library.text = {
            ($0 as? any DisplayedReport).map { Renderer.plain(width: 100).render(lines: $0.lines(.plain(width: 100))) }
                ?? ""
        }
        library.draw = { [unowned self] report, file throws(RaisedError) in try file.drawn(report, self.display) }
        library.animate = { [unowned self] animation, file throws(RaisedError) in
            try file.drawn(animation, self.display)
        }
        library.note = { [unowned self] in self.receive(.note($0)) }
        interpreter.notice = { [unowned self] in self.receive(.note(.text($0))) }
    }

    /// Shows what an inspection function reports.
    private func show(_ report: any Report) {
        guard let displayed = report as? any DisplayedReport else {
            return receive(.note(.text("\(type(of: report)) has no display in Workbench/Displays")))
        }
        if !isSilent { lastShown = { .report(displayed) } }
        receive(.report(displayed))
    }

    private func show(_ item: OutcomeItem) {
        if isSilent { return }
        recorder?.add(item, display)
        receiver(item)
    }

    /// Runs statements until one fails; where the options say so, the others after it as well.
    /// - Parameters:
    ///   - source: the code.
    ///   - willRun: told of each statement before it runs.
    /// - Returns: how it ended.
    public func run(_ source: SourceText, willRun: (TopLevelStatement) -> Void = { _ in }) -> Ending {
        library.withOwnSettings { runStatements(of: source, willRun) }
    }

    private func runStatements(of source: SourceText, _ willRun: (TopLevelStatement) -> Void) -> Ending {
        let statements: [TopLevelStatement]
        do { statements = try interpreter.parse(source) } catch {
            let raised = RaisedError(error, in: source)
            let code = String(decoding: source.bytes, as: UTF8.self).trimmed
            raised.exception.hint = Commands.hint(for: code) ?? raised.exception.hint
            receive(.failure(Failure(raised)))
            return .failed
        }
        if openScripts.isEmpty { saidHints = [] }
        defer { if openScripts.isEmpty { library.noteOmissions() } }
        var result = Ending.finished
        for (index, statement) in statements.enumerated() {
            willRun(statement)
            let ending = run(statement)
            if ending == .failed, options.keepsGoing {
                result = .failed
            } else if ending != .finished {
                noteSkipped(statements.count - index - 1, ending)
                return ending
            }
        }
        return result
    }

    /// Says how many statements were not run, where somebody waits for what comes of them.
    private func noteSkipped(_ count: Int, _ ending: Ending) {
        guard options.countsSkipped, openScripts.isEmpty, count > 0 else { return }
        if case .exited = ending { return }
        receive(.note(.text("\(count) statement\(count == 1 ? "" : "s") not run")))
    }

    /// The number that the next statement has, in `%history` and in `_3`.
    public var nextNumber: Int { entries.count + 1 }

    /// Runs one statement and shows what it yields.
    public func run(_ statement: TopLevelStatement) -> Ending {
        statementCount += 1
        // What came between statements, such as a lesson's text, is no result of this one.
        recorder?.forgetShown()
        if case .shell(let line) = statement.statement.kind { return runCommand(line) }
        let lesson = runner?.claims(statement) == true ? runner : nil
        var ending = lesson?.state.apart { evaluate(statement) } ?? evaluate(statement)
        if ending == .finished, runner == nil, let exercise = takeExercise(statement) {
            ending = answerByItself(exercise)
        }
        guard openScripts.isEmpty || recorder != nil else { return ending }
        let code = statement.text + (statement.isQuiet ? ";" : "")
        if openScripts.isEmpty {
            let kind: Entry.Kind =
                lesson != nil
                ? .lesson
                : ending == .interrupted ? .interrupted : statement.onlyShows(in: interpreter) ? .display : .statement
            entries.append(Entry(code: code, hasFailed: ending != .finished, kind: kind))
        }
        if lesson != nil { recorder?.forgetShown() } else { record(code, ending) }
        return ending
    }

    private func runCommand(_ line: String) -> Ending {
        recorder?.forgetShown()
        let ending = Commands.run(line, in: self)
        guard openScripts.isEmpty, let command = Commands.lastingCommand(on: line) else {
            recorder?.forgetShown()
            return ending
        }
        let kind: Entry.Kind = command.isSetting ? .setting : ending == .interrupted ? .interrupted : .statement
        entries.append(Entry(code: line, hasFailed: ending != .finished, kind: kind))
        record(line, ending)
        return ending
    }

    /// Adds a statement to the transcript, if one is being recorded.
    private func record(_ code: String, _ ending: Ending) {
        recorder?.finish(code, hasFailed: ending != .finished)
        writeRecord()
    }

    /// Writes the transcript as it is now, if one is being recorded.
    func writeRecord() {
        guard let recorder else { return }
        do throws(RaisedError) { try library.write(Array(recorder.text.utf8), to: recorder.path) } catch {
            self.recorder = nil
            _ = fail(error)
        }
    }

    private func evaluate(_ statement: TopLevelStatement) -> Ending {
        let before = library.begin()
        do throws(RaisedError) {
            let result = try interpreter.run(statement)
            try library.flushFiles()
            if case .value(let value) = result, let takesAnswer, try takesAnswer(value) {
                library.commit()
                return .finished
            }
            if case .value(let value) = result, openScripts.isEmpty { keptResults.keep(value, number: nextNumber) }
            lastValue = result.value
            if options.showsResults, !statement.isQuiet { try show(result, of: statement) }
            let line = FollowedScript.Line(
                statement: statement, names: StatementNames(statement.statement), before: before)
            // A lesson has variables of its own.
            let dependents = runner == nil ? followed.take(line, follows: display.follows) : []
            library.commit()
            return dependents.isEmpty ? .finished : follow(dependents)
        } catch {
            // What follows gets the names and the random numbers that it would get without the statement.
            library.rollBack(to: before)
            if error.exception.type === ExceptionType.nameError, Commands.hint(for: statement.text) != nil {
                error.exception.hint = Commands.hint(for: statement.text)
            }
            return fail(error.located(statement))
        }
    }

    /// Runs statements again, or as an experiment, without showing or asking anything.
    func unseen<T, Failure: Error>(_ body: () throws(Failure) -> T) throws(Failure) -> T {
        let (receiver, showsResults, wasSilent) = (self.receiver, options.showsResults, isSilent)
        self.receiver = { _ in }
        options.showsResults = false
        isSilent = true
        defer {
            self.receiver = receiver
            isSilent = wasSilent
            options.showsResults = showsResults
        }
        return try body()
    }

    /// Does something, and holds back what it shows.
    func holding<Answer>(_ body: () -> Answer) -> (answer: Answer, items: [OutcomeItem]) {
        let receiver = self.receiver
        defer { self.receiver = receiver }
        var items: [OutcomeItem] = []
        self.receiver = { items.append($0) }
        let answer = body()
        return (answer, items)
    }

    /// What was typed, as IPython's `In` has it: the first entry is `In[1]`. Nil under any other name, and in scripts.
    private func typedEntries(_ name: String) -> Value? {
        guard name == "In", isInteractive, !entries.isEmpty else { return nil }
        return .list(ListObject([.string("")] + entries.map { .string($0.code) }))
    }

    /// Forgets what expressions yielded.
    func forgetResults() { keptResults.forget() }

    /// Shows an error and says how the session goes on.
    func fail(_ error: RaisedError) -> Ending {
        let type = error.exception.type
        if type === ExceptionType.systemExit { return .exited(error.exception.exitStatus) }
        var failure = Failure(error)
        if let hint = failure.hint { failure.repeatsHint = !saidHints.insert(hint).inserted }
        receive(.failure(failure))
        return type === ExceptionType.keyboardInterrupt ? .interrupted : .failed
    }

    private func show(_ result: StatementResult, of statement: TopLevelStatement) throws(RaisedError) {
        switch result {
        case .nothing: break
        case .value(let value): try show(value, name: nil, statement)
        case .bound(let pairs):
            for (name, value) in pairs where isWorthShowing(value) { try show(value, name: name, statement) }
        }
    }

    /// Whether an assignment of it is shown: parts of networks are, numbers and lists are not, as in Python.
    private func isWorthShowing(_ value: Value) -> Bool {
        guard case .host(let object) = value else { return false }
        return object is TensorObject || object is LayerObject
    }

    /// What a word does that stands alone in a line: `exit` leaves, `help` helps, `show` tells what it would show.
    private func bareWord(_ word: String) -> (() throws(RaisedError) -> Void)? {
        switch word {
        case "exit", "quit": { () throws(RaisedError) in throw RaisedError(ExceptionObject(.systemExit, [])) }
        case "help": { () throws(RaisedError) in self.receive(.report(Help.overview(self))) }
        case let word where interpreter.commandWords.contains(word):
            { () throws(RaisedError) in self.receive(.report(try Help.page(on: word, in: self))) }
        default: nil
        }
    }

    private func show(_ value: Value, name: String?, _ statement: TopLevelStatement) throws(RaisedError) {
        if case .none = value { return }
        if case .builtin(let function) = value, function.name == statement.text, let answer = bareWord(function.name) {
            return try answer()
        }
        guard let shown = try ValueReports.report(on: value, name: name, in: self) else { return }
        let number = display.numbersResults && openScripts.isEmpty ? nextNumber : nil
        let result = Result(name: name, statement: statement.text, shown: shown, number: number)
        lastShown = {
            guard let shown = ValueReports.whole(value) else { return .result(result) }
            return .result(Result(name: name, statement: statement.text, shown: shown, number: number))
        }
        if predicts, isInteractive, prediction == nil, let asked = Prediction(value, of: statement, result) {
            prediction = asked
            return asked.ask(in: self)
        }
        receive(.result(result))
    }
}

extension RaisedError {
    /// The error with the statement as its place, if it has none.
    fileprivate func located(_ statement: TopLevelStatement) -> RaisedError {
        if exception.location == nil {
            exception.location = SourceLocation(source: statement.source, span: statement.statement.span)
        }
        return self
    }
}

extension ExceptionObject {
    /// The exit status that `sys.exit(status)` asks for.
    fileprivate var exitStatus: Int32 {
        switch arguments.first {
        case nil, .none?: 0
        case .int(let status)?: Int32(truncatingIfNeeded: status & 255)
        default: 1
        }
    }
}

extension StatementResult {
    /// The value of an expression, or what was bound last.
    fileprivate var value: Value? {
        switch self {
        case .nothing: nil
        case .value(let value): value
        case .bound(let pairs): pairs.last?.value
        }
    }
}
