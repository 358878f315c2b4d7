/// Where statements come from: a person at a terminal, a pipe, or a file.
public protocol LineSource: AnyObject {
    /// Reads the next entry: a line, and the lines after it for as long as `isIncomplete` says that they belong to it.
    func readEntry(_ prompts: Prompts, isIncomplete: (String) -> Bool) -> Entry

    /// Puts a line into the next prompt, to be changed or entered as it is.
    func suggest(_ line: String)
}

extension LineSource {
    /// Without a prompt there is nothing to put it into.
    public func suggest(_ line: String) {}
}

/// What is shown before the lines of an entry; escape codes for colours may be in it.
public struct Prompts: Sendable {
    /// Shown before the first line.
    public var first: String
    /// Shown before the lines that continue it.
    public var continuation: String

    /// The two prompts of an entry.
    public init(first: String = "conv> ", continuation: String = "...   ") {
        self.first = first
        self.continuation = continuation
    }
}

/// What reading yielded.
public enum Entry: Hashable, Sendable {
    /// One or more lines, joined by `\n`; the number of the first one counts from 1.
    case text(String, firstLine: Int)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// There is no more: the end of the file, or Ctrl-D.
    case end
    /// The line cannot be used; reading may go on if the error is not final.
    case failure(LineError)
}

/// Why a line or a file could not be read.
public enum LineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A line has more bytes than are accepted.
    case lineTooLong(line: Int, limit: Int)
    /// A text has more bytes than are accepted.
    case textTooLong(limit: Int)
    /// A line is not UTF-8. The byte counts from 1 within the line.
    case invalidUTF8(line: Int, byte: Int)
    /// The system refused: what was tried, and its reason.
    case system(String, reason: String)

    /// Whether nothing more can be read from the source.
    public var isFinal: Bool {
        if case .invalidUTF8 = self { return false }
        return true
    }

    /// One sentence for the user.
    public var description: String {
        switch self {
        case .lineTooLong(let line, let limit):
            return "line \(line) is longer than \(limit / 1_048_576) MB; break it into several"
        case .textTooLong(let limit):
            return "the text is longer than \(limit / 1_048_576) MB, more than convsh reads"
        case .invalidUTF8(let line, let byte):
            return "line \(line) is not UTF-8 text (at byte \(byte)); save it as UTF-8"
        case .system(let action, let reason):
            return "\(action): \(reason)"
        }
    }
}
