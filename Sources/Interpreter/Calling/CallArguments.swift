/// The arguments of a call, evaluated, as they were written.
public struct CallArguments {
    /// The arguments given by position, in order.
    public var positional: [Value]
    /// The arguments given by keyword, in order; no name occurs twice.
    public var keywords: [(name: String, value: Value)]

    /// Makes the arguments of a call.
    public init(_ positional: [Value] = [], keywords: [(name: String, value: Value)] = []) {
        self.positional = positional
        self.keywords = keywords
    }
}
