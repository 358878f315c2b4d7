import Interpreter
import Language

extension Command {
    /// `%edit [RANGE | FUNCTION | FILE]`: opens the editor, then runs what it leaves.
    static var edit: Command {
        Command(
            name: "edit", usage: "%edit [RANGE | FUNCTION | FILE]",
            summary: "Opens $VISUAL or $EDITOR with entries, a function's code or a file, then runs what it leaves.",
            argument: .file
        ) { text, session in
            guard let services = session.services else {
                return session.refuse("%edit needs a terminal", hint: "start convsh without a script")
            }
            // A script that is not there yet is written in the editor.
            let isScript = text.hasSuffix(".conv") || text.hasSuffix(".py")
            if session.library.files.kind(text) == .file || isScript {
                guard services.edit(text) else { return session.refuse("the editor failed; nothing was run") }
                return session.library.files.kind(text) == .file ? Commands.run("%run \(text)", in: session) : .finished
            }
            guard let before = code(text, in: session) else {
                return session.refuse(
                    "'\(text)' is no range of entries, no function and no file", hint: "for example %edit 2-5")
            }
            guard let after = services.editText(before) else {
                return session.refuse("the editor failed; nothing was run")
            }
            session.rejectedEdit = nil
            guard after.contains(where: { !$0.isWhitespace }) else { return .finished }
            let source = SourceText(name: "<edit>", after)
            if (try? session.interpreter.parse(source)) == nil {
                session.rejectedEdit = after
                defer { session.receive(.note(.text("nothing was run; %edit opens the text again"))) }
                return session.run(source)
            }
            return session.run(source)
        }
    }

    /// The code to begin with: that of a function or of entries; for an empty text what an edit left that could not be read.
    private static func code(_ text: String, in session: Session) -> String? {
        if text.isEmpty { return session.rejectedEdit ?? "" }
        if case .function(let function)? = session.interpreter.lookUp(text) {
            return function.code.lines.joined(separator: "\n") + "\n"
        }
        guard text.first?.isNumber == true, let numbers = EntryRange.numbers(text, count: session.entries.count) else {
            return nil
        }
        return numbers.map { session.entries[$0 - 1].code + "\n" }.joined()
    }
}
