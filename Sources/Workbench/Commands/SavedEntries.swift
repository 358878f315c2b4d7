import Interpreter
import Language

/// Entries of a session as a script: results that later entries use by `_` or `_3` get these names in it.
struct SavedEntries {
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// The script of the entries with these numbers.
    func script(of numbers: [Int]) -> String {
        var names: [Int: Set<String>] = [:]
        for number in numbers {
            for (name, source) in results(usedBy: number) where numbers.contains(source) {
                names[source, default: []].insert(name)
            }
        }
        return numbers.map { number in
            let code = session.entries[number - 1].code
            let targets = (names[number] ?? []).sorted().map { "\($0) = " }.joined()
            return targets + code + "\n"
        }.joined()
    }

    /// The names by which an entry uses results of others, and the numbers of these.
    private func results(usedBy number: Int) -> [(name: String, source: Int)] {
        guard let used = statement(number).map({ StatementNames($0.statement).used }) else { return [] }
        let earlier = (1..<number).filter { yieldsValue($0) }
        return used.compactMap { name in
            guard name.first == "_", session.interpreter.globals[name] == nil else { return nil }
            if let number = Int(name.dropFirst()), number > 0 { return (name, number) }
            guard name.allSatisfy({ $0 == "_" }), name.count <= min(3, earlier.count) else { return nil }
            return (name, earlier[earlier.count - name.count])
        }
    }

    private func statement(_ number: Int) -> TopLevelStatement? {
        let statements = try? session.interpreter.parse(
            SourceText(name: "<input>", session.entries[number - 1].code))
        return statements?.count == 1 ? statements?.first : nil
    }

    /// Whether an entry is an expression that did not fail, and no call that only shows something.
    private func yieldsValue(_ number: Int) -> Bool {
        let entry = session.entries[number - 1]
        guard !entry.hasFailed, case .expression(let expression)? = statement(number)?.statement.kind else {
            return false
        }
        if case .call = expression.kind { return entry.kind != .display }
        return true
    }
}
