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
    /// Says how the line looks while it is typed.
    public var decorator: LineDecorator?
    /// Finds the blanks that a line begins with, for the lines before it in its entry.
    public var indentation: (_ lines: String) -> String = { _ in "" }
    /// Called once if the history cannot be read or written.
    public var historyFailed: (LineError) -> Void = { _ in }

    /// The lines of the entry that are already accepted, each ended by `\n`.
    var acceptedLines = ""
    /// Whether bytes that are not text were typed into the line; replacement characters stand for them.
    var hadInvalidBytes = false
    /// What was found for the word at the cursor, as it is listed.
    var listing: CandidateListing?
    /// What readline's handler received for the line that is being edited.
    var received: Received?

    /// Paints over what readline draws.
    let painter = LinePainter()

    private let interrupts: InterruptSource
    private let history: HistoryFile?
    /// Goes through the entries of the history.
    let browser = HistoryBrowser()
    private var lineNumber = 0
    /// What the next line begins as.
    private var suggestion: String?
    /// What is left of the end of a paste that was not typed.
    private var pasteEnd: ArraySlice<UInt8> = []
    /// Bytes that were typed while the terminal was asked something: they come before what is read.
    var typedAhead: [UInt8] = []
    /// Whether an answer of the terminal may still come.
    var awaitsReplies = false
    private var warnedOfHistory = false

    enum Received {
        case line([UInt8])
        case end
        /// The lines of the entry are to be edited again, together.
        case takenBack
    }

    /// An editor; `history` is loaded now and appended to by `readEntry`.
    public init(interrupts: InterruptSource, history: HistoryFile? = nil, completer: Completer? = nil) {
        self.interrupts = interrupts
        self.history = history
        self.completer = completer
        TerminalRescue.install()
        InstalledEditor.configureOnce()
        interrupts.install()
        loadHistory()
    }

    /// Puts a line into the next prompt, with the cursor at its end.
    public func suggest(_ line: String) { suggestion = line }

    /// Reads one entry. It is in the history file before it is returned, so that a crash does not lose it.
    ///
    /// Prompts that were pasted with the statements are not part of it.
    public func readEntry(_ prompts: Prompts, isIncomplete: (String) -> Bool) -> Entry {
        acceptedLines = ""
        if interrupts.isRequested(), !typedAhead.isEmpty {
            // Ctrl-C came between two lines of a macro, where nothing is edited: it ends the macro all the same.
            interrupts.clear()
            typedAhead = []
            return .interrupted
        }
        interrupts.clear()
        var firstLine: Int?
        var pasted: PastedPrompts?
        while true {
            let prompt = acceptedLines.isEmpty ? prompts.first : prompts.continuation
            switch readLine(PromptText.forReadline(prompt)) {
            case .failure(let error): return .failure(error)
            case .interrupted: return .interrupted
            case .takenBack(let line):
                suggestion = acceptedLines + line
                acceptedLines = ""
                lineNumber = (firstLine ?? lineNumber + 1) - 1
                (firstLine, pasted) = (nil, nil)
            case .end:
                return acceptedLines.isEmpty ? .end : finish(acceptedLines.trimmingNewlines, firstLine)
            case .line(let typed):
                lineNumber += 1
                let start = firstLine ?? lineNumber
                firstLine = start
                let typed = PastedPrompts.withoutFences(typed)
                if acceptedLines.isEmpty { pasted = PastedPrompts(of: typed) }
                let line = pasted?.strip(typed) ?? typed
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

    /// Takes the accepted lines of an entry back, to edit them as one line with the one that is being typed; false where there are none.
    func takeBackLines() -> Bool {
        guard !acceptedLines.isEmpty, browser.lines.isAtNewLine, !hadInvalidBytes else { return false }
        received = .takenBack
        return true
    }

    /// Begins a line of an entry with blanks. Lines that come at once are pasted and have their own.
    private func indent() {
        guard !acceptedLines.isEmpty, !isKeyWaiting else { return }
        let blanks = indentation(acceptedLines)
        guard !blanks.isEmpty else { return }
        LineBuffer.insert(Array(blanks.utf8))
        cr_redisplay()
    }

    /// Paints the line that readline has drawn.
    func paint() {
        guard let decorator, browser.search == nil, Terminal.readsUTF8 else { return }
        painter.paint { line, cursor in
            let start = acceptedLines.utf8.count
            return decorator(acceptedLines + line, start, start + cursor)
        }
    }

    // MARK: One line

    private enum Line {
        case line(String)
        case takenBack(String)
        case end
        case interrupted
        case failure(LineError)
    }

    private func readLine(_ prompt: String) -> Line {
        let signals = EditingSignals()
        InstalledEditor.current = self
        received = nil
        hadInvalidBytes = false
        rl_reset_screen_size()
        painter.begin()
        cr_forget_end()
        ProcessSetup.withLineLocale { rl_callback_handler_install(prompt, InstalledEditor.lineHandler) }
        IndentationCommands.bindBackspace()
        browser.begin()
        if let line = suggestion {
            suggestion = nil
            LineBuffer.insert(Array(line.utf8))
            cr_redisplay()
        } else {
            indent()
        }
        defer {
            painter.end()
            rl_callback_handler_remove()
            browser.end()
            cr_flush()
            InstalledEditor.current = nil
            signals.restore()
        }
        while received == nil {
            pasteEnd = []
            if interrupts.isRequested() { return dropLine() }
            signals.dealWithPending()
            // Keys that arrive together are drawn once.
            if !isKeyWaiting { paint() }
            switch typedAhead.isEmpty ? WakePipe.shared.wait(for: STDIN_FILENO) : .readable {
            case .readable: InstalledEditor.readKey()
            case .woken: continue
            case .failure: received = .end
            }
        }
        return result()
    }

    /// The next byte that was typed, or EOF.
    ///
    /// In a paste, and in a key of several bytes, readline waits for the next byte itself. Neither a signal nor the end
    /// of the input must wait with it: the bytes that come then are the end of a paste, which ends every such key.
    func nextByte() -> Int32 {
        while true {
            if !typedAhead.isEmpty {
                let byte = typedAhead.removeFirst()
                if byte == 0x1B, awaitsReplies, dropsReply() { continue }
                return Int32(byte)
            }
            if !WakePipe.shared.isReadable(STDIN_FILENO) {
                if interrupts.isRequested() || EditingSignals.mustAct { return nextByteOfPasteEnd() }
                if WakePipe.shared.wait(for: STDIN_FILENO) == .woken { continue }
            }
            var byte: UInt8 = 0
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 {
                if byte == 0x1B, awaitsReplies, dropsReply() { continue }
                return Int32(byte)
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            return cr_is_within_key() != 0 ? nextByteOfPasteEnd() : EOF
        }
    }

    /// Keeps the keys of a macro, and what a command has read too far, for the next line. Otherwise readline would act on
    /// them at once, although nothing is edited.
    func keepPushedKeys() {
        var keys: [UInt8] = []
        while let byte = UInt8(exactly: cr_next_pushed_byte()) { keys.append(byte) }
        typedAhead = keys + typedAhead
    }

    /// Whether there is a key to read.
    private var isKeyWaiting: Bool { !typedAhead.isEmpty || WakePipe.shared.isReadable(STDIN_FILENO) }

    /// Whether Ctrl-C was pressed.
    var isInterrupted: Bool { interrupts.isRequested() }

    private func nextByteOfPasteEnd() -> Int32 {
        if pasteEnd.isEmpty { pasteEnd = Array("\u{1B}[201~".utf8)[...] }
        return Int32(pasteEnd.removeFirst())
    }

    /// Ctrl-C: leaves what was typed on the screen and forgets it.
    private func dropLine() -> Line {
        interrupts.clear()
        // A macro that calls itself would go on.
        typedAhead = []
        leaveLine { rl_echo_signal_char(SIGINT) }
        return .interrupted
    }

    /// Leaves what was typed on the screen, and readline without it.
    private func leaveLine(_ show: () -> Void = {}) {
        painter.erase()
        painter.end()
        cr_show_end_of_line()
        show()
        rl_free_line_state()
        rl_callback_sigcleanup()
        rl_crlf()
    }

    private func result() -> Line {
        if case .takenBack = received {
            let line = String(decoding: LineBuffer.bytes, as: UTF8.self)
            leaveLine()
            return .takenBack(line)
        }
        guard case .line(let bytes) = received else {
            rl_crlf()
            return .end
        }
        switch UTF8Text.decode(bytes) {
        case .success(let line):
            guard hadInvalidBytes, let invalid = line.unicodeScalars.firstIndex(of: "\u{FFFD}") else {
                return .line(line)
            }
            return invalidLine(at: line.utf8.distance(from: line.startIndex, to: invalid))
        case .failure(let invalid): return invalidLine(at: invalid.index)
        }
    }

    private func invalidLine(at index: Int) -> Line {
        lineNumber += 1
        return .failure(.invalidUTF8(line: lineNumber, byte: index + 1))
    }

    // MARK: History

    private func loadHistory() {
        guard let history else { return }
        do throws(LineError) {
            let entries = try history.load()
            for entry in entries { browser.append(entry) }
            if entries.count >= HistoryFile.defaultLimit { try history.truncate() }
        } catch {
            warnOfHistory(error)
        }
    }

    private func remember(_ entry: String) {
        if HistoryFormat.isLeftOut(entry) || browser.lines.newest == Array(entry.utf8) { return }
        browser.append(entry)
        guard let history else { return }
        do throws(LineError) { try history.append(entry) } catch { warnOfHistory(error) }
    }

    private func warnOfHistory(_ error: LineError) {
        if warnedOfHistory { return }
        warnedOfHistory = true
        historyFailed(error)
    }
}
