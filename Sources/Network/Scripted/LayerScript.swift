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
    /// The shapes that the class's `compute_output_shape` answers; nil where the class has none.
    func declaredShapes(_ shapes: [BatchShape]) throws(Refusal) -> [BatchShape]?
    /// Runs `call` on tensors of a network.
    /// - Parameter training: the argument `training`; nil where nothing says so.
    func outputs(for tensors: [SymbolicTensor], training: Bool?) throws(Refusal) -> [SymbolicTensor]
    /// Runs `call` on data.
    func outputs(for data: [Tensor], training: Bool?) throws -> [Tensor]
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
    func plainCall(inputs count: Int) -> any ScriptedCall { NoCall() }
    func cloned() throws(Refusal) -> Layer { throw NoCall.refusal }

    /// A call of it, which fails.
    private final class NoCall: ScriptedCall {
        var inputNames: [String] { [] }
        static let refusal = Refusal(.notImplementedError, "The layer has no `call()` method.")
        func build(_ shapes: [BatchShape]) throws(Refusal) {}
        func declaredShapes(_ shapes: [BatchShape]) throws(Refusal) -> [BatchShape]? { nil }
        func outputs(for tensors: [SymbolicTensor], training: Bool?) throws(Refusal) -> [SymbolicTensor] {
            throw NoCall.refusal
        }
        func outputs(for data: [Tensor], training: Bool?) throws -> [Tensor] { throw NoCall.refusal }
    }
}
