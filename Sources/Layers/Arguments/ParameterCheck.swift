import PythonText

/// Checks and normalises the value of one parameter, refusing as Keras does.
struct ParameterCheck {
    let layer: String
    let parameter: Parameter
    let settings: Settings
    /// Whether the argument was given under an old name, which may take old values.
    var isOldSpelling = false
    /// Whether something in the whole call is in an old spelling.
    var isOldCall = false
    /// Whether the argument was given by position, where Keras 1 had the same place for it.
    var isPositional = false

    var name: String { parameter.name }

    /// The value in the one form that the kind promises.
    func normalise(_ value: Argument) throws(Refusal) -> Argument {
        try normalise(value, as: parameter.kind)
    }

    private func normalise(_ value: Argument, as kind: ParameterKind) throws(Refusal) -> Argument {
        switch kind {
        case .optional(let inner):
            if case .none = value { return .none }
            return try normalise(value, as: inner)
        case .integer(let minimum): return try integer(value, minimum: minimum)
        case .number(let minimum, let maximum): return try number(value, minimum, maximum)
        case .float32(let minimum): return try number(value, minimum, nil)
        case .bool: return try truth(value)
        case .strictBool: return try strictTruth(value)
        case .name: return try text(value)
        case .dtype: return try numberType(value)
        case .computeType: return try computeType(value)
        case .choice(let names): return try choice(value, names)
        case .padding(let names, let old): return try choice(value, isOldSpelling ? names + old : names)
        case .sizes(let rank, let minimum): return try sizes(value, rank: rank, minimum: minimum)
        case .pairs(let rank): return try pairs(value, rank: rank)
        case .dataFormat: return try dataFormat(value)
        case .shape(let wildcard): return try shape(value, wildcard: wildcard)
        case .maskShape: return try maskShape(value)
        case .axes: return try axes(value)
        case .axisList(let wrapsSingle):
            let checked = try axes(value)
            if let items = checked.items { return .list(items) }
            return wrapsSingle ? .list([checked]) : checked
        case .activation: return try lookUp(value, Catalogue.activations, Argument.activation)
        case .initializer: return try lookUp(value, Catalogue.initializers, Argument.initializer)
        case .regularizer: return try lookUp(value, Catalogue.regularizers, Argument.regularizer)
        case .constraint: return try lookUp(value, Catalogue.constraints, Argument.constraint)
        case .seed: return try seed(value)
        case .outside: return try nothing(value)
        case .any: return value
        }
    }

    // MARK: Numbers

    private func integer(_ value: Argument, minimum: Int) throws(Refusal) -> Argument {
        guard let number = wholeNumber(value), !isTruthWhereIntegersAreStrict(value) else {
            throw refuseType("Expected an integer.", value)
        }
        guard number >= minimum else {
            let rule = minimum == 1 ? "Expected a strictly positive value." : "Expected a value of at least \(minimum)."
            throw refuse(rule, value, remedy: "use \(minimum) or more")
        }
        return .int(number)
    }

    private func seed(_ value: Argument) throws(Refusal) -> Argument {
        if case .seedGenerator = value { return value }
        guard let number = wholeNumber(value) else {
            throw refuse(
                "The `\(name)` argument should be an instance of `keras.random.SeedGenerator()` or an integer.", value)
        }
        return .int(number)
    }

    private func number(_ value: Argument, _ minimum: Double?, _ maximum: Double?) throws(Refusal) -> Argument {
        let number: Double
        switch value {
        case .int(let whole): number = Double(whole)
        case .float(let real): number = real
        case .bool(let truth): number = truth ? 1 : 0
        default: throw refuseType("Expected a number.", value)
        }
        if let minimum, number < minimum || number.isNaN {
            throw refuse("Expected a value of at least \(describe(minimum)).", value)
        }
        if let maximum, number > maximum { throw refuse("Expected a value of at most \(describe(maximum)).", value) }
        return value
    }

    private func describe(_ limit: Double) -> String {
        limit == limit.rounded() ? String(Int(limit)) : PythonNumber.describe(limit)
    }

    /// The integer that a value is; True and False count, floats do not.
    func wholeNumber(_ value: Argument) -> Int? {
        switch value {
        case .int(let number): number
        case .bool(let truth): truth ? 1 : 0
        default: nil
        }
    }

