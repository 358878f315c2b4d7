import CReadline

/// Goes through the history while a line is edited: what the commands for history do.
///
/// Readline's own history stays empty. Readline keeps undo lists in the entries of its history, and some of its
/// commands leave pointers there to lists that are freed later. Without entries there is nothing to point from.
final class HistoryBrowser {
    private(set) var lines = HistoryLines()
    /// The search whose text is being typed.
    private(set) var search: HistorySearch?

    private var undoLists: [Int: UndoList] = [:]
    private var newLineCursor: Int?
    /// What the search by prefix looks for as long as the line is the one it found.
    private var prefix: [UInt8] = []
    /// The line as it came from the history.
    private var recalled: [UInt8]?
    private var lastPattern: [UInt8] = []
    private var keymapBeforeSearch: Keymap?
    private var yank: YankedWord?
    /// The entry that the next prompt begins with.
    private var followUp: Int?

    /// The word that `yank-last-arg` inserted last.
    private struct YankedWord {
        var position: Int
        var step: Int
        var range: Range<Int>
        var line: [UInt8]
    }

    // MARK: Prompts

    /// Adds an entry below the others.
    func append(_ entry: String) {
        let dropped = lines.append(Array(entry.utf8))
        followUp = followUp.map { $0 - dropped }
    }

    /// Starts a prompt: all lines are as they were entered. Readline shows the prompt and an empty line already.
    func begin() {
        reset()
        guard let position = followUp else { return }
        followUp = nil
        if position >= 0, position < lines.newLine {
            arrive(at: position)
            cr_redisplay()
        }
    }

    /// Ends a prompt, whichever way.
    func end() {
        leaveSearch()
        reset()
    }

    private func reset() {
        lines.reset()
        undoLists = [:]
        newLineCursor = nil
        recalled = nil
        yank = nil
    }

    /// Accepts the line; the next prompt begins with the entry after it.
    func acceptAndContinue(_ key: Int32) {
        followUp = lines.isAtNewLine ? nil : lines.position + 1
        rl_newline(1, key)
    }

    // MARK: Movement

    /// Goes up (a negative number) or down, as far as there are lines. Returns false if there is none.
    func move(by count: Int) -> Bool {
        let (sum, overflow) = lines.position.addingReportingOverflow(count)
        return go(to: overflow ? (count < 0 ? 0 : lines.newLine) : min(max(sum, 0), lines.newLine))
    }

    /// Goes to the oldest entry.
    func moveToBeginning() -> Bool { go(to: 0) }

    /// Goes to the new line.
    func moveToEnd() -> Bool { go(to: lines.newLine) }

    /// Goes to an entry by its number, which counts from 1, or from −1 at the newest; without one to the oldest.
    func fetch(_ number: Int?) -> Bool {
        guard let number else { return moveToBeginning() }
        let position = number > 0 ? number - 1 : lines.newLine + number
        return position >= 0 && position < lines.newLine && go(to: position)
    }

    /// Goes to the nearest line that begins with what stands before the cursor, or that contains it. A line that
    /// came from the history and was not changed is not a pattern: the search that found it goes on.
    func search(step: Int, times: Int, anchored: Bool = true) -> Bool {
        let line = LineBuffer.bytes
        if recalled != line { prefix = Array(line.prefix(LineBuffer.cursor)) }
        let pattern = prefix
        for _ in 0..<times {
            let current = LineBuffer.bytes
            let found = lines.nearest(step: step) {
                $0 != current && (anchored ? $0.starts(with: pattern) : $0.firstRange(of: pattern) != nil)
            }
            // The new line always ends the way down, whatever stands in it.
            guard let position = found ?? (step > 0 && !lines.isAtNewLine ? lines.newLine : nil) else { return false }
            _ = go(to: position)
            prefix = pattern
        }
        return true
    }

    private func go(to position: Int) -> Bool {
        if position == lines.position { return false }
        leave()
        arrive(at: position)
        return true
    }

    /// Keeps the edited line with what is needed to undo its changes.
    private func leave() {
        if lines.isAtNewLine { newLineCursor = LineBuffer.cursor }
        lines.keep(LineBuffer.bytes)
        undoLists[lines.position] = UndoList()
    }

    private func arrive(at position: Int, cursor: Int? = nil) {
        lines.position = position
        let line = lines[position]
        let isNew = lines.isAtNewLine
        LineBuffer.replace(line, cursor: cursor ?? (isNew ? newLineCursor : cr_is_vi_command_mode() != 0 ? 0 : nil))
        undoLists.removeValue(forKey: position)?.giveBack()
        recalled = isNew ? nil : line
        prefix = []
    }
}

// MARK: Words of earlier entries

