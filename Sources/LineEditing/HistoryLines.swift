/// The lines that a prompt can go through: the entries of the history, the oldest first, and below them the new line.
///
/// An entry may be changed while a line is edited. The change lasts until the next prompt; the entry itself stays as
/// it was. Lines are bytes, since what is typed need not be text.
struct HistoryLines {
    /// The bytes of a line; an entry of several lines holds line feeds.
    typealias Line = [UInt8]

    /// Where the edited line stands: the index of an entry, or `newLine`.
    var position = 0
    private var entries: [Line] = []
    private var changes: [Int: Line] = [:]
    private let limit: Int

    /// No entries; at most `limit` are kept.
    init(limit: Int = HistoryFile.defaultLimit) { self.limit = limit }

    /// The position of the line below the newest entry.
    var newLine: Int { entries.count }
    /// Whether the line that is edited is the new one.
    var isAtNewLine: Bool { position == newLine }
    /// The newest entry.
    var newest: Line? { entries.last }

    /// The line at a position, as it was left.
    subscript(position: Int) -> Line {
        changes[position] ?? (entries.indices.contains(position) ? entries[position] : [])
    }

    /// Keeps what the edited line was changed to.
    mutating func keep(_ line: Line) {
        changes[position] = isAtNewLine || line != entries[position] ? line : nil
    }

    /// Adds an entry. Returns how many old ones made room for it.
    @discardableResult
    mutating func append(_ entry: Line) -> Int {
        entries.append(entry)
        let surplus = max(0, entries.count - limit)
        entries.removeFirst(surplus)
        return surplus
    }

    /// Forgets all changes and goes to an empty new line.
    mutating func reset() {
        changes = [:]
        position = newLine
    }

    /// The nearest position before (`step` −1) or after (1) the present one whose line is as wanted.
    func nearest(step: Int, where isWanted: (Line) -> Bool) -> Int? {
        var candidate = position + step
        while candidate >= 0, candidate <= newLine {
            if isWanted(self[candidate]) { return candidate }
            candidate += step
        }
        return nil
    }
}