    // MARK: Words

    private func truth(_ value: Argument) throws(Refusal) -> Argument {
        switch value {
        case .bool: value
        case .int(let number): .bool(number != 0)
        case .none: .bool(false)
        default: throw refuse("Expected True or False.", value)
        }
    }

    private func strictTruth(_ value: Argument) throws(Refusal) -> Argument {
        guard case .bool = value else { throw refuse("Expected True or False.", value) }
        return value
    }

    private func text(_ value: Argument) throws(Refusal) -> Argument {
        guard case .string(let word) = value else { throw refuse("Expected a string without `/`.", value) }
        // Keras 1 had names such as `fire2/squeeze1x1`.
        guard isOldCall || !word.contains("/") else {
            let plain = word.replacing("/", with: "_")
            throw refuse(
                "Expected a string without `/`.", value,
                remedy: "use a name such as '\(plain)', or read the script as Keras 1: --dialect keras1")
        }
        return value
    }

    private func nothing(_ value: Argument) throws(Refusal) -> Argument {
        switch value {
        case .none, .bool(false): return value
        default:
            throw Refusal(
                .notImplementedError, argument: name, "The `\(name)` argument of \(layer) is not implemented.",
                received: "\(name)=\(value)", remedy: "leave it out")
        }
    }

    /// The engine computes in float32, so that a layer of another type is refused.
    private func computeType(_ value: Argument) throws(Refusal) -> Argument {
        var word: String?
        switch value {
        case .none: return value
        case .string(let name): word = name
        case .dict(let policy): word = Self.policyName(policy)
        default: break
        }
        // In old scripts it is the type of the first layer's input.
        if word == "float32" || (isOldSpelling && word.map(Self.numberTypes.contains) == true) { return value }
        var isPolicy = word.map(Self.numberTypes.contains) ?? false
        if case .object = value { isPolicy = true }
        if isPolicy {
            throw Refusal(
                .notImplementedError, argument: name, "Layers compute in float32 here, and in no other `\(name)`.",
                received: "\(name)=\(value)", remedy: "leave it out; keras.ops.cast gives data another type")
        }
        throw Refusal(
            argument: name,
            "Cannot convert \(value) to a mixed precision DTypePolicy. Valid policies include 'mixed_float16', "
                + "'mixed_bfloat16', and the name of any float dtype such as 'float32'.",
            remedy: nearest(value, Self.numberTypes.sorted()).map { "did you mean '\($0)'?" } ?? "use 'float32'")
    }

    /// The name in a policy as configs write it: `{"class_name": "DTypePolicy", "config": {"name": "float32"}}`.
    private static func policyName(_ policy: [Argument.Entry]) -> String? {
        for entry in policy {
            if case .string("name") = entry.key, case .string(let name) = entry.value { return name }
            if case .string("config") = entry.key, case .dict(let config) = entry.value { return policyName(config) }
        }
        return nil
    }

    /// The types Keras knows.
    private static let numberTypes: Set<String> = [
        "bfloat16", "float16", "float32", "float64", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32",
        "uint64", "bool", "mixed_float16", "mixed_bfloat16",
    ]

    private func numberType(_ value: Argument) throws(Refusal) -> Argument {
        switch value {
        case .none, .dict, .object: return value
        case .string(let word) where Self.numberTypes.contains(word): return value
        default:
            throw refuse(
                "Expected a type of numbers.", value,
                remedy: nearest(value, Self.numberTypes.sorted()).map { "did you mean '\($0)'?" } ?? "use 'float32'")
        }
    }

    private func choice(_ value: Argument, _ names: [String]) throws(Refusal) -> Argument {
        if case .string(let word) = value {
            let known = word.lowercased()
            if names.contains(known) { return .string(known) }
            if names.contains(word) { return value }
        }
        let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
        throw Refusal(
            wordKind(value), argument: name, "The `\(name)` argument must be one of {\(list)}.",
            received: value.description,
            remedy: nearest(value, names).map { "did you mean \(name)='\($0)'?" } ?? "use one of \(list)")
    }

