extension Command {
    /// `%lsmagic`: the commands there are.
    static var lsmagic: Command {
        Command(name: "lsmagic", usage: "%lsmagic", summary: "Lists the commands.") { _, session in
            let help = Page.Entry("?NAME or NAME?", "Help on a layer, a function or a variable.")
            session.receive(.report(Page([], entries: Commands.all.map { Page.Entry($0.usage, $0.summary) } + [help])))
            return .finished
        }
    }
}
