import Language

/// Where in the code the cursor stands: what is being typed there, and what is around it.
struct CompletionPlace {
    /// What could be typed here.
    enum Kind {
        /// A command of the shell: `%ru`.
        case command
        /// What follows a command's name.
        case commandArgument(command: String, before: String)
        /// A name to be explained: `?Conv`.
        case help
        /// A module: `import keras.la`.
        case module
        /// A member of a module: `from keras.layers import Co`.
        case member(module: String)
        /// An attribute of what an expression yields: `c1.ke`.
        case attribute(of: String)
        /// A key: `weights['ke`.
        case key(of: String, quote: Character?)
        /// A string, in a call or not.
        case string(OpenCall?, quote: Character)
        /// An argument of a call.
        case argument(OpenCall)
        /// A name after a function that is called without brackets: `show c`.
        case operand(of: String)
        /// The beginning of a statement.
        case statement
        /// Any other place where a value could stand.
        case value
    }

    /// The text before the cursor.
    let typed: TypedText
    /// Where the word at the cursor begins, in bytes.
    private(set) var start: Int
    private(set) var kind: Kind

    /// What was typed of the word.
    var word: String { String(decoding: typed.bytes[start...], as: UTF8.self) }

    /// The place behind a text.
    /// - Parameter commandWords: names that are called without brackets.
    init(_ text: String, commandWords: Set<String>) {
        typed = TypedText(text)
        start = typed.bytes.count
        kind = .value
        read(commandWords)
    }

    private mutating func read(_ commandWords: Set<String>) {
        if let line = typed.words.last(where: { $0.kind != .lineEnd }), line.kind == .shellLine {
            return readShellLine(line.span.start)
        }
        if typed.lastLine.first == "?" || typed.lastLine.first == "%" { return readShellLine(typed.lastLineStart) }
        let words = typed.words.filter { $0.kind != .lineEnd || $0.span.end < typed.bytes.count }
        if let last = words.last, last.kind == .unfinishedString { return readString(last, commandWords) }
        var before = words[...]
        if let last = before.last, last.span.end == typed.bytes.count, last.kind == .name || last.kind == .keyword {
            start = last.span.start
            before.removeLast()
        }
        readCode(Array(before), commandWords)
    }

    private mutating func readShellLine(_ lineStart: Int) {
        let line = String(decoding: typed.bytes[lineStart...], as: UTF8.self)
        func from(_ count: Int) { start = lineStart + count }
        if line.first == "?" {
            kind = .help
            let name = line.drop { $0 == "?" || $0 == " " }
            return from(line.utf8.count - name.utf8.count)
        }
        guard line.first == "%", let space = line.firstIndex(of: " ") else {
            kind = line.first == "%" ? .command : .value
            return from(min(1, line.utf8.count))
        }
        let name = String(line[line.index(after: line.startIndex)..<space])
        let rest = line[space...].drop { $0 == " " }
        kind = .commandArgument(command: name, before: String(rest))
        from(line.utf8.count - rest.utf8.count)
    }

    /// A string that is being typed: a key, or an argument.
    private mutating func readString(_ string: TypedText.Word, _ commandWords: Set<String>) {
        let code = typed.text(of: string)
        let quote = code.first { $0 == "'" || $0 == "\"" } ?? "'"
        let opening =
            code.prefix { $0 != quote }.utf8.count + (code.hasPrefix(String(repeating: quote, count: 3)) ? 3 : 1)
        start = string.span.start + opening
        let before = typed.words.filter { $0.span.end <= string.span.start }
        if let bracket = before.last, typed.text(of: bracket) == "[",
            let object = typed.operand(before: bracket.span.start)
        {
            kind = .key(of: object, quote: quote)
        } else {
            let place = string.span.start
            let call =
                OpenCall(in: typed, before: place)
                ?? OpenCall(
                    command: typed.lastStatement(of: before), in: typed, before: place, commandWords: commandWords)
            kind = .string(call, quote: quote)
        }
    }

    private mutating func readCode(_ before: [TypedText.Word], _ commandWords: Set<String>) {
        let statement = typed.lastStatement(of: before)
        let texts = statement.map { typed.text(of: $0) }
        if let last = texts.last, last == ".",
            let object = typed.operand(before: statement[statement.count - 1].span.start)
        {
            if texts.first == "import" || (texts.first == "from" && !texts.contains("import")) {
                return readModule(statement)
            }
            kind = .attribute(of: object)
        } else if texts.first == "import" {
            readModule(statement)
        } else if texts.first == "from" {
            guard let place = texts.firstIndex(of: "import") else { return readModule(statement) }
            kind = .member(module: texts[1..<max(1, place)].joined())
        } else if let last = texts.last, last == "[",
            let object = typed.operand(before: statement[statement.count - 1].span.start)
        {
            kind = .key(of: object, quote: nil)
        } else if let call = OpenCall(in: typed, before: start)
            ?? OpenCall(command: statement, in: typed, before: start, commandWords: commandWords)
        {
            kind = .argument(call)
        } else if texts.count == 1, let name = texts.first, commandWords.contains(name) {
            kind = .operand(of: name)
        } else if texts.isEmpty {
            kind = .statement
        }
    }

    /// The dotted name of a module, whose last part is being typed.
    private mutating func readModule(_ statement: [TypedText.Word]) {
        kind = .module
        if let dotted = statement.reversed().prefix(while: { word in
            typed.text(of: word) != "," && typed.text(of: word) != "import" && typed.text(of: word) != "from"
        }).last {
            start = dotted.span.start
        }
    }
}

extension TypedText {
    /// Where the last line begins.
    fileprivate var lastLineStart: Int { bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0 }

    /// The last line.
    fileprivate var lastLine: String { String(decoding: bytes[lastLineStart...], as: UTF8.self) }

    /// The words of the last statement.
    fileprivate func lastStatement(of words: [Word]) -> [Word] {
        let open = openBrackets.first ?? bytes.count
        let end = words.lastIndex { word in
            word.span.start < open && (word.kind == .lineEnd || text(of: word) == ";")
        }
        return Array(words[(end.map { $0 + 1 } ?? 0)...])
    }

    /// The code of what stands before a dot or a bracket: a name, a string or a call, with what is joined to it.
    func operand(before place: Int) -> String? {
        var index = words.lastIndex { $0.span.end <= place } ?? -1
        guard index >= 0, words[index].span.end == place else { return nil }
        var start = place
        var needsName = true
        while index >= 0, words[index].span.end == start {
            let word = words[index]
            if needsName, word.kind == .bracket, let partner = partners[word.span.start], partner < word.span.start {
                // A group: a call's arguments, an index, or brackets around an expression.
                start = partner
                index = (words.lastIndex { $0.span.end <= partner }) ?? -1
                guard index >= 0, words[index].span.end == start,
                    words[index].kind == .name || words[index].kind == .bracket
                else { break }
            } else if needsName, word.kind == .name || word.kind == .string {
                start = word.span.start
                index -= 1
                needsName = false
            } else if !needsName, text(of: word) == "." {
                start = word.span.start
                index -= 1
                needsName = true
            } else {
                break
            }
        }
        return start < place && bytes[start] != UInt8(ascii: ".")
            ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
    }
}
