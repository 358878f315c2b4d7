/// What stands after the name of a command, for completion.
enum CommandArgument {
    case nothing
    case file
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

extension Command {
    /// What could stand at the end of what was typed behind the name.
    func candidates(_ text: String, _ session: Session, _ engine: CompletionEngine) -> [Completions.Word] {
        switch argument {
        case .nothing: return []
        case .file, .folder: return FileCandidates.words(text, suffix: nil, session.library.files)
        case .variable: return engine.names(text)
        case .lesson:
            let names = session.lessons.files().map { Completions.Word($0.name) }
            return names + FileCandidates.words(text, suffix: nil, session.library.files)
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
