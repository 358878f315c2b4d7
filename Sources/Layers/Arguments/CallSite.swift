/// The arguments of a call, as they were written.
public struct CallSite: Sendable {
    public var positional: [Argument]
    public var keywords: [Keyword]

    /// One `name=value` of a call.
    public struct Keyword: Sendable {
        public let name: String
        public let value: Argument

        public init(_ name: String, _ value: Argument) {
            self.name = name
            self.value = value
        }
    }

    public init(_ positional: [Argument] = [], keywords: [Keyword] = []) {
        self.positional = positional
        self.keywords = keywords
    }
}
