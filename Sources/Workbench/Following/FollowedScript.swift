import Interpreter
import Language
import Library

/// The statements of a session that bind names, as a script that is edited where a name is defined again.
struct FollowedScript {
    /// One statement.
    struct Line {
        let statement: TopLevelStatement
        let names: StatementNames
        /// Names and random numbers before it ran, so that it gives the same layers when it runs again.
        let before: LibraryContext.Snapshot

        /// Whether it goes on from what its names stand for, as `x = Conv2D(8, 3)(x)` does.
        var continues: Bool { !names.bound.isDisjoint(with: names.used) }

        /// The names that mean something else after it: those that it binds, and those of what it changes.
        var made: Set<String> { names.bound.union(names.changed) }

        /// The names that mean something else after it, by what they meant before or by a new value.
        var advanced: Set<String> { names.bound.union(names.advanced) }

        /// Whether it defines a name, and does not go on from what the name stood for.
        func defines(_ name: String) -> Bool { names.bound.contains(name) && !names.used.contains(name) }

        /// Whether one of some names, or the object that it stands for, is something else after it.
        func makes(anyOf some: Set<String>) -> Bool {
            !advanced.isDisjoint(with: some) || names.called.map(some.contains) ?? false
        }

        /// The name and the code of what it gives a new value, `t` and `t["a"]` of `t["a"] = 1`; nil for any other statement, and
        /// where the value goes on from the name.
        var item: (name: String, code: String)? {
            guard case .assign(let targets, let value) = statement.statement.kind, targets.count == 1,
                names.bound.isEmpty, names.changed.count == 1, let name = names.changed.first,
                !StatementNames.used(in: value).contains(name)
            else { return nil }
            return (name, statement.source.text(of: targets[0].span))
        }

        /// Whether it is an import, after which a name means what it meant before.
        var isImport: Bool {
            switch statement.statement.kind {
            case .importing, .importingFrom: true
            default: false
            }
        }

        /// Whether it makes an input, as `x = Input((28, 28, 1))` does.
        var isInput: Bool {
            guard case .assign(_, let value) = statement.statement.kind, case .call(let callee, _) = value.kind else {
                return false
            }
            switch callee.kind {
            case .name(let name), .attribute(_, let name, _): return name == "Input"
            default: return false
            }
        }

        /// Whether it defines a function, which looks its names up when it is called.
        var isFunction: Bool { if case .function = statement.statement.kind { true } else { false } }
    }

    /// Lines that are kept; older ones are forgotten.
    private static let most = 1_000
    private var lines: [Line] = []

    /// Adds a statement that was run. One that defines a name again takes the place of the definition before it.
    /// - Parameter follows: whether what depends on it runs again. Otherwise what went on from an old definition, as
    ///   `x = Conv2D(8, 3)(x)` does, is forgotten with it, so that the lines do not grow where a block is run many times.
    /// - Returns: the lines that depend on what was defined again, in their order; none for new names.
    mutating func take(_ line: Line, follows: Bool) -> [Line] {
        guard !line.isImport, !line.made.isEmpty || line.names.called != nil else { return [] }
        if let item = line.item, let place = place(of: item, line) {
            return follows ? dependents(after: place, of: [item.name]) : []
        }
        guard !line.names.bound.isEmpty, !line.continues, let place = definition(replacedBy: line) else {
            lines.append(line)
            if lines.count > FollowedScript.most { lines.removeFirst(lines.count - FollowedScript.most) }
            return []
        }
        // What also binds other names stays, and so does what goes on from a name that others were made of before; the new
        // definition comes after it.
        let isReplaced = lines[place].made.isSubset(of: line.names.bound)
        if isReplaced { lines[place] = line } else { lines.insert(line, at: place + 1) }
        let newPlace = moveBehindWhatItUses(isReplaced ? place : place + 1)
        if follows { return dependents(after: newPlace, of: line.names.bound) }
        forgetWhatWentOn(after: newPlace, from: line.names.bound)
        return []
    }

