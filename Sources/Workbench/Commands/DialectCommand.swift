import Interpreter
import Layers
import PythonText

extension Command {
    /// `%dialect keras1`: how calls such as `Convolution2D(64, 9, 9)` are read.
    static var dialect: Command {
        Command(
            name: "dialect", usage: "%dialect auto|keras1|keras3",
            summary: "Says, or sets, how calls such as Convolution2D(64, 9, 9) are read.", belongsInScripts: true,
            isSetting: true, leastWords: 1,
            argument: .words(Settings.Dialect.allCases.map(\.rawValue))
        ) { text, session in
            let names = Settings.Dialect.allCases.map(\.rawValue)
            if text.isEmpty {
                session.receive(
                    .message(
                        "dialect: \(session.library.network.settings.dialect.rawValue)  (\(names.joined(separator: ", ")))"
                    ))
                return .finished
            }
            guard let dialect = Settings.Dialect(rawValue: text) else {
                let nearest = nearestName(to: text, in: names)
                return session.fail(
                    RaisedError(
                        .valueError, "there is no dialect '\(text)'",
                        hint: nearest.map { "did you mean '\($0)'?" } ?? "one of \(names.joined(separator: ", "))"))
            }
            session.library.network.settings.dialect = dialect
            return .finished
        }
    }
}
