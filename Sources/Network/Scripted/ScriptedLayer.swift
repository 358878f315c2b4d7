import Layers
import TensorEngine

/// A layer, or a model without fixed ends, whose class a script defines by deriving from Keras's `Layer` or `Model`.
///
/// A call of it on symbolic tensors runs the script's `call` on inputs of its own. What comes of it is a network, the
/// inside of the call, which is looked into wherever a model is: for shapes, costs, receptive fields and values.
/// Source: keras/src/layers/layer.py.
public final class ScriptedLayer: Layer {
    /// What the script says.
    public private(set) var script: any LayerScript = NoScript()
    /// Whether its class derives from `Model`.
    public let isModel: Bool
    /// Whether the class's `__init__` has called that of `Layer`; before that there is no name.
    public private(set) var isSetUp = false
    /// The shapes of the inputs that it was built for.
    public private(set) var builtFor: [BatchShape] = []
    /// Whether it was built, after which it takes no more layers and weights.
    public private(set) var isLocked = false
    private var firstCall: (form: any ScriptedCall, shapes: [BatchShape])?
    private var builtFlag = false
    private var kept = KeptInsides()

    /// Makes a layer that waits for `setUp`.
    public init(className: String, isModel: Bool, context: NetworkContext) {
        self.isModel = isModel
        super.init(name: "", className: className, context: context)
    }

    /// Connects it with the object of the script that it is.
    public func attach(_ script: any LayerScript) {
        self.script = script
        context.scriptedLayers.add(self)
    }

    /// What `Layer.__init__` does.
    /// - Parameter name: the name; nil for an automatic one.
    public func setUp(name: String?, isTrainable: Bool) {
        self.name = name ?? context.automaticName(forClass: className)
        path = self.name
        isSetUp = true
        trainableFlag = isTrainable
    }

    private var declaredShape: BatchShape?

    public override var declaredInputShape: BatchShape? { declaredShape }

    /// Keeps the shape that the arguments of `Layer.__init__` say it gets.
    public func declareInput(_ shape: BatchShape?) { declaredShape = shape }

    // MARK: What it consists of

    /// The layers among its attributes, each once.
    public var sublayers: [Layer] { script.sublayers }

    override var ownWeights: [Weight] { script.ownWeights }

    public override var weights: [Weight] {
        visiting(otherwise: []) { allWeights }
    }