    private func dataFormat(_ value: Argument) throws(Refusal) -> Argument {
        switch value {
        case .none: return .none
        case .string("default") where isOldSpelling || isPositional: return .none
        case .string("tf") where isOldSpelling || isPositional: return .string(DataFormat.channelsLast.rawValue)
        case .string("th") where isOldSpelling || isPositional: return .string(DataFormat.channelsFirst.rawValue)
        default: return try choice(value, DataFormat.allCases.map(\.rawValue))
        }
    }

    // MARK: Things of the catalogue

    private func lookUp<Product: Sendable>(
        _ value: Argument, _ registry: Registry<Product>, _ wrap: (Made<Product>) -> Argument
    ) throws(Refusal) -> Argument {
        if case .none = value { return .none }
        if let made = try registry.interpret(value, settings: settings, isOldCall: isOldSpelling || isOldCall) {
            return wrap(made)
        }
        guard case .string(let word) = value else {
            throw Refusal(
                argument: name, "Could not interpret \(registry.noun) identifier of `\(name)`: \(value).",
                remedy: "use a name such as '\(registry.names.first ?? "")'")
        }
        throw Refusal(
            argument: name, "Could not interpret \(registry.noun) identifier of `\(name)`: '\(word)'.",
            remedy: (registry[word]?.nickname ?? nearest(value, registry.names)).map { "did you mean '\($0)'?" }
                ?? "one of \(registry.definitions.map(\.nickname).joined(separator: ", "))")
    }

    // MARK: Refusing

    private func nearest(_ value: Argument, _ names: [String]) -> String? {
        guard case .string(let word) = value else { return nil }
        return nearestName(to: word, in: names)
    }

    /// The refusal of a value that is of another type, of the class that Keras's way of looking at it gives.
    func refuseType(
        _ expected: String, _ value: Argument, fraction: Refusal.Kind = .valueError
    ) -> Refusal {
        var refusal = refuse(expected, value)
        refusal.kind = typeErrorKind(value, fraction: fraction)
        return refusal
    }

    private func typeErrorKind(_ value: Argument, fraction: Refusal.Kind = .valueError) -> Refusal.Kind {
        switch (parameter.typeErrors, value) {
        case (.checked, _), (.comparedUnlessNone, .none), (.converted, .string): .valueError
        case (.strict, _): .typeError
        case (_, .float): fraction
        default: .typeError
        }
    }

    /// Keras writes every word small before it looks at it, which only strings can; lists it lets through at first.
    private func wordKind(_ value: Argument) -> Refusal.Kind {
        if case .dataFormat = parameter.kind { return .valueError }
        switch value {
        case .string, .list, .tuple: return .valueError
        default: return .attributeError
        }
    }

    private func isTruthWhereIntegersAreStrict(_ value: Argument) -> Bool {
        if case .bool = value, parameter.typeErrors == .strict { true } else { false }
    }

    func refuse(_ expected: String, _ value: Argument, remedy: String? = nil) -> Refusal {
        Refusal(
            argument: name, "Invalid value for argument `\(name)` of \(layer). \(expected)",
            received: "\(name)=\(value)", remedy: remedy ?? example(of: parameter.kind))
    }

    /// What a value of a kind looks like; nil where the rule says it already.
    private func example(of kind: ParameterKind) -> String? {
        switch kind {
        case .optional(let inner): example(of: inner).map { "\($0), or None" }
        case .integer(let minimum): "use an integer" + (minimum > .min ? " of \(minimum) or more" : "")
        case .number(let low?, let high?): "use a number from \(describe(low)) to \(describe(high))"
        case .number(let low?, nil): "use a number of \(describe(low)) or more"
        case .number, .float32: "use a number"
        case .bool, .strictBool: "use True or False"
        case .name: "use a name such as '\(layer.lowercased())_1'"
        case .shape, .maskShape: "use a tuple, as in \(name)=(4, 3)"
        case .axes, .axisList: "use an axis or several, as in \(name)=-1 or \(name)=[1, 2]"
        default: nil
        }
    }
}

extension Argument {
    /// The items of a list or a tuple; nil for anything else.
    public var items: [Argument]? {
        switch self {
        case .list(let items), .tuple(let items): items
        default: nil
        }
    }
}
