/// Formats by `str.format`: `"{0} of {name:>8.2f}"`.
struct BraceFormatter {
    let arguments: CallArguments
    let interpreter: Interpreter

    func format(_ template: String) throws(RaisedError) -> String {
        var next = 0
        return try format(Array(template)[...], &next, depth: 0)
    }

    private func format(_ template: ArraySlice<Character>, _ next: inout Int, depth: Int) throws(RaisedError) -> String
    {
        var result = ""
        var rest = template
        while let character = rest.popFirst() {
            if character == "}" {
                guard rest.first == "}" else {
                    throw RaisedError(.valueError, "Single '}' encountered in format string")
                }
                rest.removeFirst()
                result += "}"
            } else if character == "{" {
                if rest.first == "{" {
                    rest.removeFirst()
                    result += "{"
                } else {
                    result += try field(&rest, &next, depth)
                }
            } else {
                result.append(character)
            }
        }
        return result
    }

    private func field(_ rest: inout ArraySlice<Character>, _ next: inout Int, _ depth: Int) throws(RaisedError)
        -> String
    {
        guard depth < 2 else { throw RaisedError(.valueError, "Max string recursion exceeded") }
        var level = 0
        var content: [Character] = []
        while true {
            guard let character = rest.popFirst() else {
                throw RaisedError(.valueError, "expected '}' before end of string")
            }
            if character == "}", level == 0 { break }
            if character == "{" { level += 1 }
            if character == "}" { level -= 1 }
            content.append(character)
        }
        let colon = content.firstIndex(of: ":") ?? content.endIndex
        var name = Array(content[..<colon])
        var conversion: Character?
        if name.count > 1, name[name.count - 2] == "!" {
            conversion = name.last
            name.removeLast(2)
        }
        let value = try self.value(String(name), &next)
        let specification =
            colon < content.endIndex ? try format(content[(colon + 1)...], &next, depth: depth + 1) : ""
        return try Formatter.format(value, conversion, specification)
    }

    /// The argument that a field names: `0`, `name`, `0.shape`, `name[1]`, or the next one.
    private func value(_ path: String, _ next: inout Int) throws(RaisedError) -> Value {
        let head = String(path.prefix { $0 != "." && $0 != "[" })
        var rest = Substring(path.dropFirst(head.count))
        var value: Value
        if head.isEmpty || Int(head) != nil {
            let index = Int(head) ?? next
            if head.isEmpty { next += 1 }
            guard arguments.positional.indices.contains(index) else {
                throw RaisedError(
                    .indexError, "Replacement index \(index) out of range for positional args tuple")
            }
            value = arguments.positional[index]
        } else {
            guard let found = arguments.keywords.first(where: { $0.name == head }) else {
                throw RaisedError(ExceptionObject(.keyError, [.string(head)]))
            }
            value = found.value
        }
        while let mark = rest.first {
            rest.removeFirst()
            if mark == "." {
                let name = String(rest.prefix { $0 != "." && $0 != "[" })
                rest = rest.dropFirst(name.count)
                value = try interpreter.attribute(name, of: value)
            } else {
                let key = String(rest.prefix { $0 != "]" })
                rest = rest.dropFirst(key.count + 1)
                value = try interpreter.item(of: value, at: Int(key).map(Value.int) ?? .string(key))
            }
        }
        return value
    }
}
