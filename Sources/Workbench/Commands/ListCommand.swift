extension Command {
    /// `%lsmagic`: the commands there are.
    static var lsmagic: Command {
        Command(name: "lsmagic", usage: "%lsmagic", summary: "Lists the commands.") { _, session in
            let rows = Commands.all.map { "\($0.usage.padded(to: 34))\($0.summary)" }
            let help = "\("?NAME or NAME?".padded(to: 34))Help on a layer, a function or a variable."
            session.receive(.message((rows + [help]).joined(separator: "\n")))
            return .finished
        }
    }
}

extension String {
    /// The string filled with spaces up to a width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
