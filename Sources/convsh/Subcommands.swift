import ArgumentParser

/// What the program does besides running statements: the commands `convsh NAME …`, one line each.
///
/// They are chosen by the first word, since ArgumentParser does not look for subcommands of a command that takes
/// arguments itself, as `convsh FILE` does.
enum Subcommands {
    static let all: [any ParsableCommand.Type] = [TestCommand.self, UpgradeCommand.self]

    /// The command of that name.
    static func named(_ word: String) -> (any ParsableCommand.Type)? {
        all.first { $0.configuration.commandName == word }
    }
}
