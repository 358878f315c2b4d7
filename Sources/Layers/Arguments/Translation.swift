/// How a call in an old spelling was read.
public struct Translation: Sendable, Equatable {
    /// The name that was written.
    public let calledAs: String
    /// The same call in Keras 3: kept keywords in the order they were written, then the renamed ones in signature order.
    public let canonical: String
    /// Whether the integers after the first could have meant something else in Keras 3, as in `Convolution2D(64, 9, 9)`.
    public let isAmbiguous: Bool

    /// Makes a translation.
    public init(calledAs: String, canonical: String, isAmbiguous: Bool) {
        self.calledAs = calledAs
        self.canonical = canonical
        self.isAmbiguous = isAmbiguous
    }
}
