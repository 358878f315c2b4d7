import Language
import LineEditing
import Presentation
import TensorEngine
import Workbench

/// The shell: reads entries from a person, runs them, shows what they yield.
struct Shell {
    private let session: Session
    private let output: Output
    private let interrupts: InterruptSource
    private let editor: any LineSource

    init(session: Session, output: Output, interrupts: InterruptSource) {
        self.session = session
        self.output = output
        self.interrupts = interrupts
        output.isShell = true
        session.options.countsSkipped = true
        if Terminal.isInteractive {
            if Terminal.isTerminal(2), Terminal.variable("TERM") != "dumb" {
                let progress = ProgressLine()
                output.progress = progress
                session.library.network.progress = { progress.update(done: $0, total: $1) }
            }
        }
        session.isInteractive = Terminal.isInteractive
        let editor = Shell.makeEditor(session, output, interrupts)
        self.editor = editor
        guard Terminal.isInteractive else { return }
        TerminalTitle.keep()
        session.services = ShellServices(
            edit: { OutsideProgram.edit($0) }, editText: { OutsideProgram.edit(text: $0) },
            run: { OutsideProgram.run($0) },
            askBackground: {
                let lightness = (editor as? ReadlineEditor)?.askBackground()
                return lightness.map { $0 < 0.5 ? .dark : .light }
            })
        session.services?.screen = { Terminal.rows().map { ($0, output.linesWritten) } }
        session.services?.height = { output.height(of: $0) }
    }

    private static func makeEditor(_ session: Session, _ output: Output, _ interrupts: InterruptSource)
        -> any LineSource
    {
        guard Terminal.isInteractive else { return PlainLineSource() }
        let engine = CompletionEngine(session)
        let editor = ReadlineEditor(
            interrupts: interrupts, history: UserFiles.state("history").map { HistoryFile(path: $0) }
        ) { entry, cursor in
            let found = engine.candidates(entry, cursor: cursor)
            let renderer = output.renderer()
            return Completion(
                start: found.start,
                candidates: found.words.map { .init($0.text, suffix: $0.suffix, shown: $0.shown) },
                notes: found.notes.flatMap { $0.lines(for: renderer) }.map { renderer.line($0) })
        }
        let typing = TypingDisplay(session, output)
        editor.decorator = { typing.decoration($0, lineStart: $1, cursor: $2) }
        editor.indentation = { Indentation.after($0) }
        editor.historyFailed = { output.complain("convsh: history: \($0)") }
        return editor
    }

    /// Runs until the person leaves.
    /// - Parameter purpose: what Ctrl-D is for.
    /// - Returns: the exit status that was asked for; nil at the end of the input.
    func run(leaving purpose: String = "to leave") -> Int32? {
        let renderer = output.renderer()
        output.write(renderer.render(lines: banner(purpose).lines(for: renderer)))
        while true {
            if let line = session.suggestedLine {
                session.suggestedLine = nil
                editor.suggest(line)
            }
            let words = session.interpreter.commandWords
            switch editor.readEntry(prompts, isIncomplete: { Parser.needsMore($0, commandWords: words) }) {
            case .text(let text, let line):
                interrupts.clear()
                output.linesWritten = 0
                output.progress?.begin()
                let ending = session.take(SourceText(name: Output.typedSource, text, firstLine: line))
                output.progress?.end()
                if case .exited(let status) = ending { return status }
            case .interrupted: session.noteInterruptedAnswer()
            case .end:
                // The end of the input leaves a lesson first.
                if session.leaveLesson() { continue }
                return nil
            case .failure(let error):
                output.complain("convsh: \(error)")
                if error.isFinal { return 1 }
            }
        }
    }

    private func banner(_ purpose: String) -> StyledText {
        let threads = Parallel.threads == 1 ? "1 thread" : "\(Parallel.threads) threads"
        return
            "\("convsh \(Version.number)", .strong) · float32 · \(threads), \(Processor.isaName) · \("?name", .keyword) for help, \("Ctrl-D", .keyword) \(purpose)"
    }

    /// The prompts; colours are wrapped so that readline does not count them.
    private var prompts: Prompts {
        let renderer = output.renderer()
        func prompt(_ text: String) -> String { renderer.line(StyledText(text, .prompt)) }
        if session.isAsking { return Prompts(first: prompt("answer> "), continuation: prompt("...     ")) }
        guard session.display.numbersResults else {
            return Prompts(first: prompt("conv> "), continuation: prompt("...   "))
        }
        let number = String(session.nextNumber)
        return Prompts(
            first: prompt("In [\(number)]: "),
            continuation: prompt(String(repeating: " ", count: number.count + 2) + "...: "))
    }
}
