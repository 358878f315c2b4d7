import CReadline

/// Blanks of one level.
private let step = 4

/// Backspace among the blanks at the beginning of a continued line takes a whole step of indentation away.
enum IndentationCommands {
    /// Puts the command in the place of readline's. To be called before readline reads the user's inputrc.
    static func install() { _ = cr_replace_command("backward-delete-char", backspace) }

    /// Binds the terminal's own key for Backspace, which readline binds anew for each line.
    static func bindBackspace() { cr_replace_in_keymaps(rl_rubout, backspace) }

    private static var backspace: @convention(c) (_ count: Int32, _ key: Int32) -> Int32 {
        { count, key in
            guard count == 1, InstalledEditor.current?.acceptedLines.isEmpty == false else {
                return rl_rubout(count, key)
            }
            let before = LineBuffer.bytes.prefix(LineBuffer.cursor)
            guard !before.isEmpty, before.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return rl_rubout(count, key) }
            let kept = (before.count - 1) / step * step
            rl_begin_undo_group()
            rl_delete_text(Int32(kept), Int32(before.count))
            LineBuffer.move(to: kept)
            rl_end_undo_group()
            return 0
        }
    }
}
