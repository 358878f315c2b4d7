import Foundation
import LineEditing

/// The probe's loop. `wait` stands for an evaluation that runs until Ctrl-C.
enum Probe {
    private static let words = ["Conv1D", "Conv2D", "filters", "weights.h5"]

    static func run() {
        let interrupts = InterruptSource.own
        let history = UserFiles.state("history").map { HistoryFile(path: $0) }
        let editor = ReadlineEditor(interrupts: interrupts, history: history, completer: complete)
        editor.historyFailed = { FileOutput.write("warning: \($0)\n") }
        while true {
            switch editor.readEntry(Prompts(first: "\u{1B}[1mprobe>\u{1B}[0m "), isIncomplete: isIncomplete) {
            case .text("wait", _):
                FileOutput.write("waiting\n")
                while !interrupts.isRequested() { usleep(1000) }
                FileOutput.write("stopped\n")
            case .text("width", _): FileOutput.write("width \(Terminal.columns() ?? 0)\n")
            case .text(let entry, _): FileOutput.write(describe(entry))
            case .interrupted: FileOutput.write("dropped\n")
            case .failure(let error): FileOutput.write("failed: \(error)\n")
            case .end:
                FileOutput.write("left\n")
                return
            }
        }
    }

    private static func complete(_ entry: String, _ cursor: Int) -> Completion {
        let before = Array(entry.utf8.prefix(cursor))
        let start = before.lastIndex { !(Character(Unicode.Scalar($0)).isLetter || $0 == 46) }.map { $0 + 1 } ?? 0
        let typed = String(decoding: before[start...], as: UTF8.self)
        let found = words.filter { $0.hasPrefix(typed) }
        return Completion(start: start, candidates: found.map { .init($0, suffix: $0 == "filters" ? "=" : nil) })
    }

    private static func isIncomplete(_ entry: String) -> Bool {
        entry.filter { $0 == "(" }.count > entry.filter { $0 == ")" }.count
    }

    private static func describe(_ entry: String) -> String {
        "read <" + entry.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "|") + ">\n"
    }
}
