import Interpreter
import Layers

/// The modules `keras.activations`, `.initializers`, `.regularizers` and `.constraints`: one member per definition.
enum KerasRegistries {
    static func activations(_ library: LibraryContext) -> ModuleObject {
        let registry = Catalogue.activations
        return ModuleObject(
            "keras.activations", documentation: "Activation functions.",
            memberNames: registry.allNames + ["get", "serialize", "deserialize"]
        ) { name in
            if name == "get" || name == "deserialize" { return get(name, registry, library, Argument.activation) }
            if name == "serialize" { return serialize }
            guard let definition = registry[name] else { return nil }
            if let made = try? definition.makeDefault() { return .host(library.object(for: .activation(made))) }
            return .builtin(MadeObject.function(of: definition))
        }
    }

    static func initializers(_ library: LibraryContext) -> ModuleObject {
        module(
            "keras.initializers", "Initializers of weights.", Catalogue.initializers, library, KerasClasses.initializer,
            KerasClasses.initializer(named:), Argument.initializer)
    }

    static func regularizers(_ library: LibraryContext) -> ModuleObject {
        module(
            "keras.regularizers", "Penalties.", Catalogue.regularizers, library, KerasClasses.regularizer,
            KerasClasses.regularizer(named:), Argument.regularizer)
    }

    static func constraints(_ library: LibraryContext) -> ModuleObject {
        module(
            "keras.constraints", "Rules for weights.", Catalogue.constraints, library, KerasClasses.constraint,
            KerasClasses.constraint(named:), Argument.constraint)
    }

    /// Names in the modules that are none of `get`: Keras's `l1_l2`, and those of Keras 1.
    private static let old = ["l1_l2": "L1L2", "activity_l2": "l2", "activity_l1": "l1", "activity_l1l2": "L1L2"]
    /// Classes that scripts import and seldom use: they can be imported, not called.
    private static let outside: Set<String> = [
        "ActivityRegularizer", "WeightRegularizer", "EigenvalueRegularizer",
    ]

    private static func module<Product: Sendable>(
        _ name: String, _ doc: String, _ registry: Registry<Product>, _ library: LibraryContext,
        _ base: TypeObject, _ type: @escaping (String) -> TypeObject?,
        _ wrap: @escaping (Made<Product>) -> Argument
    ) -> ModuleObject {
        ModuleObject(
            name, documentation: doc, memberNames: registry.allNames + ["get", "serialize", "deserialize", base.name]
        ) { member in
            if member == "get" || member == "deserialize" { return get(member, registry, library, wrap) }
            if member == "serialize" { return serialize }
            if member == base.name { return .type(base) }
            if outside.contains(member) { return .builtin(KerasModels.unavailable(member, of: name)) }
            return type(old[member] ?? member).map(Value.type)
        }
    }

    /// What a call of a class of initializers, regularizers or constraints makes, under one of its names.
    static func make<Product: Sendable>(
        _ definition: Definition<Product>, calledAs name: String, _ wrap: (Made<Product>) -> Argument,
        _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        let network = interpreter.library.network
        let site = try interpreter.callSite(arguments)
        return try raising {
            .host(MadeObject(wrap(try network.make(definition, site, calledAs: name))))
        }
    }

    /// `keras.initializers.serialize(initializer)`: the name of a function, the dict of an object.
    private static var serialize: Value {
        .builtin(
            .python("serialize(object)", "The name or the dict it is found by.") { arguments, interpreter in
                Serialization.value(
                    try interpreter.argument(arguments[0]), interpreter)
            })
    }

    /// `keras.initializers.get("he_normal")`.
    private static func get<Product: Sendable>(
        _ name: String, _ registry: Registry<Product>, _ library: LibraryContext,
        _ wrap: @escaping (Made<Product>) -> Argument
    ) -> Value {
        .builtin(
            .python("\(name)(identifier, !custom_objects=None)", "Finds one by its name.") { arguments, interpreter in
                let value = try interpreter.argument(arguments[0])
                if case .none = value {
                    // No activation is one itself; no initializer, regularizer or constraint is none.
                    let usual = try raising { try registry["linear"]?.makeDefault() }
                    return usual.map { .host(library.object(for: wrap($0))) } ?? Value.none
                }
                guard let made = try raising({ try registry.interpret(value, settings: library.network.settings) })
                else {
                    throw RaisedError(.valueError, "Could not interpret \(registry.noun) identifier: \(value)")
                }
                let seeded = try raising {
                    try made.product is Initializer ? made.seeded(library.network.drawSeed) : made
                }
                return .host(library.object(for: wrap(seeded)))
            })
    }
}
