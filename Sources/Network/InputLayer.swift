import Layers
import TensorEngine

/// The start of a network: a shape, and the data that feature maps are computed from.
public final class InputLayer: Layer {
    /// The shape, batch axis first.
    public let shape: BatchShape
    /// The data that flow: a probe or a tensor.
    public private(set) var feed: Feed = .probe(Probes.standard)

    /// What flows into a network.
    public enum Feed {
        case probe(Probe)
        case tensor(Tensor)
    }

    /// Makes an input.
    /// - Parameters:
    ///   - shape: the shape, batch axis first.
    ///   - name: the name; nil for an automatic one.
    public init(shape: BatchShape, name: String? = nil, context: NetworkContext) throws(Refusal) {
        for size in shape.dims.compactMap(\.known) where size < 0 {
            throw Refusal(
                argument: "shape", "The `shape` argument must contain only sizes of zero or more, or None.",
                received: "shape=\(BatchShape(shape.perSample))")
        }
        self.shape = context.withSymbols(shape)
        super.init(name: name, className: "InputLayer", context: context)
        let node = Node(layer: self, inputs: [])
        node.makeOutputs([self.shape], context, name: name)
        record(node)
    }

    /// The tensor the network starts with.
    public var output: SymbolicTensor { inboundNodes[0].outputs[0] }

    /// None: nothing is computed.
    public override func multiplyAccumulates(inputs: [BatchShape], outputs: [BatchShape]) -> Dim { 0 }

    public override var representation: String { "InputLayer(shape=\(BatchShape(shape.perSample)))" }

    /// Sets the data that flow from here.
    /// - Throws: `Refusal` where the data have another shape. A missing batch axis is added, and a missing axis of one channel.
    public func setFeed(_ newFeed: Feed) throws(Refusal) {
        if case .tensor(let tensor) = newFeed {
            feed = .tensor(try fitted(tensor))
        } else {
            feed = newFeed
        }
        context.changes.record()
    }

    private func fitted(_ tensor: Tensor) throws(Refusal) -> Tensor {
        let sizes = tensor.shape.dims
        if shape.accepts(sizes) { return tensor }
        let channelAxis = shape.rank > 2 ? context.settings.imageDataFormat.channelAxis(rank: shape.rank) : nil
        for whole in [[1] + sizes, sizes, [1] + sizes] {
            var whole = whole
            if whole.count == shape.rank - 1, let channelAxis { whole.insert(1, at: channelAxis) }
            if shape.accepts(whole), let fitted = try? tensor.reshaped(Shape(whole)) { return fitted }
        }
        throw Refusal(
            argument: "data", "The data fed to '\(shownName)' must have the shape \(shape).",
            received: "an array of shape \(BatchShape(sizes))",
            remedy: "reshape it, or make another Input")
    }

    /// The data themselves.
    /// - Throws: `Refusal` where sizes are unknown and no data were fed; `EngineError` for want of memory.
    public func data() throws -> Tensor {
        switch feed {
        case .tensor(let tensor): return tensor
        case .probe(let probe):
            let sizes = shape.dims.prefix(1).map { $0.known ?? 1 } + shape.perSample.compactMap(\.known)
            guard sizes.count == shape.rank else {
                let example = shape.dims.enumerated().map { $1.known ?? ($0 == 0 ? 1 : 32) }
                throw Refusal(
                    "The size of '\(shownName)' is not known: \(shape).",
                    remedy: "feed it data, as in \(shownName).feed(np.zeros(\(BatchShape(example))))")
            }
            return try probe.tensor(sizes: sizes, dataFormat: context.settings.imageDataFormat)
        }
    }
}
