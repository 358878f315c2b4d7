import Layers
import Network
import TensorEngine

/// How the sizes came about that a layer of a network refuses, and what would make it fit. Whatever is suggested was tried on
/// shapes before.
public struct ShapeStory {
    /// The chains of sizes that led there, and what lost pixels on the way, line by line.
    public private(set) var lines: [String] = []
    /// What would work; nil where nothing was found.
    public private(set) var remedy: String?

    private let layer: CatalogueLayer
    private let inputs: [SymbolicTensor]
    private let format: DataFormat
    private let name: (SymbolicTensor) -> String

    /// Tells why a layer refuses some tensors; nil where their sizes have no history and nothing is suggested, or have nothing to do
    /// with it.
    /// - Parameters:
    ///   - inputs: the tensors on which the layer was called.
    ///   - name: the name of a tensor.
    public init?(of layer: Layer, on inputs: [SymbolicTensor], name: @escaping (SymbolicTensor) -> String) {
        guard let layer = layer as? CatalogueLayer, let first = inputs.first, first.shape.rank > 2,
            inputs.count > 1 || !first.node.inputs.isEmpty,
            (try? layer.operation.outputShapes(for: inputs.map(\.shape))) == nil
        else { return nil }
        self.layer = layer
        self.inputs = inputs
        self.name = name
        format = layer.operation.dataFormat ?? FieldReport.format(of: inputs, layer.context)
        if inputs.count == 1 { tellOfWindow(first) } else { tellOfMerge() }
        if lines.isEmpty, remedy == nil { return nil }
    }

    private var axes: SpatialAxes { SpatialAxes(inputs[0].shape, format) }

    // MARK: A window that does not fit

    private mutating func tellOfWindow(_ tensor: SymbolicTensor) {
        guard let motion = WindowMotion(of: layer, over: tensor.shape), motion.axes.count == axes.count else { return }
        var chains: [(axis: String, text: String)] = []
        let places = axes.places.indices.filter { !motion.axes[$0].fits }
        for (place, axis) in axes.places.enumerated() where places.contains(place) {
            guard let chain = SizeChain(to: tensor, axis: axis + 1, name: name), !chain.steps.isEmpty else { continue }
            chains.append(
                (axes.names[place], "\(chain.text), and \(layer.shownName) needs \(motion.axes[place].extent)"))
        }
        add(chains)
        guard !lines.isEmpty else { return }
        remedy = inputSizes(places).map { "an input of \($0) is large enough" }
    }

    /// Adds a line for each axis, or one for all where they are the same.
    private mutating func add(_ texts: [(axis: String, text: String)]) {
        if texts.count > 1, Set(texts.map(\.text)).count == 1 {
            lines.append("\(texts.map(\.axis).joined(separator: " and ")): \(texts[0].text)")
        } else {
            lines += texts.map { "\($0.axis): \($0.text)" }
        }
    }

    // MARK: Tensors that do not fit together

    private mutating func tellOfMerge() {
        guard let (number, places) = mismatch() else { return }
        let (a, b) = (inputs[0], inputs[number])
        var told: [(axis: String, text: String)] = []
        var losers: [SizeChain.Step] = []
        for place in places {
            let axis = axes.places[place] + 1
            guard let (first, second) = chains(a, b, axis: axis), !(first.steps.isEmpty && second.steps.isEmpty)
            else { continue }
            let (long, short, end) =
                second.steps.count > first.steps.count ? (second, first, a) : (first, second, b)
            let other = short.steps.isEmpty ? "\(short.size) = \(name(end))" : "\(short.size) ← \(short.backwardText)"
            told.append((axes.names[place], "\(long.text) ≠ \(other)"))
            losers += [long.loser, short.loser].compactMap { $0 }
        }
        add(told)
        guard !lines.isEmpty else {
            if areNear(a, b, places) { remedy = remedies(a, b, places).joined(separator: ", or ").nonEmpty }
            return
        }
        if !areNear(a, b, places), let divider = divider(a, b, places) {
            lines.append(divider)
        } else if let loser = losers.first, let loss = loser.loss {
            let what = loss == "rounded up" ? "rounds up, which adds the pixel" : "is where pixels are lost"
            lines.append("\(loser.name) (\(loser.node.layer.className)) \(what)")
        }
        remedy = remedies(a, b, places).joined(separator: ", or ").nonEmpty
    }

    /// Which call made the smaller of two tensors so much smaller: `b (Conv2D) has stride 2`; nil where none did.
    private func divider(_ a: SymbolicTensor, _ b: SymbolicTensor, _ places: [Int]) -> String? {
        guard let place = places.first, let (first, second) = chains(a, b, axis: axes.places[place] + 1) else {
            return nil
        }
        let smaller = first.size < second.size ? first : second
        for step in smaller.steps.reversed() {
            guard step.node.inputs.count == 1,
                let motion = WindowMotion(of: step.node.layer, over: step.node.inputs[0].shape),
                motion.axes.indices.contains(place), motion.axes[place].stride > 1
            else { continue }
            return "\(step.name) (\(step.node.layer.className)) has stride \(motion.axes[place].stride)"
        }
        return nil
    }

