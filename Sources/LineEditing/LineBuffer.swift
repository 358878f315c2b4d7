import CReadline

/// The line that readline edits.
enum LineBuffer {
    /// Its bytes.
    static var bytes: [UInt8] {
        let start = UnsafeRawPointer(cr_line_buffer())
        return Array(UnsafeRawBufferPointer(start: start, count: Int(cr_end())))
    }

    /// How many bytes stand before the cursor.
    static var cursor: Int { Int(cr_point()) }

    /// Moves the cursor.
    static func move(to cursor: Int) { cr_set_point(Int32(cursor)) }

    /// Replaces the line. Without a cursor it goes behind the last character.
    static func replace(_ bytes: [UInt8], cursor: Int? = nil) {
        withCString(bytes) { cr_set_line($0, cursor.map(Int32.init) ?? -1) }
    }

    /// Replaces what is not UTF-8 by the replacement character. Returns whether there was anything.
    ///
    /// Some of readline's commands loop forever on bytes that are not a character. Such bytes come from broken pastes, and
    /// from keys that take the first byte of a character and leave the others. Undo ends here.
    static func repair() -> Bool {
        let bytes = bytes
        if case .success = UTF8Text.decode(bytes) { return false }
        func repaired(_ bytes: some Collection<UInt8>) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }
        let cursor = repaired(bytes.prefix(cursor)).count
        withCString(repaired(bytes)) { cr_set_line_without_undo($0, Int32(cursor)) }
        return true
    }

    /// Inserts at the cursor, as one step for undo. Returns the range of the inserted bytes.
    @discardableResult
    static func insert(_ bytes: [UInt8]) -> Range<Int> {
        let start = cursor
        rl_begin_undo_group()
        withCString(bytes) { _ = rl_insert_text($0) }
        rl_end_undo_group()
        return start..<cursor
    }

    /// Does something, such as drawing, while readline has a part of the line in the line's place.
    static func whileReplaced(by part: VisiblePart, _ body: () -> Void) {
        let mark = min(max(Int(cr_mark()), part.range.lowerBound), part.range.upperBound)
        var text = part.bytes.map(CChar.init(bitPattern:)) + [0]
        text.withUnsafeMutableBufferPointer { text in
            let shown = cr_line(
                text: text.baseAddress, end: Int32(part.bytes.count), point: Int32(part.cursor),
                mark: Int32(part.offset(of: mark)))
            let line = cr_exchange_line(shown)
            body()
            _ = cr_exchange_line(line)
        }
    }

    private static func withCString(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
        (bytes.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { $0.baseAddress.map(body) }
    }
}

/// The changes of a line that can be undone: a list in readline's memory with exactly one owner.
///
/// The owner is either readline, for the line that it edits, or a value of this class, for a line that the user has
/// left. So no list can be freed while something refers to it.
final class UndoList {
    private var list: UnsafeMutablePointer<UNDO_LIST>?

    /// Takes the list of the edited line; readline has none afterwards.
    init() { list = cr_take_undo_list() }

    /// Makes this the list of the edited line; this value has none afterwards.
    func giveBack() {
        rl_free_undo_list()
        cr_set_undo_list(list)
        list = nil
    }

    deinit {
        guard list != nil else { return }
        let current = cr_take_undo_list()
        cr_set_undo_list(list)
        rl_free_undo_list()
        cr_set_undo_list(current)
    }
}