    private var allWeights: [Weight] {
        var seen: Set<ObjectIdentifier> = []
        return (ownWeights + sublayers.flatMap(\.weights)).filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    override func passOnTrainable() {
        visiting(otherwise: ()) {
            super.passOnTrainable()
            for layer in sublayers { layer.isTrainable = isTrainable }
        }
    }

    private var isVisited = false

    /// Goes through the layers inside, once: among its attributes an object may have one that has it among its own.
    public func visiting<Result>(otherwise usual: Result, _ body: () -> Result) -> Result {
        guard !isVisited else { return usual }
        isVisited = true
        defer { isVisited = false }
        return body()
    }

    /// Makes a weight of it; its name stands behind those of the layers around it.
    public func makeWeight(_ spec: WeightSpec) -> Weight {
        let own = context.isInside(name) ? context.path : context.path(of: name)
        let weight = Weight(spec: spec, path: "\(own)/\(spec.name)", context)
        if !isTrainable { weight.isTrainable = false }
        return weight
    }

    // MARK: Building

    public override var isBuilt: Bool { builtFlag }

    /// Says that there is nothing left to build, as `self.built = True` does.
    public func setBuilt(_ flag: Bool) { builtFlag = flag }

    public override func build(_ inputs: [BatchShape]) throws(Refusal) {
        try build(inputs, by: script.plainCall(inputs: inputs.count))
    }

    /// Builds it by what the script itself runs, in its own place among the names.
    public func build(for inputs: [BatchShape], by body: () throws(Refusal) -> Void) throws(Refusal) {
        try requireSetUp()
        try context.inside(name) { () throws(Refusal) in
            path = context.path
            try body()
        }
        markBuilt(for: inputs)
    }

    /// Builds it for a call: by the class's `build`, or else by running `call` once, which builds the layers in it.
    public func build(_ inputs: [BatchShape], by form: any ScriptedCall) throws(Refusal) {
        try requireSetUp()
        guard !builtFlag else { return }
        try context.inside(name) { () throws(Refusal) in
            path = context.path
            if script.definesBuild {
                try form.build(inputs)
            } else if let base = script.base {
                try base.build(inputs)
            } else if sublayers.contains(where: { !$0.isBuilt }) {
                try buildByRunning(form, inputs)
            }
        }
        markBuilt(for: form.withoutMask(inputs))
    }

    /// Takes no more layers and weights from now on.
    public func markBuilt(for inputs: [BatchShape]) {
        builtFor = inputs
        builtFlag = true
        isLocked = true
    }

    /// Runs `call` once, so that the layers in it are built. Where that fails the call itself will say why.
    private func buildByRunning(_ form: any ScriptedCall, _ inputs: [BatchShape]) throws(Refusal) {
        let inside: CallInside
        do { inside = try runAndKeep(form, inputs, training: nil) } catch {
            if ScriptedLayer.hopeless.contains(error.kind) { throw error }
            return
        }
        firstCall = (form, inputs)
        // Keras makes tensors of this run, too, and drops them.
        for _ in inside.shapes { _ = context.automaticName(forClass: "KerasTensor") }
    }

    private func requireSetUp() throws(Refusal) {
        guard isSetUp else {
            throw Refusal(
                .runtimeError,
                "In layer '\(className)', you forgot to call `super().__init__()` as the first statement in the "
                    + "`__init__()` method. Go add it!")
        }
    }

    // MARK: Calls on symbolic tensors

    public override func call(
        _ inputs: [SymbolicTensor], states: [SymbolicTensor] = [], masks: [SymbolicTensor] = [],
        training: TrainingArgument = .absent
    ) throws(Refusal) -> [SymbolicTensor] {
        let plain = script.plainCall(inputs: inputs.count)
        // As in Keras, a mask that hangs on a single input becomes a part of the network.
        let isBare = inputs.count == 1 && training == .absent && !context.isTracing
        let (form, places) = plain.asking(for: inputs.map { isBare && $0.mask != nil })
        return try call(inputs + places.compactMap { inputs[$0].mask }, by: form, training: training)
    }

    /// Calls the layer on the tensors that stand among the arguments of a call, which makes a node of a network.
    /// - Throws: `Refusal` with what the script raised.
    public func call(
        _ inputs: [SymbolicTensor], by form: any ScriptedCall, training: TrainingArgument = .absent
    ) throws(Refusal) -> [SymbolicTensor] {
        let shapes = inputs.map(\.shape)
        try build(shapes, by: form)
        let node = Node(layer: self, inputs: inputs, given: training)
        let inside = try context.inside(name) { () throws(Refusal) in
            try runAndKeep(form, shapes, training: node.training.flag)
        }
        node[CallForm.self] = CallForm(form: form)
        if firstCall == nil, !context.isTrying { firstCall = (form, shapes) }
        node.makeOutputs(inside.shapes, context)
        if !context.isTracing, supportsMasking {
            for (output, mask) in zip(node.outputs, try form.outputMasks(for: inputs)) { output.mask = mask }
        }
        noteCall(node)
        return node.outputs
    }

    /// Runs the script's `call` for inputs of these shapes.
    private func inside(
        _ form: any ScriptedCall, _ shapes: [BatchShape], training: Bool?
    ) throws(Refusal) -> CallInside {
        // Inside of another layer Keras runs `call`, whatever the class declares.
        let declared = context.isTracing ? nil : try form.declaredShapes(shapes)
        // Where shapes are declared, Keras does not run `call` yet: layers that are built in it remain as they are.
        if let declared, sublayers.contains(where: { !$0.isBuilt }) { return .opaque(declared) }
        do { return try CallInside(form, shapes, training: training, of: self).checked(declared) } catch {
            if let declared { return .opaque(declared) }
            // What depends on sizes that are not known, or on values, can still be run on data. Deep inside of other layers of
            // scripts it is left to these, as each would try it again.
            guard context.traceDepth < ScriptedLayer.mostTrials, ScriptedLayer.mendable.contains(error.kind),
                !error.isFinal,
                let probed = try? context.tracing({ () throws(Refusal) in
                    try ShapeTrial.outputs(of: form, for: shapes)
                }).result
            else { throw error }
            return .opaque(probed)
        }
    }

    /// How many layers of scripts may be around one whose shapes are tried on data.
    private static let mostTrials = 3
    /// Errors that data do not mend.
    private static let hopeless: Set<Refusal.Kind> = [.keyboardInterrupt, .recursionError, .memoryError]
    /// Errors that functions raise which only compute with data. Where a value decides what `call` does, Keras raises others.
    private static let mendable: Set<Refusal.Kind> = [.notImplementedError]

    /// What its calls depend on beside their inputs.
    private var versions: Int { ownWeights.reduce(script.version) { $0 &+ $1.version } }

    /// The inside of a call, which is run again where the shapes are others or something has changed since.
    private func inside(
        of node: Node?, for shapes: [BatchShape], training: Bool?
    ) throws(Refusal) -> (form: any ScriptedCall, inside: CallInside) {
        try inside(by: form(of: node, inputs: shapes.count), for: shapes, training: training)
    }

    private func form(of node: Node?, inputs count: Int) -> any ScriptedCall {
        node?.form ?? firstCall?.form ?? script.plainCall(inputs: count)
    }

    private func inside(
        by form: any ScriptedCall, for shapes: [BatchShape], training: Bool?
    ) throws(Refusal) -> (form: any ScriptedCall, inside: CallInside) {
        if let known = kept.find(form, shapes, training: training, versions) { return (form, known) }
        // Names and random numbers are those of the calls that the script itself makes.
        let snapshot = context.snapshot
        defer { context.restore(snapshot) }
        let made = try context.inside(name) { () throws(Refusal) in
            try runAndKeep(form, shapes, training: training)
        }
        return (form, made)
    }

    /// Runs the script's `call` for inputs of these shapes, and keeps what it did, unless it is only tried out.
    private func runAndKeep(
        _ form: any ScriptedCall, _ shapes: [BatchShape], training: Bool?
    ) throws(Refusal) -> CallInside {
        let (inside, reads) = try context.reads.collecting { () throws(Refusal) -> CallInside in
            try self.inside(form, shapes, training: training)
        }
        if !context.isTrying { kept.add(inside, form, shapes, training: training, versions, reads: reads) }
        return inside
    }

    public override func network(inside node: Node, for shapes: [BatchShape]) -> Model? {
        (try? inside(of: node, for: shapes, training: node.training.flag))?.inside.network
    }

    /// Whether it was called, on tensors or on data, or built by running its `call`.
    var hasFirstCall: Bool { firstCall != nil }

    /// The network of its first call, by itself or in another layer's call; nil before any.
    public var firstNetwork: Model? {
        guard let firstCall else { return nil }
        let node = inboundNodes.first
        // Data have a batch of some size, which is of no interest where the script does not ask for it.
        let shapes = node == nil ? firstCall.shapes.map(\.ofAnyBatch) : firstCall.shapes
        return (try? inside(of: node, for: shapes, training: nil))?.inside.network
            ?? (try? inside(of: node, for: firstCall.shapes, training: nil))?.inside.network
    }

    /// Its first call by itself, as a network of one call: for other inputs the script runs again. Nil before any call.
    public var firstCallAlone: Model? {
        guard let network = firstNetwork, let form = inboundNodes.first?[CallForm.self]?.form ?? firstCall?.form else {
            return nil
        }
        let node = Node(layer: self, inputs: network.inputs, given: inboundNodes.first?.givenTraining ?? .absent)
        node[CallForm.self] = CallForm(form: form)
        node.makeOutputs(network.outputs.map(\.shape), context, name: name)
        return Model(inside: self, inputs: network.inputs, outputs: node.outputs)
    }

    private var inlinedFirst: (network: Model, calls: [Node])?

    /// The calls inside of its first call, those in inner layers among them: see `InlinedCall`.
    var callsInFirstNetwork: [Node] {
        guard let network = firstNetwork else { return [] }
        if let inlinedFirst, inlinedFirst.network === network { return inlinedFirst.calls }
        let calls = InlinedCall.copies(of: network, on: network.inputs).calls
        inlinedFirst = (network, calls)
        return calls
    }

    public override func outputShapes(for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try inside(of: nil, for: inputs, training: nil).inside.shapes
    }

    override func outputShapes(in node: Node, for inputs: [BatchShape]) throws(Refusal) -> [BatchShape] {
        try inside(of: node, for: inputs, training: node.training.flag).inside.shapes
    }

    /// The shapes of a call's outputs for other inputs, for which the script runs.
    /// - Throws: `Refusal` with what it raised, also where the class declares shapes.
    func outputShapes(trying inputs: [BatchShape], in node: Node) throws(Refusal) -> [BatchShape] {
        let inside = try inside(of: node, for: inputs, training: node.training.flag).inside
        // What a class declares says nothing of what is inside.
        guard inside.network != nil || network(inside: node, for: node.inputs.map(\.shape)) == nil else {
            throw Refusal("'\(name)' cannot be called on these sizes.", received: "shape=\(inputs.map(\.description))")
        }
        return inside.shapes
    }

    // MARK: Calls on data

    /// Prepares a call on data: builds the layer, and settles what `training` is.
    public func prepare(
        _ shapes: [BatchShape], by form: any ScriptedCall, training: TrainingArgument, _ call: CallContext
    ) throws(Refusal) -> Bool? {
        try build(shapes, by: form)
        if firstCall == nil { firstCall = (form, shapes.map(\.ofAnyBatch)) }
        return call.settle(training, usual: script.usualTraining)
    }

    override func forward(
        _ data: CallInputs, in node: Node?, training: Bool?, _ call: CallContext
    ) throws -> [MaskedTensor] {
        var inputs = data.inputs
        if let node, !isBuilt {
            let shapes = inputs.map { BatchShape($0.tensor.shape.dims).ofAnyBatch }
            try build(shapes, by: node.form ?? script.plainCall(inputs: shapes.count))
        }
        let masks = inputs.map(\.mask)
        var form = form(of: node, inputs: inputs.count)
        if masks.contains(where: { $0 != nil }) {
            let places: [Int]
            (form, places) = form.asking(for: masks.map { $0 != nil })
            inputs += places.compactMap { masks[$0].map { MaskedTensor($0) } }
        }
        if script.takesMasksAway { for input in inputs { input.hung?.remove() } }
        let shapes = inputs.map { BatchShape($0.tensor.shape.dims).ofAnyBatch }
        let outputs = try outputs(by: form, inputs, shapes, training, call)
        if call.remembers { try callLosses.addPenalties(of: outputs.map(\.tensor), script.penalty) }
        guard supportsMasking, outputs.contains(where: { $0.mask == nil }) else { return outputs }
        let found = try form.outputMasks(for: inputs, hanging: masks)
        return outputs.enumerated().map { $1.masked(by: found.indices.contains($0) ? found[$0] : nil) }
    }

    private func outputs(
        by form: any ScriptedCall, _ inputs: [MaskedTensor], _ shapes: [BatchShape], _ training: Bool?,
        _ call: CallContext
    ) throws -> [MaskedTensor] {
        guard let network = try inside(by: form, for: shapes, training: training).inside.computable else {
            return try context.calling(call, in: name) { try form.outputs(for: inputs, training: training) }
        }
        return try network.forward(CallInputs(inputs), in: nil, training: nil, call)
    }
}

/// The way in which a node called its layer.
private struct CallForm {
    let form: any ScriptedCall
}

extension Node {
    /// The same call on other tensors, of which the layer does not know.
    /// - Parameter shapes: the shapes of the outputs; nil for those of this call.
    func copy(on inputs: [SymbolicTensor], shapes: [BatchShape]? = nil) -> Node {
        let copy = Node(layer: layer, inputs: inputs, given: givenTraining, roles: roles)
        copy[CallForm.self] = self[CallForm.self]
        copy.makeOutputs(shapes ?? outputs.map(\.shape), layer.context, name: outputs.first?.name)
        return copy
    }

    /// The arguments of a call of a layer of a script; nil for other layers.
    public var form: (any ScriptedCall)? { self[CallForm.self]?.form }
}

extension TrainingArgument {
    /// What was given; nil where nothing was.
    fileprivate var flag: Bool? { if case .given(let flag) = self { flag } else { nil } }
}

extension BatchShape {
    /// The shape with a batch of any size.
    fileprivate var ofAnyBatch: BatchShape { rank == 0 ? self : BatchShape([.unknown] + perSample) }
}
