/// What stands in parentheses.
extension PatternParser {
    /// What a parenthesis opens; nil for comments and flags.
    mutating func parenthesis(
        _ flags: PatternFlags, _ start: Int, isAtStart: Bool
    ) throws(PatternError) -> PatternNode? {
        guard source.take("?") else { return try group(named: nil, flags, start) }
        let place = source.position
        let token = source.take()
        guard let kind = token.first else { throw PatternError("unexpected end of pattern", place) }
        switch kind {
        case "P": return try extended(flags, start)
        case ":": return try closed(flags, start)
        case "#":
            while let next = source.take().first { if next == ")" { return nil } }
            throw PatternError("missing ), unterminated comment", start)
        case "=", "!": return .look(try closed(flags, start), isBehind: false, isNegated: kind == "!")
        case "<": return try lookBehind(flags, start)
        case "(": return try condition(flags, start)
        case ">": return .atomic(try closed(flags, start))
        default:
            guard kind == "-" || kind == "L" || PatternFlags.named(kind) != nil else {
                throw PatternError("unknown extension ?\(PatternSource.string(token))", place - 1)
            }
            guard let changed = try inlineFlags(kind, flags) else {
                guard isAtStart else {
                    throw PatternError("global flags not at the start of the expression", start)
                }
                return nil
            }
            return try closed(changed, start)
        }
    }

    /// What stands up to the closing parenthesis.
    private mutating func closed(_ flags: PatternFlags, _ start: Int) throws(PatternError) -> PatternNode {
        let node = try alternatives(flags)
        guard source.take(")") else { throw PatternError("missing ), unterminated subpattern", start) }
        // A part that was repeated may be repeated again when it stands in parentheses.
        if case .repetition = node { return .sequence([node]) }
        if case .assertion = node { return .sequence([node]) }
        return node
    }

    private mutating func group(
        named name: String?, _ flags: PatternFlags, _ start: Int
    ) throws(PatternError) -> PatternNode {
        let number = groupCount
        groupCount += 1
        if let name {
            if let known = names.first(where: { $0.name == name }) {
                throw PatternError(
                    "redefinition of group name '\(name)' as group \(number); was group \(known.group)",
                    source.position - name.unicodeScalars.count - 1)
            }
            names.append((name, number))
        }
        let node = try closed(flags, start)
        widths[number] = node.width
        return .group(number, node)
    }

    /// `(?P<name>…)` and `(?P=name)`.
    private mutating func extended(_ flags: PatternFlags, _ start: Int) throws(PatternError) -> PatternNode {
        if source.take("<") {
            let place = source.position
            let name = try source.take(until: ">", "group name")
            try check(name, place)
            return try group(named: name, flags, start)
        }
        if source.take("=") {
            let place = source.position
            let name = try source.take(until: ")", "group name")
            try check(name, place)
            return try backreference(try number(of: name, place), place, flags)
        }
        let place = source.position
        let token = source.take()
        if token.isEmpty { throw PatternError("unexpected end of pattern", place) }
        throw PatternError("unknown extension ?P\(PatternSource.string(token))", place - 2)
    }

    private func check(_ name: String, _ place: Int) throws(PatternError) {
        guard PatternParser.isIdentifier(name) else {
            throw PatternError("bad character in group name \(PatternParser.quoted(name))", place)
        }
    }

    /// The number of the group of a name; raises PatternError where none has it.
    func number(of name: String, _ place: Int) throws(PatternError) -> Int {
        guard let known = names.first(where: { $0.name == name }) else {
            throw PatternError("unknown group name \(PatternParser.quoted(name))", place)
        }
        return known.group
    }

    /// A reference to a group that is closed; raises PatternError for one that is not.
    func backreference(_ group: Int, _ place: Int, _ flags: PatternFlags) throws(PatternError) -> PatternNode {
        guard let width = widths[group] else { throw PatternError("cannot refer to an open group", place) }
        return .backreference(
            group, ignoresCase: flags.contains(.ignoreCase), least: width.least, most: width.most)
    }

