import Interpreter
import Layers
import Library
import PythonText

/// Help on a name: everything in it comes from definitions.
public enum Help {
    /// Shows help on what a name means.
    static func show(_ name: String, in session: Session) -> Ending {
        guard !name.isEmpty else {
            session.receive(.report(overview(session)))
            return .finished
        }
        do throws(RaisedError) {
            session.receive(.report(try page(on: name, in: session)))
            return .finished
        } catch { return session.fail(error) }
    }

    /// The page on a name: a command, a variable or function, a parameter of a layer, or what a string may name.
    static func page(on name: String, in session: Session) throws(RaisedError) -> Page {
        let word = name.hasPrefix("%") ? String(name.dropFirst()) : name
        if let command = Commands.all.first(where: { $0.name == word }), session.interpreter.lookUp(name) == nil {
            return Page([command.usage, "", command.summary])
        }
        do throws(RaisedError) {
            return page(on: try session.value(ofPath: name), name: name, session.interpreter)
        } catch {
            guard let page = parameter(name) ?? byString(name) else { throw error }
            return page
        }
    }

    /// The page on `Conv2D.padding`.
    private static func parameter(_ path: String) -> Page? {
        let parts = path.split(separator: ".").map(String.init)
        guard parts.count == 2, let definition = Catalogue.layers[parts[0]] else { return nil }
        let entries = page(on: definition).entries.filter { $0.term == parts[1] }
        return entries.isEmpty ? nil : Page(["\(definition.name): \(definition.summary)"], entries: entries)
    }

    /// The page on what strings name: activations, initializers, regularizers and constraints.
    private static func byString(_ name: String) -> Page? {
        Catalogue.activations[name].map { page(on: $0) } ?? Catalogue.initializers[name].map { page(on: $0) }
            ?? Catalogue.regularizers[name].map { page(on: $0) } ?? Catalogue.constraints[name].map { page(on: $0) }
    }

    /// `help(Conv2D)`, `help("Conv2D")`, `help()`.
    static func function(_ session: Session) -> BuiltinFunction {
        BuiltinFunction("help(request=..., /)", wording: .python, "Shows help on a layer, a function or a value.") {
            [unowned session] arguments, _ throws(RaisedError) in
            switch arguments.given(0) {
            case nil: session.receive(.report(overview(session)))
            case .string(let name)?: session.receive(.report(try page(on: name, in: session)))
            case let value?: session.receive(.report(page(on: value, name: "value", session.interpreter)))
            }
            return .none
        }
    }

    /// What there is.
    static func overview(_ session: Session) -> Page {
        let layers = Catalogue.layers.definitions.map(\.name).joined(separator: ", ")
        return Page(
            [
                "Build a network as in Keras, one statement a line:",
                "    x = Input(72,14,1)",
                "    c1 = Conv2D(64, (9,9), activation=\"relu\", padding=\"same\")(x)",
            ],
            entries: [
                Page.Entry("show c1", "draws its feature maps"),
                Page.Entry("summary c1", "shows the network that leads to it"),
                Page.Entry("plan c1", "tells how the engine computes it"),
                Page.Entry("x.feed(\"edges\")", "sets what flows: \(session.probeNames)"),
                Page.Entry("?NAME", "gives help on a name; %lsmagic lists the commands; Ctrl-D leaves"),
            ], closing: ["", "Layers: \(layers)."])
    }

    /// Help on a definition: signature, what it does, each parameter.
    static func page<Product: Sendable>(on definition: Definition<Product>) -> Page {
        var paragraphs = [definition.signature, "", definition.summary]
        if definition.allNames.count > 1 {
            paragraphs.append("Also called: \(definition.aliases.joined(separator: ", ")).")
        }
        if let source = definition.source { paragraphs.append("Source: \(source)") }
        let entries = definition.parameters.map { parameter in
            let old = parameter.oldNames + parameter.oldParts
            let formerly = old.isEmpty ? "" : " Keras 1: \(old.joined(separator: ", "))."
            return Page.Entry(
                parameter.name, value: parameter.default.map { "\($0)" } ?? "required", parameter.doc + formerly)
        }
        let old = definition.oldSignatures.map { signature in
            "In Keras 1: \(signature.name)(\(signature.parameters.joined(separator: ", ")))"
        }
        return Page(paragraphs, entries: entries, closing: old.isEmpty ? [] : [""] + old)
    }

    /// Help on a value.
    static func page(on value: Value, name: String, _ interpreter: Interpreter) -> Page {
        switch value {
        case .builtin(let function):
            Page([function.signature.text, "", function.documentation])
        case .type(let type):
            if let definition = Catalogue.layers[type.name] {
                page(on: definition)
            } else {
                Page([type.signature?.text(named: type.name) ?? type.name, "", type.documentation])
            }
        case .function(let function):
            Page(
                [function.signature.text]
                    + (function.documentation.map { ["", $0] } ?? []))
        case .module(let module):
            Page(["\(module.name): \(module.documentation)", module.memberNames.joined(separator: ", ")])
        case .host(let object):
            Page([
                "\(value.typeName): \(object.documentation ?? value.repr)",
                interpreter.attributeNames(of: value).filter { !$0.hasPrefix("_") }.joined(separator: ", "),
            ])
        default: Page(["\(name): \(value.typeName) \(value.repr)"])
        }
    }
}

extension Session {
    /// The value of a dotted name.
    func value(ofPath path: String) throws(RaisedError) -> Value {
        let parts = path.split(separator: ".").map(String.init)
        guard let first = parts.first, var value = interpreter.lookUp(first) else {
            let nearest = nearestName(
                to: path, in: interpreter.globals.definedNames + interpreter.builtinNames + interpreter.knownNames())
            throw RaisedError(
                .nameError, "name '\(path)' is not defined", hint: nearest.map { "did you mean '\($0)'?" })
        }
        for part in parts.dropFirst() { value = try interpreter.attribute(part, of: value) }
        return value
    }
}
