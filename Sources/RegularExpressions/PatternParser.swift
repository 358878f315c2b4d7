/// Reads a pattern in Python's syntax.
///
/// Source: docs.python.org/3/library/re.html, "Regular Expression Syntax"; errors are worded as Python's.
struct PatternParser {
    private var source: PatternSource
    /// The flags of the whole pattern, with those that it sets itself.
    private(set) var flags: PatternFlags
    /// The number of groups, group 0 included.
    private(set) var groupCount = 1
    /// The names of groups, in their order.
    private(set) var names: [(name: String, group: Int)] = []
    /// The widths of the groups that are closed.
    private var widths: [Int: (least: Int, most: Int?)] = [:]
    /// Groups that a condition asks for, and where: they may come later.
    private var conditions: [(group: Int, position: Int)] = []
    /// How deep groups may stand in each other.
    private static let mostNested = 200
    private var depth = 0

    init(_ text: String, _ flags: PatternFlags) throws(PatternError) {
        source = try PatternSource(text)
        self.flags = flags
    }

    /// The whole pattern.
    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try alternatives(flags, isWhole: true)
        guard source.next.isEmpty else { throw PatternError("unbalanced parenthesis", source.position) }
        for (group, position) in conditions where group >= groupCount {
            throw PatternError("invalid group reference \(group)", position)
        }
        return node
    }

    private mutating func alternatives(_ flags: PatternFlags, isWhole: Bool = false) throws(PatternError) -> PatternNode
    {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternParser.mostNested else { throw PatternError("too many nested groups", source.position) }
        var nodes = [try sequence(flags, isFirst: isWhole)]
        while source.take("|") { nodes.append(try sequence(self.flags(flags, isWhole), isFirst: false)) }
        return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
    }

    /// Flags at the beginning of a pattern hold for all of it.
    private func flags(_ own: PatternFlags, _ isWhole: Bool) -> PatternFlags { isWhole ? flags : own }

    private mutating func sequence(_ given: PatternFlags, isFirst: Bool) throws(PatternError) -> PatternNode {
        var flags = given
        var nodes: [PatternNode] = []
        while let first = source.next.first, first != "|", first != ")" {
            let start = source.position
            let token = source.take()
            if flags.contains(.verbose), skipped(token) { continue }
            if token.count == 2 {
                nodes.append(try escape(token, flags, start))
                continue
            }
            switch first {
            case "[": nodes.append(try characterClass(flags, start))
            case "*", "+", "?", "{": try repeatLast(of: &nodes, first, start)
            case ".": nodes.append(.dot(matchesLineBreaks: flags.contains(.dotAll)))
            case "^": nodes.append(.assertion(flags.contains(.multiline) ? .lineStart : .textStart))
            case "$": nodes.append(.assertion(flags.contains(.multiline) ? .lineEnd : .lastLineEnd))
            case "(":
                guard let node = try parenthesis(flags, start, isAtStart: isFirst && nodes.isEmpty) else {
                    if isFirst { flags = self.flags }
                    continue
                }
                nodes.append(node)
            default: nodes.append(.character(first, ignoresCase: flags.contains(.ignoreCase)))
            }
        }
        return nodes.count == 1 ? nodes[0] : (nodes.isEmpty ? .empty : .sequence(nodes))
    }

    /// Whether a token is white space or begins a comment, which is taken.
    private mutating func skipped(_ token: [Unicode.Scalar]) -> Bool {
        guard token.count == 1 else { return false }
        if token[0] == "#" {
            while let next = source.take().first, next != "\n" {}
            return true
        }
        return token[0].value == 0x20 || (0x09...0x0D).contains(token[0].value)
    }

    // MARK: Repetitions

    private mutating func repeatLast(
        of nodes: inout [PatternNode], _ sign: Unicode.Scalar, _ start: Int
    ) throws(PatternError) {
        guard let (least, most) = try counts(sign, start) else {
            nodes.append(.character("{", ignoresCase: false))
            return
        }
        switch nodes.last {
        case nil, .assertion: throw PatternError("nothing to repeat", start)
        case .repetition: throw PatternError("multiple repeat", start)
        case let last?:
            let greed: PatternNode.Greed = source.take("?") ? .least : (source.take("+") ? .possessive : .most)
            nodes[nodes.count - 1] = .repetition(last, least: least, most: most, greed)
        }
    }

    /// How often; nil where a brace stands for itself.
    private mutating func counts(_ sign: Unicode.Scalar, _ start: Int) throws(PatternError) -> (Int, Int?)? {
        switch sign {
        case "*": return (0, nil)
        case "+": return (1, nil)
        case "?": return (0, 1)
        default: break
        }
        let inside = source.position
        if source.next == ["}"] { return nil }
        let low = source.take(atMost: .max) { $0.isASCIIDigit }
        let high = source.take(",") ? source.take(atMost: .max) { $0.isASCIIDigit } : low
        guard source.take("}") else {
            source.goBack(to: inside)
            return nil
        }
        let limit = 4_294_967_295
        let least = low.isEmpty ? 0 : Int(PatternSource.string(low)) ?? .max
        let most = high.isEmpty ? nil : Int(PatternSource.string(high)) ?? .max
        if least >= limit || (most ?? 0) >= limit { throw PatternError("the repetition number is too large", nil) }
        if let most, most < least { throw PatternError("min repeat greater than max repeat", inside) }
        return (least, most)
    }

    // MARK: Parentheses

    /// What a parenthesis opens; nil for comments and flags.
    private mutating func parenthesis(
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

    private func number(of name: String, _ place: Int) throws(PatternError) -> Int {
        guard let known = names.first(where: { $0.name == name }) else {
            throw PatternError("unknown group name \(PatternParser.quoted(name))", place)
        }
        return known.group
    }

    private func backreference(_ group: Int, _ place: Int, _ flags: PatternFlags) throws(PatternError) -> PatternNode {
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

    // MARK: Escapes and classes

    private mutating func escape(
        _ token: [Unicode.Scalar], _ flags: PatternFlags, _ start: Int
    ) throws(PatternError) -> PatternNode {
        let letter = token[1]
        let isASCII = flags.contains(.ascii)
        switch letter {
        case "A": return .assertion(.textStart)
        case "Z": return .assertion(.textEnd)
        case "b", "B": return .assertion(.wordBoundary(isNegated: letter == "B", isASCII: isASCII))
        default: break
        }
        let ignoresCase = flags.contains(.ignoreCase)
        if let category = PatternParser.category(letter) {
            return .characterClass(CharacterClass(items: [category]), ignoresCase: false, isASCII: isASCII)
        }
        if letter.isASCIIDigit, letter != "0" { return try numbered(letter, flags, start) }
        return .character(try escapedCharacter(token, start), ignoresCase: ignoresCase)
    }

    /// `\1`, or a character by three octal digits.
    private mutating func numbered(
        _ first: Unicode.Scalar, _ flags: PatternFlags, _ start: Int
    ) throws(PatternError) -> PatternNode {
        var digits = [first]
        digits += source.take(atMost: 1) { $0.isASCIIDigit }
        if digits.count == 2, digits.allSatisfy(\.isOctalDigit), source.next.first?.isOctalDigit == true {
            digits += source.take()
            return .character(try octal(digits, start), ignoresCase: flags.contains(.ignoreCase))
        }
        guard let group = Int(PatternSource.string(digits)), group < groupCount else {
            throw PatternError("invalid group reference \(PatternSource.string(digits))", start + 1)
        }
        return try backreference(group, start, flags)
    }

    private func octal(_ digits: [Unicode.Scalar], _ start: Int) throws(PatternError) -> Unicode.Scalar {
        let text = PatternSource.string(digits)
        guard let code = UInt32(text, radix: 8), code <= 0o377, let character = Unicode.Scalar(code) else {
            throw PatternError("octal escape value \\\(text) outside of range 0-0o377", start)
        }
        return character
    }

    /// The character that an escape stands for.
    private mutating func escapedCharacter(
        _ token: [Unicode.Scalar], _ start: Int
    ) throws(PatternError) -> Unicode.Scalar {
        switch token[1] {
        case "a": return "\u{7}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{B}"
        case "x": return try hexadecimal(token, 2, start)
        case "u": return try hexadecimal(token, 4, start)
        case "U": return try hexadecimal(token, 8, start)
        case "0": return try octal(["0"] + source.take(atMost: 2) { $0.isOctalDigit }, start)
        case let letter where letter.isASCIILetter:
            throw PatternError("bad escape \\\(letter)", start)
        case let other: return other
        }
    }

    private mutating func hexadecimal(
        _ token: [Unicode.Scalar], _ count: Int, _ start: Int
    ) throws(PatternError) -> Unicode.Scalar {
        let digits = source.take(atMost: count) { $0.isHexDigit }
        let text = PatternSource.string(token + digits)
        guard digits.count == count, let code = UInt32(PatternSource.string(digits), radix: 16) else {
            throw PatternError("incomplete escape \(text)", start)
        }
        guard let character = Unicode.Scalar(code) else { throw PatternError("bad escape \(text)", start) }
        return character
    }

    private static func category(_ letter: Unicode.Scalar) -> CharacterClass.Item? {
        switch letter {
        case "d": .category(.digit, isNegated: false)
        case "D": .category(.digit, isNegated: true)
        case "s": .category(.space, isNegated: false)
        case "S": .category(.space, isNegated: true)
        case "w": .category(.word, isNegated: false)
        case "W": .category(.word, isNegated: true)
        default: nil
        }
    }

    private mutating func characterClass(_ flags: PatternFlags, _ start: Int) throws(PatternError) -> PatternNode {
        var set = CharacterClass(items: [])
        set.isNegated = source.take("^")
        while true {
            let place = source.position
            let token = source.take()
            guard let first = token.first else { throw PatternError("unterminated character set", start) }
            if first == "]", !set.items.isEmpty { break }
            let low = try classItem(token, place)
            guard source.take("-") else {
                set.items.append(low)
                continue
            }
            let highPlace = source.position
            let highToken = source.take()
            guard let last = highToken.first else { throw PatternError("unterminated character set", start) }
            if last == "]" {
                set.items += [low, .range(0x2D, 0x2D)]
                break
            }
            let high = try classItem(highToken, highPlace)
            guard case .range(let a, _) = low, case .range(let b, _) = high, a <= b else {
                let text = PatternSource.string(source.text[place..<source.position])
                throw PatternError("bad character range \(text)", place)
            }
            set.items.append(.range(a, b))
        }
        return .characterClass(
            set, ignoresCase: flags.contains(.ignoreCase), isASCII: flags.contains(.ascii))
    }

    private mutating func classItem(
        _ token: [Unicode.Scalar], _ start: Int
    ) throws(PatternError) -> CharacterClass.Item {
        guard token.count == 2 else { return .range(token[0].value, token[0].value) }
        let letter = token[1]
        if let category = PatternParser.category(letter) { return category }
        let character: Unicode.Scalar
        if letter == "b" {
            character = "\u{8}"
        } else if letter.isOctalDigit {
            character = try octal([letter] + source.take(atMost: 2) { $0.isOctalDigit }, start)
        } else if letter.isASCIIDigit {
            throw PatternError("bad escape \\\(letter)", start)
        } else {
            character = try escapedCharacter(token, start)
        }
        return .range(character.value, character.value)
    }

    // MARK: Names

    /// Whether Python takes a text for a name.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
    }

    static func quoted(_ text: String) -> String { text.contains("'") ? "\"\(text)\"" : "'\(text)'" }
}
