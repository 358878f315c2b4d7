/// Formats by `str.format`: `"{0} of {name:>8.2f}"`.
struct BraceFormatter {
    let arguments: CallArguments
    let interpreter: Interpreter
    /// Where names are looked up for `format_map`; nil for the keywords of a call.
    var mapping: Value?

    /// How fields that name no argument find theirs: by counting, which numbered fields rule out.
    private enum Numbering {
        case unknown
        case automatic(next: Int)
        case manual
    }

    func format(_ template: String) throws(RaisedError) -> String {
        var numbering = Numbering.unknown
        return try format(Array(template.unicodeScalars)[...], &numbering, depth: 0)
    }

    private func format(
        _ template: ArraySlice<UnicodeScalar>, _ numbering: inout Numbering, depth: Int
    ) throws(RaisedError) -> String {
        guard depth < 2 else { throw RaisedError(.valueError, "Max string recursion exceeded") }
        var result = ""
        var rest = template
        while let scalar = rest.popFirst() {
            guard scalar == "{" || scalar == "}" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            if rest.first == scalar {
                rest.removeFirst()
                result.unicodeScalars.append(scalar)
                continue
            }
            if scalar == "}" { throw RaisedError(.valueError, "Single '}' encountered in format string") }
            if rest.isEmpty { throw RaisedError(.valueError, "Single '{' encountered in format string") }
            result += try field(&rest, &numbering, depth)
            try requireText(result.utf8.count)
        }
        return result
    }

    private func field(
        _ rest: inout ArraySlice<UnicodeScalar>, _ numbering: inout Numbering, _ depth: Int
    ) throws(RaisedError) -> String {
        let name = try self.name(&rest)
        var conversion: Character?
        if rest.first == "!" {
            rest.removeFirst()
            guard let letter = rest.popFirst() else {
                throw RaisedError(
                    .valueError, "end of string while looking for conversion specifier")
            }
            conversion = Character(letter)
            guard let after = rest.first else {
                throw RaisedError(.valueError, "unmatched '{' in format spec")
            }
            guard after == ":" || after == "}" else {
                throw RaisedError(.valueError, "expected ':' after conversion specifier")
            }
        }
        let specification = try self.specification(&rest)
        let value = try self.value(String(name), &numbering)
        if let conversion, !"rsa".contains(conversion) {
            throw RaisedError(.valueError, "Unknown conversion specifier \(conversion)")
        }
        let isPlain = !specification.contains("{")
        return try Formatter.format(
            value, conversion,
            isPlain ? String(specification) : try format(specification, &numbering, depth: depth + 1))
    }

    /// What stands before the `!`, the `:` or the end of a field.
    private func name(_ rest: inout ArraySlice<UnicodeScalar>) throws(RaisedError) -> ArraySlice<UnicodeScalar> {
        let whole = rest
        var isInBrackets = false
        while let scalar = rest.first {
            if scalar == "{" { throw RaisedError(.valueError, "unexpected '{' in field name") }
            if scalar == "[" { isInBrackets = true }
            if scalar == "]" { isInBrackets = false }
            if !isInBrackets, scalar == "}" || scalar == ":" || scalar == "!" {
                return whole[..<rest.startIndex]
            }
            rest.removeFirst()
        }
        throw RaisedError(.valueError, "expected '}' before end of string")
    }

    /// What stands between the `:` and the end of a field; takes the end too.
    private func specification(
        _ rest: inout ArraySlice<UnicodeScalar>
    ) throws(RaisedError) -> ArraySlice<UnicodeScalar> {
        if rest.first == ":" { rest.removeFirst() }
        let whole = rest
        var level = 0
        while let scalar = rest.first {
            if scalar == "{" { level += 1 }
            if scalar == "}" {
                if level == 0 {
                    let result = whole[..<rest.startIndex]
                    rest.removeFirst()
                    return result
                }
                level -= 1
            }
            rest.removeFirst()
        }
        throw RaisedError(.valueError, level > 0 ? "unmatched '{' in format spec" : "expected '}' before end of string")
    }

    // MARK: Arguments

    /// The argument that a field names: `0`, `name`, `0.shape`, `name[1]`, or the next one.
    private func value(_ path: String, _ numbering: inout Numbering) throws(RaisedError) -> Value {
        let head = String(path.prefix { $0 != "." && $0 != "[" })
        var rest = path.dropFirst(head.count)
        var value = try argument(head, &numbering)
        while let mark = rest.popFirst() {
            if mark == "." {
                let name = String(rest.prefix { $0 != "." && $0 != "[" })
                if name.isEmpty { throw RaisedError(.valueError, "Empty attribute in format string") }
                rest = rest.dropFirst(name.count)
                value = try interpreter.attribute(name, of: value)
            } else if mark == "[" {
                let key = String(rest.prefix { $0 != "]" })
                if key.isEmpty { throw RaisedError(.valueError, "Empty attribute in format string") }
                if key.count == rest.count { throw RaisedError(.valueError, "Missing ']' in format string") }
                rest = rest.dropFirst(key.count + 1)
                value = try interpreter.item(of: value, at: number(key).map(Value.int) ?? .string(key))
            } else {
                throw RaisedError(.valueError, "Only '.' or '[' may follow ']' in format field specifier")
            }
        }
        return value
    }

    private func number(_ text: String) -> Int? {
        text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? Int(text) : nil
    }

    private func argument(_ head: String, _ numbering: inout Numbering) throws(RaisedError) -> Value {
        guard head.isEmpty || number(head) != nil else {
            if let mapping { return try interpreter.item(of: mapping, at: .string(head)) }
            guard let found = arguments.keywords.first(where: { $0.name == head }) else {
                throw RaisedError(ExceptionObject(.keyError, [.string(head)]))
            }
            return found.value
        }
        let index: Int
        switch (numbering, number(head)) {
        case (.manual, nil):
            throw RaisedError(
                .valueError, "cannot switch from manual field specification to automatic field numbering")
        case (.automatic, _?):
            throw RaisedError(
                .valueError, "cannot switch from automatic field numbering to manual field specification")
        case (.automatic(let next), nil): index = next
        case (.unknown, nil): index = 0
        case (_, let number?): index = number
        }
        numbering = head.isEmpty ? .automatic(next: index + 1) : .manual
        if mapping != nil { throw RaisedError(.valueError, "Format string contains positional fields") }
        guard index < arguments.positional.count else {
            throw RaisedError(.indexError, "Replacement index \(index) out of range for positional args tuple")
        }
        return arguments.positional[index]
    }
}
