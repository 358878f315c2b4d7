import Language
import Library
import LineEditing
import Presentation
import Workbench

/// Writes outcomes to standard output, and failures to standard error.
final class Output {
    /// The name of the source that a person types.
    static let typedSource = "<input>"
    private let isJSON: Bool
    private let echoes: Bool
    private let isQuiet: Bool
    /// Whether a person just typed the code, so that file and line need not be said.
    var isShell = false
    private var marker = ResultMarker()
    /// The page that is written; nil where text or JSON is.
    private var page: HTMLPage?
    private var echoed: (source: SourceText, end: Int)?

    /// - Parameters:
    ///   - isJSON: whether each item is written as a JSON object.
    ///   - echoes: whether statements are written before their results.
    ///   - isQuiet: whether standard output holds only what the script prints, so that notes go to standard error.
    ///   - page: the HTML page that is written, with the statements; nil for text or JSON.
    init(isJSON: Bool, echoes: Bool, isQuiet: Bool = false, page: HTMLPage? = nil) {
        self.isJSON = isJSON
        self.echoes = echoes || page != nil
        self.isQuiet = isQuiet
        self.page = page
    }

    /// Shows what moves, where there is a terminal.
    var livePages: LivePages?
    /// What a person chose with `%set`.
    var display: () -> DisplaySettings = { DisplaySettings() }

    /// How things are drawn now; asked for each time, since a window changes.
    func renderer(_ descriptor: Int32 = 1) -> Renderer {
        var capabilities = TerminalCapabilities.detect(
            environment: Terminal.environment, isTerminal: Terminal.isTerminal(descriptor),
            windowColumns: Terminal.columns(descriptor), localeIsUTF8: Terminal.usesUTF8)
        if let size = Terminal.cellSize(descriptor) {
            capabilities.cellSize = CellSize(width: size.width, height: size.height)
        }
        return display().applied(to: capabilities.renderer)
    }

    /// How things are drawn where there is no terminal.
    var plainRenderer: Renderer {
        TerminalCapabilities.detect(
            environment: Terminal.environment, isTerminal: false, windowColumns: nil, localeIsUTF8: true
        ).renderer
    }

    /// Shows one item.
    func show(_ item: OutcomeItem) {
        progress?.erase()
        if isJSON { return write(JSONWriter().text(item)) }
        if case .failure(let failure) = item, !echoes || !Terminal.isTerminal(1) {
            // What a person just typed needs no place; a script that it runs does.
            let showsPlaces = !isShell || failure.location?.source.name != Output.typedSource
            let writer = TextWriter(renderer: renderer(2), showsPlaces: showsPlaces, foldsLines: isShell)
            _ = FileOutput.write(writer.text(item), to: 2)
            if !echoes { return }
        }
        if case .note(let note) = item, isQuiet || (note.isOmission && !echoes && !isShell) {
            let writer = TextWriter(renderer: renderer(2), showsPlaces: false, foldsLines: isShell)
            _ = FileOutput.write(writer.text(item), to: 2)
            return
        }
        if let text = page?.item(item, display()) { return write(text) }
        if case .report(let report) = item, !echoes, let pages = livePages, pages.show(report) { return }
        // A terminal would break lines anywhere; programs want each result on one line, unless they say how wide.
        let folds = isShell || (!echoes && (Terminal.isTerminal(1) || Terminal.variable("COLUMNS") != nil))
        var writer = TextWriter(renderer: renderer(), showsPlaces: !isShell && !echoes, foldsLines: folds)
        writer.showsNumbers = !echoes
        let text = writer.text(item)
        if echoes { return write(marker.add(text)) }
        guard isShell, let rows = Terminal.isInteractive ? Terminal.rows() : nil else { return write(text) }
        let fit = ScreenFit(text, rows: rows, columns: writer.renderer.width)
        if !fit.isWhole, isPaged(item, writer.renderer), OutsideProgram.page(text) { return }
        // A result of thousands of lines would push everything else off the screen.
        if case .result(let result) = item, result.mayBeCut {
            write(fit.beginning)
            if fit.charactersLeft > 0 {
                let count = NumberText.grouped(fit.charactersLeft)
                let note = StyledText("… \(count) more characters; %last shows all of it", .dim)
                write(writer.renderer.render(lines: [writer.renderer.encoded(note)]))
            }
        } else {
            write(text)
        }
    }

