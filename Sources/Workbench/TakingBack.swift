import Interpreter
import Language
import Library

extension Session {
    /// Where a session begins: what holds before the first entry.
    struct Beginning {
        var display = DisplaySettings()
        var variables: [(name: String, value: Value)] = []
    }

    /// Takes what holds now as where the session begins; what was done so far cannot be taken back.
    func markBeginning() {
        let globals = interpreter.globals
        beginning = Beginning(
            display: display, variables: globals.definedNames.compactMap { name in globals[name].map { (name, $0) } })
    }

    /// The same, and what was entered so far is no part of it.
    public func beginHere() {
        markBeginning()
        entries = []
    }

    /// Takes back the last entries; false if there are not so many, or if that cannot be done.
    public func takeBackLast(_ count: Int) -> Bool { entries.count >= count && takeBack(count) == .finished }

    /// Takes back the last entries: begins anew and runs those before them again, without showing anything.
    ///
    /// Whatever a statement changed is taken back with it, lists and weights that it changed in place too, but for files.
    func takeBack(_ count: Int) -> Ending {
        guard runner == nil else {
            return refuse(
                "nothing is taken back in a lesson", hint: "back goes to the question before, quit leaves the lesson")
        }
        let (saved, globals) = (entries, interpreter.globals)
        let variables = globals.definedNames.map { ($0, globals[$0]) }
        let (library, results, display) = (self.library.saved, keptResults, self.display)
        beginAnew()
        let ending = unseen { rerun(saved.dropLast(count)) }
        guard ending == .finished else {
            beginAnew()
            for (name, value) in variables { globals[name] = value }
            self.library.restore(library)
            (entries, keptResults, self.display) = (saved, results, display)
            return ending == .interrupted
                ? fail(RaisedError(.keyboardInterrupt, ""))
                : refuse("nothing was taken back: the statements before do not run again")
        }
        for entry in saved.suffix(count) { receive(.message("took back: \(entry.code)")) }
        return .finished
    }

    private func beginAnew() {
        let globals = interpreter.globals
        for name in globals.definedNames { globals[name] = nil }
        for (name, value) in beginning.variables { globals[name] = value }
        library.beginAnew(dialect: options.dialect, options.imageDataFormat)
        forgetResults()
        display = beginning.display
        entries = []
    }

    /// Runs entries again; those that failed are only listed.
    private func rerun(_ list: ArraySlice<Entry>) -> Ending {
        for entry in list {
            let count = entries.count
            if !entry.hasFailed {
                let ending = run(SourceText(name: "<input>", entry.code))
                if ending != .finished { return ending }
            }
            entries = Array(entries[..<count]) + [entry]
        }
        return .finished
    }
}
