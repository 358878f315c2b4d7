import CReadline

/// Keys that send several bytes and have no command of readline's: unbound, they would type the rest of these bytes.
enum FunctionKeys {
    private typealias Function = @convention(c) (_ count: Int32, _ key: Int32) -> Int32

    /// Binds the keys that the user's inputrc has left alone. To be called when it has been read.
    static func bind() {
        let keymaps = [rl_get_keymap_by_name("emacs"), rl_get_keymap_by_name("vi-insert")]
        for (sequence, function) in keys {
            for case let keymap? in keymaps { _ = rl_bind_keyseq_if_unbound_in_map(sequence, function, keymap) }
        }
    }

    /// The sequences of xterm and its like: `\eOP` to `\eOS` and `\e[11~` to `\e[24~` are F1 to F12; in `\e[1;2D` the 2 is Shift, 3 is
    /// Alt, 5 is Ctrl.
    private static var keys: [(sequence: String, function: Function)] {
        let numbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
        let functionKeys = ["P", "Q", "R", "S"].map { "\\eO\($0)" } + numbers.map { "\\e[\($0)~" }
        let ignored = functionKeys + numbers.flatMap { number in (2...8).map { "\\e[\(number);\($0)~" } }
        let moving: [(String, Function)] = [
            ("2C", { rl_forward_char($0, $1) }), ("2D", { rl_backward_char($0, $1) }),
            ("2H", { rl_beg_of_line($0, $1) }), ("2F", { rl_end_of_line($0, $1) }),
            ("3C", { rl_forward_word($0, $1) }), ("3D", { rl_backward_word($0, $1) }),
            ("5C", { rl_forward_word($0, $1) }), ("5D", { rl_backward_word($0, $1) }),
        ]
        let arrows = (2...8).flatMap { modifier in "ABCDHF".map { "\(modifier)\($0)" } }
        let others = arrows.filter { arrow in !moving.contains { $0.0 == arrow } }
        return moving.map { ("\\e[1;\($0)", $1) } + (ignored + others.map { "\\e[1;\($0)" }).map { ($0, ignore) }
    }

    private static var ignore: Function { { _, _ in 0 } }
}
