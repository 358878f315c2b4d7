import Interpreter

extension Command {
    /// `%set`, `%set colours`, `%set colours magma`: shows settings, or changes one.
    static var set: Command {
        Command(
            name: "set", usage: "%set [NAME [VALUE]]",
            summary: "Lists the settings, or changes one: \(Setting.all.map(\.name).joined(separator: ", ")).",
            belongsInScripts: true, isSetting: true, leastWords: 2, argument: .setting
        ) { text, session in
            let words = text.split(separator: " ").map(String.init)
            do throws(RaisedError) {
                guard let name = words.first else {
                    let entries = Setting.all.map { setting in
                        Page.Entry(
                            setting.name, value: setting.value(in: session.display),
                            "\(setting.summary) (\(setting.values.joined(separator: ", ")))")
                    }
                    session.receive(.report(Page(["Settings; %set NAME VALUE changes one."], entries: entries)))
                    return .finished
                }
                let setting = try Setting.named(name)
                guard words.count < 3 else {
                    throw RaisedError(.valueError, "%set takes a name and one value", hint: "%set \(name) \(words[1])")
                }
                if words.count == 2 {
                    let isAsked = words[1] == Setting.ask && setting.values.contains(Setting.ask)
                    let value = isAsked ? try answer(session) : words[1]
                    try setting.set(value, in: &session.display)
                    if isAsked { session.receive(.message("\(setting.name): \(value)")) }
                } else {
                    session.receive(.message(line(setting, session)))
                }
                return .finished
            } catch { return session.fail(error) }
        }
    }

    /// The background that the terminal tells.
    private static func answer(_ session: Session) throws(RaisedError) -> String {
        guard let services = session.services else {
            throw RaisedError(.valueError, "there is no terminal to ask", hint: "%set background light, or dark")
        }
        guard let background = services.askBackground() else {
            throw RaisedError(
                .valueError, "the terminal does not say what its background is",
                hint: "%set background light, or dark")
        }
        return background.rawValue
    }

    /// `colours: auto  (auto, viridis, …)  The colours of data without a sign.`
    private static func line(_ setting: Setting, _ session: Session) -> String {
        let value = setting.value(in: session.display)
        return "\(setting.name): \(value)  (\(setting.values.joined(separator: ", ")))  \(setting.summary)"
    }
}
