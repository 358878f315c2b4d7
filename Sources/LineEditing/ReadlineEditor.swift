#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// Entries from a person at a terminal, through GNU readline: editing, history, completion.
///
/// Readline has one state for the whole process. There should be one editor, used from one thread at a time.
/// Signal handlers only set flags and wake the editor through a pipe; so no signal is lost between looking and waiting,
/// whichever thread it reaches.
public final class ReadlineEditor: LineSource {
    /// Finds candidates for the word at the cursor, when the user asks for them.
    public var completer: Completer?
    /// Is told once if the history cannot be read or written.
    public var historyFailed: (LineError) -> Void = { _ in }

    /// The lines of the entry that are already accepted, each ended by `\n`.
    fileprivate var acceptedLines = ""
    /// What readline's handler received for the line that is being edited.
    fileprivate var received: Received?

    private let interrupts: InterruptSource
    private let history: HistoryFile?
    private var lastEntry: String?
    private var lineNumber = 0
    private var warnedOfHistory = false

    fileprivate enum Received {
        case line([UInt8])
        case end
    }

    /// An editor; `history` is loaded now and appended to by `readEntry`.
    public init(interrupts: InterruptSource, history: HistoryFile? = nil, completer: Completer? = nil) {
        self.interrupts = interrupts
        self.history = history
        self.completer = completer
        InstalledEditor.configureOnce()
        interrupts.install()
        loadHistory()
    }

    /// Reads one entry. It is in the history file before it is returned, so that a crash does not lose it.
    public func readEntry(_ prompts: Prompts, isIncomplete: (String) -> Bool) -> Entry {
        acceptedLines = ""
        interrupts.clear()
        var firstLine: Int?
        while true {
            let prompt = acceptedLines.isEmpty ? prompts.first : prompts.continuation
            switch readLine(PromptText.forReadline(prompt)) {
            case .failure(let error): return .failure(error)
            case .interrupted: return .interrupted
            case .end:
                return acceptedLines.isEmpty ? .end : finish(acceptedLines.trimmingNewlines, firstLine)
            case .line(let line):
                lineNumber += 1
                let start = firstLine ?? lineNumber
                firstLine = start
                let entry = acceptedLines + line
                if isIncomplete(entry) {
                    acceptedLines = entry + "\n"
                } else {
                    return finish(entry, start)
                }
            }
        }
    }

    private func finish(_ entry: String, _ firstLine: Int?) -> Entry {
        acceptedLines = ""
        remember(entry.trimmingNewlines)
        return .text(entry, firstLine: firstLine ?? lineNumber)
    }

    // MARK: One line

    private enum Line {
        case line(String)
        case end
        case interrupted
        case failure(LineError)
    }

    private func readLine(_ prompt: String) -> Line {
        let signals = EditingSignals()
        InstalledEditor.current = self
        received = nil
        rl_reset_screen_size()
        rl_callback_handler_install(prompt, InstalledEditor.lineHandler)
        defer {
            rl_callback_handler_remove()
            cr_flush()
            InstalledEditor.current = nil
            signals.restore()
        }
        while received == nil {
            switch WakePipe.shared.wait(for: STDIN_FILENO) {
            case .readable: rl_callback_read_char()
            case .woken:
                if interrupts.isRequested() { return dropLine() }
                signals.dealWithPending()
            case .failure: received = .end
            }
        }
        return result()
    }

    /// Ctrl-C: leaves what was typed on the screen and forgets it.
    private func dropLine() -> Line {
        interrupts.clear()
        cr_show_end_of_line()
        rl_echo_signal_char(SIGINT)
        rl_free_line_state()
        rl_callback_sigcleanup()
        rl_crlf()
        return .interrupted
    }

    private func result() -> Line {
        guard case .line(let bytes) = received else {
            rl_crlf()
            return .end
        }
        switch UTF8Text.decode(bytes) {
        case .success(let line): return .line(line)
        case .failure(let invalid):
            lineNumber += 1
            return .failure(.invalidUTF8(line: lineNumber, byte: invalid.index + 1))
        }
    }

    // MARK: History

