#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lines from a pipe or a file, read in pieces; no prompts, no editing.
public final class PlainLineSource: LineSource {
    /// The most bytes that a line may have.
    public static let defaultLineLimit = 64 * 1_048_576

    private let descriptor: Int32
    private let lineLimit: Int
    private let interrupts: InterruptSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var reachedEnd = false
    private var failed = false
    private var lineNumber = 0

    /// A source that reads `descriptor`, which stays open.
    public init(
        descriptor: Int32 = STDIN_FILENO, interrupts: InterruptSource = .own,
        lineLimit: Int = PlainLineSource.defaultLineLimit
    ) {
        self.descriptor = descriptor
        self.interrupts = interrupts
        self.lineLimit = lineLimit
    }

    /// Reads the next entry. An incomplete one at the end of the text is returned as it is.
    public func readEntry(_ prompts: Prompts = Prompts(), isIncomplete: (String) -> Bool) -> Entry {
        var text = ""
        var firstLine: Int?
        while true {
            switch readLine() {
            case .line(let line):
                if let start = firstLine {
                    text += "\n" + line
                    if !isIncomplete(text) { return .text(text, firstLine: start) }
                } else {
                    text = line
                    firstLine = lineNumber
                    if !isIncomplete(text) { return .text(text, firstLine: lineNumber) }
                }
            case .end:
                guard let start = firstLine else { return .end }
                return .text(text, firstLine: start)
            case .interrupted: return .interrupted
            case .failure(let error): return .failure(error)
            }
        }
    }

    /// The whole rest of the text, for scripts that are read before they run.
    public func readText() throws(LineError) -> String {
        while !reachedEnd {
            if buffer.count - position > lineLimit { throw .textTooLong(limit: lineLimit) }
            switch fill() {
            case .interrupted: throw .system("reading standard input", reason: "interrupted")
            case .failure(let error): throw error
            case .more: break
            }
        }
        let bytes = withoutByteOrderMark(buffer[position...])
        position = buffer.count
        switch UTF8Text.decode(bytes) {
        case .success(let text): return text
        case .failure(let invalid):
            let before = bytes.prefix(invalid.index)
            let lineStart = before.lastIndex(of: PlainLineSource.newline).map { $0 + 1 } ?? before.startIndex
            let line = lineNumber + 1 + before.filter { $0 == PlainLineSource.newline }.count
            throw .invalidUTF8(line: line, byte: before.endIndex - lineStart + 1)
        }
    }

    // MARK: Lines

    private enum Line {
        case line(String)
        case end
        case interrupted
        case failure(LineError)
    }

    private static let newline = UInt8(ascii: "\n")

    private func readLine() -> Line {
        if failed { return .end }
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: PlainLineSource.newline) {
                return takeLine(upTo: end, next: end + 1)
            }
            if reachedEnd { return position < buffer.count ? takeLine(upTo: buffer.count, next: buffer.count) : .end }
            if buffer.count - position > lineLimit { return tooLong() }
            let unread = buffer.count - position
            switch fill() {
            case .interrupted: return .interrupted
            case .failure(let error):
                failed = true
                return .failure(error)
            case .more: searched = position + unread
            }
        }
    }

    private func tooLong() -> Line {
        failed = true
        buffer = []
        position = 0
        return .failure(.lineTooLong(line: lineNumber + 1, limit: lineLimit))
    }

    private func takeLine(upTo end: Int, next: Int) -> Line {
        var bytes = buffer[position..<end]
        position = next
        lineNumber += 1
        if lineNumber == 1 { bytes = withoutByteOrderMark(bytes) }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        if bytes.count > lineLimit { return tooLong() }
        switch UTF8Text.decode(bytes) {
        case .success(let text): return .line(text)
        case .failure(let invalid): return .failure(.invalidUTF8(line: lineNumber, byte: invalid.index + 1))
        }
    }

    private func withoutByteOrderMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) && lineNumber <= 1 ? bytes.dropFirst(3) : bytes
    }

    // MARK: Reading

    private enum Fill {
        case more
        case interrupted
        case failure(LineError)
    }

    /// Reads one more piece. What was used is dropped first.
    private func fill() -> Fill {
        if position > 0 {
            buffer.removeSubrange(..<position)
            position = 0
        }
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count >= 0 {
                buffer += piece[..<count]
                reachedEnd = count == 0
                return .more
            }
            if errno != EINTR { return .failure(.system("reading input", reason: systemMessage(errno))) }
            if interrupts.isRequested() {
                interrupts.clear()
                return .interrupted
            }
        }
    }
}

/// The system's text for an error number.
func systemMessage(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
}
