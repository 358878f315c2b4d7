import Interpreter
import PythonText

/// A command of the shell: a line that begins with `%`.
struct Command {
    /// The name without `%`.
    let name: String
    /// How it is called: `%time STATEMENT`.
    let usage: String
    /// One sentence.
    let summary: String
    /// Whether what follows depends on it, so that scripts made of what was typed need it too.
    var belongsInScripts = false
    /// Whether it only sets something, so that it is no statement that could be taken back.
    var isSetting = false
    /// How many words behind the name it takes to change something; with fewer it only shows.
    var leastWords = 0
    /// What stands after the name.
    var argument = CommandArgument.nothing
    let run: (String, Session) -> Ending
}

/// The registry of commands: one line each.
enum Commands {
    static var all: [Command] {
        [
            .cd, .dialect, .edit, .history, .last, .lesson, .ls, .lsmagic, .predict, .pwd, .quit, .record, .rerun,
            .reset,
            .run, .save, .set, .time, .timeit, .undo, .who,
        ]
    }

    /// The command of that name, or of IPython's short or long form of it.
    static func named(_ name: String) -> Command? {
        let name = ["whos": "who", "hist": "history"][name] ?? name
        return all.first { $0.name == name }
    }

    /// The command's name on a line.
    private static func name(of line: String) -> String { String(line.dropFirst().prefix { !$0.isWhitespace }) }

    /// The command of a line for the shell on which what follows may depend; nil for any other line.
    static func lastingCommand(on line: String) -> Command? {
        guard line.hasPrefix("%"), let command = named(name(of: line)), command.belongsInScripts else { return nil }
        return line.split(separator: " ").count > command.leastWords ? command : nil
    }

    /// That a command was typed without its mark: `lesson padding`; nil for code that begins with no command's name.
    static func hint(for code: String) -> String? {
        let line = code.prefix { !$0.isNewline }
        let word = line.prefix { $0.isLetter }
        guard named(String(word)) != nil, word.endIndex == line.endIndex || line[word.endIndex] == " " else {
            return nil
        }
        return "commands begin with %: %\(line)"
    }

    /// Runs a line for the shell: `%name …`, `?name`, `name?`.
    static func run(_ line: String, in session: Session) -> Ending {
        if line.hasPrefix("?") || line.hasSuffix("?") {
            let isDetailed = line.hasPrefix("??") || line.hasSuffix("??")
            return Help.show(line.filter { $0 != "?" }.trimmed, isDetailed: isDetailed, in: session)
        }
        if line.hasPrefix("!") { return runOutside(String(line.dropFirst()).trimmed, in: session) }
        guard line.hasPrefix("%") else {
            return session.fail(
                RaisedError(
                    .syntaxError, "'\(line.prefix(1))' begins no command",
                    hint: "commands begin with %; %lsmagic lists them"))
        }
        let name = name(of: line)
        let rest = String(line.dropFirst(1 + name.count)).trimmed
        if let command = named(name) {
            return command.run(command.argument.isPath ? TypedPath.whole(rest) : rest, session)
        }
        if name.hasPrefix("%") {
            return session.refuse(
                "commands for cells are outside this program", hint: "%time and %timeit take a statement")
        }
        let nearest = nearestName(to: name, in: all.map(\.name))
        return session.fail(
            RaisedError(
                .nameError, "there is no command %\(name)",
                hint: nearest.map { "did you mean %\($0)?" } ?? "%lsmagic lists the commands"))
    }
}

extension Commands {
    /// `!command`: a command of the system's shell. A script has none, so that it does the same everywhere.
    private static func runOutside(_ command: String, in session: Session) -> Ending {
        guard let services = session.services, session.openScripts.isEmpty else {
            return session.refuse("!command works at a terminal only")
        }
        let words = command.split(separator: " ")
        if words.first == "cd" {
            return session.refuse("!cd would go nowhere", hint: "%cd \(words.dropFirst().joined(separator: " "))")
        }
        let status = services.run(command)
        if status != 0 { session.receive(.message("exit status \(status)")) }
        return .finished
    }
}

extension String {
    /// The string without white space at its ends.
    var trimmed: String {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
