import Layers
import Network
import TensorEngine

/// A constructor call as a person types it.
public struct LayerCode: Sendable {
    /// The class: `Conv2D`.
    public let name: String
    /// The arguments.
    public let site: CallSite

    init(_ name: String, _ positional: [Argument] = [], _ keywords: [CallSite.Keyword] = []) {
        self.name = name
        site = CallSite(positional, keywords: keywords)
    }

    /// `Conv2D(8, 3, strides=2, padding="same")`
    public var text: String {
        let parts = site.positional.map(\.source) + site.keywords.map { "\($0.name)=\($0.value.source)" }
        return "\(name)(\(parts.joined(separator: ", ")))"
    }

    /// The layer that it makes.
    /// - Throws: `Refusal`, as the call would.
    func make(_ context: NetworkContext) throws(Refusal) -> Made<any Operation> {
        guard let definition = Catalogue.layers[name] else { throw Refusal(.typeError, "There is no layer \(name).") }
        return try context.make(definition, site)
    }
}

/// Layers called one after the other.
public struct LayerChain: Sendable {
    /// The layers, the first one first.
    public let layers: [LayerCode]

    init(_ layers: [LayerCode]) { self.layers = layers }

    /// The calls around what the first layer is called on: `MaxPooling2D(2)(Conv2D(8, 3)(x))`.
    public func call(on input: String) -> String { layers.reduce(input) { "\($1.text)(\($0))" } }

    /// Calls new layers, for whoever forgets them again.
    /// - Throws: `Refusal` where one of them does not take what reaches it.
    func trials(on input: SymbolicTensor, _ context: NetworkContext) throws(Refusal) -> [LayerTrial] {
        var trials: [LayerTrial] = []
        for layer in layers {
            trials.append(
                try LayerTrial(try layer.make(context), on: [trials.last?.output ?? input], context))
        }
        return trials
    }
}

extension Argument {
    /// One number where all sizes are equal, otherwise a tuple.
    static func sizes(_ sizes: [Int]) -> Argument {
        Set(sizes).count == 1 ? .int(sizes[0]) : .tuple(sizes.map(Argument.int))
    }

    /// Amounts before and after each axis: one number where all are equal, a pair for one axis, otherwise a tuple of pairs.
    static func amounts(_ sides: [(before: Int, after: Int)]) -> Argument {
        let all = sides.flatMap { [$0.before, $0.after] }
        if Set(all).count == 1 { return .int(all[0]) }
        let pairs = sides.map { Argument.tuple([.int($0.before), .int($0.after)]) }
        return pairs.count == 1 ? pairs[0] : .tuple(pairs)
    }
}

/// Layers that were built and give a wanted shape, or one that is near.
public struct VerifiedChain: Sendable {
    /// The layers.
    public let chain: LayerChain
    /// The shape that they give.
    public let shape: BatchShape
    /// Their parameters together.
    public let parameters: Int
    /// Their multiply-accumulate operations for one sample.
    public let cost: Cost
    /// How much of the network's input one pixel sees.
    public let field: ReceptiveField
    /// The arithmetic of each layer that moves a window.
    public let arithmetic: [[AxisArithmetic]]

    /// Builds a chain and forgets it.
    /// - Throws: `Refusal` where it does not take the input.
    init(_ chain: LayerChain, on input: SymbolicTensor, _ context: NetworkContext) throws(Refusal) {
        self.chain = chain
        let trials = try chain.trials(on: input, context)
        guard let last = trials.last else { throw Refusal("There are no layers.") }
        shape = last.output.shape
        parameters = trials.reduce(0) { $0 + $1.layer.parameterCount }
        cost = trials.dropFirst().reduce(into: Cost(of: trials[0].output.node)) { $0.add(Cost(of: $1.output.node)) }
        field = ReceptiveField(of: last.output)
        arithmetic = trials.map { trial in
            WindowMotion(of: trial.layer, over: trial.inputs[0].shape)?.arithmetic ?? []
        }
    }
}
