import Language
import LineEditing
import Presentation
import TensorEngine
import Workbench

/// Replays a script for people who watch: statement by statement, on a key, or as if somebody typed it.
final class Replay {
    private let source: SourceText
    private let session: Session
    private let output: Output
    private let waits: Bool
    private let types: Bool
    private var speed = TypingSpeed()
    private var hasExplainedKeys = false
    /// The statement that comes next.
    private var index = 0
    /// For each statement that has run, how many entries the session had before it ran last.
    private var entryCounts: [Int] = []
    private var keys = KeyReader()

    /// - Parameters:
    ///   - waits: whether each statement waits for a key.
    ///   - types: whether the statements are typed.
    init(_ source: SourceText, _ session: Session, _ output: Output, waits: Bool, types: Bool) {
        self.source = source
        self.session = session
        self.output = output
        self.waits = waits
        self.types = types
    }

    /// What the person who watches wants.
    private enum Wish {
        case next, back, again, shell, end
    }

    /// Replays the script until it ends or the person wants something else; called again, it goes on where it was left.
    func run() -> Program.After {
        let statements: [TopLevelStatement]
        do { statements = try session.interpreter.parse(source) } catch {
            // The session words the error.
            _ = session.run(source)
            return .ends(1)
        }
        output.isShell = true
        let quiet = EchoOff()
        defer { quiet.end() }
        while index < statements.count {
            show(statements[index], after: index > 0 ? statements[index - 1].codeEnd : 0)
            // Ctrl-C while a statement is typed.
            if types, !waits, Interrupt.isRequested {
                output.write("\n")
                return .ends(130)
            }
            switch waits ? wish() : .next {
            case .next:
                entryCounts = entryCounts.prefix(index) + [session.entries.count]
                if let end = run(statements[index]) { return end }
                index += 1
            case .back: goBack()
            case .again:
                guard index > 0 else { continue }
                entryCounts[index - 1] = session.entries.count
                if let end = run(statements[index - 1]) { return end }
            case .shell: return .shell
            case .end: return .ends(0)
            }
        }
        return .ends(0)
    }

    /// Takes back the statement before, with what was typed in the shell since.
    private func goBack() {
        guard index > 0 else { return }
        let count = session.entries.count - entryCounts[index - 1]
        if count == 0 || session.takeBackLast(count) { index -= 1 }
    }

    /// Runs a statement; answers how the replay ends, if it does.
    private func run(_ statement: TopLevelStatement) -> Program.After? {
        Interrupt.clear()
        switch session.run(statement) {
        case .finished: return nil
        case .exited(let status): return .ends(status)
        case .interrupted: return waits ? nil : .ends(130)
        case .failed: return waits || session.options.keepsGoing ? nil : .ends(1)
        }
    }

    // MARK: Keys

    private func wish() -> Wish {
        if !hasExplainedKeys {
            hasExplainedKeys = true
            let explanation = StyledText(
                "Enter runs it · b goes back · r repeats · s shell, until Ctrl-D · q quits", .dim)
            write(explanation, endsLine: true)
        }
        while true {
            guard let key = keys.read() else { return .next }
            switch key {
            case .enter, .right, .down, .character(" "), .character("n"): return .next
            case .left, .up, .backspace, .character("b"): return .back
            case .character("r"): return .again
            case .character("s"): return .shell
            case .character("q"), .interrupt, .endOfInput: return .end
            default: continue
            }
        }
    }

    // MARK: Showing

    /// Shows the comments before a statement, then the statement behind a prompt.
    private func show(_ statement: TopLevelStatement, after end: Int) {
        let start = statement.statement.span.start
        for line in source.text(of: Span(min(end, start), start)).linesByFeed where line.hasPrefix("#") {
            if !line.hasPrefix("#>") { write(StyledText(line, .dim), endsLine: true) }
        }
        let code = statement.text + (statement.isQuiet ? ";" : "")
        for (number, line) in styled(code).enumerated() {
            write(StyledText(number == 0 ? "conv> " : "...   ", .prompt))
            for (character, style) in line {
                if types { speed.pause(before: character) }
                write(StyledText(String(character), style))
            }
            if types { speed.pause(before: "\n") }
            output.write("\n")
        }
    }

    private func write(_ text: StyledText, endsLine: Bool = false) {
        let renderer = output.renderer()
        output.write(renderer.line(renderer.encoded(text)) + (endsLine ? "\n" : ""))
    }

    /// The lines of a piece of code, each character with its style.
    private func styled(_ code: String) -> [[(Character, Style)]] {
        var styles = [Style](repeating: .plain, count: code.utf8.count)
        for (range, style) in LineColours(session).stretches(of: TypedText(code)) {
            for place in range { styles[place] = style }
        }
        var lines: [[(Character, Style)]] = [[]]
        var place = 0
        for character in code {
            if character.isNewline {
                lines.append([])
            } else {
                lines[lines.count - 1].append((character, styles[place]))
            }
            place += character.utf8.count
        }
        return lines
    }
}

/// How fast a person types: about twelve characters a second, not all at the same pace.
struct TypingSpeed {
    private var state: UInt32 = 1

    /// Waits as long as a person takes for a character. Ctrl-C ends the wait.
    mutating func pause(before character: Character) {
        state = state &* 1_664_525 &+ 1_013_904_223
        let milliseconds = character == "\n" ? 250 : 40 + Int(state >> 24) * 80 / 255
        Pause.wait(milliseconds: milliseconds) { Interrupt.isRequested }
    }
}
