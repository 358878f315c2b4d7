/// How a pattern is read and matched, with Python's numbers.
public struct PatternFlags: OptionSet, Sendable, Hashable {
    /// Python's number.
    public let rawValue: Int

    /// The flags of a number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Letters match in either case.
    public static let ignoreCase = PatternFlags(rawValue: 2)
    /// `^` and `$` match at each line.
    public static let multiline = PatternFlags(rawValue: 8)
    /// A dot matches line breaks, too.
    public static let dotAll = PatternFlags(rawValue: 16)
    /// The classes are those of Unicode, which is the rule.
    public static let unicode = PatternFlags(rawValue: 32)
    /// White space and comments in the pattern are left out.
    public static let verbose = PatternFlags(rawValue: 64)
    /// The classes hold ASCII characters only.
    public static let ascii = PatternFlags(rawValue: 256)

    /// The flag of a letter within a pattern: `(?i)`.
    static func named(_ letter: Unicode.Scalar) -> PatternFlags? {
        switch letter {
        case "i": .ignoreCase
        case "m": .multiline
        case "s": .dotAll
        case "x": .verbose
        case "a": .ascii
        case "u": .unicode
        default: nil
        }
    }
}

/// What is wrong with a pattern.
public struct PatternError: Error, Equatable, Sendable {
    /// Python's words, without the place.
    public let message: String
    /// The place in the pattern, counted in characters; nil where there is none.
    public let position: Int?

    /// An error at a place.
    public init(_ message: String, _ position: Int?) {
        self.message = message
        self.position = position
    }
}