    private func loadHistory() {
        using_history()
        stifle_history(Int32(HistoryFile.defaultLimit))
        guard let history else { return }
        do throws(LineError) {
            let entries = try history.load()
            for entry in entries { add_history(entry) }
            lastEntry = entries.last
            if entries.count >= HistoryFile.defaultLimit { try history.truncate() }
        } catch {
            warnOfHistory(error)
        }
    }

    private func remember(_ entry: String) {
        if entry.allSatisfy(\.isWhitespace) || entry == lastEntry { return }
        lastEntry = entry
        add_history(entry)
        guard let history else { return }
        do throws(LineError) { try history.append(entry) } catch { warnOfHistory(error) }
    }

    private func warnOfHistory(_ error: LineError) {
        if warnedOfHistory { return }
        warnedOfHistory = true
        historyFailed(error)
    }
}

/// The one editor that readline's callbacks talk to, while it reads a line.
private enum InstalledEditor {
    nonisolated(unsafe) static var current: ReadlineEditor?

    /// Readline keeps the pointers to both texts for good.
    private static let configured: Void = {
        cr_configure(strdup("convsh"), strdup(wordBreaks), complete)
        // Opens readline's streams, without which the first measuring of the screen would fail.
        rl_initialize()
    }()

    static func configureOnce() { configured }

    /// A dot ends a word too: after `c1.` the candidates are attributes.
    private static let wordBreaks = " \t\n=()[]{},:;.'\"+-*/%<>!@&|^~?#\\`$"

    static let lineHandler: @convention(c) (UnsafeMutablePointer<CChar>?) -> Void = { text in
        // Removed here, so that readline does not show the prompt again after an accepted line.
        rl_callback_handler_remove()
        guard let editor = current else { return }
        guard let text else {
            editor.received = .end
            return
        }
        editor.received = .line(UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) })
        free(text)
    }

    private static let complete:
        @convention(c) (UnsafePointer<CChar>?, Int32, Int32) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = {
            word, start, _ in
            cr_completion_is_final()
            guard let editor = current, let word else { return nil }
            return editor.candidates(for: String(cString: word), at: Int(start)).flatMap(CandidateList.allocate)
        }
}

extension ReadlineEditor {
    /// The candidates for a word of the line that is being edited, and what stands for the word meanwhile.
    fileprivate func candidates(for word: String, at start: Int) -> CandidateList? {
        let line = String(cString: cr_line_buffer())
        let beforeCursor = Array(line.utf8).prefix(Int(cr_point()))
        if beforeCursor.allSatisfy({ $0 == UInt8(ascii: " ") }) {
            // At the beginning of a line the key indents.
            cr_finish_candidate(0, 0)
            return CandidateList(replacement: "    ", candidates: [])
        }
        guard let completer else { return nil }
        let offset = acceptedLines.utf8.count
        let entry = acceptedLines + line
        let cursor = offset + Int(cr_point())
        let found = CompletionWords.candidates(
            completer(entry, cursor), line: entry, wordStart: offset + start, cursor: cursor)
        guard let first = found.first else { return nil }
        let suffix = first.suffix?.asciiValue.map(Int32.init) ?? 0
        // Readline closes an open quote itself, but not behind a folder's name and not where the suffix does.
        let closesQuote = suffix == 0 && !first.text.hasSuffix("/")
        cr_finish_candidate(found.count == 1 ? suffix : 0, closesQuote ? 1 : 0)
        return CandidateList(replacement: CompletionWords.replacement(word, found), candidates: found.map(\.text))
    }
}

/// What a completion function hands to readline.
private struct CandidateList {
    /// Takes the place of the word.
    var replacement: String
    /// Is listed; for a single candidate, `replacement` alone is enough.
    var candidates: [String]

    /// The list in memory that readline will free: the replacement, the candidates, and a null pointer.
    static func allocate(_ list: CandidateList) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        let texts = [list.replacement] + (list.candidates.count > 1 ? list.candidates : [])
        let size = (texts.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
        guard let memory = malloc(size) else { return nil }
        let array = memory.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: texts.count + 1)
        for (index, text) in texts.enumerated() { (array + index).initialize(to: strdup(text)) }
        (array + texts.count).initialize(to: nil)
        return array
    }
}
