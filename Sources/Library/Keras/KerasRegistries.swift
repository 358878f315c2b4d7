import Interpreter
import Layers

/// The modules `keras.activations`, `.initializers`, `.regularizers` and `.constraints`: one member per definition.
enum KerasRegistries {
    static func activations(_ library: LibraryContext) -> ModuleObject {
        let registry = Catalogue.activations
        return ModuleObject(
            "keras.activations", documentation: "Activation functions.",
            memberNames: registry.names + ["get", "serialize"]
        ) { name in
            if name == "get" { return get(registry, library, Argument.activation) }
            return (try? registry[name]?.makeDefault()).map { .host(MadeObject(.activation($0))) }
        }
    }

    static func initializers(_ library: LibraryContext) -> ModuleObject {
        module("keras.initializers", "Initializers of weights.", Catalogue.initializers, library, Argument.initializer)
        {
            if case .initializer(let made) = $0 { made.definition.name } else { nil }
        }
    }

    static func regularizers(_ library: LibraryContext) -> ModuleObject {
        module("keras.regularizers", "Penalties.", Catalogue.regularizers, library, Argument.regularizer) {
            if case .regularizer(let made) = $0 { made.definition.name } else { nil }
        }
    }

    static func constraints(_ library: LibraryContext) -> ModuleObject {
        module("keras.constraints", "Rules for weights.", Catalogue.constraints, library, Argument.constraint) {
            if case .constraint(let made) = $0 { made.definition.name } else { nil }
        }
    }

    /// Names of Keras 1.
    private static let old = ["activity_l2": "l2", "activity_l1": "l1", "activity_l1l2": "l1_l2"]

    private static func module<Product: Sendable>(
        _ name: String, _ doc: String, _ registry: Registry<Product>, _ library: LibraryContext,
        _ wrap: @escaping (Made<Product>) -> Argument, _ className: @escaping (Argument) -> String?
    ) -> ModuleObject {
        ModuleObject(name, documentation: doc, memberNames: registry.names + ["get", "serialize"]) { member in
            if member == "get" { return get(registry, library, wrap) }
            guard let definition = registry[old[member] ?? member] else { return nil }
            return .type(
                TypeObject(
                    definition.name, parameters: definition.parameters.map(\.name), documentation: definition.summary,
                    isInstance: { value in
                        guard case .host(let object) = value, let made = object as? MadeObject else { return false }
                        return className(made.argument) == definition.name
                    },
                    construct: { arguments, interpreter throws(RaisedError) in
                        let site = try interpreter.callSite(arguments)
                        return try raising {
                            .host(
                                MadeObject(
                                    wrap(
                                        try definition.make(site, calledAs: member, settings: library.network.settings))
                                ))
                        }
                    }))
        }
    }

    /// `keras.initializers.get("he_normal")`.
    private static func get<Product: Sendable>(
        _ registry: Registry<Product>, _ library: LibraryContext, _ wrap: @escaping (Made<Product>) -> Argument
    ) -> Value {
        .builtin(
            BuiltinFunction("get", parameters: ["identifier"], documentation: "Finds one by its name.") {
                arguments, interpreter throws(RaisedError) in
                let value = try interpreter.argument(try arguments.required(0, "identifier", of: "get"))
                if case .none = value { return .none }
                guard let made = try raising({ try registry.interpret(value, settings: library.network.settings) })
                else {
                    throw RaisedError(.valueError, "Could not interpret \(registry.noun) identifier: \(value)")
                }
                return .host(MadeObject(wrap(made)))
            })
    }
}