    /// How many lines an item takes in the shell.
    func height(of item: OutcomeItem) -> Int {
        let writer = TextWriter(renderer: renderer(), showsPlaces: false, foldsLines: true)
        return writer.text(item).utf8.count { $0 == UInt8(ascii: "\n") }
    }

    /// Whether an item goes through the pager where it is too long for the screen.
    private func isPaged(_ item: OutcomeItem, _ renderer: Renderer) -> Bool {
        // Images cannot be paged.
        if renderer.pictureStyle?.isImage == true { return false }
        switch (display().paging, item) {
        case ("off", _), (_, .printed), (_, .note), (_, .message), (_, .failure): return false
        case ("on", _), (_, .whole): return true
        case (_, .report(let report)): return report is Page
        default: return false
        }
    }

    /// Shows how far long computations are; nil where nobody waits for them.
    var progress: ProgressLine?

    /// Says what is wrong with the call of the program itself.
    func complain(_ message: String) { FileOutput.complain(message) }

    /// Writes to standard error what is no line of its own.
    func complain(text: String) {
        progress?.erase()
        FileOutput.complain(text: text)
    }

    /// How many lines were written since this was last set to 0.
    var linesWritten = 0

    func write(_ text: String) {
        linesWritten += text.utf8.count { $0 == UInt8(ascii: "\n") }
        progress?.erase()
        guard !FileOutput.write(text) else { return }
        // A reader that is gone ends the program quietly; a disk that is full loses what was to be written.
        guard let reason = FileOutput.failure() else { endProcess(0) }
        complain("convsh: cannot write: \(reason)")
        endProcess(1)
    }

    // MARK: Transcripts

    /// Begins the transcript of a source.
    func begin(_ source: SourceText) {
        echoed = (source, 0)
        if let page { write(page.head) }
    }

    /// Ends the page, if one is written.
    func end() { if let text = page?.end() { write(text) } }

    /// Shows the code up to the end of a statement's line, comments included.
    func echo(_ statement: TopLevelStatement) {
        guard echoes, !isJSON, let (source, start) = echoed, source === statement.source else { return }
        write(marker.finish())
        // A second statement of one line was shown with the first.
        guard statement.codeEnd > start else { return }
        let end = source.endOfLine(at: statement.codeEnd - 1)
        echoed = (source, end)
        writeCode(unmarked(source.text(of: Span(start, statement.statement.span.start))))
        writeCode(source.text(of: Span(statement.statement.span.start, end)), endsLine: true)
    }

    /// Shows the rest of the code.
    func finish() {
        guard echoes, !isJSON, let (source, start) = echoed else { return }
        write(marker.finish())
        writeCode(unmarked(source.text(of: Span(start, source.bytes.count))), endsLine: true)
    }

    private func writeCode(_ code: String, endsLine: Bool = false) {
        let code = endsLine && !code.isEmpty && !code.endsInFeed ? code + "\n" : code
        write(page?.code(code) ?? code)
    }

    /// Code between statements without what an earlier run showed, which is not part of the script.
    private func unmarked(_ code: String) -> String {
        code.linesByFeed.filter { !$0.hasPrefix(ResultMarker.mark) }.joined(separator: "\n")
    }
}

extension Note {
    /// Whether it says that something was left out, which is a diagnostic and no result.
    fileprivate var isOmission: Bool { if case .omission = self { true } else { false } }
}

extension SourceText {
    /// The offset behind the line that an offset is on.
    fileprivate func endOfLine(at offset: Int) -> Int {
        let rest = bytes[min(offset, bytes.count)...]
        return rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    }
}
