import Layers
import Network
import TensorEngine

/// What `model.summary()` tells: the layers, their output shapes and parameters, and the totals.
public struct SummaryReport: Report, Equatable {
    /// One layer.
    public struct Row: Equatable, Sendable {
        /// The name it is found by.
        public let name: String
        /// The class: `Conv2D`.
        public let layer: String
        /// The shapes of the outputs of its first call; empty where the layer has not been called.
        public let outputShapes: [BatchShape]
        /// Number of parameters; nil where the layer is not built.
        public let parameters: Int?
        /// Multiply-accumulates for one sample, over all its calls in the model; nil where the layer has not been called.
        public let cost: Cost?
        /// What one pixel of its first output sees of the model's input; nil where the layer has not been called.
        public let receptiveField: ReceptiveField?
        /// Names of the layers whose output it takes.
        public let connectedTo: [String]
        /// Whether training may change its weights; nil where it has none.
        public let isTrainable: Bool?
        /// How many models around it are shown above it.
        public let level: Int
        /// The window's size and its strides; nil where the layer moves none.
        public let kernel: [Int]?, strides: [Int]?
        /// The argument `padding`, as Python writes it; nil where there is none.
        public let padding: String?
        /// Bytes of all its outputs in the model for one sample; nil where the layer has not been called or a size is not known.
        public let activationBytes: Int?
    }

    /// The model's name: `functional`.
    public let modelName: String
    /// The model's class.
    public let modelClass: String
    /// Number of rows.
    public let rows: [Row]
    /// Whether the layers form one chain, so that connections need no column.
    public let isChain: Bool
    /// Number of parameters in all.
    public let totalParameters: Int
    /// Parameters that training may change.
    public let trainableParameters: Int
    /// The bits of the parameters.
    public let parameterBits: ParameterBits
    /// Multiply-accumulates for one sample.
    public let cost: Cost
    /// The largest sum of outputs that are held at once for one sample, in bytes (`ActivationMemory`); nil where it is not known.
    public let peakActivationBytes: Int?

    /// What is shown, and how wide.
    public let options: SummaryOptions

    /// Parameters that training leaves alone.
    public var nonTrainableParameters: Int { totalParameters - trainableParameters }

    /// Summarises a model with the usual options. Allocates no weights.
    public init(_ model: Model) { self.init(model, SummaryOptions(), layers: model.operations[...]) }

    /// Summarises a model. Allocates no weights.
    /// - Throws: `Refusal` where the options name layers that there are not.
    public init(_ model: Model, _ options: SummaryOptions) throws(Refusal) {
        self.init(model, options, layers: try options.chosen(model.operations))
        try options.check(columns: isChain ? 3 : 4)
    }

    /// Summarises a model whose class a script defines: the layers among its attributes, in their order, as Keras does.
    /// - Throws: `Refusal` where the options name layers that there are not.
    public init(_ model: ScriptedLayer, _ options: SummaryOptions) throws(Refusal) {
        let layers = try options.chosen(model.sublayers)
        try options.check(columns: 3)
        let network = model.firstNetwork
        let nodes = network?.nodes ?? []
        let fields = network.map { NodeFields.fields($0.nodes, from: $0.inputs) } ?? [:]
        self.options = options
        modelName = model.name
        modelClass = model.className
        rows = layers.flatMap { layer in
            let nested = options.expandsNested ? SummaryReport.nested(in: layer, level: 1) : []
            let calls = nodes.filter { $0.layer === layer }
            return [SummaryReport.row(layer, calls, fields, shapes: layer.firstShapes, level: 0)] + nested
        }
        isChain = true
        totalParameters = model.parameterCount
        trainableParameters = model.trainableParameterCount
        parameterBits = model.parameterBits
        cost = network.map(Cost.init(of:)) ?? .unknown
        peakActivationBytes = network.flatMap(ActivationMemory.peak)
    }

    private init(_ model: Model, _ options: SummaryOptions, layers: ArraySlice<Layer>) {
        self.options = options
        modelName = model.name
        modelClass = model.className
        let nodes = model.nodes
        let inModel = Set(nodes.map(ObjectIdentifier.init))
        let fields = NodeFields.fields(nodes, from: model.inputs)
        rows = layers.flatMap { layer in
            let calls = SummaryReport.calls(of: layer, among: nodes, inModel)
            let nested = options.expandsNested ? SummaryReport.nested(in: layer, level: 1) : []
            return [SummaryReport.row(layer, calls, fields, level: 0)] + nested
        }
        isChain =
            model is Sequential
            || nodes.allSatisfy { $0.inputs.count <= 1 }
                && SummaryReport.isUnbranched(nodes)
                && model.operations.allSatisfy { SummaryReport.calls(of: $0, among: nodes, inModel).count <= 1 }
        totalParameters = model.parameterCount
        trainableParameters = model.trainableParameterCount
        parameterBits = model.parameterBits
        cost = Cost(of: model)
        peakActivationBytes = ActivationMemory.peak(of: model)
    }

