import TensorEngine

/// The weights of one built layer, and what was prepared from them for the engine.
public final class LayerState {
    /// The weights, in the order of `Operation.weights(for:)`.
    public private(set) var weights: [Tensor]
    /// The version of the weights.
    public private(set) var version: Int
    private var prepared: [AnyHashable: (version: Int, value: any Sendable)] = [:]

    /// The state of a layer with these weights.
    public init(weights: [Tensor], version: Int = 0) {
        self.weights = weights
        self.version = version
    }

    /// Replaces the weights; what was prepared from the old ones is dropped.
    public func replace(_ weights: [Tensor], version: Int) {
        self.weights = weights
        self.version = version
        prepared = [:]
    }

    /// Something derived from the weights, made once and kept until they change.
    /// - Parameter version: the version of another layer's weights from which it is derived as well.
    public func prepare<Key: Hashable, Prepared: Sendable>(
        _ key: Key, from version: Int = 0, _ make: () throws -> Prepared
    ) rethrows -> Prepared {
        if let kept = prepared[AnyHashable(key)], kept.version == version, let value = kept.value as? Prepared {
            return value
        }
        let made = try make()
        prepared[AnyHashable(key)] = (version, made)
        return made
    }
}
