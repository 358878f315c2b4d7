import Language

/// The innermost call that is still open, and its arguments so far.
struct OpenCall {
    /// The code of what is called.
    let callee: String
    /// The code of the arguments before the one being typed that are given by position.
    private(set) var positional: [String] = []
    /// The keywords that are given, that of the argument being typed not among them.
    private(set) var keywords: Set<String> = []
    /// The keyword whose value is being typed.
    private(set) var keyword: String?
    /// Whether the argument being typed has begun already.
    private(set) var isWithinArgument = false

    /// How many arguments before the one being typed are given by position.
    var positionalCount: Int { positional.count }

    /// What is called, without what it is a part of: `Conv2D` of `keras.layers.Conv2D`.
    var name: String { callee.split(separator: ".").last.map(String.init) ?? callee }

    /// The call around a place, which may stand in a list or a tuple of an argument; nil where there is none.
    init?(in typed: TypedText, before place: Int) {
        let brackets = typed.openBrackets.filter { $0 < place }
        // A bracket behind a name calls it or takes an item of it; any other one is a part of an argument.
        guard let open = brackets.last(where: { typed.operand(before: $0) != nil }),
            typed.bytes[open] == UInt8(ascii: "("), let callee = typed.operand(before: open)
        else { return nil }
        self.init(callee, typed, between: open, place)
    }

    /// The call without brackets that a statement is, as `show c1, scale="each"`; nil where it is none, and in its first argument.
    /// - Parameter commandWords: the names that are called so.
    init?(command statement: [TypedText.Word], in typed: TypedText, before place: Int, commandWords: Set<String>) {
        guard let first = statement.first, commandWords.contains(typed.text(of: first)), statement.count > 2,
            [.name, .string, .number].contains(statement[1].kind)
        else { return nil }
        self.init(typed.text(of: first), typed, between: first.span.end, place)
        if positional.isEmpty { return nil }
    }

    /// Reads the arguments between two places.
    private init(_ callee: String, _ typed: TypedText, between open: Int, _ place: Int) {
        self.callee = callee
        var depth = 0
        var argument: [Word] = []
        for word in typed.words where word.span.start > open && word.span.end <= place {
            let text = typed.text(of: word)
            if word.kind == .bracket { depth += "([{".contains(text) ? 1 : -1 }
            if depth == 0, text == "," {
                finish(argument, typed)
                argument = []
            } else if word.kind != .lineEnd {
                argument.append(Word(text: text, span: word.span))
            }
        }
        if argument.count > 1, argument[1].text == "=" {
            keyword = argument[0].text
            isWithinArgument = argument.count > 2
        } else {
            isWithinArgument = !argument.isEmpty
        }
    }

    private mutating func finish(_ argument: [Word], _ typed: TypedText) {
        if argument.count > 1, argument[1].text == "=" {
            keywords.insert(argument[0].text)
        } else if let first = argument.first, let last = argument.last {
            positional.append(String(decoding: typed.bytes[first.span.start..<last.span.end], as: UTF8.self))
        }
    }

    private struct Word {
        let text: String
        let span: Span
    }
}
