/// A piece of source code and the name of where it came from.
public final class SourceText: Sendable {
    /// The file's name, or a word such as `<input>`.
    public let name: String
    /// The code, as UTF-8.
    public let bytes: [UInt8]
    /// Number of the first line, for code that is a part of something longer.
    public let firstLine: Int
    /// Whether the program carries the code, so that errors point to where it is called.
    public let isCarried: Bool
    private let lineStarts: [Int]

    /// Source code as bytes of UTF-8, under the name that errors show.
    public init(name: String, bytes: [UInt8], firstLine: Int = 1, isCarried: Bool = false) {
        self.name = name
        self.isCarried = isCarried
        self.bytes = bytes
        self.firstLine = firstLine
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        lineStarts = starts
    }

    /// Source code as a string, under the name that errors show.
    public convenience init(name: String, _ text: String, firstLine: Int = 1, isCarried: Bool = false) {
        self.init(name: name, bytes: Array(text.utf8), firstLine: firstLine, isCarried: isCarried)
    }

    /// Line, from `firstLine` on, and column, from 1 on and counted in characters, of a byte offset.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let line = lineIndex(of: offset)
        let start = lineStarts[line]
        let before = String(decoding: bytes[start..<max(start, min(offset, bytes.count))], as: UTF8.self)
        return (line + firstLine, before.unicodeScalars.count + 1)
    }

    /// The line, from `firstLine` on, of a byte offset.
    public func lineNumber(of offset: Int) -> Int { lineIndex(of: offset) + firstLine }

    /// The byte offset at which the line begins that holds another.
    public func lineStart(at offset: Int) -> Int { lineStarts[lineIndex(of: offset)] }

    /// The line that holds a byte offset, without its end.
    public func line(at offset: Int) -> String {
        let line = lineIndex(of: offset)
        let start = lineStarts[line]
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    /// The code of a span.
    public func text(of span: Span) -> String {
        let start = min(max(span.start, 0), bytes.count)
        return String(decoding: bytes[start..<max(start, min(span.end, bytes.count))], as: UTF8.self)
    }

    private func lineIndex(of offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}

/// A stretch of source code, in bytes from its beginning.
public struct Span: Hashable, Sendable {
    /// Where it begins; nil or None for the natural place.
    public var start: Int
    /// The first byte after it.
    public var end: Int

    /// The bytes from `start` up to, but without, `end`.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// The stretch from the beginning of this one to the end of the other.
    public func through(_ other: Span) -> Span { Span(start, max(end, other.end)) }
}

extension SourceText {
    /// How many bytes before an offset belong to the same line.
    public func byteColumn(of offset: Int) -> Int {
        let before = bytes[..<min(max(offset, 0), bytes.count)]
        return before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
    }
}
