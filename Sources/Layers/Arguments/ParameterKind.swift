import PythonText

/// What values a parameter takes. Its check normalises them, so that a layer reads one form only.
public indirect enum ParameterKind: Sendable {
    /// An integer of at least `minimum`.
    case integer(minimum: Int)
    /// A number; `minimum` and `maximum` are included.
    case number(minimum: Double?, maximum: Double?)
    /// A number of at least `minimum` that a config holds as the nearest one of type float32.
    case float32(minimum: Double?)
    /// True or False.
    case bool
    /// True or False, and no other value that could stand for them.
    case strictBool
    /// A string of the caller's choice without a slash, as names are.
    case name
    /// A type of numbers, as the `dtype` of an input is.
    case dtype
    /// The type a layer computes in: float32, or what stands for it.
    case computeType
    /// One of these strings, case ignored.
    case choice([String])
    /// One of these strings, or one of `old` where the argument has an old name, as in Keras 1's `border_mode="full"`.
    case padding([String], old: [String])
    /// One integer for all spatial axes, or a tuple of `rank` integers of at least `minimum`; normalised to a tuple.
    case sizes(rank: Int, minimum: Int)
    /// Amounts before and after each of `rank` axes; normalised to a tuple of pairs, for one axis to a pair.
    case pairs(rank: Int)
    /// "channels_last" or "channels_first"; None for the session's default. Keras 1's "tf" and "th" are translated.
    case dataFormat
    /// A shape without the batch axis; `wildcard` lets one size be -1.
    case shape(wildcard: Bool)
    /// A shape with the batch axis, whose sizes are None where they follow the input's.
    case maskShape
    /// An integer or a list of integers, as `axis` is.
    case axes
    /// The same, for layers that keep a tuple as a list; `wrapsSingle` for those that keep an integer as one, too.
    case axisList(wrapsSingle: Bool)
    /// A name, a function or a layer.
    case activation
    /// A name, an initializer or a function.
    case initializer
    /// A name or a regularizer.
    case regularizer
    /// A name or a constraint.
    case constraint
    /// None or False only: what else Keras takes here is not implemented.
    case outside
    /// The seed of an initializer: an integer or a `SeedGenerator`.
    case seed
    /// Anything at all; the layer looks for itself.
    case any
    /// None, or what the inner kind takes.
    case optional(ParameterKind)

    /// An integer of one or more.
    public static var positiveInteger: ParameterKind { .integer(minimum: 1) }

    /// Some values that may stand here, as code, where they are numbers or sizes; for completion.
    public var examples: [String] {
        switch self {
        case .integer(let minimum): (max(1, minimum)...max(1, minimum) + 1).map(String.init)
        case .sizes(1, let minimum): (max(1, minimum)...max(1, minimum) + 1).map(String.init)
        case .sizes(let rank, let minimum):
            [String(minimum + 1), PythonTuple.describe(Array(repeating: minimum + 1, count: rank))]
        case .optional(let inner): inner.examples
        default: []
        }
    }

    /// The strings that may stand here, for completion and help; empty where there is no such list.
    public var suggestions: [String] {
        switch self {
        case .choice(let names), .padding(let names, _): names
        case .dataFormat: DataFormat.allCases.map { $0.rawValue }
        case .activation: Catalogue.activations.definitions.map(\.name)
        case .initializer: Catalogue.initializers.definitions.map(\.nickname)
        case .regularizer: Catalogue.regularizers.definitions.map(\.nickname)
        case .constraint: Catalogue.constraints.definitions.map(\.nickname)
        case .bool, .strictBool: ["True", "False"]
        case .optional(let inner): ["None"] + inner.suggestions
        default: []
        }
    }
}
