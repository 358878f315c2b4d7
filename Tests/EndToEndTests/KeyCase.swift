import Foundation

/// What somebody did at a terminal, from the start of a program on.
///
/// As a file: one event a line, `keys` with bytes in hexadecimal or `size` with rows and columns; the first line is
/// the terminal's first size, and lines `inputrc` hold the user's settings.
struct KeyCase: Equatable {
    /// One thing that is done.
    enum Event: Equatable {
        case keys([UInt8])
        case size(rows: Int, columns: Int)
    }

    var inputrc: [String] = []
    var events: [Event] = []

    /// A case that begins with a terminal of this size.
    init(rows: Int, columns: Int, inputrc: [String] = []) {
        events = [.size(rows: rows, columns: columns)]
        self.inputrc = inputrc
    }

    /// The case in the text of a file. Lines of other kinds are comments.
    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            switch (words.first, words.count) {
            case ("keys", 2): events.append(.keys(KeyCase.bytes(words[1])))
            case ("size", 3): events.append(.size(rows: Int(words[1]) ?? 24, columns: Int(words[2]) ?? 80))
            case ("inputrc", _): inputrc.append(words.dropFirst().joined(separator: " "))
            default: continue
            }
        }
    }

    /// The text of a file with this case.
    var text: String {
        let settings = inputrc.map { "inputrc \($0)\n" }
        let lines = events.map { event in
            switch event {
            case .keys(let bytes): "keys " + bytes.map { String(format: "%02x", $0) }.joined() + "\n"
            case .size(let rows, let columns): "size \(rows) \(columns)\n"
            }
        }
        return (settings + lines).joined()
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = Array(text)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }
}

/// Plays cases to the shell.
final class KeyPlayer {
    private let home: TemporaryFolder
    private let terminal: PseudoTerminal
    /// What was played so far.
    private(set) var played: KeyCase

    /// Starts the shell in a terminal of the case's first size and plays the rest to it.
    init(_ start: KeyCase) throws {
        home = try TemporaryFolder()
        let inputrc = home.path + "/inputrc"
        try start.inputrc.joined(separator: "\n").write(toFile: inputrc, atomically: true, encoding: .utf8)
        var size = (rows: 24, columns: 80)
        if case .size(let rows, let columns) = start.events.first { size = (rows, columns) }
        // A pager would wait for keys of its own.
        let environment = ["INPUTRC": inputrc, "COLORTERM": "truecolor", "PAGER": "cat"]
        terminal = PseudoTerminal(
            .convsh, home: home.path, environment: environment,
            rows: Int32(size.rows), columns: Int32(size.columns))
        played = KeyCase(rows: size.rows, columns: size.columns, inputrc: start.inputrc)
        terminal.read(untilSilent: 5000, orText: "conv> ")
        for event in start.events.dropFirst() where ending == nil { play(event) }
    }

    /// The exit status if the shell has ended.
    private var ending: Int32? { terminal.ending() }

    /// Does one thing and reads what comes of it until nothing does for some milliseconds, or until `text` does.
    @discardableResult
    func play(_ event: KeyCase.Event, untilSilent milliseconds: Int32 = 20, orText text: String? = nil) -> Bool {
        played.events.append(event)
        switch event {
        case .keys(let bytes): terminal.type(bytes: bytes)
        case .size(let rows, let columns): terminal.resize(rows: Int32(rows), columns: Int32(columns))
        }
        return terminal.read(untilSilent: milliseconds, orText: text)
    }

    /// How the shell fails: how it has ended or, if it is asked a question, that it does not answer. Nil if it lives.
    func failure(isAsked: Bool) -> String? {
        if ending == nil, !isAsked || answers() { return nil }
        guard let ending else { return "no answer" }
        return ending > 256 ? "ended by signal \(ending - 256)" : "left with status \(ending)"
    }

    /// Whether the shell answers a question, after Ctrl-Q, in case the output was stopped, and Ctrl-C.
    ///
    /// While something is evaluated a Ctrl-V may take the Ctrl-C for itself, and a part of what was typed may still
    /// wait; so it may take several attempts.
    private func answers() -> Bool {
        for _ in 0..<100 {
            play(.keys([0x11, 0x07, 0x03]))
            let question = Array("print(40961*3)\r".utf8)
            if play(.keys(question), untilSilent: 1000, orText: "122883") { return true }
            if ending != nil { return false }
        }
        return false
    }
}

extension KeyCase {
    /// How the shell fails in this case, nil if it does not.
    func failure() throws -> String? { try KeyPlayer(self).failure(isAsked: true) }

    /// The case without what is not needed for the failure: pieces are left out, the large ones first, as long as
    /// the shell still fails.
    func reduced() throws -> KeyCase {
        var result = self
        var size = max(1, events.count / 2)
        while true {
            var start = 1
            while start < result.events.count {
                var shorter = result
                shorter.events.removeSubrange(start..<min(start + size, result.events.count))
                if try shorter.failure() != nil { result = shorter } else { start += size }
            }
            if size == 1 { return result }
            size /= 2
        }
    }
}
