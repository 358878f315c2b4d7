import Layers
import TensorEngine

/// The functions by which masks of a network are made of other tensors; the host of the language has them, and gives them
/// the names that Keras gives.
public protocol MaskFunctions: AnyObject {
    /// Where a tensor is not 0.
    func notZero(_ tensor: SymbolicTensor) throws(Refusal) -> SymbolicTensor
    /// Where any of some masks is true.
    func either(_ masks: [SymbolicTensor]) throws(Refusal) -> SymbolicTensor
    /// The masks of tensors, one after the other along an axis of the tensors.
    func joined(
        _ masks: [SymbolicTensor?], of tensors: [SymbolicTensor], axis: Int
    ) throws(Refusal) -> SymbolicTensor
}

extension MaskRule {
    /// The mask of an output, given the masks of the inputs.
    func mask(of inputs: [Tensor], masks: [Tensor?]) throws -> Tensor? {
        switch self {
        case .same: return masks.first ?? nil
        case .ended: return nil
        case .notZero: return try inputs.first.map { try OutputMasks.truth($0) }
        case .either:
            let known = masks.compactMap { $0 }
            guard let first = known.first, known.count == inputs.count else { return nil }
            return try known.dropFirst().reduce(first) { try combine($0, $1, .maximum) }
        case .joined(let axis):
            guard masks.contains(where: { $0 != nil }) else { return nil }
            return try OutputMasks.joined(inputs, masks, axis)
        }
    }

    /// The mask of an output in a network, given the masks of the inputs.
    func mask(
        of inputs: [SymbolicTensor], masks: [SymbolicTensor?], _ functions: (any MaskFunctions)?
    ) throws(Refusal) -> SymbolicTensor? {
        switch self {
        case .same: return masks.first ?? nil
        case .ended: return nil
        case .notZero: return try functions?.notZero(inputs[0])
        case .either:
            let known = masks.compactMap { $0 }
            guard let first = known.first, known.count == inputs.count else { return nil }
            return known.count == 1 ? first : try functions?.either(known)
        case .joined(let axis):
            guard masks.contains(where: { $0 != nil }) else { return nil }
            return try functions?.joined(masks, of: inputs, axis: axis)
        }
    }
}

/// Arithmetic of masks.
enum OutputMasks {
    /// 1 where a number is not 0.
    static func truth(_ tensor: Tensor) throws -> Tensor {
        try select(tensor, Tensor(scalar: 1), Tensor(scalar: 0))
    }

    /// Masks of tensors that are joined: spread over the tensors' last axis where they have one axis less, then joined as
    /// these are; a step counts where any of its elements does.
    static func joined(_ inputs: [Tensor], _ masks: [Tensor?], _ axis: Int) throws -> Tensor {
        let spread = try zip(inputs, masks).map { input, mask in
            guard let mask else { return try Tensor(filling: 1, input.shape) }
            guard mask.shape.rank < input.shape.rank else { return mask }
            return try combine(
                truth(mask.reshaped(Shape(mask.shape.dims + [1]))), Tensor(zeros: input.shape), .maximum)
        }
        let rank = spread[0].shape.rank
        let joined = try Tensor.concatenated(spread, axis: axis < 0 ? axis + rank : axis)
        return try reduce(joined, .max, axes: [-1])
    }
}

extension Layer {
    /// Whether the outputs of the layer have masks where its inputs have: Keras's `supports_masking`.
    public var supportsMasking: Bool {
        get { maskingFlag ?? usuallySupportsMasking }
        set { maskingFlag = newValue }
    }

    private var usuallySupportsMasking: Bool {
        switch self {
        case let layer as CatalogueLayer: layer.maskRule != nil
        case let layer as ScriptedLayer: layer.script.supportsMasking
        default: false
        }
    }

    /// Whether `call` has the argument `mask`.
    public var takesMask: Bool {
        switch self {
        case is Model: true
        case let layer as CatalogueLayer: layer.usesMask
        case let layer as ScriptedLayer: layer.script.takesMask
        default: false
        }
    }
}
