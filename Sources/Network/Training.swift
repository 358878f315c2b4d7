import Layers
import TensorEngine

/// The argument `training` of a call.
public enum TrainingArgument: Sendable, Equatable {
    /// It was not given: the call does as the call around it.
    case absent
    /// True, False, or nil for None.
    case given(Bool?)
}

/// What calls within a call know of it: Keras's `CallContext`.
///
/// It is handed from layer to layer in the order in which they are called. As in Keras, a layer that is called with
/// `training=True` hands that on to what is called after it, until another one says otherwise.
public final class CallContext {
    var training: Bool?
    /// Whether stateful layers remember what they computed: in calls on data, not where a network's own values are looked at.
    let remembers: Bool

    /// A call that no other is around.
    public init(remembers: Bool = false) { self.remembers = remembers }

    /// Resolves the argument for one call, and passes it on to the calls after it.
    /// - Parameter usual: what it is where neither the call nor the calls before it say so.
    func settle(_ argument: TrainingArgument, usual: Bool?) -> Bool? {
        let value: Bool? =
            switch argument {
            case .given(let value): value
            case .absent: training ?? usual
            }
        training = value
        return value
    }
}

extension Layer {
    /// What the argument `training` is where nothing says so: nil for layers to which it makes no difference.
    var usualTraining: Bool? {
        (self as? ScriptedLayer)?.script.usualTraining ?? (training?.usualTraining).flatMap { $0 }
    }

    /// Whether the layer has the argument `training`.
    public var takesTraining: Bool {
        self is Model || training != nil || (self as? ScriptedLayer)?.script.takesTraining ?? false
    }

    private var training: (any TrainingOperation)? { (self as? CatalogueLayer)?.trainingOperation }

    /// The argument that a node keeps: what was given, or the layer's own default; none for layers that do not have it.
    func kept(_ argument: TrainingArgument) -> TrainingArgument {
        guard takesTraining else { return .absent }
        if case .absent = argument, let usualTraining { return .given(usualTraining) }
        return argument
    }
}

extension Model {
    /// Whether some layer was called with `training=True` in it, so that it is not all at inference where nothing is said.
    var trainsBySelf: Bool {
        nodes.contains { node in
            node.training == .given(true) || (node.network?.trainsBySelf ?? false)
        }
    }
}
