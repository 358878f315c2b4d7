import TensorEngine

/// A mask that hangs on a value: which steps of its sequences count. Who is handed the value gets the same mask, so that taking
/// it away takes it from all, as in Keras.
public final class HungMask {
    /// The mask, numbers of which 0 is false; nil once it was taken away.
    public private(set) var values: Tensor?

    init(_ values: Tensor) { self.values = values }

    /// Takes the mask away from everybody who has the value.
    public func remove() { values = nil }
}

/// A value in a network, with the mask that hangs on it: Keras's `_keras_mask`.
public struct MaskedTensor {
    /// The value.
    public let tensor: Tensor
    /// What hangs on it; nil where nothing ever did.
    public let hung: HungMask?

    /// The mask; nil where there is none.
    public var mask: Tensor? { hung?.values }

    /// A value with something that hangs on another one, too.
    public init(_ tensor: Tensor, hung: HungMask?) {
        self.tensor = tensor
        self.hung = hung
    }

    /// A value with a mask of its own, or with none.
    public init(_ tensor: Tensor, mask: Tensor? = nil) { self.init(tensor, hung: mask.map(HungMask.init)) }

    /// The value with a mask where it has none.
    func masked(by mask: Tensor?) -> MaskedTensor {
        self.mask == nil && mask != nil ? MaskedTensor(tensor, mask: mask) : self
    }
}
