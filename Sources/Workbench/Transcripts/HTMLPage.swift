import Language
import Presentation

/// Writes a replay as one HTML page that needs no other file: statements, and below each what it shows.
public struct HTMLPage {
    /// What the open `pre` element holds.
    private enum Block: String { case code, result }

    private let title: String
    private var block: Block?
    /// Line breaks at the end of the code so far, written if more code follows.
    private var heldBreaks = ""

    /// A page of that title.
    public init(title: String) { self.title = title }

    /// What stands before everything.
    public var head: String {
        let title = HTMLText.markup(of: self.title)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            \(HTMLText.styleSheet)
            </style>
            </head>
            <body>
            <main>

            """
    }

    /// Code of the script, comments included; empty lines at the ends of a piece of code are left out.
    public mutating func code(_ text: String) -> String {
        var text = Substring(text)
        if block != .code { while text.first == "\n" { text.removeFirst() } }
        guard text.contains(where: { $0 != "\n" }) else {
            if block == .code { heldBreaks += text }
            return ""
        }
        let start = begin(.code) + heldBreaks
        heldBreaks = String(text.reversed().prefix { $0 == "\n" })
        text = text.dropLast(heldBreaks.count)
        let lines = String(text).linesByFeed.map { line in
            let code = HTMLText.markup(of: line)
            return line.hasPrefix("#") ? "<span class=\"dim\">\(code)</span>" : code
        }
        return start + lines.joined(separator: "\n")
    }

    /// What there is to show.
    /// - Parameter settings: what the script chose with `%set`.
    public mutating func item(_ item: OutcomeItem, _ settings: DisplaySettings) -> String {
        let renderer = settings.applied(to: .page())
        let text: String
        if case .printed(let printed) = item {
            text = HTMLText.markup(of: printed)
        } else {
            text = HTMLText.markup(of: TextWriter(renderer: renderer, showsPlaces: false, foldsLines: true).lines(item))
        }
        return text.isEmpty ? "" : begin(.result) + text
    }

    /// What stands after everything.
    public mutating func end() -> String { close() + "</main>\n</body>\n</html>\n" }

    private mutating func begin(_ new: Block) -> String {
        if block == new { return "" }
        defer { block = new }
        return close() + "<pre class=\"\(new.rawValue)\">"
    }

    private mutating func close() -> String {
        defer { (block, heldBreaks) = (nil, "") }
        return block == nil ? "" : "</pre>\n"
    }
}
