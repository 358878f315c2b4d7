#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
import CReadline

/// The one editor that readline's callbacks talk to, while it reads a line.
enum InstalledEditor {
    nonisolated(unsafe) static var current: ReadlineEditor?

    /// Readline keeps the pointers to both texts for good.
    private static let configured: Void = {
        cr_configure(strdup("convsh"), strdup(wordBreaks), complete)
        HistoryCommands.install()
        IndentationCommands.install()
        // One key shows what there is; the user's inputrc may say otherwise.
        rl_variable_bind("show-all-if-ambiguous", "on")
        // What was pasted has the colours of what is typed.
        cr_leave_pastes_plain()
        cr_set_listing { _, _, _ in current?.showListing() }
        // Reads the user's inputrc, and opens readline's streams, without which the first measuring of the screen
        // would fail.
        ProcessSetup.withLineLocale { rl_initialize() }
        HistoryCommands.bindVerticalKeys()
        FunctionKeys.bind()
        cr_set_redisplay(redisplay)
        cr_set_input(read)
    }()

    static func configureOnce() { configured }

    /// A dot ends a word too: after `c1.` the candidates are attributes.
    private static let wordBreaks = " \t\n=()[]{},:;.'\"+-*/%<>!@&|^~?#\\`$"

    /// Where `cr_read_key` is left when readline aborts a command.
    nonisolated(unsafe) private static let exit = cr_make_exit()

    /// Has readline read a key that is there, and act on it.
    static func readKey() {
        // Whatever the key does, it finds the screen as readline drew it.
        current?.painter.erase()
        cr_read_key(exit)
        if current?.received == nil, let line = cr_take_entered_line() { lineHandler(line) }
    }

    /// Reads a byte; readline calls this for each.
    private static let read: @convention(c) (UnsafeMutablePointer<FILE>?) -> Int32 = { _ in
        current?.nextByte() ?? EOF
    }

    /// Whether a message stood in the prompt's place when the line was drawn last.
    nonisolated(unsafe) private static var showedMessage = false

    /// Draws the line; readline calls this after each key.
    private static let redisplay: @convention(c) () -> Void = {
        cr_leave_when_aborted(exit)
        if Terminal.readsUTF8, LineBuffer.repair() { current?.hadInvalidBytes = true }
        current?.painter.erase()
        let showsMessage = cr_shows_message() != 0
        draw(showedMessage && !showsMessage ? cr_draw_anew : cr_draw)
        showedMessage = showsMessage
    }

    /// Has readline draw the line, or the part of it that the window has room for.
    static func draw(_ draw: () -> Void) {
        guard let painter = current?.painter else { return draw() }
        painter.part = visiblePart(after: painter.part)
        if let part = painter.part { LineBuffer.whileReplaced(by: part, draw) } else { draw() }
        painter.drawnRows = Int(cr_last_row()) + 1
        painter.needsPaint = true
    }

    private static func visiblePart(after part: VisiblePart?) -> VisiblePart? {
        var (rows, columns): (Int32, Int32) = (0, 0)
        rl_get_screen_size(&rows, &columns)
        let line = LineBuffer.bytes
        // Each row but the last holds a byte at least.
        guard line.count >= rows, cr_uses_rows() != 0 else { return nil }
        return VisiblePart(
            line, cursor: LineBuffer.cursor, prompt: Int(cr_prompt_width()), rows: Int(rows), columns: Int(columns),
            firstRow: part?.firstRow ?? 0)
    }

    static let lineHandler: @convention(c) (UnsafeMutablePointer<CChar>?) -> Void = { text in
        // Removed here, so that readline does not show the prompt again after an accepted line.
        rl_callback_handler_remove()
        guard let editor = current else { return }
        editor.keepPushedKeys()
        guard let text else {
            editor.received = .end
            return
        }
        let line = UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
        free(text)
        editor.painter.showWhole(line)
        editor.received = .line(line)
    }

    private static let complete:
        @convention(c) (UnsafePointer<CChar>?, Int32, Int32) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = {
            word, start, _ in
            cr_completion_is_final()
            guard let editor = current, let word else { return nil }
            return editor.candidates(for: String(cString: word), at: Int(start)).flatMap(CandidateList.allocate)
        }
}
