import CReadline

/// The commands for the history: readline's names, done by the `HistoryBrowser`.
enum HistoryCommands {
    private typealias Function = @convention(c) (_ count: Int32, _ key: Int32) -> Int32

    /// Puts the commands in the place of readline's. To be called before readline reads the user's inputrc, so that
    /// keys bound there run these.
    static func install() {
        for (name, function) in all { _ = cr_replace_command(name, function) }
    }

    /// Binds the keys up, down, page up and page down to the search by prefix, unless the user bound them. To be
    /// called when the user's inputrc has been read.
    static func bindVerticalKeys() { cr_bind_vertical_keys(searchBackward, searchForward) }

    private static var searchBackward: Function { { count, _ in search(count, step: -1, anchored: true) } }
    private static var searchForward: Function { { count, _ in search(count, step: 1, anchored: true) } }

    private static var all: [(name: String, function: Function)] {
        [
            ("previous-history", { count, _ in browse { $0.move(by: -Int(count)) } }),
            ("next-history", { count, _ in browse { $0.move(by: Int(count)) } }),
            ("beginning-of-history", { _, _ in browse { $0.moveToBeginning() } }),
            ("end-of-history", { _, _ in browse { $0.moveToEnd() } }),
            ("fetch-history", { count, _ in browse { $0.fetch(argument(count)) } }),
            ("vi-fetch-history", { count, _ in browse { $0.fetch(argument(count)) } }),
            ("operate-and-get-next", { _, key in browse { $0.acceptAndContinue(key) } }),

            ("history-search-backward", searchBackward),
            ("history-search-forward", searchForward),
            ("history-substring-search-backward", { count, _ in search(count, step: -1, anchored: false) }),
            ("history-substring-search-forward", { count, _ in search(count, step: 1, anchored: false) }),

            ("reverse-search-history", { count, _ in searchText(.backward, count, isIncremental: true) }),
            ("forward-search-history", { count, _ in searchText(.forward, count, isIncremental: true) }),
            ("non-incremental-reverse-search-history", { _, _ in searchText(.backward, isIncremental: false) }),
            ("non-incremental-forward-search-history", { _, _ in searchText(.forward, isIncremental: false) }),
            ("non-incremental-reverse-search-history-again", { _, _ in browse { $0.searchAgain(.backward) } }),
            ("non-incremental-forward-search-history-again", { _, _ in browse { $0.searchAgain(.forward) } }),
            // In vi's command mode `/` and `n` go back in time, `?` and `N` forward.
            ("vi-search", { _, key in searchText(key == question ? .forward : .backward, isIncremental: false) }),
            ("vi-search-again", { _, key in browse { $0.searchAgain(key == capitalN ? .forward : .backward) } }),

            ("yank-nth-arg", { count, _ in browse { $0.yankWord(Int(count)) } }),
            ("yank-last-arg", { count, _ in browse { $0.yankLastWord(argument(count), turns: count < 0) } }),
            (
                "vi-yank-arg",
                { count, key in
                    rl_vi_append_mode(1, key)
                    LineBuffer.insert([UInt8(ascii: " ")])
                    return browse { $0.yankWord(argument(count).map { $0 - 1 }) }
                }
            ),
        ]
    }
}

// What the commands are made of. These functions are free ones, since a C function cannot carry a type along.

private let question = Int32(UInt8(ascii: "?"))
private let capitalN = Int32(UInt8(ascii: "N"))

/// The numeric argument, if the user gave one.
private func argument(_ count: Int32) -> Int? { cr_has_argument() != 0 ? Int(count) : nil }

/// In an entry of several lines, up goes back to the lines before.
private func search(_ count: Int32, step: Int, anchored: Bool) -> Int32 {
    if anchored, step < 0, count > 0, InstalledEditor.current?.takeBackLines() == true { return 0 }
    return browse { $0.search(step: count < 0 ? -step : step, times: Int(count.magnitude), anchored: anchored) }
}

private func searchText(
    _ direction: HistorySearch.Direction, _ count: Int32 = 1, isIncremental: Bool
) -> Int32 {
    let turned: HistorySearch.Direction = direction == .backward ? .forward : .backward
    return browse { $0.beginSearch(count < 0 ? turned : direction, isIncremental: isIncremental) }
}

private func browse(_ body: (HistoryBrowser) -> Void) -> Int32 {
    browse {
        body($0)
        return true
    }
}

/// Runs a command; the bell rings where it finds nothing.
private func browse(_ body: (HistoryBrowser) -> Bool) -> Int32 {
    guard let browser = InstalledEditor.current?.browser else { return 0 }
    if !body(browser) { rl_ding() }
    return 0
}
