import Interpreter
import Language
import Layers
import Library
import PythonText

/// Help on a name: everything in it comes from definitions.
public enum Help {
    /// Shows help on what a name means.
    /// - Parameter isDetailed: whether everything is told: all parameters of a layer, the code of a function.
    static func show(_ name: String, isDetailed: Bool, in session: Session) -> Ending {
        guard !name.isEmpty else {
            session.receive(.report(overview(session)))
            return .finished
        }
        do throws(RaisedError) {
            session.receive(.report(try page(on: name, isDetailed: isDetailed, in: session)))
            return .finished
        } catch { return session.fail(error) }
    }

    /// The page on a name: a command, a variable or function, a concept, a parameter of a layer, or what a string may name;
    /// for a name with `*` the list of what fits.
    static func page(on name: String, isDetailed: Bool = false, in session: Session) throws(RaisedError) -> Page {
        if name.contains("*") { return try HelpIndex.page(matching: name, in: session) }
        let word = name.hasPrefix("%") ? String(name.dropFirst()) : name
        if let command = Commands.named(word), session.interpreter.lookUp(name) == nil {
            return Page([command.usage, "", command.summary])
        }
        do throws(RaisedError) {
            let value = try session.value(ofPath: name)
            // What a person means by `padding` is the concept, unless it is a variable.
            if case .module = value, let concept = Concepts.named(name) {
                return concept.page(lessons: session.lessonNames)
            }
            return page(on: value, name: name, isDetailed: isDetailed, session.interpreter)
        } catch {
            let concept = Concepts.named(name)?.page(lessons: session.lessonNames)
            if let page = concept ?? parameter(name) ?? byString(name, isDetailed) { return page }
            throw error
        }
    }

    /// What help can be asked for.
    static func topics(in session: Session) -> [String] {
        let interpreter = session.interpreter
        let names = interpreter.globals.definedNames + interpreter.builtinNames.filter { !$0.hasPrefix("_") }
        let commands = Commands.all.map { "%" + $0.name }
        return Set(names + interpreter.knownNames() + commands + Concepts.all.map(\.name)).sorted()
    }

    /// The page on `Conv2D.padding`.
    private static func parameter(_ path: String) -> Page? {
        let parts = path.split(separator: ".").map(String.init)
        guard parts.count == 2, let definition = Catalogue.layers[parts[0]] else { return nil }
        let entries = DefinitionHelp.detailed(definition).entries.filter { $0.term == parts[1] }
        return entries.isEmpty ? nil : Page(["\(definition.name): \(definition.summary)"], entries: entries)
    }

    /// The page on what strings name: activations, initializers, regularizers and constraints.
    private static func byString(_ name: String, _ isDetailed: Bool) -> Page? {
        Catalogue.activations[name].map { DefinitionHelp.detailed($0) }
            ?? Catalogue.initializers[name].map { DefinitionHelp.detailed($0) }
            ?? Catalogue.regularizers[name].map { DefinitionHelp.detailed($0) }
            ?? Catalogue.constraints[name].map { DefinitionHelp.detailed($0) }
    }

    /// `help(Conv2D)`, `help("Conv2D")`, `help()`.
    static func function(_ session: Session) -> BuiltinFunction {
        BuiltinFunction("help(request=..., /)", wording: .python, "Shows help on a layer, a function or a value.") {
            [unowned session] arguments, _ throws(RaisedError) in
            switch arguments.given(0) {
            case nil: session.receive(.report(overview(session)))
            case .string(let name)?: session.receive(.report(try page(on: name, in: session)))
            case let value?:
                session.receive(.report(page(on: value, name: "value", isDetailed: false, session.interpreter)))
            }
            return .none
        }
    }

