import Language

/// The innermost call that is still open, and its arguments so far.
struct OpenCall {
    /// The code of what is called.
    let callee: String
    /// How many arguments before the one being typed are given by position.
    private(set) var positionalCount = 0
    /// The keywords that are given, that of the argument being typed not among them.
    private(set) var keywords: Set<String> = []
    /// The keyword whose value is being typed.
    private(set) var keyword: String?
    /// Whether the argument being typed has begun already.
    private(set) var isWithinArgument = false

    /// The call around a place; nil where there is none, or where another bracket is in between.
    init?(in typed: TypedText, before place: Int) {
        guard let open = typed.openBrackets.last(where: { $0 < place }), typed.bytes[open] == UInt8(ascii: "("),
            let callee = typed.operand(before: open)
        else { return nil }
        self.callee = callee
        var depth = 0
        var argument: [String] = []
        for word in typed.words where word.span.start > open && word.span.end <= place {
            let text = typed.text(of: word)
            if word.kind == .bracket { depth += "([{".contains(text) ? 1 : -1 }
            if depth == 0, text == "," {
                finish(argument)
                argument = []
            } else if word.kind != .lineEnd {
                argument.append(text)
            }
        }
        if argument.count > 1, argument[1] == "=" {
            keyword = argument[0]
            isWithinArgument = argument.count > 2
        } else {
            isWithinArgument = !argument.isEmpty
        }
    }

    private mutating func finish(_ argument: [String]) {
        if argument.count > 1, argument[1] == "=" {
            keywords.insert(argument[0])
        } else if !argument.isEmpty {
            positionalCount += 1
        }
    }
}
