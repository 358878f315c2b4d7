import Language

/// Dicts of arguments that a script keeps and unpacks: `options = dict(border_mode='same')`.
///
/// They are looked for in the whole text, but only once: each assignment and each call of a layer asks for them.
struct OptionDicts {
    /// What a script assigns to at the beginning of a line, up to the equals sign.
    private var assigned: Set<String> = []
    /// What stands behind `**`.
    private var unpacked = Beginnings()

    /// Finds those of a script.
    init(_ source: SourceText) {
        let text = source.text(of: Span(0, source.bytes.count))
        for line in text.split(separator: "\n") { addAssigned(line.drop { $0 == " " || $0 == "\t" }) }
        addUnpacked(text[...])
    }

    private mutating func addAssigned(_ line: Substring) {
        let word = line.prefix { $0 != " " && $0 != "=" }
        let rest = line[word.endIndex...].drop { $0 == " " }
        if rest.first == "=" { assigned.insert(String(word)) }
    }

    private mutating func addUnpacked(_ text: Substring) {
        var rest = text
        while let star = rest.firstIndex(of: "*") {
            rest = rest[star...].dropFirst()
            if rest.first == "*" { unpacked.insert(rest.dropFirst().prefix(while: OptionDicts.isInName)) }
        }
    }

    /// Whether a character may be a part of a name; beyond ASCII, any may.
    private static func isInName(_ character: Character) -> Bool {
        !character.isASCII || character.isLetter || character.isNumber || character == "_"
    }

    /// Whether `**name` stands somewhere in the script, be it as the beginning of a longer name.
    func isUnpacked(_ name: String) -> Bool { unpacked.contains(name) }

    /// Whether the script assigns a dict to that name.
    func isAssigned(_ name: String) -> Bool { assigned.contains(name) }

    /// The edits that give the keys of a dict their names of today.
    static func edits(_ value: Expression) -> [Edit] {
        switch value.kind {
        case .dict(let items):
            return items.flatMap { item -> [Edit] in
                guard let key = item.key, case .string(let name) = key.kind, let new = OldNames.anyLayer[name] else {
                    return []
                }
                return [Edit(span: key.span, replacement: "\"\(new)\"")]
                    + (name == "dim_ordering"
                        ? DimOrdering.format(item.value).map { [Edit(span: item.value.span, replacement: $0)] } ?? []
                        : [])
            }
        case .call(let callee, let arguments):
            guard case .name("dict") = callee.kind else { return [] }
            return arguments.compactMap { argument in
                guard case .keyword(let name) = argument.kind, let new = OldNames.anyLayer[name] else { return nil }
                return Edit(span: Span(argument.span.start, argument.value.span.start), replacement: "\(new)=")
            }
        default: return []
        }
    }
}

/// The beginnings of words: `o`, `op` and `ops` of `ops`.
private struct Beginnings {
    /// One character behind a shorter beginning.
    private struct Step: Hashable {
        let shorter: Int
        let character: Character
    }

    /// The beginnings by their last steps, numbered from 1 on; 0 is the empty one. So a long word takes no more room
    /// than it has characters.
    private var numbers: [Step: Int] = [:]

    /// Adds all beginnings of a word.
    mutating func insert(_ word: Substring) {
        var reached = 0
        for character in word {
            let step = Step(shorter: reached, character: character)
            reached = numbers[step] ?? numbers.count + 1
            numbers[step] = reached
        }
    }

    /// Whether a word that was added begins so.
    func contains(_ beginning: String) -> Bool {
        var reached: Int? = 0
        for character in beginning {
            reached = reached.flatMap { numbers[Step(shorter: $0, character: character)] }
        }
        return reached != nil
    }
}
