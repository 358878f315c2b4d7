import Interpreter
import Language
import Layers
import Library
import Network
import Presentation

/// Finds what could stand at a place in a line: names, attributes, keywords of a call, strings, keys, modules, files.
public struct CompletionEngine {
    private let session: Session
    private var interpreter: Interpreter { session.interpreter }

    /// An engine for the names of a session.
    public init(_ session: Session) { self.session = session }

    /// The candidates for the word that ends at a place.
    /// - Parameters:
    ///   - line: the text typed so far.
    ///   - cursor: the place, in bytes.
    public func candidates(_ line: String, cursor: Int) -> Completions {
        let place = CompletionPlace(
            String(decoding: line.utf8.prefix(cursor), as: UTF8.self), commandWords: interpreter.commandWords)
        let word = place.word
        let (words, notes) = words(at: place)
        let candidates = words.filter { $0.text.hasPrefix(word) && !(word.isEmpty && $0.isOnlyForBeginnings) }
        return Completions(start: place.start, words: unique(candidates), notes: word.isEmpty ? notes : [])
    }

    private func unique(_ words: [Completions.Word]) -> [Completions.Word] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0.text).inserted }
    }

    private func words(at place: CompletionPlace) -> (words: [Completions.Word], notes: [StyledText]) {
        let word = place.word
        switch place.kind {
        case .command: return (Commands.all.map { .init($0.name, suffix: " ") }, [])
        case .commandArgument(let command, let before):
            return (Commands.named(command)?.candidates(before, session, self) ?? [], [])
        case .help: return (Help.topics(in: session).map { .init($0) }, [])
        case .module: return (modules(word), [])
        case .member(let module):
            let names = interpreter.module(named: module)?.memberNames ?? []
            return (names.sorted().map { .init($0) }, [])
        case .attribute(let object):
            return (TypedMethod(in: place, of: object).map(attributes) ?? attributes(of: object, word), [])
        case .key(let object, let quote): return keys(of: object, quote, word)
        case .string(let call, let quote): return (strings(call, quote, word), [])
        case .argument(let call): return arguments(call, word)
        case .operand(let name): return (operands(word, of: name), [])
        case .statement:
            let lessonWords = session.runner == nil ? [] : LessonWord.allCases.map { Completions.Word($0.rawValue) }
            return (lessonWords + Keywords.statements.map { .init($0, suffix: " ") } + names(word), [])
        case .value: return (names(word), [])
        }
    }

    // MARK: Names

    /// Names that could stand for a value. Where nothing is typed yet, variables only, if there are any.
    func names(_ word: String) -> [Completions.Word] {
        let own = variables
        if word.isEmpty, !own.isEmpty { return own }
        let others = interpreter.builtinNames.filter { !$0.hasPrefix("_") } + interpreter.knownNames()
        let known = Set(interpreter.globals.definedNames + others).sorted().map { name in
            Completions.Word(name, suffix: suffix(of: interpreter.lookUp(name)))
        }
        return known + Keywords.values.map { .init($0) }
    }

    /// What could stand after a name that is called without brackets: tensors before anything else.
    private func operands(_ word: String, of name: String) -> [Completions.Word] {
        if name == "help" { return Help.topics(in: session).map { .init($0) } }
        let own = variables.map { Completions.Word($0.text) }
        return own.contains { $0.text.hasPrefix(word) } ? own : names(word).map { .init($0.text) }
    }

    /// The variables that are no imported names: tensors first, then layers and models, then others.
    private var variables: [Completions.Word] { variables { _ in true } }

    /// The variables that are numbers, lists and the like.
    private var plainVariables: [Completions.Word] {
        variables { value in
            switch value {
            case .host, .function: false
            default: true
            }
        }
    }

    private func variables(_ isWanted: (Value) -> Bool) -> [Completions.Word] {
        let globals = interpreter.globals
        let ranked = globals.definedNames.filter { !$0.hasPrefix("_") }.compactMap { name -> (Int, String)? in
            guard let value = globals[name], let rank = rank(value), isWanted(value) else { return nil }
            return (rank, name)
        }
        return ranked.sorted { $0 < $1 }.map { _, name in .init(name, suffix: suffix(of: globals[name])) }
    }

    private func rank(_ value: Value) -> Int? {
        switch value {
        case .host(let object): object is TensorObject ? 0 : (object is LayerObject ? 1 : 2)
        case .module, .type, .builtin: nil
        default: 2
        }
    }

    private func suffix(of value: Value?) -> Character? {
        switch value {
        case .builtin?, .type?, .function?: "("
        case .host(let object as LayerObject)?: object.layer.isBuilt ? nil : "("
        default: nil
        }
    }

    // MARK: Members

    /// The value of an expression that changes nothing; nil where it is none.
    private func value(of code: String) -> Value? {
        if let value = try? session.value(ofPath: code, showsCode: false) { return value }
        // Whoever presses TAB can wait longer than whoever types.
        return Rehearsal(interpreter).value(of: code, by: .now + .milliseconds(200))
    }

    /// The attributes of what an expression yields; those that begin with `_` only where one has been typed.
    private func attributes(of code: String, _ word: String) -> [Completions.Word] {
        guard let value = value(of: code) else { return [] }
        let names = interpreter.attributeNames(of: value).filter { word.hasPrefix("_") || !$0.hasPrefix("_") }
        let type = interpreter.typeOf(value)
        return names.sorted().map { name in
            var suffix: Character?
            if case .module(let module) = value {
                suffix = self.suffix(of: module[name])
            } else if type.attribute(name)?.bound(to: value) != nil {
                suffix = "("
            }
            return .init(name, suffix: suffix)
        }
    }

    /// The attributes that an object has in a method that is being typed.
    private func attributes(in method: TypedMethod) -> [Completions.Word] {
        var words = method.fields.map { Completions.Word($0) } + method.methods.map { .init($0, suffix: "(") }
        for base in method.bases {
            guard case .type(let type)? = value(of: base) else { continue }
            words += type.attributeNames.filter { !$0.hasPrefix("_") }.sorted().map { .init($0) }
        }
        return words
    }

    private func modules(_ path: String) -> [Completions.Word] {
        guard let dot = path.lastIndex(of: ".") else {
            let own = interpreter.fileModules.names { [library = session.library] in
                library.files.names($0.isEmpty ? "." : $0)
            }
            return (own + interpreter.moduleNames()).map { .init($0) }
        }
        let parent = String(path[..<dot])
        guard let module = interpreter.module(named: parent) else { return [] }
        let parts = module.memberNames.filter {
            if case .module? = module[$0] { true } else { false }
        }
        return parts.sorted().map { .init("\(parent).\($0)", shown: $0) }
    }

    /// The keys of a dict. Where it is none, whatever else may stand in the brackets.
    private func keys(
        of code: String, _ quote: Character?, _ word: String
    ) -> (words: [Completions.Word], notes: [StyledText]) {
        guard case .dict(let dict)? = value(of: code) else { return (quote == nil ? names(word) : [], []) }
        let words = dict.entries.keys.prefix(500).compactMap { key -> Completions.Word? in
            if let quote {
                guard case .string(let text) = key.value else { return nil }
                return .init(text, suffix: quote)
            }
            return .init(key.value.repr, suffix: "]")
        }
        return (words, [])
    }

    // MARK: Arguments

    private func argument(_ call: OpenCall) -> ArgumentCompletion? {
        value(of: call.callee).flatMap { ArgumentCompletion(call, of: $0, in: session, value: value(of:)) }
    }

    private func arguments(
        _ call: OpenCall, _ word: String
    ) -> (words: [Completions.Word], notes: [StyledText]) {
        guard let completion = argument(call), !call.isWithinArgument else { return (names(word), []) }
        if call.keyword != nil {
            let values = completion.values.map { Completions.Word($0) }
            if !word.isEmpty || values.isEmpty { return (values + names(word), completion.notes) }
            // A tensor or a layer is no value of an argument that has a default.
            return (values + (completion.hasFixedValues ? [] : plainVariables), completion.notes)
        }
        let keywords = completion.keywords
        guard word.isEmpty else { return (keywords + names(word), []) }
        let tensors = completion.takesTensor ? variables : []
        return (tensors + keywords, completion.notes)
    }

    /// The strings that an argument may be, and files where it is one.
    private func strings(_ call: OpenCall?, _ quote: Character, _ word: String) -> [Completions.Word] {
        guard let call, value(of: call.callee) != nil else { return [] }
        var words = (argument(call)?.strings ?? []).map { Completions.Word($0, suffix: quote) }
        if CompletionEngine.fileFunctions.contains(call.name) {
            words += FileCandidates.words(word, suffix: quote, session.library.files)
        }
        return words
    }

    /// Functions whose strings are paths of files.
    private static let fileFunctions: Set<String> = [
        "load", "feed", "save", "savez", "savez_compressed", "loadtxt", "load_weights", "save_weights", "load_model",
        "open",
        "exists", "upgrade",
    ]
}

/// Words of the language that completion offers.
private enum Keywords {
    static let statements = [
        "for", "while", "if", "def", "class", "import", "from", "return", "with", "try", "del", "assert", "global",
        "raise", "pass", "yield",
    ]
    static let values = ["True", "False", "None", "lambda", "not"]
}

extension Session {
    /// The names of the probes, for help.
    var probeNames: String { Probes.all.map { "\"\($0.name)\"" }.joined(separator: ", ") }
}
