import Interpreter

/// The module `argparse`: the script's options, as far as scripts declare them plainly.
enum ArgparseModule {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("argparse", documentation: "The script's options.") {
            Placeholder.member($0, of: "argparse")
        }
        module["ArgumentParser"] = .builtin(
            BuiltinFunction("ArgumentParser", parameters: ["description"], documentation: "Reads the script's options.")
            { _, _ throws(RaisedError) in
                .host(OptionParser(library))
            })
        return module
    }
}

/// An `ArgumentParser`: what was declared, and how the script's words are read by it.
final class OptionParser: HostObject {
    /// One declared option, or positional argument.
    private struct Option {
        let names: [String]
        let target: String
        let settings: CallArguments

        var isPositional: Bool { names.first?.hasPrefix("-") != true }
        func setting(_ name: String) -> Value? { settings.keyword(name) }
        var action: String { if case .string(let word)? = setting("action") { word } else { "store" } }
    }

    private let library: LibraryContext
    private var options: [Option] = []
    private var defaults: [(name: String, value: Value)] = []

    init(_ library: LibraryContext) { self.library = library }

    var typeName: String { "ArgumentParser" }
    var attributeNames: [String] { ["add_argument", "parse_args", "parse_known_args", "set_defaults"] }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "add_argument":
            return function(name, "Declares an option.") { [self] arguments, _ throws(RaisedError) in
                try declare(arguments)
                return .none
            }
        case "add_argument_group", "add_mutually_exclusive_group":
            return function(name, "The parser itself.") { [self] _, _ throws(RaisedError) in .host(self) }
        case "set_defaults":
            return function(name, "Sets values.") { [self] arguments, _ throws(RaisedError) in
                defaults += arguments.keywords
                return .none
            }
        case "parse_args":
            return function(name, "The options' values.") { [self] arguments, interpreter throws(RaisedError) in
                let (names, rest) = try parse(arguments.value(0, "args"), interpreter)
                guard rest.isEmpty else {
                    throw RaisedError(.valueError, "unrecognized arguments: \(rest.joined(separator: " "))")
                }
                return names
            }
        case "parse_known_args":
            return function(name, "The options' values, and other words.") {
                [self] arguments, interpreter throws(RaisedError) in
                let (names, rest) = try parse(arguments.value(0, "args"), interpreter)
                return .tuple([names, .list(ListObject(rest.map(Value.string)))])
            }
        case "print_help", "print_usage":
            return function(name, "Nothing.") { _, _ throws(RaisedError) in .none }
        default: return nil
        }
    }

    private func function(
        _ name: String, _ doc: String,
        _ body: @escaping (CallArguments, Interpreter) throws(RaisedError) -> Value
    ) -> Value { .builtin(BuiltinFunction(name, documentation: doc, body)) }

    private func declare(_ arguments: CallArguments) throws(RaisedError) {
        let names = arguments.positional.map(\.str)
        let long = names.first { $0.hasPrefix("--") } ?? names.first ?? ""
        var target = String(long.drop { $0 == "-" }).replacingDashes
        if case .string(let word)? = arguments.keyword("dest") { target = word }
        guard !target.isEmpty else { throw RaisedError(.typeError, "add_argument() needs the name of the option") }
        options.append(Option(names: names.isEmpty ? [target] : names, target: target, settings: arguments))
    }

    /// Reads the words; those that belong to no option are left over.
    private func parse(_ given: Value?, _ interpreter: Interpreter) throws(RaisedError) -> (Value, [String]) {
        var words = Array(library.arguments.dropFirst())
        if let given, !given.isNone { words = try interpreter.items(of: given).map(\.str) }
        var values: [String: Value] = [:]
        for option in options {
            let flag: Value = option.action == "store_true" ? .bool(false) : .none
            values[option.target] = option.setting("default") ?? (option.action == "store_false" ? .bool(true) : flag)
        }
        for (name, value) in defaults { values[name] = value }
        var rest: [String] = []
        var positional = options.filter(\.isPositional)
        var isGiven: Set<String> = []
        while !words.isEmpty {
            let word = words.removeFirst()
            let (name, attached) = OptionParser.split(word)
            if let option = options.first(where: { $0.names.contains(name) && !$0.isPositional }) {
                if let attached { words.insert(attached, at: 0) }
                values[option.target] = try take(option, &words, interpreter)
                isGiven.insert(option.target)
            } else if !word.hasPrefix("-"), let option = positional.first {
                positional.removeFirst()
                words.insert(word, at: 0)
                values[option.target] = try take(option, &words, interpreter)
                isGiven.insert(option.target)
            } else {
                rest.append(word)
            }
        }
        try requireAll(isGiven)
        let ordered = (options.map(\.target) + defaults.map(\.name)).map { ($0, values[$0] ?? .none) }
        return (.host(Namespace(ordered)), rest)
    }

    private func requireAll(_ given: Set<String>) throws(RaisedError) {
        for option in options where !given.contains(option.target) {
            var isOptional = !option.isPositional || option.setting("default") != nil
            if case .string(let count)? = option.setting("nargs"), ["?", "*"].contains(count) { isOptional = true }
            if let needs = option.setting("required") { isOptional = !(try needs.truth()) }
            guard !isOptional else { continue }
            throw RaisedError(
                .valueError, "the following arguments are required: \(option.names.joined(separator: "/"))",
                hint: "give them after the script's name: convsh FILE \(option.names.first ?? "") …")
        }
    }

    /// `--name=value` as its two parts.
    private static func split(_ word: String) -> (String, String?) {
        guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else { return (word, nil) }
        return (String(word[..<sign]), String(word[word.index(after: sign)...]))
    }

    /// The value of an option, taken from the words that follow it.
    private func take(_ option: Option, _ words: inout [String], _ interpreter: Interpreter) throws(RaisedError)
        -> Value
    {
        switch option.action {
        case "store_true": return .bool(true)
        case "store_false": return .bool(false)
        case "store_const": return option.setting("const") ?? .none
        case "count": return .int(1)
        default: break
        }
        var count = 1
        var isList = false
        switch option.setting("nargs") {
        case .int(let number)?:
            guard number > 0 else { throw RaisedError(.valueError, "nargs must be positive, received \(number)") }
            (count, isList) = (number, true)
        case .string("+")?, .string("*")?: (count, isList) = (words.prefix { !$0.hasPrefix("-") }.count, true)
        default: break
        }
        guard words.count >= count else {
            throw RaisedError(.valueError, "argument \(option.names.joined(separator: "/")): expected one argument")
        }
        var items: [Value] = []
        for word in words.prefix(count) {
            let type = option.setting("type")
            items.append(
                try type.map { (type: Value) throws(RaisedError) in
                    try interpreter.call(type, CallArguments([.string(word)]))
                } ?? .string(word))
        }
        words.removeFirst(count)
        return isList ? .list(ListObject(items)) : items.first ?? .none
    }
}

/// What `parse_args` answers: values by name, which a script may change.
final class Namespace: HostObject {
    private var names: [String]
    private var values: [String: Value]

    init(_ pairs: [(String, Value)]) {
        names = pairs.map(\.0)
        values = Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    var typeName: String { "Namespace" }
    var attributeNames: [String] { names }

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String {
        "Namespace(\(names.map { "\($0)=\(inner(values[$0] ?? .none))" }.joined(separator: ", ")))"
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if name == "__dict__" { return .dict(DictObject(names.map { ($0, values[$0] ?? .none) })) }
        return values[name]
    }

    func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        if values[name] == nil { names.append(name) }
        values[name] = value
        return true
    }
}

extension String {
    fileprivate var replacingDashes: String { String(map { $0 == "-" ? "_" : $0 }) }
}
