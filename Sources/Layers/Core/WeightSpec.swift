import TensorEngine

/// A weight that a layer will have once its input's shape is known; nothing is allocated for it yet.
public struct WeightSpec: Sendable {
    /// The name within the layer: "kernel".
    public let name: String
    /// The part of the layer that has it, between the layer's name and its own in a path: "lstm_cell"; nil for the layer itself.
    public var part: String?
    /// Sizes, as Keras orders them: (kernel…, channels / groups, filters).
    public let shape: [Int]
    /// How its values are initialized.
    public let initializer: Made<Initializer>
    /// The penalty on it; nil for none.
    public let regularizer: Made<Regularizer>?
    /// The rule it obeys; nil for none.
    public let constraint: Made<Constraint>?
    /// Whether training would change it; the moving averages of BatchNormalization are not trainable.
    public let isTrainable: Bool

    /// Describes a weight.
    public init(
        _ name: String, shape: [Int], initializer: Made<Initializer>, regularizer: Made<Regularizer>? = nil,
        constraint: Made<Constraint>? = nil, isTrainable: Bool = true
    ) {
        self.name = name
        self.shape = shape
        self.initializer = initializer
        self.regularizer = regularizer
        self.constraint = constraint
        self.isTrainable = isTrainable
    }

    /// The most values that the weights of a layer may have: 10¹⁵ bytes. Sums of counts never overflow then.
    private static let mostValues = 1 << 48

    /// Refuses weights that no machine holds.
    /// - Throws: MemoryError.
    public static func requireCountable(_ specs: [WeightSpec]) throws(Refusal) {
        guard let large = specs.first(where: { $0.count > mostValues }) else { return }
        throw Refusal(
            .memoryError,
            "The weight '\(large.name)' of shape \(BatchShape(large.shape)) would need more memory than any "
                + "machine has.", remedy: "a weight has at most \(mostValues) values")
    }

    /// Number of values; `Int.max` where the product overflows, which no machine can hold.
    public var count: Int { checkedProduct(shape) ?? Int.max }
}
