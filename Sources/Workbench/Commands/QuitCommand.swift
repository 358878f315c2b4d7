extension Command {
    /// `%quit`: leaves.
    static var quit: Command {
        Command(name: "quit", usage: "%quit", summary: "Leaves the shell, as Ctrl-D does.") { _, _ in .exited(0) }
    }
}