    private mutating func lookBehind(_ flags: PatternFlags, _ start: Int) throws(PatternError) -> PatternNode {
        let place = source.position
        let token = source.take()
        guard let kind = token.first else { throw PatternError("unexpected end of pattern", place) }
        guard kind == "=" || kind == "!" else {
            throw PatternError("unknown extension ?<\(PatternSource.string(token))", place - 2)
        }
        let node = try closed(flags, start)
        let width = node.width
        guard width.least == width.most else { throw PatternError("look-behind requires fixed-width pattern", nil) }
        return .look(node, isBehind: true, isNegated: kind == "!")
    }

    /// `(?(1)yes|no)`
    private mutating func condition(_ flags: PatternFlags, _ start: Int) throws(PatternError) -> PatternNode {
        let place = source.position
        let name = try source.take(until: ")", "group name")
        let group: Int
        if PatternParser.isIdentifier(name) {
            group = try number(of: name, place)
        } else {
            guard name.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(name) else {
                throw PatternError("bad character in group name \(PatternParser.quoted(name))", place)
            }
            guard number > 0 else { throw PatternError("bad group number", place) }
            group = number
            conditions.append((group, place))
        }
        let yes = try sequence(flags, isFirst: false)
        var no = PatternNode.empty
        if source.take("|") {
            no = try sequence(flags, isFirst: false)
            if source.next == ["|"] {
                throw PatternError("conditional backref with more than two branches", source.position)
            }
        }
        guard source.take(")") else { throw PatternError("missing ), unterminated subpattern", start) }
        return .conditional(group: group, yes, no)
    }

    /// The flags of `(?i:…)`; nil for those of the whole pattern, `(?i)`.
    private mutating func inlineFlags(
        _ first: Unicode.Scalar, _ flags: PatternFlags
    ) throws(PatternError) -> PatternFlags? {
        var (added, removed): (PatternFlags, PatternFlags) = ([], [])
        var letter = first
        if letter != "-" {
            while true {
                guard let flag = PatternFlags.named(letter) else {
                    throw PatternError(
                        letter == "L"
                            ? "bad inline flags: cannot use 'L' flag with a str pattern" : "unknown flag",
                        letter == "L" ? source.position : source.position - 1)
                }
                added.insert(flag)
                if added.contains(.ascii), added.contains(.unicode) {
                    throw PatternError(
                        "bad inline flags: flags 'a', 'u' and 'L' are incompatible", source.position)
                }
                let place = source.position
                guard let next = source.take().first else { throw PatternError("missing -, : or )", place) }
                if next == ")" {
                    self.flags.formUnion(added)
                    return nil
                }
                if next == ":" { return PatternParser.merged(flags, added, []) }
                if next == "-" { break }
                guard PatternFlags.named(next) != nil || next == "L" else {
                    throw PatternError(next.properties.isAlphabetic ? "unknown flag" : "missing -, : or )", place)
                }
                letter = next
            }
        }
        while true {
            let place = source.position
            guard let next = source.take().first else {
                throw PatternError(removed.isEmpty ? "missing flag" : "missing :", place)
            }
            if next == ":", !removed.isEmpty { return PatternParser.merged(flags, added, removed) }
            guard let flag = PatternFlags.named(next) else {
                let missing = removed.isEmpty ? "missing flag" : "missing :"
                throw PatternError(next.properties.isAlphabetic ? "unknown flag" : missing, place)
            }
            guard flag != .ascii, flag != .unicode else {
                throw PatternError("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", source.position)
            }
            removed.insert(flag)
            if !added.isDisjoint(with: removed) {
                throw PatternError("bad inline flags: flag turned on and off", source.position)
            }
        }
    }

    private static func merged(
        _ flags: PatternFlags, _ added: PatternFlags, _ removed: PatternFlags
    ) -> PatternFlags {
        var result = flags.union(added).subtracting(removed)
        if added.contains(.unicode) { result.remove(.ascii) }
        return result
    }
}
