/// An operation whose layer supports masking, as Keras calls it: its output has a mask where its inputs have one. A mask tells,
/// for each step of a sequence, whether it counts.
///
/// The mask itself is not the operation's business, except where `usesMask` says so: it hangs on the values in a network.
public protocol MaskedOperation: Operation {
    /// What mask the first output has; nil where the layer has been told not to support masking. The other outputs have none.
    var maskRule: MaskRule? { get }

    /// Whether `call` has the argument `mask` in Keras, so that values depend on it. The operation finds it in its context.
    var usesMask: Bool { get }

    /// Whether the output is the input itself, with everything that hangs on it.
    func handsOn(isTraining: Bool) -> Bool
}

extension MaskedOperation {
    /// That of the first input.
    public var maskRule: MaskRule? { .same }
    /// False.
    public var usesMask: Bool { false }
    /// False.
    public func handsOn(isTraining: Bool) -> Bool { false }
}

/// Where the mask of an output comes from: Keras's `compute_mask`.
public enum MaskRule: Sendable, Equatable {
    /// That of the first input.
    case same
    /// None: the steps are gone.
    case ended
    /// True where the input, whole numbers, is not 0.
    case notZero
    /// True where the mask of any input is; none where an input has none.
    case either
    /// Those of the inputs, one after the other along an axis; true for an input that has none.
    case joined(axis: Int)
}

/// An operation that may keep states from call to call.
public protocol StatefulOperation: Operation {
    /// Whether it does.
    var isStateful: Bool { get }
}
