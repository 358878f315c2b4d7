import Interpreter

extension Command {
    /// `%set`, `%set colours`, `%set colours magma`: shows settings, or changes one.
    static var set: Command {
        Command(
            name: "set", usage: "%set [NAME [VALUE]]",
            summary: "Lists the settings, or changes one: \(Setting.all.map(\.name).joined(separator: ", ")).",
            belongsInScripts: true, argument: .setting
        ) { text, session in
            let words = text.split(separator: " ").map(String.init)
            do throws(RaisedError) {
                guard let name = words.first else {
                    Setting.all.forEach { session.receive(.message(line($0, session))) }
                    return .finished
                }
                let setting = try Setting.named(name)
                guard words.count < 3 else {
                    throw RaisedError(.valueError, "%set takes a name and one value", hint: "%set \(name) \(words[1])")
                }
                if words.count == 2 {
                    try setting.set(words[1], in: &session.display)
                } else {
                    session.receive(.message(line(setting, session)))
                }
                return .finished
            } catch { return session.fail(error) }
        }
    }

    /// `colours: auto  (auto, viridis, …)  The colours of data without a sign.`
    private static func line(_ setting: Setting, _ session: Session) -> String {
        let value = setting.value(in: session.display)
        return "\(setting.name): \(value)  (\(setting.values.joined(separator: ", ")))  \(setting.summary)"
    }
}
