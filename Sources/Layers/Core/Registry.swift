/// All definitions of one kind, found by any of their names.
public struct Registry<Product: Sendable>: Sendable {
    /// What one of them is called in messages: "activation function".
    public let noun: String
    /// The definitions, in the order in which help lists them.
    public let definitions: [Definition<Product>]
    private let byName: [String: Definition<Product>]
    private let adopt: @Sendable (Argument) -> Made<Product>?

    /// Makes a registry.
    /// - Parameters:
    ///   - noun: what one of them is called in messages.
    ///   - definitions: one line each.
    ///   - adopt: how an argument that is not a name becomes one of them, such as an initializer that was made by a call.
    public init(
        noun: String, _ definitions: [Definition<Product>],
        adopt: @escaping @Sendable (Argument) -> Made<Product>? = { _ in nil }
    ) {
        self.noun = noun
        self.definitions = definitions
        self.adopt = adopt
        var byName: [String: Definition<Product>] = [:]
        for definition in definitions {
            for name in definition.allNames + [definition.nickname] { byName[name] = definition }
        }
        self.byName = byName
    }

    /// Every name under which something can be found, those of Keras 1 among them.
    public var allNames: [String] { byName.keys.sorted() }

    /// Every name of today under which something can be found.
    public var names: [String] { byName.filter { !$0.value.oldNames.contains($0.key) }.keys.sorted() }

    /// The definition of that name, which may be an old one.
    public subscript(name: String) -> Definition<Product>? { byName[name] }

    /// What an argument stands for: a name, or a thing already made; nil where it is neither.
    /// - Parameter isOldCall: whether the argument is part of a call in Keras 1's spelling, which may use its names.
    /// - Throws: `Refusal` if the named thing cannot be made without arguments.
    public func interpret(
        _ value: Argument, settings: Settings, isOldCall: Bool = false
    ) throws(Refusal) -> Made<Product>? {
        if case .string(let name) = value {
            guard let definition = byName[name],
                isOldCall || settings.dialect == .keras1 || !definition.oldNames.contains(name)
            else { return nil }
            return try definition.makeDefault(settings: settings)
        }
        if case .dict(let entries) = value { return try fromConfig(entries, settings) ?? adopt(value) }
        return adopt(value)
    }

    /// The thing that Keras's `{"class_name": …, "config": {…}}` describes.
    private func fromConfig(_ entries: [Argument.Entry], _ settings: Settings) throws(Refusal) -> Made<Product>? {
        var name: String?
        var keywords: [CallSite.Keyword] = []
        for entry in entries {
            if case .string("class_name") = entry.key, case .string(let value) = entry.value { name = value }
            if case .string("config") = entry.key, case .dict(let config) = entry.value {
                for item in config { if case .string(let key) = item.key { keywords.append(.init(key, item.value)) } }
            }
        }
        guard let name, let definition = byName[name] else { return nil }
        return try definition.make(CallSite(keywords: keywords), settings: settings)
    }
}
