/// The arguments of a call, as they were written.
public struct CallSite: Sendable {
    /// The arguments given by position, in order.
    public var positional: [Argument]
    /// The arguments given by keyword, in order.
    public var keywords: [Keyword]

    /// One `name=value` of a call.
    public struct Keyword: Sendable {
        /// The name it is found by.
        public let name: String
        /// The value.
        public let value: Argument

        /// The argument `name=value`.
        public init(_ name: String, _ value: Argument) {
            self.name = name
            self.value = value
        }
    }

    /// The arguments of a call.
    public init(_ positional: [Argument] = [], keywords: [Keyword] = []) {
        self.positional = positional
        self.keywords = keywords
    }
}
