import Interpreter
import RegularExpressions

/// The module `re`: regular expressions.
enum PatternModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("re", documentation: "Regular expressions.") { Placeholder.member($0, of: "re") }
        module["Pattern"] = .type(PatternObject.type)
        module["Match"] = .type(MatchObject.type)
        module["error"] = .type(.patternError)
        for (name, flag) in flags { module[name] = .int(flag.rawValue) }
        module.add(
            searching + [
                .python("compile(pattern, flags=0)", "A pattern that is used several times.") { arguments, _ in
                    .host(try pattern(arguments))
                },
                .python("escape(pattern)", "A pattern that matches this text.") { arguments, _ in
                    .string(escaped(try text(arguments[0])))
                },
                .python("purge()", "Does nothing: no pattern is kept.") { _, _ in .none },
            ])
        return module
    }

    private static let flags: [(String, PatternFlags)] = [
        ("NOFLAG", []), ("IGNORECASE", .ignoreCase), ("I", .ignoreCase), ("MULTILINE", .multiline), ("M", .multiline),
        ("DOTALL", .dotAll), ("S", .dotAll), ("UNICODE", .unicode), ("U", .unicode), ("VERBOSE", .verbose),
        ("X", .verbose), ("ASCII", .ascii), ("A", .ascii),
    ]

    /// The functions that take a pattern first and do what its method of that name does.
    private static var searching: [BuiltinFunction] {
        func function(
            _ signature: String, _ documentation: String,
            _ body: @escaping (PatternObject, Arguments, Interpreter) throws(RaisedError) -> Value
        ) -> BuiltinFunction {
            .python(signature, documentation) { arguments, interpreter throws(RaisedError) in
                try body(try pattern(arguments), arguments, interpreter)
            }
        }
        return [
            function("match(pattern, string, flags=0)", "The match at the beginning of a text, or None.") {
                pattern, arguments, interpreter throws(RaisedError) in
                try pattern.match(try subject(arguments["string"]), .start, interpreter)
            },
            function("fullmatch(pattern, string, flags=0)", "The match of the whole text, or None.") {
                pattern, arguments, interpreter throws(RaisedError) in
                try pattern.match(try subject(arguments["string"]), .whole, interpreter)
            },
            function("search(pattern, string, flags=0)", "The first match in a text, or None.") {
                pattern, arguments, interpreter throws(RaisedError) in
                try pattern.match(try subject(arguments["string"]), .anywhere, interpreter)
            },
            function(
                "findall(pattern, string, flags=0)",
                "What all matches match: a group where there is one, tuples of several."
            ) { pattern, arguments, interpreter throws(RaisedError) in
                try pattern.all(try subject(arguments["string"]), interpreter)
            },
            function("finditer(pattern, string, flags=0)", "All matches, one after the other.") {
                pattern, arguments, interpreter throws(RaisedError) in
                pattern.iterator(try subject(arguments["string"]), interpreter)
            },
            function(
                "split(pattern, string, maxsplit=0, flags=0)",
                "The parts of a text between matches, with groups in between."
            ) { pattern, arguments, interpreter throws(RaisedError) in
                try pattern.split(
                    try subject(arguments["string"]), atMost: try arguments.int("maxsplit"), interpreter)
            },
            function(
                "sub(pattern, repl, string, count=0, flags=0)",
                "A text with what matches replaced: by a text, or by what a function says."
            ) { pattern, arguments, interpreter throws(RaisedError) in
                .string(try pattern.replaced(arguments, interpreter).text)
            },
            function("subn(pattern, repl, string, count=0, flags=0)", "The same, with the number of replacements.") {
                pattern, arguments, interpreter throws(RaisedError) in
                let result = try pattern.replaced(arguments, interpreter)
                return .tuple([.string(result.text), .int(result.count)])
            },
        ]
    }

    /// The pattern that a call gives, as text or made before.
    private static func pattern(_ arguments: Arguments) throws(RaisedError) -> PatternObject {
        let flags = try arguments.int("flags")
        if case .host(let object as PatternObject) = arguments["pattern"] {
            guard flags == 0 else {
                throw RaisedError(.valueError, "cannot process flags argument with a compiled pattern")
            }
            return object
        }
        let known = PatternFlags(rawValue: 2 | 8 | 16 | 32 | 64 | 256)
        guard flags & ~known.rawValue == 0 else {
            throw RaisedError(.valueError, "these flags are not supported: \(flags & ~known.rawValue)")
        }
        let asked = PatternFlags(rawValue: flags)
        guard !asked.contains([.ascii, .unicode]) else {
            throw RaisedError(.valueError, "ASCII and UNICODE flags are incompatible")
        }
        guard case .string(let text) = arguments["pattern"] else {
            if case .bytes = arguments["pattern"] {
                throw RaisedError(
                    .notImplementedError, "patterns of bytes are not implemented",
                    hint: "decode() makes a text of bytes")
            }
            throw RaisedError(.typeError, "first argument must be string or compiled pattern")
        }
        do throws(PatternError) { return PatternObject(try Pattern(text, asked)) } catch {
            throw RaisedError(error, in: text)
        }
    }

    /// The text in which something is looked for.
    static func subject(_ value: Value) throws(RaisedError) -> SubjectText {
        if case .bytes = value {
            throw RaisedError(.typeError, "cannot use a string pattern on a bytes-like object")
        }
        return SubjectText(try text(value))
    }

    private static func text(_ value: Value) throws(RaisedError) -> String {
        guard case .string(let text) = value else {
            throw RaisedError(.typeError, "expected string or bytes-like object, got '\(value.typeName)'")
        }
        return text
    }

    private static func escaped(_ text: String) -> String {
        let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{B}\u{C}".unicodeScalars)
        var result = String.UnicodeScalarView()
        for character in text.unicodeScalars {
            if special.contains(character) { result.append("\\") }
            result.append(character)
        }
        return String(result)
    }
}

/// A text that is searched, as its characters.
final class SubjectText {
    let text: String
    let characters: [Unicode.Scalar]

    init(_ text: String) {
        self.text = text
        characters = Array(text.unicodeScalars)
    }

    func part(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: characters[range])
        return String(view)
    }
}

extension ExceptionType {
    /// Python's `re.error`.
    static let patternError = TypeObject("error", module: "re", "What is wrong with a pattern.", bases: [.exception])
}

extension RaisedError {
    /// What is wrong with a pattern or a template, as `re.error`.
    init(_ error: PatternError, in text: String) {
        if error == .interrupted {
            self.init(.keyboardInterrupt, "")
            return
        }
        if error == .outOfMemory {
            self.init(.memoryError, error.message)
            return
        }
        var message = error.message
        let before = error.position.map { text.unicodeScalars.prefix($0) }
        let line = before.map { $0.count { $0 == "\n" } + 1 }
        let column = before.map { $0.reversed().prefix { $0 != "\n" }.count + 1 }
        if let position = error.position {
            message += " at position \(position)"
            if text.contains("\n"), let line, let column { message += " (line \(line), column \(column))" }
        }
        self.init(.patternError, message)
        exception.attributes = [
            "msg": .string(error.message), "pattern": .string(text), "pos": error.position.map(Value.int) ?? .none,
            "lineno": line.map(Value.int) ?? .none, "colno": column.map(Value.int) ?? .none,
        ]
    }
}
