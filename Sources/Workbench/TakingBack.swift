import Interpreter
import Language
import Library

extension Session {
    /// Where a session begins: what holds before the first entry.
    struct Beginning {
        var display = DisplaySettings()
        /// The folder before the last `%cd`.
        var folderBefore: String?
        var variables: [(name: String, value: Value)] = []
    }

    /// Takes what holds now as where the session begins; what was done so far cannot be taken back.
    func markBeginning() {
        let globals = interpreter.globals
        library.markBeginning()
        beginning = Beginning(
            display: display, variables: globals.definedNames.compactMap { name in globals[name].map { (name, $0) } })
    }

    /// The same, and what was entered so far is no part of it.
    public func beginHere() {
        markBeginning()
        entries = []
    }

    /// Takes back the last entries; false if there are not so many, or if that cannot be done.
    public func takeBackLast(_ count: Int) -> Bool {
        entries.count >= count && takeBack(Set(entries.indices.suffix(count))) == .finished
    }

    /// Takes entries back: begins anew and runs the others again, without showing anything. What only showed something after
    /// the first of them goes with it, as it may have shown what is no longer there.
    ///
    /// Whatever a statement changed is taken back with it, lists and weights that it changed in place too, but for files.
    /// - Parameter taken: the places of the entries.
    func takeBack(_ taken: Set<Int>) -> Ending {
        guard runner == nil else {
            return refuse(
                "nothing is taken back in a lesson", hint: "back goes to the question before, quit leaves the lesson")
        }
        let (saved, globals) = (entries, interpreter.globals)
        let variables = globals.definedNames.map { ($0, globals[$0]) }
        let (library, results, display) = (self.library.saved, keptResults, self.display)
        let (files, modules) = (self.library.files, interpreter.fileModules.modules)
        defer { (self.library.files.write, self.library.files.change) = (files.write, files.change) }
        // What was written is there; writing it again would do it twice where it is added to a file.
        self.library.files.write = { _, _ in }
        self.library.files.change = { _ in 0 }
        beginAnew()
        let first = taken.min() ?? 0
        let kept = saved.indices.filter { index in
            !taken.contains(index) && (index < first || saved[index].kind != .display)
        }
        if let different = unseen({ rerun(kept.map { saved[$0] }) }) {
            beginAnew()
            for (name, value) in variables { globals[name] = value }
            self.library.restore(library)
            interpreter.fileModules.restore(modules)
            (entries, keptResults, self.display) = (saved, results, display)
            return different.ending == .interrupted
                ? fail(RaisedError(.keyboardInterrupt, ""))
                : refuse("nothing was taken back: this does not run again: \(different.entry.code)")
        }
        for index in taken.sorted() { receive(.message("took back: \(saved[index].code)")) }
        for entry in entries where entry.kind == .interrupted {
            receive(.message("not run again, as it was interrupted: \(entry.code)"))
        }
        return .finished
    }

    private func beginAnew() {
        let globals = interpreter.globals
        for name in globals.definedNames { globals[name] = nil }
        for (name, value) in beginning.variables { globals[name] = value }
        followed.forget()
        interpreter.fileModules.forget()
        library.beginAnew(dialect: options.dialect, options.imageDataFormat)
        forgetResults()
        display = beginning.display
        entries = []
    }

    /// Runs entries again; those that were interrupted or stood on names of a lesson are only listed. One that failed is run
    /// too: it may have changed something before.
    /// - Returns: the entry that does not end as it did before; nil where all do.
    private func rerun(_ list: [Entry]) -> (entry: Entry, ending: Ending)? {
        for entry in list {
            let count = entries.count
            if entry.isRunAnew {
                let ending = run(SourceText(name: "<input>", entry.code))
                if ending != .finished, ending != .failed || !entry.hasFailed { return (entry, ending) }
            }
            entries = Array(entries[..<count]) + [entry]
        }
        return nil
    }
}
