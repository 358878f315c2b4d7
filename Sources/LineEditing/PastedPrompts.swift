/// Prompts that were pasted together with the statements behind them, from another session or from documentation.
struct PastedPrompts {
    /// A prompt for a statement, and the prompt for the lines that continue it.
    private struct Style {
        var first: @Sendable (Substring) -> Substring?
        var continuation: String
    }

    private static let styles = [
        Style(first: { after(">>>", in: $0) }, continuation: "..."),
        Style(first: { after("conv>", in: $0) }, continuation: "...  "),
        Style(first: afterIPythonPrompt, continuation: "...:"),
    ]

    private let style: Style

    /// The prompts of a text that begins with one: `>>> `, `conv> ` or `In [3]: `. Nil if it does not.
    init?(of text: String) {
        guard let line = text.split(separator: "\n").first(where: { !$0.allSatisfy(\.isWhitespace) }),
            let style = PastedPrompts.styles.first(where: { $0.first(PastedPrompts.withoutIndentation(line)) != nil })
        else { return nil }
        self.style = style
    }

    /// The statements of a text. Lines without a prompt are outputs and left out, but a text of a single line is
    /// kept as it is.
    func strip(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let statements = lines.compactMap { line in
            let line = PastedPrompts.withoutIndentation(line)
            return style.first(line) ?? PastedPrompts.after(style.continuation, in: line)
        }
        return statements.isEmpty && lines.count == 1 ? text : statements.joined(separator: "\n")
    }

    /// A text without the lines that enclose code in Markdown: three backquotes and perhaps the language.
    static func withoutFences(_ text: String) -> String {
        guard text.contains("```") else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.filter { line in
            let line = withoutIndentation(line)
            return !(line.hasPrefix("```") && line.dropFirst(3).allSatisfy { $0.isLetter || $0.isNumber })
        }.joined(separator: "\n")
    }

    private static func withoutIndentation(_ line: Substring) -> Substring { line.drop { $0 == " " } }

    private static func afterIPythonPrompt(_ line: Substring) -> Substring? {
        guard line.hasPrefix("In [") else { return nil }
        return after("]:", in: line.dropFirst(4).drop(while: \.isNumber))
    }

    /// The rest of a line behind a prompt and a space. At the end of a line the spaces may be missing.
    private static func after(_ prompt: String, in line: Substring) -> Substring? {
        if line.hasPrefix(prompt + " ") { return line.dropFirst(prompt.count + 1) }
        let bare = prompt.prefix { $0 != " " }
        return line.hasPrefix(bare) && line.dropFirst(bare.count).allSatisfy { $0 == " " } ? "" : nil
    }
}
