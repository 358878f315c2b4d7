/// How arrays print: the options of `numpy.set_printoptions`.
public struct PrintOptions: Sendable, Equatable {
    /// How many decimals floats have.
    public enum FloatMode: String, Sendable, CaseIterable {
        /// Exactly `precision`.
        case fixed
        /// As many as tell each number from its neighbours.
        case unique
        /// As many as that, but at most `precision`.
        case maxprec
        /// The same, and as many for all numbers of an array.
        case maxprecEqual = "maxprec_equal"
    }

    /// The decimals that floats have at most.
    public var precision = 8
    /// Elements beyond which only the first and the last are shown.
    public var threshold = 1000
    /// How many of them at each end of an axis.
    public var edgeItems = 3
    /// The columns of a line.
    public var lineWidth = 75
    /// Whether no number is shown with an exponent.
    public var suppress = false
    /// What stands for a number that is none.
    public var nan = "nan"
    /// What stands for infinity.
    public var infinity = "inf"
    /// What stands before numbers that are not negative: `-` for nothing, `+`, or a space.
    public var sign = "-"
    /// How many decimals floats have.
    public var floatMode = FloatMode.maxprec

    /// numpy's own options.
    public init() {}
}

/// The options of a session. It is looked at by the thread that runs the session only.
public final class PrintSettings: @unchecked Sendable {
    /// The options as they are now.
    public var options = PrintOptions()

    /// numpy's own options.
    public init() {}

    /// Those of the session that runs.
    @TaskLocal public static var current = PrintSettings()
}
