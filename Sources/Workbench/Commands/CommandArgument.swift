/// What stands after the name of a command, for completion.
enum CommandArgument {
    case nothing
    case file
    /// A file, and something more behind it.
    case fileAndMore
    case folder
    /// A statement, as after `%time`.
    case statement
    /// A variable.
    case variable
    /// One of some words.
    case words([String])
    case setting
    /// The name of a lesson, or a file that holds one.
    case lesson
}

extension CommandArgument {
    /// Whether all that stands there is a path, so that quotes around it are none of it.
    var isPath: Bool {
        switch self {
        case .file, .folder, .lesson: true
        default: false
        }
    }
}

extension Command {
    /// Folders, and the files that are wanted, in the quotes that were typed.
    private func paths(_ text: String, _ session: Session, of wanted: (String) -> Bool) -> [Completions.Word] {
        let quote = TypedPath.quote(of: text)
        let path = quote == nil ? text : String(text.dropFirst())
        let words = FileCandidates.words(path, suffix: quote, session.library.files, of: wanted)
        guard let quote else { return words }
        return words.map { .init(String(quote) + $0.text, suffix: $0.suffix, shown: $0.shown) }
    }

    /// What could stand at the end of what was typed behind the name.
    func candidates(_ text: String, _ session: Session, _ engine: CompletionEngine) -> [Completions.Word] {
        switch argument {
        case .nothing: return []
        case .file, .fileAndMore: return paths(text, session) { _ in true }
        case .folder: return paths(text, session) { _ in false }
        case .variable: return engine.names(text)
        case .lesson:
            let names = session.lessons.files().map(\.name)
            let restart = "restart "
            if text.hasPrefix(restart) { return names.map { .init(restart + $0, shown: $0) } }
            return names.map { .init($0) } + [.init("restart", suffix: " "), .init("quit")]
                + paths(text, session) { $0.hasSuffix(".conv") }
        case .words(let words): return words.map { .init($0) }
        case .statement:
            // The statement is completed as if it stood alone; its last word stands behind all that was typed before.
            let found = engine.candidates(text, cursor: text.utf8.count)
            let before = String(decoding: text.utf8.prefix(found.start), as: UTF8.self)
            return found.words.map { .init(before + $0.text, suffix: $0.suffix, shown: $0.shown ?? $0.text) }
        case .setting:
            guard let space = text.firstIndex(of: " ") else { return Setting.all.map { .init($0.name, suffix: " ") } }
            let name = String(text[..<space])
            return (Setting.all.first { $0.name == name }?.values ?? []).map { .init("\(name) \($0)", shown: $0) }
        }
    }
}
