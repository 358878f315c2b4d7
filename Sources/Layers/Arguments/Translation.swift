/// How a call in an old spelling was read.
public struct Translation: Sendable, Equatable {
    /// The name that was written.
    public let calledAs: String
    /// The same call in Keras 3, behind the layer of zeros that `border_mode="full"` needs; as this program reads it, where
    /// Keras 3 has no such layer. Kept keywords come in the order they were written, then the renamed ones in signature order.
    public let canonical: String
    /// Whether the integers after the first could have meant something else in Keras 3, as in `Convolution2D(64, 9, 9)`.
    public let isAmbiguous: Bool

    /// What is missing in Keras 3, and what to write instead, in one sentence; nil where it has the layer.
    public let missing: String?

    /// Makes a translation.
    public init(calledAs: String, canonical: String, isAmbiguous: Bool, missing: String? = nil) {
        self.calledAs = calledAs
        self.canonical = canonical
        self.isAmbiguous = isAmbiguous
        self.missing = missing
    }
}
