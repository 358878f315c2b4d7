import Language
import Presentation

/// Replays a transcript and compares what it shows with what is expected.
///
/// A statement without `#>` lines is run, and must not fail; what it shows is not compared.
public struct TranscriptTest {
    /// A step that shows something else than expected.
    public struct Difference {
        /// The line on which the step begins.
        public let line: Int
        /// Its code.
        public let code: String
        /// What is expected, as marked lines; empty for an unexpected failure.
        public let expected: [String]
        /// What is shown.
        public let shown: [String]
    }

    /// What is compared.
    public enum Scope: Sendable {
        case all
        /// Only lines that tell shapes, numbers of parameters and costs.
        case shapes

        /// The lines that are compared.
        func lines(_ lines: [String]) -> [String] {
            switch self {
            case .all: lines
            case .shapes: lines.filter { $0.tellsShapes }
            }
        }
    }

    /// The steps that differ, in order.
    public private(set) var differences: [Difference] = []
    /// The script with what it shows now.
    public let updated: String

    /// Runs all steps; one that fails does not stop it, an interrupt or `exit` does.
    /// - Parameters:
    ///   - source: the script.
    ///   - session: a session that has run nothing yet.
    ///   - renderer: how results are drawn.
    ///   - scope: what is compared.
    /// - Throws: `SyntaxFailure` where the script cannot be read.
    public init(
        _ source: SourceText, in session: Session, _ renderer: Renderer, comparing scope: Scope = .all
    ) throws(SyntaxFailure) {
        let transcript = try Transcript(source, session.interpreter)
        var marker = ResultMarker()
        var shown: [Int: [String]] = [:]
        var text = ""
        session.receive = { [unowned session] item in
            var writer = TextWriter(renderer: session.display.applied(to: renderer), showsPlaces: false)
            writer.showsNumbers = false
            text += marker.add(writer.text(item))
        }
        steps: for (index, step) in transcript.steps.enumerated() {
            text = ""
            var hasFailed = false
            for statement in step.statements {
                let ending = session.run(statement)
                text += marker.finish()
                guard ending == .finished || ending == .failed else { break steps }
                hasFailed = hasFailed || ending == .failed
            }
            let lines = text.linesByFeed.filter { !$0.isEmpty }
            shown[index] = lines
            let isCompared = !step.expected.isEmpty || hasFailed
            let (expected, found) = (scope.lines(step.expected), scope.lines(lines))
            // A failure that nobody expected is one, whatever is compared.
            let hasBroken = hasFailed && step.expected.isEmpty
            if isCompared, hasBroken || !TranscriptTest.agree(expected, found) {
                differences.append(
                    Difference(
                        line: step.line, code: step.code, expected: expected, shown: hasBroken ? lines : found))
            }
        }
        updated = transcript.text(replacing: shown)
    }

    /// Whether two texts are the same but for blanks at the ends of lines, which editors take away.
    private static func agree(_ expected: [String], _ shown: [String]) -> Bool {
        expected.count == shown.count
            && zip(expected, shown).allSatisfy { $0.withoutTrailingBlanks == $1.withoutTrailingBlanks }
    }
}

extension TranscriptTest.Difference {
    /// The lines that only one side has, `-` expected and `+` shown, among those that both have.
    public var lines: [StyledText] {
        let changes = shown.difference(from: expected)
        let removed = Set(changes.removals.map(\.offset))
        let inserted = Set(changes.insertions.map(\.offset))
        var result: [StyledText] = []
        var (old, new) = (0, 0)
        while old < expected.count || new < shown.count {
            if removed.contains(old) {
                result.append(StyledText("- \(expected[old])", .error))
                old += 1
            } else if inserted.contains(new) {
                result.append(StyledText("+ \(shown[new])", .shape))
                new += 1
            } else {
                result.append(StyledText("  \(expected[old])", .dim))
                old += 1
                new += 1
            }
        }
        return result
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}

extension String {
    /// Whether it has a shape, such as `(None, 28, 28, 1)`, or says how many parameters or what cost something has.
    fileprivate var tellsShapes: Bool {
        if contains("params") || contains("MACs") || contains("Error") { return true }
        return split(separator: "(").dropFirst().contains { part in
            guard let end = part.firstIndex(of: ")") else { return false }
            let sizes = part[..<end].split(separator: ",")
            return !sizes.isEmpty
                && sizes.allSatisfy { size in
                    let size = size.drop { $0 == " " }
                    return size == "None" || (!size.isEmpty && size.allSatisfy(\.isNumber))
                }
        }
    }

    fileprivate var withoutTrailingBlanks: Substring {
        var rest = self[...]
        while rest.last == " " || rest.last == "\r" { rest.removeLast() }
        return rest
    }
}
