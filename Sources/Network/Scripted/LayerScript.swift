import Layers
import TensorEngine

/// What a script says of a layer whose class it defines; the host of the language makes it.
public protocol LayerScript: AnyObject {
    /// The layers among the attributes of the object, in the order in which they were set.
    var sublayers: [Layer] { get }
    /// The layer that the object is in the first place, where its class derives from that of a layer of the catalogue or from
    /// a model with ends; nil for all others.
    var base: Layer? { get }
    /// The weights among the attributes of the object: trainable ones first, as in Keras.
    var ownWeights: [Weight] { get }
    /// Grows whenever an attribute of the object is set: what a call does may then be something else.
    var version: Int { get }
    /// Whether the class defines `build`.
    var definesBuild: Bool { get }
    /// What the argument `training` of `call` is by default.
    var usualTraining: Bool? { get }
    /// Whether `call` has the argument `training`.
    var takesTraining: Bool { get }
    /// Whether the outputs have masks where the inputs have: Keras's `supports_masking`.
    var supportsMasking: Bool { get }
    /// Whether `call` has the argument `mask`.
    var takesMask: Bool { get }
    /// Whether a call takes the masks away that hang on its inputs, as Keras's MultiHeadAttention does.
    var takesMasksAway: Bool { get }
    /// The penalty on one of the outputs by `activity_regularizer`; nil for none.
    func penalty(of output: Tensor) throws -> Float?
    /// A call with so many tensors and nothing else: one tensor, or a list of them.
    func plainCall(inputs count: Int) -> any ScriptedCall
    /// The object once more, made from its config.
    /// - Throws: `Refusal` where the class has no config.
    func cloned() throws(Refusal) -> Layer
}

/// The arguments of one call of a layer whose class a script defines, with places for the tensors among them.
public protocol ScriptedCall: AnyObject {
    /// What the arguments are called in which the tensors stand, one for each tensor.
    var inputNames: [String] { get }
    /// Runs the `build` of the class.
    /// - Parameter shapes: the shapes of the tensors, batch axis first.
    func build(_ shapes: [BatchShape]) throws(Refusal)
    /// The shapes of the tensors other than the argument `mask`, for which the layer is built.
    func withoutMask(_ shapes: [BatchShape]) -> [BatchShape]
    /// The shapes that the class's `compute_output_shape` answers; nil where the class has none.
    func declaredShapes(_ shapes: [BatchShape]) throws(Refusal) -> [BatchShape]?
    /// Runs `call` on tensors of a network.
    /// - Parameter training: the argument `training`; nil where nothing says so.
    func outputs(for tensors: [SymbolicTensor], training: Bool?) throws(Refusal) -> [SymbolicTensor]
    /// Runs `call` on data.
    func outputs(for data: [MaskedTensor], training: Bool?) throws -> [MaskedTensor]
    /// The call with the masks that hang on some of its tensors as arguments, as Keras fills them in, and the places of these
    /// tensors; the call itself where it does not ask for masks.
    /// - Parameter hanging: for each tensor, whether a mask hangs on it.
    func asking(for hanging: [Bool]) -> (form: any ScriptedCall, places: [Int])
    /// The masks of the outputs by `compute_mask`, given the masks that hang on the inputs.
    func outputMasks(for data: [MaskedTensor], hanging masks: [Tensor?]) throws -> [Tensor?]
    /// The masks of the outputs of the call in a network.
    func outputMasks(for tensors: [SymbolicTensor]) throws(Refusal) -> [SymbolicTensor?]
    /// The same call of another layer, on other tensors.
    func copied(for script: any LayerScript, on tensors: [SymbolicTensor]) -> any ScriptedCall
}

/// What a layer knows before it is connected with an object of a script: nothing.
final class NoScript: LayerScript {
    var sublayers: [Layer] { [] }
    var base: Layer? { nil }
    var ownWeights: [Weight] { [] }
    var version: Int { 0 }
    var definesBuild: Bool { false }
    var usualTraining: Bool? { nil }
    var takesTraining: Bool { false }
    var supportsMasking: Bool { false }
    var takesMask: Bool { false }
    var takesMasksAway: Bool { false }
    func penalty(of output: Tensor) throws -> Float? { nil }
    func plainCall(inputs count: Int) -> any ScriptedCall { NoCall() }
    func cloned() throws(Refusal) -> Layer { throw NoCall.refusal }

    /// A call of it, which fails.
    private final class NoCall: ScriptedCall {
        var inputNames: [String] { [] }
        static let refusal = Refusal(.notImplementedError, "The layer has no `call()` method.")
        func build(_ shapes: [BatchShape]) throws(Refusal) {}
        func withoutMask(_ shapes: [BatchShape]) -> [BatchShape] { shapes }
        func declaredShapes(_ shapes: [BatchShape]) throws(Refusal) -> [BatchShape]? { nil }
        func outputs(for tensors: [SymbolicTensor], training: Bool?) throws(Refusal) -> [SymbolicTensor] {
            throw NoCall.refusal
        }
        func outputs(for data: [MaskedTensor], training: Bool?) throws -> [MaskedTensor] { throw NoCall.refusal }
        func asking(for hanging: [Bool]) -> (form: any ScriptedCall, places: [Int]) { (self, []) }
        func outputMasks(for data: [MaskedTensor], hanging masks: [Tensor?]) throws -> [Tensor?] { [] }
        func outputMasks(for tensors: [SymbolicTensor]) throws(Refusal) -> [SymbolicTensor?] { [] }
        func copied(for script: any LayerScript, on tensors: [SymbolicTensor]) -> any ScriptedCall { self }
    }
}
