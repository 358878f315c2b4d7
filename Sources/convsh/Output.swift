import Language
import LineEditing
import Presentation
import Workbench

/// Writes what there is to show to standard output, and failures to standard error.
final class Output {
    private let isJSON: Bool
    private let echoes: Bool
    /// Whether a person just typed the code, so that file and line need not be said.
    var isShell = false
    private var echoed: (source: SourceText, end: Int)?

    init(isJSON: Bool, echoes: Bool) {
        self.isJSON = isJSON
        self.echoes = echoes
    }

    /// How things are drawn now; asked for each time, since a window changes.
    func renderer(_ descriptor: Int32 = 1) -> Renderer {
        TerminalCapabilities.detect(
            environment: Terminal.environment, isTerminal: Terminal.isTerminal(descriptor),
            windowColumns: Terminal.columns(descriptor), localeIsUTF8: Terminal.usesUTF8
        ).renderer
    }

    /// Shows one item.
    func show(_ item: OutcomeItem) {
        if isJSON { return write(JSONWriter().text(item)) }
        if case .failure = item, !echoes {
            _ = FileOutput.write(TextWriter(renderer: renderer(2), showsPlaces: !isShell).text(item), to: 2)
            return
        }
        let text = TextWriter(renderer: renderer(), showsPlaces: !isShell).text(item)
        write(echoes ? marked(text) : text)
    }

    /// Says what is wrong with the call of the program itself.
    func complain(_ message: String) { _ = FileOutput.write(message + "\n", to: 2) }

    func write(_ text: String) {
        // A reader that is gone ends the program quietly.
        if !FileOutput.write(text) { endProcess(0) }
    }

    // MARK: Transcripts

    /// Begins the transcript of a source.
    func begin(_ source: SourceText) { echoed = (source, 0) }

    /// Shows the code up to the end of a statement, comments included.
    func echo(_ statement: TopLevelStatement) {
        guard echoes, !isJSON, let (source, start) = echoed, source === statement.source else { return }
        let end = statement.statement.span.end + (statement.isQuiet ? 1 : 0)
        writeCode(source, start, source.endOfLine(at: max(end, start)))
    }

    /// Shows the rest of the code.
    func finish() {
        guard echoes, !isJSON, let (source, start) = echoed else { return }
        writeCode(source, start, source.bytes.count)
    }

    private func writeCode(_ source: SourceText, _ start: Int, _ end: Int) {
        guard end > start else { return }
        echoed = (source, end)
        let code = source.text(of: Span(start, end))
        write(code.hasSuffix("\n") ? code : code + "\n")
    }

    /// The lines of a result as comments, so that the transcript is a script itself.
    private func marked(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
            .map { $0.isEmpty ? "#>\n" : "#> \($0)\n" }.joined()
    }
}

extension SourceText {
    /// The offset behind the line that an offset is on.
    fileprivate func endOfLine(at offset: Int) -> Int {
        let rest = bytes[min(offset, bytes.count)...]
        return rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
}
