import Interpreter
import Language

/// A script with what it is expected to show: the `#> …` lines below its statements.
public struct Transcript {
    /// Statements that end on one line, and the marked lines that follow.
    public struct Step {
        /// The statements, in order.
        public let statements: [TopLevelStatement]
        /// The number of the line on which they begin, from 1.
        public let line: Int
        /// The marked lines; empty where nothing is expected.
        public let expected: [String]
        /// Where the marked lines go: the index of the line after the statements.
        let end: Int
        /// The indices of the lines that hold the expected ones.
        let marked: [Int]

        /// The code of the statements.
        public var code: String { statements.map(\.text).joined(separator: "; ") }
    }

    /// The steps, in order.
    public let steps: [Step]
    private let lines: [String]
    private let endsInNewline: Bool

    /// Reads a script.
    /// - Throws: `SyntaxFailure`.
    public init(_ source: SourceText, _ interpreter: Interpreter) throws(SyntaxFailure) {
        let text = String(decoding: source.bytes, as: UTF8.self)
        var lines = text.linesByFeed
        endsInNewline = lines.last?.isEmpty ?? false
        if endsInNewline { lines.removeLast() }
        self.lines = lines
        var groups: [(first: Int, last: Int, statements: [TopLevelStatement])] = []
        for statement in try interpreter.parse(source) {
            let (first, last) = statement.lineIndices
            if let previous = groups.indices.last, groups[previous].last >= first {
                groups[previous].statements.append(statement)
                groups[previous].last = max(last, groups[previous].last)
            } else {
                groups.append((first, last, [statement]))
            }
        }
        steps = groups.enumerated().map { index, group in
            let next = index + 1 < groups.count ? groups[index + 1].first : lines.count
            let marked = (min(group.last + 1, next)..<next).filter { lines[$0].hasPrefix(ResultMarker.mark) }
            return Step(
                statements: group.statements, line: group.first + 1, expected: marked.map { lines[$0] },
                end: group.last + 1, marked: marked)
        }
    }

    /// The script with other marked lines; steps without an entry keep theirs.
    public func text(replacing shown: [Int: [String]]) -> String {
        var inserted: [Int: [String]] = [:]
        var dropped: Set<Int> = []
        for (index, new) in shown {
            dropped.formUnion(steps[index].marked)
            inserted[steps[index].end] = new
        }
        var result: [String] = []
        for index in 0...lines.count {
            result += inserted[index] ?? []
            if index < lines.count, !dropped.contains(index) { result.append(lines[index]) }
        }
        return result.joined(separator: "\n") + (endsInNewline || !shown.isEmpty ? "\n" : "")
    }
}

extension TopLevelStatement {
    /// The indices, from 0, of the lines on which it begins and ends.
    fileprivate var lineIndices: (first: Int, last: Int) {
        let start = statement.span.start
        let first = source.position(of: start).line - source.firstLine
        return (first, source.position(of: max(codeEnd - 1, start)).line - source.firstLine)
    }
}

extension TopLevelStatement {
    /// The offset behind its code, with the `;` that keeps its result from being shown.
    public var codeEnd: Int { statement.span.end + (isQuiet ? 1 : 0) }
}
