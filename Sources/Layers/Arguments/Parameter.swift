/// One parameter of a definition. A class, since definitions hand their parameters on in every call.
public final class Parameter: Sendable {
    /// The name, as Keras 3 has it.
    public let name: String
    /// What values it takes, and how they are normalised.
    public let kind: ParameterKind
    /// The value where none is given; nil: the argument is required.
    public let `default`: Argument?
    /// One sentence for help.
    public let doc: String
    /// Names it had before Keras 2: `nb_filter` for `filters`.
    public let oldNames: [String]
    /// Names among the old ones that Keras 3 still takes, even together with the parameter's own: their value counts.
    public let overridingNames: [String]
    /// Old names that together make this argument: `nb_row`, `nb_col` for `kernel_size`.
    public let oldParts: [String]
    /// Whether it may only be given by keyword.
    public let keywordOnly: Bool
    /// Which class of error a value of the wrong type gives.
    public let typeErrors: TypeErrors
    /// Whether `get_config` tells it.
    public let isInConfig: Bool
    /// The parameter whose value None stands for, as a pooling's `strides` follow its `pool_size`.
    public let standIn: String?
    /// Whether only Keras 1 had it, so that Keras 3's form of the call leaves it out.
    public let isOldOnly: Bool
    /// The value that Keras 1 took where none was given, for a parameter that is required today; nil for none.
    public let oldDefault: Argument?

    /// Makes a parameter; without a default it is required.
    public init(
        _ name: String, _ kind: ParameterKind, default: Argument? = nil, _ doc: String, oldNames: [String] = [],
        overridingNames: [String] = [], oldParts: [String] = [], keywordOnly: Bool = false,
        typeErrors: TypeErrors = .compared,
        isOldOnly: Bool = false, isInConfig: Bool? = nil, standIn: String? = nil, oldDefault: Argument? = nil
    ) {
        self.name = name
        self.kind = kind
        self.default = `default`
        self.doc = doc
        self.oldNames = oldNames
        self.overridingNames = overridingNames
        self.oldParts = oldParts
        self.keywordOnly = keywordOnly
        self.typeErrors = typeErrors
        self.isOldOnly = isOldOnly
        self.isInConfig = isInConfig ?? (!keywordOnly && !isOldOnly)
        self.standIn = standIn
        self.oldDefault = oldDefault
    }
}

/// Which class of error a value of the wrong type gives: Keras checks some arguments and only compares others.
public enum TypeErrors: Sendable {
    /// Compared with a number without a check: a value that is not a number is a TypeError, a fraction for an integer a ValueError.
    case compared
    /// The same, but None is looked for and is a ValueError.
    case comparedUnlessNone
    /// Checked first: always a ValueError.
    case checked
    /// Converted without a check: a string is a ValueError, what cannot be converted at all a TypeError.
    case converted
    /// Checked first: always a TypeError, for fractions and True too.
    case strict
}

/// A signature that a layer had in Keras 1.
public struct OldSignature: Sendable {
    /// The name that had it: `Convolution2D`, `AtrousConvolution2D`.
    public let name: String
    /// Parameter names in the old order, each an old name (`nb_row`) or one that did not change (`activation`).
    public let parameters: [String]
    /// How many leading arguments must be integers for a call to be in this spelling: 3 for `(nb_filter, nb_row, nb_col)`.
    public let leadingIntegers: Int
    /// Old arguments that no longer mean anything, with the values they may have; any other value is refused.
    public let dropped: [String: [Argument]]
    /// Whether Keras 3 has no layer of that name, so that the old order is the likelier one even under the canonical name.
    public let isGone: Bool

    /// Makes an old signature.
    public init(
        _ name: String, _ parameters: [String], leadingIntegers: Int = 0, dropped: [String: [Argument]] = [:],
        isGone: Bool = false
    ) {
        self.isGone = isGone
        self.name = name
        self.parameters = parameters
        self.leadingIntegers = leadingIntegers
        self.dropped = dropped
    }
}
