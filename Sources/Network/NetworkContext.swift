import Layers

/// What all layers of one session share: automatic names, the seed, the settings and the memory for feature maps.
public final class NetworkContext {
    /// The dialect and the default data format.
    public var settings: Settings { didSet { changes.record() } }
    /// The seed from which every weight that has none of its own derives its values.
    public var seed: UInt64 = 0
    /// The feature maps that were computed and are kept.
    public let cache: FeatureMapCache
    /// Counts what makes kept feature maps out of date.
    let changes = ChangeCounter()
    /// The models that are being built around what is made now; weights have their names before their own in the path.
    private var scope: [String] = []
    private var nameCounts: [String: Int] = [:]
    private var prefixes: [String: String] = [:]

    /// - Parameters:
    ///   - settings: the dialect and the default data format.
    ///   - cacheBudget: bytes of feature maps to keep.
    public init(settings: Settings = Settings(), cacheBudget: Int = 256 << 20) {
        self.settings = settings
        cache = FeatureMapCache(budget: cacheBudget, changes: changes)
    }

    /// The next automatic name for a thing of that class: `conv2d`, then `conv2d_1`.
    ///
    /// Source: Keras's `auto_name`.
    public func automaticName(forClass className: String) -> String {
        let prefix = prefixes[className] ?? snakeCase(className)
        prefixes[className] = prefix
        let count = nameCounts[prefix, default: 0]
        nameCounts[prefix] = count + 1
        return count == 0 ? prefix : "\(prefix)_\(count)"
    }

    /// Builds something inside a model, whose name then stands in the paths of the weights.
    func inside<Result>(_ model: String, _ build: () throws(Refusal) -> Result) throws(Refusal) -> Result {
        scope.append(model)
        defer { scope.removeLast() }
        return try build()
    }

    /// The path of a layer that is built now: `sequential/conv2d`.
    func path(of layer: String) -> String { (scope + [layer]).joined(separator: "/") }

    /// Forgets the automatic names and the feature maps, as `keras.backend.clear_session` does.
    public func clear() {
        nameCounts = [:]
        cache.removeAll()
    }

    /// The seed of one weight: it depends on the session's seed and the names only, not on what was made before.
    public func seed(layer: String, weight: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed &* 0x9e37_79b9_7f4a_7c15
        for byte in "\(layer)/\(weight)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }
}
