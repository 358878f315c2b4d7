import Interpreter
import Layers
import Library
import PythonText

/// Help on a name: everything in it comes from definitions.
public enum Help {
    /// Shows help on what a name means.
    static func show(_ name: String, in session: Session) -> Ending {
        guard !name.isEmpty else {
            session.receive(.message(overview(session)))
            return .finished
        }
        if let definition = Catalogue.layers[name] {
            session.receive(.message(text(definition, calledAs: name)))
            return .finished
        }
        do throws(RaisedError) {
            let value = try session.value(ofPath: name)
            session.receive(.message(text(value, name: name)))
            return .finished
        } catch { return session.fail(error) }
    }

    /// What there is.
    private static func overview(_ session: Session) -> String {
        let layers = Catalogue.layers.definitions.map(\.name).joined(separator: ", ")
        return """
            Build a network as in Keras, one statement a line:
                x = Input(72,14,1)
                c1 = Conv2D(64, (9,9), activation="relu", padding="same")(x)
            show c1 draws its feature maps; summary c1 shows the network that leads to it.
            x.feed("edges") sets what flows: \(session.probeNames).
            Layers: \(layers).
            ?NAME gives help on a name; %lsmagic lists the commands; Ctrl-D leaves.
            """
    }

    /// Help on a definition: signature, what it does, each parameter.
    static func text<Product: Sendable>(_ definition: Definition<Product>, calledAs name: String) -> String {
        var lines = [definition.signature, "", definition.summary]
        if definition.allNames.count > 1 { lines.append("Also called: \(definition.aliases.joined(separator: ", ")).") }
        if let source = definition.source { lines.append("Source: \(source)") }
        lines.append("")
        let width = definition.parameters.map(\.name.count).max() ?? 0
        for parameter in definition.parameters {
            let value = parameter.default.map { "\($0)" } ?? "required"
            let old = parameter.oldNames + parameter.oldParts
            let formerly = old.isEmpty ? "" : " Keras 1: \(old.joined(separator: ", "))."
            lines.append("  \(parameter.name.padded(to: width))  \(value.padded(to: 18))  \(parameter.doc)\(formerly)")
        }
        for signature in definition.oldSignatures {
            lines.append(
                "  \(signature.name) in Keras 1: \(signature.name)(\(signature.parameters.joined(separator: ", ")))")
        }
        return lines.joined(separator: "\n")
    }

    private static func text(_ value: Value, name: String) -> String {
        switch value {
        case .builtin(let function):
            "\(function.name)(\(function.parameters.joined(separator: ", ")))\n\n\(function.documentation)"
        case .type(let type): "\(type.name)(\(type.parameters.joined(separator: ", ")))\n\n\(type.documentation)"
        case .function(let function):
            "\(function.name)(\(function.parameterNames.joined(separator: ", ")))"
                + (function.documentation.map { "\n\n\($0)" } ?? "")
        case .module(let module):
            "\(module.name): \(module.documentation)\n\(module.memberNames.joined(separator: ", "))"
        case .host(let object):
            "\(value.typeName): \(object.documentation ?? value.repr)\n\(object.attributeNames.joined(separator: ", "))"
        default: "\(name): \(value.typeName) \(value.repr)"
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
