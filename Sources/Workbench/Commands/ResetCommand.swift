extension Command {
    /// `%reset`: forgets all variables, names and feature maps.
    static var reset: Command {
        Command(
            name: "reset", usage: "%reset", summary: "Forgets all variables, automatic names and feature maps.",
            belongsInScripts: true
        ) { _, session in
            guard session.runner == nil else {
                return session.refuse(
                    "nothing is forgotten in a lesson",
                    hint: "quit leaves the lesson, %lesson restart NAME begins it again")
            }
            let globals = session.interpreter.globals
            for name in globals.definedNames { globals[name] = nil }
            session.interpreter.fileModules.forget()
            session.library.clear()
            session.forgetResults()
            session.followed.forget()
            return .finished
        }
    }
}
