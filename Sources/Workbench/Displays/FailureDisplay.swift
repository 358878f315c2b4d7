import Interpreter
import Language
import Presentation

/// How a failure looks: where, what, the line with marks under it, what would work, and the calls it went through.
enum FailureDisplay {
    /// - Parameter showsPlace: whether file, line and column begin the first line; a person who just typed it knows.
    static func lines(_ failure: Failure, showsPlace: Bool, _ renderer: Renderer) -> [StyledText] {
        var first = StyledText()
        if showsPlace, let place = failure.place { first += "\(place): " }
        first += "\(failure.className, .error)"
        if !failure.message.isEmpty { first += ": \(failure.message)" }
        var lines = renderer.sentence(first)
        if let location = failure.location { lines += excerpt(location.source, location.span, renderer) }
        for detail in failure.details { lines += renderer.sentence(StyledText("  " + detail)) }
        if let hint = failure.hint, !failure.repeatsHint {
            lines += renderer.sentence(StyledText("  hint: ", .hint) + StyledText(hint))
        }
        for entry in failure.trace.suffix(8) {
            lines.append("  \("in", .dim) \(entry.function, .name)\(", called \(caller(entry, showsPlace))", .dim)")
        }
        return lines
    }

    /// Where a call stands: its place, or its line of code where places are not shown, since they change in transcripts.
    private static func caller(_ entry: TraceEntry, _ showsPlace: Bool) -> String {
        let source = entry.location.source
        let start = entry.location.span.start
        guard !showsPlace else { return "at \(source.name):\(source.position(of: start).line)" }
        return "in: \(source.line(at: start).drop { $0 == " " || $0 == "\t" })"
    }

    private static func excerpt(_ source: SourceText, _ span: Span, _ renderer: Renderer) -> [StyledText] {
        let line = source.line(at: span.start)
        let start = source.byteColumn(of: span.start)
        return SourceExcerpt(line: line, start: start, end: min(start + max(span.end - span.start, 1), line.utf8.count))
            .lines(for: renderer)
    }
}

extension Failure {
    /// `FILE:LINE:COLUMN`
    var place: String? {
        guard let location else { return nil }
        let (line, column) = location.source.position(of: location.span.start)
        return "\(location.source.name):\(line):\(column)"
    }
}