    /// A layer's calls in a model, in their order; of those inside of layers of scripts a layer does not know.
    private static func calls(
        of layer: Layer, among nodes: [Node], _ inModel: Set<ObjectIdentifier>
    ) -> [Node] {
        let own = layer.inboundNodes.filter { inModel.contains(ObjectIdentifier($0)) }
        return own.isEmpty ? nodes.filter { $0.layer === layer } : own
    }

    /// The rows of the layers in a nested model.
    private static func nested(in layer: Layer, level: Int) -> [Row] {
        if let scripted = layer as? ScriptedLayer {
            return scripted.isModel ? scripted.visiting(otherwise: []) { nested(inScripted: scripted, level) } : []
        }
        guard let model = layer as? Model else { return [] }
        let nodes = model.nodes
        let inModel = Set(nodes.map(ObjectIdentifier.init))
        return model.layers.flatMap { inner in
            let calls = inner.inboundNodes.filter { inModel.contains(ObjectIdentifier($0)) }
            return [row(inner, calls, [:], level: level)] + nested(in: inner, level: level + 1)
        }
    }

    /// The rows of the layers among the attributes of a model whose class a script defines.
    private static func nested(inScripted model: ScriptedLayer, _ level: Int) -> [Row] {
        let nodes = model.firstNetwork?.nodes ?? []
        return model.sublayers.flatMap { inner in
            [row(inner, nodes.filter { $0.layer === inner }, [:], shapes: inner.firstShapes, level: level)]
                + nested(in: inner, level: level + 1)
        }
    }

    /// - Parameter shapes: the shapes of its outputs, where they are not those of its first call here.
    private static func row(
        _ layer: Layer, _ calls: [Node], _ fields: [ObjectIdentifier: NodeFields], shapes: [BatchShape]? = nil,
        level: Int
    ) -> Row {
        let outputs = calls.first?.outputs ?? []
        return Row(
            name: layer.name, layer: layer.className,
            outputShapes: shapes ?? (outputs.isEmpty ? layer.firstShapes : outputs.map(\.shape)),
            parameters: layer.isBuilt ? layer.parameterCount : nil, cost: cost(of: calls),
            receptiveField: calls.first.flatMap { fields[ObjectIdentifier($0)]?.field(of: 0, $0.layer.context) },
            connectedTo: level > 0
                ? []
                : calls.flatMap { node in
                    node.inputs.map { "\($0.layer.name)[\(callIndex(of: $0))][\($0.outputIndex)]" }
                }, isTrainable: layer.weights.isEmpty ? nil : layer.isTrainable, level: level,
            kernel: layer.windowArgument("kernel_size", "pool_size"), strides: layer.windowArgument("strides"),
            padding: layer.paddingArgument,
            activationBytes: calls.isEmpty ? nil : ActivationMemory.bytes(calls.flatMap(\.outputs).map(\.shape)))
    }

    /// A layer's share of the model's parameters, from 0 to 1; nil where it is not known or the model has none.
    public func share(of row: Row) -> Double? {
        guard let parameters = row.parameters, totalParameters > 0 else { return nil }
        return Double(parameters) / Double(totalParameters)
    }

    private static func cost(of calls: [Node]) -> Cost? {
        guard let first = calls.first else { return nil }
        return calls.dropFirst().reduce(into: Cost(of: first)) { $0.add(Cost(of: $1)) }
    }

    /// Which of its layer's calls made a tensor.
    private static func callIndex(of tensor: SymbolicTensor) -> Int {
        tensor.layer.inboundNodes.firstIndex { $0 === tensor.node } ?? 0
    }

    private static func isUnbranched(_ nodes: [Node]) -> Bool {
        var uses: [ObjectIdentifier: Int] = [:]
        for node in nodes { for input in node.inputs { uses[ObjectIdentifier(input), default: 0] += 1 } }
        return uses.values.allSatisfy { $0 <= 1 }
    }
}

extension Layer {
    /// The sizes that the first of these parameters gives that the layer has, or that of the parameter it stands for.
    fileprivate func windowArgument(_ names: String...) -> [Int]? {
        guard let arguments = (self as? CatalogueLayer)?.made.arguments else { return nil }
        for name in names {
            guard let parameter = arguments.parameters.first(where: { $0.name == name }) else { continue }
            switch arguments.effective(parameter) {
            case .int(let size): return [size]
            case .tuple(let items), .list(let items): return items.compactMap(\.size.known)
            default: continue
            }
        }
        return nil
    }

    /// The argument `padding`.
    fileprivate var paddingArgument: String? {
        guard let arguments = (self as? CatalogueLayer)?.made.arguments, arguments.has("padding") else { return nil }
        return arguments.optionalString("padding") ?? arguments["padding"].description
    }
}