    /// Whether two tensors differ by few pixels, so that it makes sense to crop or to pad.
    private func areNear(_ a: SymbolicTensor, _ b: SymbolicTensor, _ places: [Int]) -> Bool {
        places.allSatisfy { place in
            let axis = axes.places[place] + 1
            guard let first = a.shape.dims[axis].known, let second = b.shape.dims[axis].known else { return false }
            return abs(first - second) * 8 <= max(first, second)
        }
    }

    /// The first input that does not fit the first one, and the spatial axes along which it does not.
    private func mismatch() -> (input: Int, places: [Int])? {
        let own = axes
        for number in inputs.indices.dropFirst() where inputs[number].shape.rank == inputs[0].shape.rank {
            let pair = [inputs[0].shape, inputs[number].shape]
            let places = own.places.indices.filter { place in
                let axis = own.places[place] + 1
                guard let a = pair[0].dims[axis].known, let b = pair[1].dims[axis].known, a != b else { return false }
                // The axis along which tensors are joined may differ.
                var equal = pair
                for other in own.places where other + 1 != axis { equal[1].dims[other + 1] = pair[0].dims[other + 1] }
                return (try? layer.operation.outputShapes(for: equal)) == nil
            }
            if !places.isEmpty { return (number, places) }
        }
        return nil
    }

    /// The chains of two tensors from where they part.
    private func chains(_ a: SymbolicTensor, _ b: SymbolicTensor, axis: Int) -> (SizeChain, SizeChain)? {
        guard let whole = SizeChain(to: a, axis: axis, name: name) else { return nil }
        let onTheWay = Set(whole.tensors.map(ObjectIdentifier.init))
        guard
            let second = SizeChain(
                to: b, axis: axis, name: name, startingAt: { onTheWay.contains(ObjectIdentifier($0)) })
        else { return nil }
        guard onTheWay.contains(ObjectIdentifier(second.start)) else { return (whole, second) }
        return SizeChain(to: a, axis: axis, name: name, startingAt: { $0 === second.start }).map { ($0, second) }
    }

    // MARK: What would work

    /// Cropping the larger tensor, padding the smaller one, or other sizes of the input.
    private func remedies(_ a: SymbolicTensor, _ b: SymbolicTensor, _ places: [Int]) -> [String] {
        if !areNear(a, b, places) {
            let rescaled = rescaled(a, b, places)
            if !rescaled.isEmpty { return rescaled }
        }
        var remedies: [String] = []
        for (changed, other) in [(a, b), (b, a)] {
            let amounts = axes.places.indices.map { place -> Int in
                guard places.contains(place) else { return 0 }
                let axis = axes.places[place] + 1
                return (other.shape.dims[axis].known ?? 0) - (changed.shape.dims[axis].known ?? 0)
            }
            if amounts.allSatisfy({ $0 >= 0 }), let text = bordered(changed, amounts, "ZeroPadding", "padding") {
                remedies.append("pad \(name(changed)): \(text)")
            }
            if amounts.allSatisfy({ $0 <= 0 }),
                let text = bordered(changed, amounts.map { -$0 }, "Cropping", "cropping")
            {
                remedies.append("crop \(name(changed)): \(text)")
            }
        }
        if let sizes = inputSizes(places) { remedies.append("take an input of \(sizes)") }
        return remedies
    }

    /// Making the larger tensor smaller by a whole factor, or the smaller one larger.
    private func rescaled(_ a: SymbolicTensor, _ b: SymbolicTensor, _ places: [Int]) -> [String] {
        [
            ("pool", a, b, "MaxPooling", "pool_size"), ("pool", b, a, "MaxPooling", "pool_size"),
            ("enlarge", a, b, "UpSampling", "size"), ("enlarge", b, a, "UpSampling", "size"),
        ].compactMap { verb, changed, other, prefix, argument in
            let factors = axes.places.indices.map { place -> Int in
                let axis = axes.places[place] + 1
                let sizes = [changed, other].map { $0.shape.dims[axis].known ?? 1 }
                return verb == "pool" ? sizes[0] / max(1, sizes[1]) : sizes[1] / max(1, sizes[0])
            }
            guard factors.allSatisfy({ $0 >= 1 }), factors.contains(where: { $0 > 1 }) else { return nil }
            let all = Argument.tuple(factors.map { .int($0) })
            let call = call(prefix, argument, Set(factors).count == 1 ? .int(factors[0]) : all, on: changed)
            return call.map { "\(verb) \(name(changed)): \($0)" }
        }
    }

    /// The call of a layer that adds or cuts off pixels at the end, after it was checked that the tensors then fit.
    private func bordered(_ tensor: SymbolicTensor, _ amounts: [Int], _ prefix: String, _ argument: String) -> String? {
        let pairs = amounts.map { Argument.tuple([.int(0), .int($0)]) }
        return call(prefix, argument, amounts.count == 1 ? pairs[0] : .tuple(pairs), on: tensor)
    }

