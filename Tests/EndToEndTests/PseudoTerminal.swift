import CPty
import Foundation
import Testing

/// A program in a pseudo-terminal, and somebody who types.
final class PseudoTerminal {
    /// The program's process.
    let process: pid_t
    private let master: Int32
    private var unread: [UInt8] = []
    private var status: Int32?

    /// The keys that are not characters.
    enum Key: String {
        case enter = "\r"
        case tab = "\t"
        case controlC = "\u{03}"
        case controlD = "\u{04}"
        case controlZ = "\u{1A}"
        case up = "\u{1B}[A"
        case left = "\u{1B}[D"
    }

    /// How long silence may last before a test is given up, in milliseconds.
    private static let patience: Int32 = 60_000

    /// Starts `program`.
    init(
        _ program: Program, _ arguments: [String] = [], home: String, environment: [String: String] = [:],
        rows: Int32 = 40, columns: Int32 = 120
    ) {
        var descriptor: Int32 = -1
        let variables = ["TERM": "xterm-256color"].merging(environment) { $1 }
        process = program.withArguments(arguments, variables, home: home) { argv, envp in
            cpty_spawn(program.path, argv, envp, rows, columns, &descriptor)
        }
        master = descriptor
    }

    deinit {
        close(master)
        if status == nil {
            kill(process, SIGKILL)
            _ = cpty_wait(process, 5000)
        }
    }

    /// Types characters.
    func type(_ text: String) { type(bytes: Array(text.utf8)) }

    /// Sends bytes, which need not be text.
    func type(bytes: [UInt8]) {
        let bytes = bytes.map { CChar(bitPattern: $0) }
        _ = cpty_write(master, bytes, bytes.count)
    }

    /// Presses a key.
    func press(_ key: Key) { type(key.rawValue) }

    /// Types a line and ends it.
    func enter(_ line: String) {
        type(line)
        press(.enter)
    }

    /// Pastes a text as a terminal does that marks pastes.
    func paste(_ text: String) {
        type("\u{1B}[200~" + text.replacingOccurrences(of: "\n", with: "\r") + "\u{1B}[201~")
    }

    /// Changes the window's size.
    func resize(rows: Int32, columns: Int32) { _ = cpty_resize(master, rows, columns) }

    /// Reads until `text` was written, and returns what came up to and with it.
    @discardableResult
    func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let wanted = Array(text.utf8)
        while true {
            if let end = endOfFirst(wanted) {
                let seen = String(decoding: unread[..<end], as: UTF8.self)
                unread.removeSubrange(..<end)
                return seen
            }
            if !readMore() {
                let seen = String(decoding: unread, as: UTF8.self)
                Issue.record(
                    "\(text.debugDescription) did not come; seen: \(seen.debugDescription)",
                    sourceLocation: sourceLocation)
                throw Silence()
            }
        }
    }

    /// Reads what comes until nothing did for some milliseconds or, if there is one, `text` was written. Returns
    /// whether it was; false, too, when the program has ended.
    @discardableResult
    func read(untilSilent milliseconds: Int32, orText text: String? = nil) -> Bool {
        defer { unread = [] }
        while true {
            if let text, endOfFirst(Array(text.utf8)) != nil { return true }
            if !readMore(milliseconds) { return false }
        }
    }

    /// How the program ended: its exit status, or nil while it runs.
    func ending() -> Int32? {
        if status == nil {
            let answer = cpty_wait(process, 0)
            if answer >= 0 { status = answer }
        }
        return status
    }

    /// Waits for the program's end and returns its exit status.
    func waitForEnd() -> Int32 {
        while readMore() {}
        let answer = cpty_wait(process, PseudoTerminal.patience)
        if answer >= 0 { status = answer }
        return answer
    }

    /// What was written and not yet expected.
    var rest: String { String(decoding: unread, as: UTF8.self) }

    /// Reads more of what is written; false if nothing came within some milliseconds.
    func more(_ milliseconds: Int32) -> Bool { readMore(milliseconds) }

    /// Takes what was written and not yet expected, up to the last whole character.
    func takeWholeCharacters() -> String {
        var end = unread.count
        while end > 0, end > unread.count - 4, String(validating: unread[..<end], as: UTF8.self) == nil { end -= 1 }
        defer { unread.removeSubrange(..<end) }
        return String(decoding: unread[..<end], as: UTF8.self)
    }

    /// Whether the terminal echoes what is typed, as it does when no program edits lines.
    var echoes: Bool {
        var settings = termios()
        return tcgetattr(master, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }

    /// Nothing came for a long time, or the program ended.
    struct Silence: Error {}

    private func readMore(_ milliseconds: Int32 = PseudoTerminal.patience) -> Bool {
        var buffer = [CChar](repeating: 0, count: 65_536)
        let count = cpty_read(master, &buffer, buffer.count, milliseconds)
        if count <= 0 { return false }
        unread += buffer[..<count].map { UInt8(bitPattern: $0) }
        return true
    }

    private func endOfFirst(_ wanted: [UInt8]) -> Int? {
        // A program may write much, so that the search has to be quick.
        unread.withUnsafeBytes { (unread) -> Int? in
            wanted.withUnsafeBytes { (wanted) -> Int? in
                guard let all = unread.baseAddress, let part = wanted.baseAddress, unread.count >= wanted.count else {
                    return nil
                }
                for start in 0...(unread.count - wanted.count)
                where unread[start] == wanted[0] && memcmp(all + start, part, wanted.count) == 0 {
                    return start + wanted.count
                }
                return nil
            }
        }
    }
}
