/// A step of matching. Addresses are places in the list of instructions.
enum Instruction {
    /// One character that a test accepts.
    case take(CharacterTest)
    /// As many characters as a test accepts, from `least` to `most`; all of them first, or as few as possible.
    case takeMany(CharacterTest, least: Int, most: Int, isGreedy: Bool)
    /// Goes on at the first address, and at the second where that fails.
    case fork(Int, Int)
    case jump(Int)
    /// Remembers the place in a slot: 2·group is a group's beginning, 2·group + 1 its end.
    case save(Int)
    /// Begins to count in a register.
    case countFrom(register: Int)
    /// Goes through the body once more, or on to the exit.
    case count(register: Int, least: Int, most: Int, isGreedy: Bool, body: Int, exit: Int)
    case backreference(Int, ignoresCase: Bool)
    case assertion(PatternNode.Assertion)
    /// What begins at an address and ends with `accept` stands here, or `behind` characters before, or does not.
    case look(Int, behind: Int, isNegated: Bool)
    /// The same, and matching goes on behind it.
    case atomic(Int)
    /// Goes to the address where the group has not matched.
    case unlessMatched(group: Int, Int)
    case accept
}

/// Which characters are accepted.
enum CharacterTest {
    case character(Unicode.Scalar)
    /// A character in lower case, which is compared with the lower case of others.
    case caseless(Unicode.Scalar)
    case notLineBreak
    case any
    case characterClass(CharacterClass, ignoresCase: Bool, isASCII: Bool)

    @inline(__always)
    func accepts(_ character: Unicode.Scalar) -> Bool {
        switch self {
        case .character(let wanted): character == wanted
        case .caseless(let wanted): CharacterCase.lower(character) == wanted
        case .notLineBreak: character != "\n"
        case .any: true
        case .characterClass(let set, let ignoresCase, let isASCII):
            set.contains(character, ignoresCase: ignoresCase, isASCII: isASCII)
        }
    }
}
