import Layers
import Network
import PythonText
import TensorEngine

/// `diagnose(m)`: what in a network is seldom wanted.
public struct Diagnosis: Report {
    /// The model's name.
    public let name: String
    /// What was found, in the order of the layers.
    public let findings: [Finding]
    /// Why the values were not looked at; nil where they were.
    public let skipped: String?

    /// Looks at a model.
    /// - Parameters:
    ///   - title: what it is called; nil for the model's own name.
    ///   - name: the name of a tensor.
    /// - Throws: as `Evaluator`.
    public init(_ model: Model, called title: String? = nil, name: (SymbolicTensor) -> String) throws {
        self.name = title ?? model.name
        let nodes = model.nodes.filter { !$0.inputs.isEmpty }
        var findings: [Finding] = []
        var (biases, biasPlace): ([UselessBias], Int) = ([], 0)
        let normalized = Diagnosis.normalized(nodes)
        for node in nodes {
            let place = node.outputs.first.map(name) ?? node.layer.name
            if let finding = ChannelOrder(node)?.finding(place) { findings.append(finding) }
            findings += WindowFindings(node, in: model, place: place)?.all ?? []
            if let finding = Diagnosis.gridding(node, nodes, place) { findings.append(finding) }
            if let bias = Diagnosis.bias(node, of: nodes, normalized, place) {
                if biases.isEmpty { biasPlace = findings.count }
                if !biases.contains(where: { $0.layer === bias.layer }) { biases.append(bias) }
            }
            if let finding = Diagnosis.dense(node, model, place) { findings.append(finding) }
            if let finding = Diagnosis.oneClassSoftmax(node, place) { findings.append(finding) }
        }
        if let finding = Diagnosis.finding(biases) { findings.insert(finding, at: biasPlace) }
        let values = try ValueFindings(model, nodes, name: name)
        self.findings = findings.grouped + values.findings
        skipped = values.skipped
    }

    // MARK: Dilation

    /// Pixels between those that an output pixel sees, which no tap of it ever reads: for the last of several dilated layers.
    private static func gridding(_ node: Node, _ nodes: [Node], _ place: String) -> Finding? {
        guard let motion = motion(node), motion.axes.contains(where: { $0.dilation > 1 }),
            let output = node.outputs.first
        else { return nil }
        let followers = nodes.filter { $0.inputs.contains { $0 === output } }
        let isLast = !followers.contains { reachesDilated($0, nodes) }
        guard isLast, let fields = NodeFields.fields(of: output)?.outputs[output.outputIndex] else { return nil }
        var texts: [String] = []
        for field in fields {
            let axes = SpatialAxes(
                field.shape, field.format(seenFrom: output.shape, FieldReport.format(of: output)))
            for (axis, name) in zip(axes.places, axes.names) {
                guard case .moving(let moving, _) = field.axes[axis].indices, field.axes[axis].isExtentExact,
                    let set = moving.sets.first, set.runs.count > 1, let hull = set.hull
                else { continue }
                let seen = set.shifted(by: -hull.lowerBound)
                let unseen = zip(seen.runs, seen.runs.dropFirst()).flatMap { $0.upperBound + 1..<$1.lowerBound }
                let some = unseen.prefix(6).map(String.init).joined(separator: ", ") + (unseen.count > 6 ? ", …" : "")
                texts.append("\(name): a pixel sees \(seen.count) of \(set.extent) pixels, and never those at \(some)")
            }
        }
        guard !texts.isEmpty else { return nil }
        let unique = Set(texts.map { $0.drop { $0 != ":" } })
        let text =
            unique.count == 1 && texts.count > 1
            ? "along each axis \((unique.first ?? "").dropFirst(2))" : texts.joined(separator: ", ")
        let rates = Set(motion.axes.map(\.dilation))
        return Finding(
            kind: .gridding, place: place,
            text: "dilation leaves a grid: \(text)",
            fix:
                "a layer with dilation_rate=1 and a kernel of at least \(rates.max() ?? 2) before it, or rates such as 1, 2, 5"
        )
    }

    private static func motion(_ node: Node) -> WindowMotion? {
        node.inputs.count == 1 ? WindowMotion(of: node.layer, over: node.inputs[0].shape) : nil
    }

    /// Whether a call, or one after it without another window between, is dilated.
    private static func reachesDilated(_ node: Node, _ nodes: [Node]) -> Bool {
        var (waiting, seen): ([Node], Set<ObjectIdentifier>) = ([node], [])
        while let next = waiting.popLast() {
            guard seen.insert(ObjectIdentifier(next)).inserted else { continue }
            if motion(next)?.axes.contains(where: { $0.dilation > 1 }) == true { return true }
            waiting += nodes.filter { follower in
                follower.inputs.contains { input in next.outputs.contains { $0 === input } }
            }
        }
        return false
    }

    // MARK: Parameters

