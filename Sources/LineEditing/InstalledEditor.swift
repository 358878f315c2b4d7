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
        cr_set_listing { _, _, _ in current?.showListing() }
        // Reads the user's inputrc, and opens readline's streams, without which the first measuring of the screen
        // would fail.
        rl_initialize()
        HistoryCommands.bindVerticalKeys()
        cr_set_redisplay(draw)
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
    }

    /// Reads a byte; readline calls this for each.
    private static let read: @convention(c) (UnsafeMutablePointer<FILE>?) -> Int32 = { _ in
        current?.nextByte() ?? EOF
    }

    /// Whether a message stood in the prompt's place when the line was drawn last.
    nonisolated(unsafe) private static var showedMessage = false

    /// Draws the line; readline calls this after each key.
    private static let draw: @convention(c) () -> Void = {
        cr_leave_when_aborted(exit)
        if Terminal.usesUTF8, LineBuffer.repair() { current?.hadInvalidBytes = true }
        current?.painter.erase()
        let showsMessage = cr_shows_message() != 0
        if showedMessage, !showsMessage { cr_draw_anew() } else { cr_draw() }
        showedMessage = showsMessage
        current?.painter.needsPaint = true
    }

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
