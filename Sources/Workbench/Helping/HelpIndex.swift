import Interpreter

/// Names that fit a pattern such as `*Pool*`.
enum HelpIndex {
    /// The page with all names that fit, and a sentence on each.
    static func page(matching pattern: String, in session: Session) throws(RaisedError) -> Page {
        let found = Help.topics(in: session).filter { fits(Array($0), Array(pattern)) }
        guard !found.isEmpty else {
            throw RaisedError(.nameError, "no name fits '\(pattern)'", hint: "* stands for any letters: ?*Pool*")
        }
        return Page([], entries: found.map { Page.Entry($0, sentence(on: $0, in: session)) })
    }

    private static func sentence(on name: String, in session: Session) -> String {
        if name.hasPrefix("%") { return Commands.named(String(name.dropFirst()))?.summary ?? "" }
        switch session.interpreter.lookUp(name) {
        case .type(let type)?: return Docstring(type.documentation).summary
        case .builtin(let function)?: return function.documentation
        case .function(let function)?:
            return function.documentation.map { Docstring($0).summary } ?? function.signature.text
        case .module(let module)?: return module.documentation
        case .host(let object)?: return object.documentation ?? ""
        case let value?: return value.typeName
        case nil: return Concepts.named(name)?.meaning.first ?? ""
        }
    }

    /// Whether a name fits a pattern in which `*` stands for any letters, whatever their case.
    static func fits(_ name: [Character], _ pattern: [Character]) -> Bool {
        let (name, pattern) = (name.map { $0.lowercased() }, pattern.map { $0.lowercased() })
        // `reach[i]`: whether the first i letters of the name fit what of the pattern was gone through.
        var reach = [true] + [Bool](repeating: false, count: name.count)
        for letter in pattern {
            var next = [Bool](repeating: false, count: name.count + 1)
            for index in 0...name.count {
                if letter == "*" {
                    next[index] = reach[index] || (index > 0 && next[index - 1])
                } else if index > 0 {
                    next[index] = reach[index - 1] && name[index - 1] == letter
                }
            }
            reach = next
        }
        return reach[name.count]
    }
}