    /// What there is.
    static func overview(_ session: Session) -> Page {
        let layers = (Catalogue.layers.definitions.map(\.name) + Prelude.layers).joined(separator: ", ")
        return Page(
            [
                "Build a network as in Keras, one statement a line:",
                "    x = Input(72,14,1)",
                "    c1 = Conv2D(64, (9,9), activation=\"relu\", padding=\"same\")(x)",
            ],
            entries: [
                Page.Entry("show c1", "draws its feature maps"),
                Page.Entry("explain c1", "tells why it has its shape, and where the padding went"),
                Page.Entry("trace c1", "calculates one value by hand; explore c1 lets you move the window"),
                Page.Entry("field c1", "shows what a pixel sees of the input; sweep, solve, compare, diagnose: ?NAME"),
                Page.Entry("summary c1", "shows the network that leads to it"),
                Page.Entry("x.feed(\"edges\")", "sets what flows: \(session.probeNames)"),
                Page.Entry("%lesson", "lists lessons that ask before they show"),
                Page.Entry(
                    "?NAME", "gives help on a name, ?*Pool* lists names; %lsmagic lists the commands; Ctrl-D leaves"),
            ],
            closing: ["", "Layers: \(layers).", "", "Concepts: \(Concepts.all.map(\.name).joined(separator: ", "))."])
    }

    /// Help on a value.
    static func page(on value: Value, name: String, isDetailed: Bool, _ interpreter: Interpreter) -> Page {
        switch value {
        case .builtin(let function): Page([function.signature.text, "", function.documentation])
        case .type(let type):
            if let definition = Catalogue.layers[type.name] {
                isDetailed ? DefinitionHelp.detailed(definition) : DefinitionHelp.short(definition)
            } else {
                page(
                    type.signature?.text(named: type.name) ?? type.name, type.documentation,
                    closing: isDetailed ? type.userClass?.code.map { [""] + $0.lines } ?? [] : [])
            }
        case .function(let function):
            page(
                function.signature.text, function.documentation ?? "",
                closing: isDetailed ? [""] + function.code.lines : [])
        case .module(let module):
            Page(["\(module.name): \(module.documentation)", module.memberNames.joined(separator: ", ")])
        case .host(let object):
            Page(
                ["\(value.typeName): \(object.documentation ?? value.repr)"],
                entries: attributes(of: value, interpreter))
        default: Page(["\(name): \(value.typeName) \(value.repr)"])
        }
    }

    /// The page on what is called by a signature, from its docstring.
    private static func page(_ signature: String, _ documentation: String, closing: [String] = []) -> Page {
        let text = Docstring(documentation)
        let paragraphs = text.paragraphs.isEmpty ? [] : [""] + text.paragraphs
        return Page(
            [signature] + paragraphs, entries: text.parameters.map { Page.Entry($0.name, $0.meaning) },
            closing: text.closing + closing)
    }

    /// The attributes of an object, with what they mean.
    private static func attributes(of value: Value, _ interpreter: Interpreter) -> [Page.Entry] {
        let type = interpreter.typeOf(value)
        return interpreter.attributeNames(of: value).filter { !$0.hasPrefix("_") }.map { name in
            let attribute = type.attribute(name)
            let call = attribute?.bound(to: value)?.signature.text.drop { $0 != "(" } ?? ""
            return Page.Entry(name + call, attribute?.documentation ?? "")
        }
    }
}

extension SourceLocation {
    /// The lines of the code, with the indentation of the first taken away from all.
    var lines: [String] {
        let start = source.lineStart(at: span.start)
        let first = source.text(of: Span(start, span.start))
        let indent = first.allSatisfy { $0 == " " || $0 == "\t" } ? first : ""
        return source.text(of: span).linesByFeed.map { line in
            line.hasPrefix(indent) ? String(line.dropFirst(indent.count)) : line
        }
    }
}

extension Session {
    /// The value of a dotted name.
    /// - Parameter showsCode: whether for a property, which is not run, the function stands that computes it; otherwise it has no
    ///   value.
    func value(ofPath path: String, showsCode: Bool = true) throws(RaisedError) -> Value {
        let parts = path.split(separator: ".").map(String.init)
        guard let first = parts.first, var value = interpreter.lookUp(first) else {
            let name = path.split(separator: ".").first.map(String.init) ?? path
            let nearest = nearestName(to: name, in: Help.topics(in: self)).map { "did you mean '\($0)'?" }
            throw RaisedError(
                .nameError, "name '\(name)' is not defined", hint: interpreter.hintForName(name) ?? nearest)
        }
        for part in parts.dropFirst() {
            // To ask what there is runs no code of the script's.
            if case .host(let object) = value, let computed = object.instance?.computed(part) {
                guard showsCode else { throw RaisedError(.attributeError, "'\(part)' is computed") }
                value = computed
            } else {
                value = try interpreter.attribute(part, of: value)
            }
        }
        return value
    }
}
