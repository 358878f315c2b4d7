/// The methods of `str`.
enum StringMethods {
    static let all: [Method] = cases + tests + searching + cutting + shaping

    private static func text(_ value: Value) -> String { if case .string(let text) = value { text } else { "" } }

    private static func simple(_ name: String, _ doc: String, _ body: @escaping @Sendable (String) -> Value) -> Method {
        Method(name, [], doc) { value, arguments, _ throws(RaisedError) in
            try ArgumentReader(name, arguments, most: 0).finish()
            return body(text(value))
        }
    }

    private static let cases = [
        simple("upper", "The text in capitals.") { .string($0.uppercased()) },
        simple("lower", "The text in small letters.") { .string($0.lowercased()) },
        simple("casefold", "The text in small letters, for comparing.") { .string($0.lowercased()) },
        simple("capitalize", "The first letter a capital, the rest small.") {
            .string($0.prefix(1).uppercased() + $0.dropFirst().lowercased())
        },
        simple("title", "Every word with a capital.") { text in
            var result = ""
            var isInWord = false
            for letter in text {
                result += isInWord ? letter.lowercased() : letter.uppercased()
                isInWord = letter.isLetter
            }
            return .string(result)
        },
        simple("swapcase", "Capitals small and small letters capital.") { text in
            .string(text.map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined())
        },
    ]

    private static func test(_ name: String, _ doc: String, _ body: @escaping @Sendable (Character) -> Bool) -> Method {
        simple(name, doc) { .bool(!$0.isEmpty && $0.allSatisfy(body)) }
    }

