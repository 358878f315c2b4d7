import Layers

/// What the command line asks of a run of statements.
struct ProgramOptions: Equatable {
    /// The statements of `-c`.
    var statements: String?
    /// The script to replay.
    var file: String?
    /// The script's own words.
    var arguments: [String] = []
    var staysInShell = false
    var echo = false
    var quiet = false
    var keepGoing = false
    /// Whether what cannot be done is an error.
    var strict = false
    var json = false
    var html = false
    var readsConfiguration = true
    /// Whether a script waits for a key before each statement.
    var steps = false
    /// Whether a script's statements are typed as a person types.
    var types = false
    var dialect: Settings.Dialect = .auto
}

extension ProgramOptions {
    /// Reads the command lines that are common and simple: flags, then `-c STATEMENTS`, a FILE or nothing.
    ///
    /// ArgumentParser reads all of them to the same effect, but takes 2 ms, a third of the start.
    /// - Returns: nil for any other command line, right or wrong.
    init?(simple words: [String]) {
        self.init()
        var rest = words[...]
        while let word = rest.first, takeFlag(word) { rest.removeFirst() }
        let takesStatements = rest.first == "-c"
        if takesStatements { rest.removeFirst() }
        guard let last = rest.first else {
            if takesStatements { return nil }
            return
        }
        guard rest.count == 1, let first = last.first, first != "-" else { return nil }
        if takesStatements { statements = last } else { file = last }
    }

    private mutating func takeFlag(_ word: String) -> Bool {
        switch word {
        case "-i": staysInShell = true
        case "--echo": echo = true
        case "--quiet": quiet = true
        case "--keep-going": keepGoing = true
        case "--strict": strict = true
        case "--json": json = true
        case "--html": html = true
        case "--no-config": readsConfiguration = false
        default: return false
        }
        return true
    }
}
