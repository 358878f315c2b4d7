import Interpreter

/// The module `argparse`: the script's options, as far as scripts declare them plainly.
enum ArgparseModule {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("argparse", documentation: "The script's options.") {
            Placeholder.member($0, of: "argparse")
        }
        module["ArgumentParser"] = .type(OptionParser.parserType)
        for name in ["ArgumentDefaultsHelpFormatter", "RawTextHelpFormatter", "RawDescriptionHelpFormatter"] {
            module[name] = .type(TypeObject(name, module: "argparse", "How help would look."))
        }
        return module
    }
}

/// An `ArgumentParser`: what was declared, and how the script's words are read by it.
final class OptionParser: HostObject {
    /// One declared option, or positional argument.
    private struct Option {
        let names: [String]
        let target: String
        let settings: Arguments

        var isPositional: Bool { names.first?.hasPrefix("-") != true }
        func setting(_ name: String) -> Value? { settings.given(name) }
        var action: String { if case .string(let word) = settings["action"] { word } else { "store" } }
    }

    private let library: LibraryContext
    private var options: [Option] = []
    private var defaults: [(name: String, value: Value)] = []

    init(_ library: LibraryContext) { self.library = library }

    var typeObject: TypeObject { OptionParser.parserType }

    static let parserType = TypeObject.python(
        "ArgumentParser(prog=None, usage=None, description=None, epilog=None, !parents=..., formatter_class=None, "
            + "!prefix_chars='-', !fromfile_prefix_chars=None, !argument_default=None, conflict_handler='error', "
            + "add_help=True, allow_abbrev=True, exit_on_error=True)",
        module: "argparse", "Reads the script's options.", attributes: table
    ) { _, _, interpreter in .host(OptionParser(interpreter.library)) }

    private static let table = AttributeTable(
        of: OptionParser.self,
        [
            .method(
                "ArgumentParser.add_argument(*name_or_flags, action='store', nargs=None, const=None, default=None, "
                    + "type=None, choices=None, required=False, help=None, metavar=None, dest=None, version=None)",
                "Declares an option."
            ) { parser, arguments, _ in
                try parser.declare(arguments)
                return .none
            },
            .method(
                "ArgumentParser.add_argument_group(title=None, description=None)", "The parser itself."
            ) { parser, _, _ in .host(parser) },
            .method(
                "ArgumentParser.add_mutually_exclusive_group(*, required=False)", "The parser itself."
            ) { parser, _, _ in .host(parser) },
            .method("ArgumentParser.set_defaults(**kwargs)", "Sets values.") { parser, arguments, _ in
                parser.defaults += arguments.keywordRest
                return .none
            },
            .method("ArgumentParser.parse_args(args=None, !namespace=None)", "The options' values.") {
                parser, arguments, interpreter in
                let (names, rest) = try parser.parse(arguments.optional(0), interpreter)
                guard rest.isEmpty else {
                    throw RaisedError(.valueError, "unrecognized arguments: \(rest.joined(separator: " "))")
                }
                return names
            },
            .method(
                "ArgumentParser.parse_known_args(args=None, !namespace=None)", "The options' values, and other words."
            ) { parser, arguments, interpreter in
                let (names, rest) = try parser.parse(arguments.optional(0), interpreter)
                return .tuple([names, .list(ListObject(rest.map(Value.string)))])
            },
            .method("ArgumentParser.print_help(file=None)", "Nothing.") { _, _, _ in .none },
            .method("ArgumentParser.print_usage(file=None)", "Nothing.") { _, _, _ in .none },
        ])

    /// What can be done with the words that follow an option.
    private static let actions = [
        "store", "store_true", "store_false", "store_const", "append", "count", "version", "help",
    ]

    private func declare(_ arguments: Arguments) throws(RaisedError) {
        let names = arguments.rest.map(\.str)
        let long = names.first { $0.hasPrefix("--") } ?? names.first ?? ""
        var target = String(long.drop { $0 == "-" }).replacingDashes
        if case .string(let word)? = arguments.given("dest") { target = word }
        guard !target.isEmpty else { throw RaisedError(.typeError, "add_argument() needs the name of the option") }
        let option = Option(names: names.isEmpty ? [target] : names, target: target, settings: arguments)
        guard OptionParser.actions.contains(option.action) else {
            throw RaisedError(.valueError, "unknown action \"\(option.action)\"")
        }
        options.append(option)
    }

    /// Reads the words; those that belong to no option are left over.
    private func parse(_ given: Value?, _ interpreter: Interpreter) throws(RaisedError) -> (Value, [String]) {
        var words = Array(library.arguments.dropFirst())
        if let given { words = try interpreter.items(of: given).map(\.str) }
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
                values[option.target] = try take(option, &words, values[option.target], interpreter)
                isGiven.insert(option.target)
            } else if !word.hasPrefix("-"), let option = positional.first {
                positional.removeFirst()
                words.insert(word, at: 0)
                values[option.target] = try take(option, &words, nil, interpreter)
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
    /// - Parameter current: the value so far, for options that may be given several times.
    private func take(
        _ option: Option, _ words: inout [String], _ current: Value?, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        switch option.action {
        case "store_true": return .bool(true)
        case "store_false": return .bool(false)
        case "store_const": return option.setting("const") ?? .none
        case "count":
            guard let current, case .int(let count) = current else { return .int(1) }
            return .int(count &+ 1)
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
            var item = Value.string(word)
            if let type, !type.isNone { item = try interpreter.call(type, CallArguments([item])) }
            if let choices = option.setting("choices"), !choices.isNone, try !interpreter.contains(choices, item) {
                let names = try interpreter.items(of: choices).map(\.repr).joined(separator: ", ")
                throw RaisedError(
                    .valueError,
                    "argument \(option.names.joined(separator: "/")): invalid choice: \(item.repr) (choose from \(names))"
                )
            }
            items.append(item)
        }
        words.removeFirst(count)
        let value = isList ? .list(ListObject(items)) : items.first ?? .none
        guard option.action == "append" else { return value }
        let earlier: [Value] = if case .list(let list)? = current { list.items } else { [] }
        return .list(ListObject(earlier + [value]))
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

    static let namespaceType = TypeObject("Namespace", module: "argparse", "The options' values.")
    var typeObject: TypeObject { Namespace.namespaceType }
    var attributeNames: [String] { names + ["__dict__"] }

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
