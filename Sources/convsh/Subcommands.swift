import ArgumentParser

/// What the program does besides running statements: the commands `convsh NAME …`, one line each.
///
/// They are chosen by the first word, since ArgumentParser does not look for subcommands of a command that takes
/// arguments itself, as `convsh FILE` does.
enum Subcommands {
    private static let all: [any ParsableCommand.Type] = [TestCommand.self, UpgradeCommand.self]

    /// The command whose last word is `word`.
    static func named(_ word: String) -> (any ParsableCommand.Type)? {
        all.first { $0.configuration.commandName == "convsh \(word)" }
    }

    /// One line for each command.
    static var overview: String {
        all.map { "\($0.configuration.commandName ?? ""): \($0.configuration.abstract)" }.joined(separator: "\n")
    }
}
