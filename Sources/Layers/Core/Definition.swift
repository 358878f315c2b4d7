/// Everything there is to know of one thing a person can make by name: a layer, an activation, an initializer…
///
/// Checking, error texts, help, completion, `repr`, `get_config` and the Keras 1 spelling all derive from it.
public struct Definition<Product: Sendable>: Sendable {
    /// The canonical name, as Keras 3 has it: `Conv2D`.
    public let name: String
    /// Other names for the same thing, old ones of layers included: `Convolution2D`.
    public let aliases: [String]
    /// Names that a string may have in Keras 1 only: `maxnorm` for `max_norm`.
    public let oldNames: [String]
    /// One sentence: what it does.
    public let summary: String
    /// Where it is described: a paper or Keras's file; nil for the obvious.
    public let source: String?
    /// How large the output is, in words and formulas; nil for what has none.
    public let sizes: String?
    /// Statements that show it at work, for help; nil where there is no good example.
    public let example: String?
    /// The parameters, in the order of Keras 3's signature.
    public let parameters: [Parameter]
    /// The signatures it had in Keras 1, by the name that had them.
    public let oldSignatures: [OldSignature]
    /// The lowercase name that strings use (`he_normal` for `HeNormal`); the canonical name where there is none.
    public let nickname: String
    /// The class of error that an unknown keyword gives: layers look at their keywords, functions and classes leave that to Python.
    public let unknownKeyword: Refusal.Kind
    /// Whether the thing draws a seed when it is made and none was given; nil for what has no random numbers of its own.
    public let drawsSeed: (@Sendable (BoundArguments) -> Bool)?
    /// Whether it draws that seed before its initializers draw theirs.
    public let drawsSeedFirst: Bool
    /// For a layer that Keras 3 no longer has: what to write instead, or that there is nothing. Nil for all others.
    public let replacement: String?
    /// Keys of a layer's `get_config` that Keras writes in another order than that of the signature, in Keras's order.
    public let configOrder: [String]
    /// Makes the thing from arguments that have passed the parameters' checks; refuses what only together is wrong.
    public let construct: @Sendable (BoundArguments) throws(Refusal) -> Product

    /// Makes a definition.
    public init(
        name: String, aliases: [String] = [], oldNames: [String] = [], nickname: String? = nil, summary: String,
        source: String? = nil, sizes: String? = nil, example: String? = nil,
        parameters: [Parameter] = [], oldSignatures: [OldSignature] = [], unknownKeyword: Refusal.Kind = .typeError,
        drawsSeed: (@Sendable (BoundArguments) -> Bool)? = nil, drawsSeedFirst: Bool = false,
        configOrder: [String] = [],
        replacement: String? = nil,
        construct: @escaping @Sendable (BoundArguments) throws(Refusal) -> Product
    ) {
        self.name = name
        self.aliases = aliases
        self.oldNames = oldNames
        self.nickname = nickname ?? name
        self.summary = summary
        self.source = source
        self.sizes = sizes
        self.example = example
        self.parameters = parameters
        self.oldSignatures = oldSignatures
        self.unknownKeyword = unknownKeyword
        self.drawsSeed = drawsSeed
        self.drawsSeedFirst = drawsSeedFirst
        self.configOrder = configOrder
        self.replacement = replacement
        self.construct = construct
    }

    /// The canonical name, every alias and every old name.
    public var allNames: [String] { [name] + aliases + oldNames }

    /// The signature as help shows it: `Conv2D(filters, kernel_size, strides=(1, 1), …)`.
    public var signature: String {
        let shown = parameters.map { parameter in
            parameter.default.map { "\(parameter.name)=\($0)" } ?? parameter.name
        }
        return "\(name)(\(shown.joined(separator: ", ")))"
    }
}

/// A definition together with the arguments it was called with and what it made of them.
public struct Made<Product: Sendable>: Sendable, CustomStringConvertible {
    /// What it was made from.
    public let definition: Definition<Product>
    /// The arguments it was made with.
    public let arguments: BoundArguments
    /// What was made.
    public let product: Product

    /// Whether every argument has its default, so that the name alone says it all.
    public var isPlain: Bool { arguments.nonDefault.isEmpty }

    /// The canonical Keras 3 constructor call, with the arguments that are not defaults.
    public var description: String { arguments.call(named: definition.name) }
}

extension Made {
    /// The same thing made anew, with seeds for what has none.
    /// - Parameters:
    ///   - isNew: whether seeds that were drawn before are replaced, as when a layer is cloned; those given as arguments stay.
    ///   - draw: draws a seed.
    public func seeded(isNew: Bool = false, _ draw: () -> Int) throws(Refusal) -> Made {
        var bound = arguments
        try bound.drawSeeds(
            drawsOwn: definition.drawsSeed?(bound) ?? false, first: definition.drawsSeedFirst, isNew: isNew, draw)
        return Made(definition: definition, arguments: bound, product: try definition.construct(bound))
    }
}

extension Made {
    /// The same thing with another value for a flag, and with the same seeds.
    public func with(_ name: String, _ flag: Bool) throws(Refusal) -> Made {
        let bound = arguments.replacing(name, by: .bool(flag))
        return Made(definition: definition, arguments: bound, product: try definition.construct(bound))
    }
}

extension Made {
    /// The same thing with other values for some arguments.
    /// - Throws: `Refusal` for values that the parameters do not take, or that do not go together.
    public func changed(_ changes: [String: Argument]) throws(Refusal) -> Made {
        var keywords: [CallSite.Keyword] = []
        for (parameter, value) in arguments.nonDefault where changes[parameter.name] == nil {
            keywords.append(CallSite.Keyword(parameter.name, value))
        }
        for name in changes.keys.sorted() { keywords.append(CallSite.Keyword(name, changes[name] ?? .none)) }
        var settings = arguments.settings
        settings.dialect = .keras3
        return try definition.make(CallSite(keywords: keywords), settings: settings)
    }
}

extension Definition {
    /// Binds arguments to the parameters, checks them and makes the thing.
    /// - Parameters:
    ///   - arguments: what was written in the call.
    ///   - calledAs: the name that was written; decides how old spellings are read.
    ///   - settings: the dialect and the defaults in force.
    ///   - drawSeed: draws a seed for whatever needs one and was given none; nil leaves it without.
    /// - Throws: `Refusal`, as Keras refuses.
    public func make(
        _ arguments: CallSite, calledAs: String? = nil, settings: Settings = Settings(), drawSeed: (() -> Int)? = nil
    ) throws(Refusal) -> Made<Product> {
        var bound = try Binder(
            name: name, calledAs: calledAs ?? name, parameters: parameters, oldSignatures: oldSignatures,
            settings: settings, unknownKeyword: unknownKeyword, replacement: replacement
        ).bind(arguments)
        if let drawSeed { try bound.drawSeeds(drawsOwn: drawsSeed?(bound) ?? false, first: drawsSeedFirst, drawSeed) }
        return Made(definition: self, arguments: bound, product: try construct(bound))
    }

    /// The thing with every argument at its default.
    public func makeDefault(settings: Settings = Settings()) throws(Refusal) -> Made<Product> {
        try make(CallSite(), settings: settings)
    }
}