    /// The tensors that are normalized, and nothing else is done with.
    private static func normalized(_ nodes: [Node]) -> Set<ObjectIdentifier> {
        var uses: [ObjectIdentifier: [Node]] = [:]
        for node in nodes { for input in node.inputs { uses[ObjectIdentifier(input), default: []].append(node) } }
        return Set(
            uses.filter { _, users in users.allSatisfy(Diagnosis.normalizesChannels) }.map(\.key))
    }

    /// Whether a call normalises each channel over the batch, which takes a bias of the channel away again.
    private static func normalizesChannels(_ node: Node) -> Bool {
        guard node.layer.className == "BatchNormalization", let layer = node.layer as? CatalogueLayer,
            let input = node.inputs.first
        else { return false }
        let axis = layer.made.arguments.int("axis")
        let place = axis < 0 ? axis + input.shape.rank : axis
        return place == FieldReport.format(of: input).channelAxis(rank: input.shape.rank)
    }

    /// A bias that has no effect.
    private struct UselessBias {
        let layer: CatalogueLayer
        let place: String
        let count: Int
        /// The call of the layer without it.
        let call: String
    }

    /// One finding for all of them.
    private static func finding(_ biases: [UselessBias]) -> Finding? {
        guard let first = biases.first else { return nil }
        if biases.count == 1 {
            return Finding(
                kind: .biasBeforeNormalization, place: first.place,
                text:
                    "its bias (\(PythonNumber.grouped(first.count)) parameters) has no effect: the batch normalization after it subtracts the "
                    + "mean", fix: first.call)
        }
        return Finding(
            kind: .biasBeforeNormalization, place: first.place, others: biases.dropFirst().map(\.place),
            text:
                "their biases (\(PythonNumber.grouped(biases.reduce(0) { $0 + $1.count })) parameters) have no effect: the batch normalization "
                + "after each subtracts the mean", fix: "use_bias=False in each, as in \(first.call)")
    }

    /// A bias that the following normalization takes away again.
    private static func bias(
        _ node: Node, of nodes: [Node], _ normalized: Set<ObjectIdentifier>, _ place: String
    ) -> UselessBias? {
        guard let layer = node.layer as? CatalogueLayer,
            // A shared layer's bias may have an effect in another call, in this network or elsewhere.
            (nodes.filter { $0.layer === layer } + layer.inboundNodes).allSatisfy({ call in
                call.outputs.allSatisfy { normalized.contains(ObjectIdentifier($0)) }
            }),
            layer.made.arguments.parameters.contains(where: { $0.name == "use_bias" }),
            layer.made.arguments.bool("use_bias"), layer.made.arguments.activation()?.effective == nil,
            let bias = layer.weights.first(where: { $0.spec.name == "bias" }),
            let variant = LayerVariant(layer, [("use_bias", .bool(false))])
        else { return nil }
        return UselessBias(layer: layer, place: place, count: bias.spec.count, call: variant.call)
    }

    /// A share in percent, without a fraction; 0 and 100 are said only of what is nothing or all.
    static func percent(_ share: Double) -> String {
        let exact = share * 100
        if share == 0 || share == 1 || (0.5..<99.5).contains(exact) { return String(Int(exact.rounded())) }
        return exact < 50 ? "less than 1" : "more than 99"
    }

    /// A Dense layer that has most of the model's parameters.
    private static func dense(_ node: Node, _ model: Model, _ place: String) -> Finding? {
        let (own, all) = (node.layer.parameterCount, model.parameterCount)
        guard node.layer.className == "Dense", own > 50_000, own > all / 2, model.layers.count > 2,
            let units = node.outputs.first?.shape.dims.last?.known
        else { return nil }
        let text =
            "\(Diagnosis.percent(Double(own) / Double(all))) % of all parameters are its own: "
            + "\(PythonNumber.grouped(own)) of \(PythonNumber.grouped(all))"
        guard let flat = node.inputs.first?.node, flat.layer.className == "Flatten", let maps = flat.inputs.first,
            maps.shape.rank > 2
        else {
            return Finding(kind: .heavyDense, place: place, text: text, fix: "fewer units, or fewer features before it")
        }
        let format = FieldReport.format(of: maps)
        let rank = maps.shape.rank - 2
        guard let channels = maps.shape.dims[format.channelAxis(rank: maps.shape.rank)].known,
            let pooled = checkedProduct([channels, units])
        else { return nil }
        guard model.accepts([BatchShape([maps.shape.dims[0], Dim(channels)])], from: flat) else {
            return Finding(kind: .heavyDense, place: place, text: text, fix: "fewer units, or smaller maps before it")
        }
        return Finding(
            kind: .heavyDense, place: place, text: text,
            fix:
                "GlobalAveragePooling\(rank)D() in place of \(flat.layer.shownName) leaves it \(PythonNumber.grouped(pooled + units))"
        )
    }
}