    /// Moves a definition, and what depends on it, to the end where it uses what later lines make, as `b = c` does after `b = 1`,
    /// `c = 2`. Where those depend on it in turn, it stays.
    /// - Returns: its new place.
    private mutating func moveBehindWhatItUses(_ place: Int) -> Int {
        let line = lines[place]
        let makers = lines.indices.filter { $0 > place && lines[$0].makes(anyOf: line.names.used) }
        guard !makers.isEmpty else { return place }
        let dependents = stale(after: place, line.names.bound, running: []).subtracting([place])
        guard dependents.isDisjoint(with: makers) else { return place }
        let moved = [line] + dependents.sorted().map { lines[$0] }
        lines = lines.indices.filter { $0 != place && !dependents.contains($0) }.map { lines[$0] }
        lines += moved
        return lines.count - moved.count
    }

    /// Forgets the lines that make something only of the old values of some names.
    private mutating func forgetWhatWentOn(after place: Int, from names: Set<String>) {
        let later = lines[(place + 1)...].filter { line in
            let concerned = line.made.isEmpty ? Set(line.names.called.map { [$0] } ?? []) : line.made
            return !concerned.isSubset(of: names) || concerned.contains(where: line.defines)
        }
        lines.replaceSubrange((place + 1)..., with: later)
    }

    /// Puts a new value of an item where the value before it was given, or else before what uses the object.
    /// - Returns: its place; nil where nothing uses the object yet.
    private mutating func place(of item: (name: String, code: String), _ line: Line) -> Int? {
        guard let start = lines.lastIndex(where: { $0.defines(item.name) }) else { return nil }
        if let same = lines[start...].lastIndex(where: { $0.item?.code == item.code }) {
            lines[same] = line
            return same
        }
        let user = lines[start...].firstIndex { $0.names.used.contains(item.name) && !$0.made.contains(item.name) }
        guard let user else { return nil }
        lines.insert(line, at: user)
        return user
    }

    /// The line that a new definition takes the place of: the last that binds one of its names, so that no earlier one runs
    /// after it. An input is the beginning of all that goes on from its name, as in `x = Input(…)`, `x = Conv2D(8, 3)(x)`: a new
    /// input takes the place of the old one.
    private func definition(replacedBy line: Line) -> Int? {
        func binds(_ other: Line) -> Bool { !other.names.bound.isDisjoint(with: line.names.bound) }
        if line.isInput, let first = lines.lastIndex(where: { binds($0) && !$0.continues }), lines[first].isInput {
            return first
        }
        return lines.lastIndex(where: binds)
    }

    /// Forgets all lines.
    mutating func forget() { lines = [] }

    /// The lines that depend on names that a line has defined again, and those that must run before these.
    private func dependents(after place: Int, of names: Set<String>) -> [Line] {
        var found: Set<Int> = []
        while true {
            let stale = stale(after: place, names, running: found)
            let all = stale.union(stale.flatMap(preparations))
            if all == found { break }
            found = all
        }
        // It has run just now, with what was made before; where that is made again, it runs again.
        let isOutdated = found.contains { $0 < place && !lines[$0].made.isDisjoint(with: lines[place].names.used) }
        if !isOutdated { found.remove(place) }
        return found.sorted().map { lines[$0] }.filter { !$0.isFunction }
    }

    /// The lines that depend on some names, or on what other lines make that run again.
    private func stale(after place: Int, _ names: Set<String>, running: Set<Int>) -> Set<Int> {
        var stale: Set<String> = []
        var result = running
        for (index, line) in lines.enumerated() {
            if index == place {
                stale.formUnion(names)
            } else if running.contains(index) || line.isStale(stale) {
                result.insert(index)
                stale.formUnion(line.made)
            } else {
                // Defined anew without any of them.
                stale.subtract(line.names.bound)
            }
        }
        return result
    }

    /// The lines that make the names that a line uses what they were before it, where later lines, or the line itself, make
    /// something else of them: `xs = []` before `for i in range(k): xs.append(i)`, which would otherwise go on with a full list.
    private func preparations(for place: Int) -> [Int] {
        lines[place].names.used.flatMap { name -> [Int] in
            guard let last = lines.lastIndex(where: { $0.advanced.contains(name) }), last >= place,
                let first = lines[..<place].lastIndex(where: { $0.defines(name) })
            else { return [] }
            return (first...last).filter { lines[$0].made.contains(name) }
        }
    }
}

extension FollowedScript.Line {
    /// Whether it has to run again where some names mean something else.
    fileprivate func isStale(_ stale: Set<String>) -> Bool {
        // A method changes what its object is; where that is new, it has to be called again.
        if made.isEmpty { return names.called.map(stale.contains) ?? false }
        return !names.used.isDisjoint(with: stale)
    }
}