extension HistoryBrowser {
    /// Inserts a word of the entry above: the one with a number, counting from 0, or the last.
    func yankWord(_ number: Int?) -> Bool { insertWord(number, of: lines.position - 1) != nil }

    /// Inserts the last word of the entry above; repeated, that of the entry above that one in its place. A negative
    /// count turns round.
    func yankLastWord(_ number: Int?, turns: Bool) -> Bool {
        guard let last = yank, last.line == LineBuffer.bytes, last.range.upperBound == LineBuffer.cursor else {
            return yankLast(number, of: lines.position - 1, step: -1)
        }
        let step = turns ? -last.step : last.step
        let position = last.position + step
        guard position >= 0, position < lines.position else { return false }
        rl_begin_undo_group()
        rl_delete_text(Int32(last.range.lowerBound), Int32(last.range.upperBound))
        LineBuffer.move(to: last.range.lowerBound)
        let isDone = yankLast(nil, of: position, step: step)
        rl_end_undo_group()
        return isDone
    }

    private func yankLast(_ number: Int?, of position: Int, step: Int) -> Bool {
        guard let range = insertWord(number, of: position) else { return false }
        yank = YankedWord(position: position, step: step, range: range, line: LineBuffer.bytes)
        return true
    }

    private func insertWord(_ number: Int?, of position: Int) -> Range<Int>? {
        guard position >= 0 else { return nil }
        let words = lines[position].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        let index = number.map { $0 < 0 ? words.count + $0 : $0 } ?? words.count - 1
        return words.indices.contains(index) ? LineBuffer.insert(Array(words[index])) : nil
    }
}

// MARK: Searches with a text of their own

extension HistoryBrowser {
    /// Begins a search: until it ends, all keys belong to it.
    func beginSearch(_ direction: HistorySearch.Direction, isIncremental: Bool) {
        leave()
        let start = HistorySearch.Place(position: lines.position, offset: LineBuffer.cursor)
        search = HistorySearch(from: start, direction, isIncremental: isIncremental)
        keymapBeforeSearch = rl_get_keymap()
        rl_set_keymap(SearchKeys.keymap)
        showSearch()
    }

    /// Searches once more for what the last search was for.
    func searchAgain(_ direction: HistorySearch.Direction) -> Bool {
        if lastPattern.isEmpty { return false }
        leave()
        let start = HistorySearch.Place(position: lines.position, offset: LineBuffer.cursor)
        var search = HistorySearch(from: start, direction, isIncremental: false)
        for byte in lastPattern { search.extend(by: byte, in: lines) }
        search.findInOtherLines(lines)
        arrive(at: search.place.position, cursor: search.hasFailed ? start.offset : nil)
        return !search.hasFailed
    }

    /// What a key does while a search is on.
    func searchKey(_ key: SearchKeys.Action) {
        guard var search else { return }
        switch key {
        case .character(let byte): search.extend(by: byte, in: lines)
        case .erase:
            if !search.shorten(in: lines) {
                if !search.isIncremental { return abandon(search) }
                rl_ding()
            }
        case .again(let direction): search.next(direction, earlier: lastPattern, in: lines)
        case .abort: return abandon(search)
        case .accept: return accept(search)
        case .other(let byte):
            accept(search)
            // Escape ends a search; only before further bytes it is the beginning of another key.
            if byte != SearchKeys.escape || SearchKeys.moreFollows { rl_execute_next(Int32(byte)) }
            return
        }
        if search.hasFailed { rl_ding() }
        self.search = search
        showSearch()
    }

    private func accept(_ search: HistorySearch) {
        var search = search
        if !search.isIncremental {
            if search.pattern.isEmpty { search.next(search.direction, earlier: lastPattern, in: lines) }
            search.findInOtherLines(lines)
            if search.hasFailed {
                rl_ding()
                return abandon(search)
            }
        }
        if !search.pattern.isEmpty { lastPattern = search.pattern }
        finishSearch(at: search.place.position, cursor: search.isIncremental ? search.place.offset : nil)
    }

    private func abandon(_ search: HistorySearch) {
        finishSearch(at: search.start.position, cursor: search.start.offset)
    }

    private func finishSearch(at position: Int, cursor: Int?) {
        leaveSearch()
        rl_clear_message()
        arrive(at: position, cursor: cursor)
    }

    private func leaveSearch() {
        if let keymapBeforeSearch { rl_set_keymap(keymapBeforeSearch) }
        keymapBeforeSearch = nil
        search = nil
    }

    private func showSearch() {
        guard let search else { return }
        if search.isIncremental {
            LineBuffer.replace(lines[search.place.position], cursor: search.place.offset)
        } else {
            LineBuffer.replace([])
        }
        cr_show_message(search.message)
    }
}
