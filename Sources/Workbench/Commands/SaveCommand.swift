import Interpreter

extension Session.Entry {
    /// Whether it is `%run` of a file.
    fileprivate func runs(_ path: String) -> Bool {
        let words = code.split(separator: " ")
        return words.first == "%run"
            && words.dropFirst().contains { $0 == path || "./" + $0 == path || $0 == "./" + path }
    }
}

extension Command {
    /// `%save FILE [RANGE]`: makes a script of what was typed.
    static var save: Command {
        Command(
            name: "save", usage: "%save [-f] FILE [RANGE]",
            summary: "Makes a script of what was typed and did not fail, or of the numbered entries.",
            argument: .fileAndMore
        ) { text, session in
            let (rest, isForced) = TypedPath.forced(text)
            let (path, range) = TypedPath.first(in: rest)
            guard !path.isEmpty else { return session.refuse("%save needs a file", hint: "%save FILE [RANGE]") }
            guard isForced || session.mayWrite(path) else { return session.refuseToReplace(path, "%save -f \(rest)") }
            guard let numbers = EntryRange.numbers(range, count: session.entries.count) else {
                return session.refuse(
                    EntryRange.refusal(range, count: session.entries.count), hint: "%history numbers them")
            }
            let entries = numbers.filter { !range.isEmpty || session.entries[$0 - 1].isRepeatable }
            guard !entries.isEmpty else { return session.refuse("there is nothing to save yet") }
            guard !entries.contains(where: { session.entries[$0 - 1].runs(path) }) else {
                return session.refuse(
                    "what was typed runs \(path) itself",
                    hint: "save it under another name, or leave that entry out: %save FILE 1-3")
            }
            let script = SavedEntries(session).script(of: entries)
            do throws(RaisedError) { try session.library.write(Array(script.utf8), to: path) } catch {
                return session.fail(error)
            }
            session.ownFiles.insert(path)
            session.receive(.message("\(entries.count) statement\(entries.count == 1 ? "" : "s") saved in \(path)"))
            return .finished
        }
    }
}