    private static let tests = [
        test("isdigit", "Whether all are digits.") { $0.isNumber && $0.isWholeNumber },
        test("isnumeric", "Whether all are numbers.") { $0.isNumber },
        test("isdecimal", "Whether all are decimal digits.") { $0.isWholeNumber },
        test("isalpha", "Whether all are letters.") { $0.isLetter },
        test("isalnum", "Whether all are letters or digits.") { $0.isLetter || $0.isNumber },
        test("isspace", "Whether all are white space.") { $0.isWhitespace },
        simple("isupper", "Whether there are capitals and no small letters.") {
            .bool($0.contains(where: \.isUppercase) && !$0.contains(where: \.isLowercase))
        },
        simple("islower", "Whether there are small letters and no capitals.") {
            .bool($0.contains(where: \.isLowercase) && !$0.contains(where: \.isUppercase))
        },
        simple("isidentifier", "Whether it could be a name.") { text in
            .bool(
                !text.isEmpty && !(text.first?.isNumber ?? true)
                    && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" })
        },
    ]

    private static let searching = [
        Method("find", ["sub", "start"], "Where a part begins; -1 if it is not there.") {
            value, arguments, _ throws(RaisedError) in
            .int(try position("find", value, arguments) ?? -1)
        },
        Method("index", ["sub", "start"], "Where a part begins; an error if it is not there.") {
            value, arguments, _ throws(RaisedError) in
            guard let found = try position("index", value, arguments) else {
                throw RaisedError(.valueError, "substring not found")
            }
            return .int(found)
        },
        Method("rfind", ["sub"], "Where a part begins the last time; -1 if it is not there.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("rfind", arguments, most: 1)
            let part = try reader.string("sub")
            let text = text(value)
            let bytes = Array(text.utf8)
            let pattern = Array(part.utf8)
            var at = bytes.count - pattern.count
            while at >= 0, !bytes[at..<(at + pattern.count)].elementsEqual(pattern) { at -= 1 }
            return .int(at < 0 ? -1 : scalarIndex(at, text))
        },
        Method("count", ["sub"], "How often a part occurs.") { value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("count", arguments, most: 1)
            let part = try reader.string("sub")
            if part.isEmpty { return .int(text(value).unicodeScalars.count + 1) }
            return .int(text(value).occurrences(of: part).count)
        },
        Method("startswith", ["prefix"], "Whether it begins with a part, or one of several.") {
            value, arguments, _ throws(RaisedError) in
            .bool(try affixes("startswith", arguments).contains { text(value).utf8.starts(with: $0.utf8) })
        },
        Method("endswith", ["suffix"], "Whether it ends with a part, or one of several.") {
            value, arguments, _ throws(RaisedError) in
            .bool(
                try affixes("endswith", arguments).contains {
                    text(value).utf8.reversed().starts(with: $0.utf8.reversed())
                })
        },
    ]

    private static func position(_ name: String, _ value: Value, _ arguments: CallArguments) throws(RaisedError) -> Int?
    {
        var reader = try ArgumentReader(name, arguments, most: 3)
        let part = try reader.string("sub")
        let start = try reader.optionalInt("start") ?? 0
        let text = text(value)
        let scalars = text.unicodeScalars
        let skipped = start < 0 ? max(0, scalars.count + start) : start
        let bytes = String(String.UnicodeScalarView(scalars.prefix(skipped))).utf8.count
        guard let offset = text.firstOccurrence(of: part, from: bytes) else { return nil }
        return scalarIndex(offset, text)
    }

    private static func scalarIndex(_ offset: Int, _ text: String) -> Int {
        String(decoding: Array(text.utf8)[..<offset], as: UTF8.self).unicodeScalars.count
    }

    private static func affixes(_ name: String, _ arguments: CallArguments) throws(RaisedError) -> [String] {
        var reader = try ArgumentReader(name, arguments, most: 1)
        let value = try reader.required("prefix")
        if case .string(let one) = value { return [one] }
        guard case .tuple(let items) = value else {
            throw RaisedError(.typeError, "\(name) first arg must be str or a tuple of str, not \(value.typeName)")
        }
        return items.compactMap { if case .string(let one) = $0 { one } else { nil } }
    }

    private static let cutting = [
        Method("split", ["sep", "maxsplit"], "The parts between separators, or between white space.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("split", arguments, most: 2)
            let separator = try reader.optionalString("sep")
            let most = try reader.optionalInt("maxsplit") ?? -1
            try reader.finish()
            if separator == "" { throw RaisedError(.valueError, "empty separator") }
            let parts =
                separator.map { text(value).pieces(separatedBy: $0, limit: most < 0 ? .max : most) }
                ?? words(text(value), most)
            return .list(ListObject(parts.map(Value.string)))
        },
        Method("rsplit", ["sep", "maxsplit"], "The parts between separators, cut from the end.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("rsplit", arguments, most: 2)
            let separator = try reader.optionalString("sep") ?? " "
            let most = try reader.optionalInt("maxsplit") ?? -1
            if separator.isEmpty { throw RaisedError(.valueError, "empty separator") }
            let parts = text(value).pieces(separatedBy: separator)
            let cuts = most < 0 ? parts.count - 1 : min(most, parts.count - 1)
            let head = parts.prefix(parts.count - cuts).joined(separator: separator)
            return .list(ListObject(([head] + parts.suffix(cuts)).map(Value.string)))
        },
        Method("splitlines", [], "The lines.") { value, _, _ throws(RaisedError) in
            var lines = text(value).split(omittingEmptySubsequences: false) { $0.isNewline }.map {
                Value.string(String($0))
            }
            if case .string("")? = lines.last { lines.removeLast() }
            return .list(ListObject(lines))
        },
        Method("partition", ["sep"], "What is before, at and after a separator.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("partition", arguments, most: 1)
            let separator = try reader.string("sep")
            let parts = text(value).pieces(separatedBy: separator, limit: 1)
            guard parts.count == 2 else { return .tuple([value, .string(""), .string("")]) }
            return .tuple([.string(parts[0]), .string(separator), .string(parts[1])])
        },
        Method("strip", ["chars"], "Without white space, or these characters, at both ends.") {
            value, arguments, _ throws(RaisedError) in
            .string(try stripped("strip", value, arguments, left: true, right: true))
        },
        Method("lstrip", ["chars"], "Without white space, or these characters, at the beginning.") {
            value, arguments, _ throws(RaisedError) in
            .string(try stripped("lstrip", value, arguments, left: true, right: false))
        },
        Method("rstrip", ["chars"], "Without white space, or these characters, at the end.") {
            value, arguments, _ throws(RaisedError) in
            .string(try stripped("rstrip", value, arguments, left: false, right: true))
        },
        Method("removeprefix", ["prefix"], "Without a part it begins with.") {
            value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("removeprefix", arguments, most: 1)
            let part = try reader.string("prefix")
            return .string(text(value).hasPrefix(part) ? String(text(value).dropFirst(part.count)) : text(value))
        },
        Method("removesuffix", ["suffix"], "Without a part it ends with.") { value, arguments, _ throws(RaisedError) in
            var reader = try ArgumentReader("removesuffix", arguments, most: 1)
            let part = try reader.string("suffix")
            let ends = !part.isEmpty && text(value).hasSuffix(part)
            return .string(ends ? String(text(value).dropLast(part.count)) : text(value))
        },
    ]

    private static func words(_ text: String, _ most: Int) -> [String] {
        if most < 0 { return text.split(whereSeparator: \.isWhitespace).map(String.init) }
        var rest = text.drop(while: \.isWhitespace)
        var result: [String] = []
        while !rest.isEmpty {
            if result.count == most {
                result.append(String(rest))
                break
            }
            let word = rest.prefix { !$0.isWhitespace }
            result.append(String(word))
            rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
        }
        return result
    }

    private static func stripped(
        _ name: String, _ value: Value, _ arguments: CallArguments, left: Bool, right: Bool
    ) throws(RaisedError) -> String {
        var reader = try ArgumentReader(name, arguments, most: 1)
        let characters = try reader.optionalString("chars").map(Set.init)
        func isStripped(_ character: Character) -> Bool { characters?.contains(character) ?? character.isWhitespace }
        var rest = Substring(text(value))
        if left { rest = rest.drop(while: isStripped) }
        if right { while let last = rest.last, isStripped(last) { rest.removeLast() } }
        return String(rest)
    }

    private static let shaping = [
        Method("join", ["iterable"], "The strings of a list with this one between them.") {
            value, arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("join", arguments, most: 1)
            var parts: [String] = []
            for (index, item) in try interpreter.items(of: try reader.required("iterable")).enumerated() {
                guard case .string(let part) = item else {
                    throw RaisedError(
                        .typeError, "sequence item \(index): expected str instance, \(item.typeName) found")
                }
                parts.append(part)
            }
            return .string(parts.joined(separator: text(value)))
        },
        Method("replace", ["old", "new", "count"], "With one part in the place of another.") {
            value, arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("replace", arguments, most: 3)
            let (old, new) = (try reader.string("old"), try reader.string("new"))
            let most = try reader.optionalInt("count") ?? -1
            if old.isEmpty {
                let parts = text(value).unicodeScalars.map { String($0) }
                return .string(new + parts.map { $0 + new }.joined())
            }
            let pieces = text(value).pieces(separatedBy: old, limit: most < 0 ? .max : most)
            try interpreter.requireCount(pieces.count * max(new.utf8.count, 1))
            return .string(pieces.joined(separator: new))
        },
        Method("format", [], "With values in the place of {…} fields.") {
            value, arguments, interpreter throws(RaisedError) in
            .string(try BraceFormatter(arguments: arguments, interpreter: interpreter).format(text(value)))
        },
        Method("zfill", ["width"], "Filled with zeros from the left.") {
            value, arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader("zfill", arguments, most: 1)
            let width = try reader.int("width")
            try interpreter.requireCount(width)
            let text = text(value)
            let sign = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.prefix(1)) : ""
            let missing = max(0, width - text.unicodeScalars.count)
            return .string(sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count))
        },
        justified("ljust", "Filled to a width on the right.") { text, fill, missing in
            text + String(repeating: fill, count: missing)
        },
        justified("rjust", "Filled to a width on the left.") { text, fill, missing in
            String(repeating: fill, count: missing) + text
        },
        justified("center", "Filled to a width on both sides.") { text, fill, missing in
            // CPython gives the odd one to the left where the width is odd.
            let left = missing / 2 + (missing & (text.unicodeScalars.count + missing) & 1)
            return String(repeating: fill, count: left) + text + String(repeating: fill, count: missing - left)
        },
    ]

    private static func justified(
        _ name: String, _ doc: String, _ body: @escaping @Sendable (String, String, Int) -> String
    ) -> Method {
        Method(name, ["width", "fillchar"], doc) { value, arguments, interpreter throws(RaisedError) in
            var reader = try ArgumentReader(name, arguments, most: 2)
            let width = try reader.int("width")
            let fill = try reader.optionalString("fillchar") ?? " "
            guard fill.unicodeScalars.count == 1 else {
                throw RaisedError(.typeError, "The fill character must be exactly one character long")
            }
            try interpreter.requireCount(width)
            let text = text(value)
            return .string(body(text, fill, max(0, width - text.unicodeScalars.count)))
        }
    }
}
