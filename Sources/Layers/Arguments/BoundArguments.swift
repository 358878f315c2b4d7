import TensorEngine

/// The arguments of a call after they were bound to parameters, translated from old names, checked and normalised.
public struct BoundArguments: Sendable {
    /// The parameters, in the order of Keras 3's signature.
    public let parameters: [Parameter]
    /// A normalised value for every parameter, in the same order.
    private var values: [Argument]
    /// What was translated from an old spelling; nil where nothing was.
    public let translation: Translation?
    /// The session's settings at the call.
    public let settings: Settings
    /// The seed that was drawn for a thing that needs one and got none as an argument.
    public private(set) var drawnSeed: Int?
    /// The defaults of the parameters that were given, in the same order; the others have theirs.
    private let defaults: [Argument?]

    init(
        parameters: [Parameter], values: [Argument], defaults: [Argument?], translation: Translation?,
        settings: Settings
    ) {
        self.parameters = parameters
        self.values = values
        self.defaults = defaults
        self.translation = translation
        self.settings = settings
    }

    /// Gives a seed to everything that has none: to the initializers, in the order of the parameters, then to the thing itself.
    /// - Parameters:
    ///   - drawsOwn: whether the thing itself needs a seed.
    ///   - first: whether it draws its own before the initializers do.
    ///   - isNew: whether seeds that were drawn before are replaced, as when a layer is cloned.
    ///   - draw: draws a seed.
    mutating func drawSeeds(
        drawsOwn: Bool, first: Bool = false, isNew: Bool = false, _ draw: () -> Int
    ) throws(Refusal) {
        func drawOwn() {
            if drawsOwn, case .none = self["seed"], isNew || drawnSeed == nil { drawnSeed = draw() }
        }
        if first { drawOwn() }
        for place in values.indices {
            guard case .initializer(let made) = values[place], made.definition.drawsSeed != nil,
                isNew || made.product.source == nil
            else { continue }
            values[place] = .initializer(try made.seeded(isNew: isNew, draw))
        }
        if !first { drawOwn() }
    }

    /// The arguments of something without parameters.
    static let none = BoundArguments(parameters: [], values: [], defaults: [], translation: nil, settings: Settings())

    /// The same arguments with another value for one of them, which its kind allows.
    func replacing(_ name: String, by value: Argument) -> BoundArguments {
        var copy = self
        if let place = parameters.firstIndex(where: { $0.name == name }) { copy.values[place] = value }
        return copy
    }

    /// The value of a parameter, normalised by its kind.
    public subscript(name: String) -> Argument {
        parameters.firstIndex { $0.name == name }.map { values[$0] } ?? .none
    }

    /// The value of a parameter, or of the one it stands for where it is None.
    public func effective(_ parameter: Parameter) -> Argument {
        if case .none = self[parameter.name], let other = parameter.standIn { return self[other] }
        return self[parameter.name]
    }

    /// The parameters whose value is not the default, in signature order, with their values.
    public var nonDefault: [(parameter: Parameter, value: Argument)] {
        parameters.indices.compactMap { place in
            let (parameter, value) = (parameters[place], values[place])
            if parameter.isOldOnly { return nil }
            guard let usual = defaults[place] else { return parameter.default == nil ? (parameter, value) : nil }
            return value.isSame(as: usual) ? nil : (parameter, value)
        }
    }

    /// A constructor call with the arguments that are not defaults, the required ones by position.
    public func call(named name: String) -> String {
        let shown = nonDefault.map { item in
            item.parameter.default == nil ? item.value.source : "\(item.parameter.name)=\(item.value.source)"
        }
        return "\(name)(\(shown.joined(separator: ", ")))"
    }
}

/// Typed access. A kind's check has seen every value, so a mismatch here is a definition that names a parameter it lacks.
extension BoundArguments {
    /// Whether there is a parameter of that name.
    public func has(_ name: String) -> Bool { parameters.contains { $0.name == name } }

    /// The value of an integer parameter.
    public func int(_ name: String) -> Int {
        guard let value = optionalInt(name) else { mismatch(name, "an integer") }
        return value
    }

    /// The value of an integer parameter that may be None.
    public func optionalInt(_ name: String) -> Int? {
        switch self[name] {
        case .int(let value): value
        case .bool(let value): value ? 1 : 0
        default: nil
        }
    }

    /// The value of a parameter of several sizes, one per spatial axis.
    public func ints(_ name: String) -> [Int] {
        guard let values = optionalInts(name) else { mismatch(name, "integers") }
        return values
    }

    /// The value of a parameter of several sizes that may be None.
    public func optionalInts(_ name: String) -> [Int]? {
        switch self[name] {
        case .tuple(let items), .list(let items):
            items.compactMap { if case .int(let value) = $0 { value } else { nil } }
        case .int(let value): [value]
        default: nil
        }
    }

    /// The value of a numeric parameter.
    public func double(_ name: String) -> Double {
        guard let value = optionalDouble(name) else { mismatch(name, "a number") }
        return value
    }

    /// The value of a numeric parameter that may be None.
    public func optionalDouble(_ name: String) -> Double? {
        switch self[name] {
        case .float(let value): value
        case .int(let value): Double(value)
        case .bool(let value): value ? 1 : 0
        default: nil
        }
    }

    /// The value of a parameter that is true or false.
    public func bool(_ name: String) -> Bool {
        switch self[name] {
        case .bool(let value): value
        case .int(let value): value != 0
        default: false
        }
    }

    /// The value of a string parameter; nil where it is None.
    public func optionalString(_ name: String) -> String? {
        if case .string(let value) = self[name] { value } else { nil }
    }

    /// The value of a string parameter.
    public func string(_ name: String) -> String {
        guard let value = optionalString(name) else { mismatch(name, "a string") }
        return value
    }

    /// Where the channels are; the session's default where the argument is None.
    public func dataFormat(_ name: String = "data_format") -> DataFormat {
        optionalString(name).flatMap(DataFormat.init(rawValue:)) ?? settings.imageDataFormat
    }

    /// The activation of a layer; nil for none.
    public func activation(_ name: String = "activation") -> Made<ActivationFunction>? {
        if case .activation(let made) = self[name] { made } else { nil }
    }

    /// The initializer of a weight; nil for none.
    public func initializer(_ name: String) -> Made<Initializer>? {
        if case .initializer(let made) = self[name] { made } else { nil }
    }

    /// The regularizer of a weight or an output; nil for none.
    public func regularizer(_ name: String) -> Made<Regularizer>? {
        if case .regularizer(let made) = self[name] { made } else { nil }
    }

    /// The constraint of a weight; nil for none.
    public func constraint(_ name: String) -> Made<Constraint>? {
        if case .constraint(let made) = self[name] { made } else { nil }
    }

    private func mismatch(_ name: String, _ expected: String) -> Never {
        preconditionFailure("the definition reads `\(name)` as \(expected), which its kind does not promise")
    }
}
