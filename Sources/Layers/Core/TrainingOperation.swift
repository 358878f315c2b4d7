/// An operation that does something else in training than at inference: it drops, adds noise, or looks at the batch.
public protocol TrainingOperation: Operation {
    /// What the argument `training` is where a call does not give it: False, or nil for that of the call around it.
    var usualTraining: Bool? { get }

    /// Whether it works as at inference where its layer is not trainable.
    var isFrozenWithItsLayer: Bool { get }
}