    /// The call of a layer with one argument on a tensor, after it was checked that the tensors then fit; nil where they do not.
    private func call(_ prefix: String, _ argument: String, _ value: Argument, on tensor: SymbolicTensor) -> String? {
        guard let definition = Catalogue.layers["\(prefix)\(axes.count)D"] else { return nil }
        var site = CallSite()
        site.keywords.append(.init(argument, value))
        if format != layer.context.settings.imageDataFormat {
            site.keywords.append(.init("data_format", .string(format.rawValue)))
        }
        guard let variant = LayerVariant(definition, site, layer.context),
            let changed = variant.output(for: tensor.shape)
        else { return nil }
        let shapes = inputs.map { $0 === tensor ? changed : $0.shape }
        guard (try? layer.operation.outputShapes(for: shapes)) != nil else { return nil }
        return "\(variant.call)(\(name(tensor)))"
    }

    /// The nearest sizes of the network's input for which the layer takes what reaches it; nil where there are none, or the
    /// network has several inputs.
    /// - Parameter places: the spatial axes along which it does not.
    private func inputSizes(_ places: [Int]) -> String? {
        guard let model = try? Model(inputs: roots, outputs: inputs, name: "story", context: layer.context),
            let input = roots.first, roots.count == 1, model.nodes.count <= ShapeStory.mostNodes
        else { return nil }
        let own = SpatialAxes(input.shape, format)
        guard let sizes = own.sizes(of: input.shape), places.allSatisfy({ $0 < sizes.count }) else { return nil }
        // A model may be called with its own sizes only; its layers are asked one by one.
        func reaching(_ sizes: [Int]) -> (shapes: [BatchShape], losesAlong: [Bool])? {
            var shape = input.shape
            for (place, size) in zip(own.places, sizes) { shape.dims[place + 1] = Dim(size) }
            guard let calls = try? model.calls(for: [shape]) else { return nil }
            var shapes = [ObjectIdentifier(input): shape]
            var losesAlong = sizes.map { _ in false }
            for call in calls {
                for (tensor, made) in zip(call.node.outputs, call.outputs) { shapes[ObjectIdentifier(tensor)] = made }
                guard call.node.inputs.count == 1, let read = shapes[ObjectIdentifier(call.node.inputs[0])],
                    let motion = WindowMotion(of: call.node.layer, over: read), motion.axes.count == sizes.count
                else { continue }
                for (place, axis) in motion.axes.enumerated() where axis.loss != nil { losesAlong[place] = true }
            }
            let reaching = inputs.compactMap { shapes[ObjectIdentifier($0)] }
            return reaching.count == inputs.count ? (reaching, losesAlong) : nil
        }
        var changed = sizes
        for place in places {
            let changes = (1...ShapeStory.farthest).lazy.flatMap { [$0, -$0] }
            func works(_ change: Int, losesNothing: Bool) -> Bool {
                var tried = sizes
                tried[place] += change
                guard tried[place] > 0, let reached = reaching(tried), fits(reached.shapes, along: place) else {
                    return false
                }
                return !(losesNothing && reached.losesAlong[place])
            }
            // A size that loses no pixel before fits what may follow, too.
            let change =
                changes.first { works($0, losesNothing: true) } ?? changes.first { works($0, losesNothing: false) }
            guard let change else { return nil }
            changed[place] += change
        }
        guard let reached = reaching(changed), (try? layer.operation.outputShapes(for: reached.shapes)) != nil else {
            return nil
        }
        return changed.map(String.init).joined(separator: "×")
    }

    /// Whether the layer takes these shapes as far as one spatial axis is concerned.
    private func fits(_ shapes: [BatchShape], along place: Int) -> Bool {
        let axis = axes.places[place] + 1
        if shapes.count > 1 { return shapes.allSatisfy { $0.dims[axis] == shapes[0].dims[axis] } }
        return WindowMotion(of: layer, over: shapes[0]).map { $0.axes[place].fits } ?? false
    }

    /// The inputs of the network.
    private var roots: [SymbolicTensor] {
        GraphWalk.nodes(before: inputs).filter { $0.inputs.isEmpty }.flatMap(\.outputs)
    }

    /// By how many pixels the input may be changed.
    private static let farthest = 64
    /// Calls of a network beyond which no other sizes of its input are tried.
    private static let mostNodes = 1000
}

extension SizeChain {
    /// `12 ← pool1 ← 25`, without the last size.
    fileprivate var backwardText: String {
        var text = ""
        for (place, step) in steps.enumerated().reversed() {
            let before = place == 0 ? startSize : steps[place - 1].size
            text += (text.isEmpty ? "" : " ← ") + step.name + (step.loss.map { " (\($0))" } ?? "") + " ← \(before)"
        }
        return text
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
