import TensorEngine

/// What follows a convolution and is computed with it, in the registers that hold its sums:
/// activation(scale[f] · y[…, f] + shift[f]).
public struct Tail {
    /// A normalisation's factor and summand for each filter.
    public struct Affine {
        /// [F].
        public let scale: Tensor
        /// [F].
        public let shift: Tensor
        /// The state of the layer they come from, by which what was prepared with them is found again.
        public let source: LayerState
    }

    /// The factor and summand; nil where there is no normalisation.
    public var affine: Affine?
    /// The function applied last.
    public var activation: Activation = .none

    /// A tail that changes nothing.
    public init() {}
}

/// An operation that can take a tail into its loops.
public protocol TailedOperation: SingleOutputOperation {
    /// Whether nothing of its own stands between its sums and the tail.
    var canTakeTail: Bool { get }

    /// The output with the tail applied.
    /// - Throws: as `output(of:_:)`.
    func output(of input: Tensor, _ state: LayerState, tail: Tail) throws -> Tensor
}

/// An operation that can be part of the tail of the one before it.
public protocol TailOperation: SingleOutputOperation {
    /// What it adds to a tail; nil where it cannot come after what is there already.
    /// - Parameters:
    ///   - rank: axes of its input, the batch axis included.
    ///   - state: its weights.
    /// - Throws: `EngineError`.
    func extended(_ tail: Tail, rank: Int, state: LayerState) throws -> Tail?
}

/// What was prepared with a normalisation folded in.
private struct FoldedKey: Hashable {
    let source: ObjectIdentifier
    let geometry: ConvolutionGeometry
}

/// A convolution's packed kernel and bias with a normalisation folded in.
private struct Folded: @unchecked Sendable {
    let kernel: PackedKernel
    let bias: Tensor
    /// Kept, so that no other state takes its place in memory and is mistaken for it.
    let source: LayerState
}

extension LayerState {
    /// A kernel and a bias with a tail's normalisation folded in: kernel · scale and bias · scale + shift.
    /// - Parameters:
    ///   - kernel: its last axes hold the filters, as many as `scale` has.
    ///   - pack: makes a kernel ready for the engine.
    func folded(
        _ affine: Tail.Affine, kernel: Tensor, bias: Tensor?, geometry: ConvolutionGeometry,
        pack: (Tensor) throws -> PackedKernel
    ) throws -> (kernel: PackedKernel, bias: Tensor) {
        let key = FoldedKey(source: ObjectIdentifier(affine.source), geometry: geometry)
        let folded = try prepare(key, from: affine.source.version) {
            let flat = try kernel.reshaped(Shape([kernel.count / affine.scale.count, affine.scale.count]))
            let scaled = try combine(flat, affine.scale, .multiply).reshaped(kernel.shape)
            let shifted = try bias.map { try combine(try combine($0, affine.scale, .multiply), affine.shift, .add) }
            return Folded(kernel: try pack(scaled), bias: shifted ?? affine.shift, source: affine.source)
        }
        return (folded.kernel, folded.bias)
    }
}
