import Layers
import TensorEngine

/// What all layers of one session share: automatic names, random numbers, the settings and the memory for feature maps.
public final class NetworkContext {
    /// The dialect and the default data format.
    public var settings: Settings { didSet { changes.record() } }
    /// Python's generator, from which whatever is made without a seed draws one.
    public var random = PythonRandom(seed: 0)
    /// The seeds of TensorFlow's own random operations.
    public var operationSeeds = OperationSeeds(global: 0)
    /// Keras's global `SeedGenerator`, for functions of `keras.random` without a seed; made when it is first needed.
    private var globalGenerator: SeedGenerator?
    /// The feature maps that were computed and are kept.
    public let cache: FeatureMapCache
    /// The variable of the session that holds a tensor or a layer; nil where none does. The host of the language says it.
    public var variable: (AnyObject) -> String? = { _ in nil }
    /// Counts what makes kept feature maps out of date.
    let changes = ChangeCounter()
    /// Is told, while values are computed, how much of the work is done, in multiply-accumulates and numbers read of one
    /// sample; nil where nobody wants to know.
    public var progress: ((_ done: Int, _ total: Int) -> Void)?
    /// Counts the multiply-accumulates that layers do; nil to count nothing.
    public var multiplyAccumulatesDone: Int?
    /// Told of each call of a layer on tensors.
    public var didCall: (Node) -> Void = { _ in }
    /// The functions that masks of a network are made by; nil without a host of the language.
    public weak var maskFunctions: (any MaskFunctions)?
    /// Adds to the refusal of a call on tensors what there is to say of the network before it.
    public var explainRefusal: (_ refusal: inout Refusal, Layer, [SymbolicTensor]) -> Void = { _, _, _ in }
    /// Weights and seed generators as they were before the statement that changes them.
    public let journal = Journal()
    /// The models that are being built around what is made now; weights have their names before their own in the path.
    private var scope: [String] = []
    private var layerCount = 0
    private var effectCount = 0
    /// The layers of scripts that there are.
    let scriptedLayers = ScriptedLayers()
    /// The weights that a script reads.
    let reads = WeightReads()
    /// How many layers of scripts are being looked into, one in another.
    private(set) var traceDepth = 0
    /// Whether something is tried out.
    private(set) var isTrying = false
    /// The call on data inside of which a script runs; nil outside of any.
    public private(set) var currentCall: CallContext?
    private var nameCounts: [String: Int] = [:]
    private var prefixes: [String: String] = [:]
    /// How many sizes of inputs have got a symbol: these are told apart for good.
    private var symbolCount = 0
    private var namedSizes: [String: SizeSymbol] = [:]

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

    /// The shape of an input with a symbol for each size that is not known, that of the batch excepted: `H` and `W`, or `L`.
    func withSymbols(_ shape: BatchShape) -> BatchShape {
        guard shape.perSample.contains(.unknown) else { return shape }
        let number = nameCounts["size", default: 0] + 1
        nameCounts["size"] = number
        var result = shape
        for (axis, name) in zip(1..<shape.rank, sizeNames(axes: shape.rank - 1)) where shape.dims[axis] == .unknown {
            symbolCount += 1
            result.dims[axis] = Dim(SizeSymbol(id: symbolCount, name: name, number: number))
        }
        return result
    }

    /// The size of that name, which is the same wherever an input has it.
    public func size(named name: String) -> Dim {
        if let known = namedSizes[name] { return Dim(known) }
        symbolCount += 1
        let symbol = SizeSymbol(id: symbolCount, name: name)
        namedSizes[name] = symbol
        return Dim(symbol)
    }

    /// What the sizes of a sample are called.
    private func sizeNames(axes count: Int) -> [String] {
        let spatial = SizeSymbol.names(spatialAxes: max(1, count - 1))
        guard count > 1 else { return spatial }
        return settings.imageDataFormat == .channelsLast ? spatial + ["C"] : ["C"] + spatial
    }

    /// Builds something inside a model, whose name then stands in the paths of the weights.
    func inside<Result>(_ model: String, _ build: () throws(Refusal) -> Result) throws(Refusal) -> Result {
        scope.append(model)
        defer { scope.removeLast() }
        return try build()
    }

    /// Whether what is called now is the inside of a layer of a script.
    public var isTracing: Bool { traceDepth > 0 }

    /// Looks into a layer of a script. Random numbers that are drawn and values that are assigned meanwhile are as before
    /// afterwards, as in Keras, which does the same without values.
    /// - Returns: the result, and whether there were any such.
    func tracing<Result>(
        _ body: () throws(Refusal) -> Result
    ) throws(Refusal) -> (result: Result, hadEffects: Bool) {
        let (seeds, effects) = (operationSeeds, effectCount)
        journal.begin()
        traceDepth += 1
        defer {
            traceDepth -= 1
            journal.restore()
            operationSeeds = seeds
        }
        let result = try body()
        return (result, journal.hasChanges || operationSeeds.count != seeds.count || effectCount != effects)
    }

    /// Tries something out: what layers of scripts do meanwhile is not kept in place of what their calls did.
    public func trying<Result>(_ body: () throws(Refusal) -> Result) throws(Refusal) -> Result {
        let (before, snapshot, didCall) = (isTrying, snapshot, didCall)
        isTrying = true
        self.didCall = { _ in }
        defer {
            isTrying = before
            self.didCall = didCall
            restore(snapshot)
        }
        return try body()
    }

    /// Builds a network of its own, whose layers know of their calls, wherever that happens.
    func recording<Result>(_ body: () throws(Refusal) -> Result) throws(Refusal) -> Result {
        let depth = traceDepth
        traceDepth = 0
        defer { traceDepth = depth }
        return try body()
    }

    /// Says that what a script does now is more than computing.
    public func noteEffect() { effectCount += 1 }

    /// Runs what a script does inside of a call on data.
    /// - Parameter name: the layer that the call is one of.
    public func calling<Result>(
        _ call: CallContext, in name: String, _ body: () throws -> Result
    ) rethrows -> Result {
        let (before, depth) = (currentCall, traceDepth)
        (currentCall, traceDepth) = (call, 0)
        scope.append(name)
        defer {
            scope.removeLast()
            (currentCall, traceDepth) = (before, depth)
        }
        return try body()
    }

    /// The number of the next layer.
    func nextLayerNumber() -> Int {
        layerCount += 1
        return layerCount
    }

    /// Makes kept feature maps out of date.
    public func noteChange() { changes.record() }

    /// Whether what is built now is in a layer of that name, directly.
    func isInside(_ name: String) -> Bool { scope.last == name }

    /// The next automatic name of a weight.
    public func automaticVariableName() -> String { automaticName(forClass: "variable") }

    /// The models around what is built now, as a path: empty outside of any.
    public var path: String { scope.joined(separator: "/") }

    /// The path of a layer that is built now: `sequential/conv2d`.
    func path(of layer: String) -> String { (scope + [layer]).joined(separator: "/") }

    /// Begins the automatic names anew.
    public func resetNames() { nameCounts = [:] }

    /// Forgets the automatic names, the global generator and the feature maps, as `keras.backend.clear_session` does.
    public func clear() {
        resetNames()
        globalGenerator = nil
        cache.removeAll()
    }
}

/// Making things that draw seeds, and the random state of a session.
extension NetworkContext {
    /// A seed for something that was given none: `random.randint(1, 10**9)`, as in Keras.
    public func drawSeed() -> Int { random.below(1_000_000_000) + 1 }

    /// Makes a thing of the catalogue by the session's settings, with seeds of its own.
    /// - Throws: `Refusal`, as Keras refuses.
    public func make<Product>(
        _ definition: Definition<Product>, _ arguments: CallSite, calledAs: String? = nil
    ) throws(Refusal) -> Made<Product> {
        try definition.make(arguments, calledAs: calledAs, settings: settings, drawSeed: drawSeed)
    }

    /// Begins anew with a seed, as `keras.utils.set_random_seed` does for Python's generator, TensorFlow and Keras.
    public func setSeed(_ seed: Int) {
        random = PythonRandom(seed: seed)
        operationSeeds = OperationSeeds(global: seed)
        globalGenerator = nil
    }

    /// The seed for one call of a function that was given none.
    public func nextGlobalSeed() -> RandomSeed {
        let generator = globalGenerator ?? SeedGenerator(context: self)
        globalGenerator = generator
        return generator.nextLeaping()
    }

    /// What a statement that fails must leave as it was, beside what the journal keeps: automatic names and random numbers.
    public struct Snapshot {
        fileprivate let nameCounts: [String: Int]
        fileprivate let random: PythonRandom
        fileprivate let operationSeeds: OperationSeeds
        fileprivate let globalGenerator: SeedGenerator?
        fileprivate let globalState: RandomSeed?
    }

    /// The state as it is now.
    public var snapshot: Snapshot {
        Snapshot(
            nameCounts: nameCounts, random: random, operationSeeds: operationSeeds, globalGenerator: globalGenerator,
            globalState: globalGenerator?.state)
    }

    /// Goes back to a state.
    public func restore(_ snapshot: Snapshot) {
        nameCounts = snapshot.nameCounts
        random = snapshot.random
        operationSeeds = snapshot.operationSeeds
        globalGenerator = snapshot.globalGenerator
        if let state = snapshot.globalState { globalGenerator?.restore(state) }
    }
}

extension SeedGenerator {
    /// A generator without a seed of its own, which uses up an automatic name.
    fileprivate convenience init(context: NetworkContext) {
        _ = context.automaticName(forClass: "SeedGenerator")
        self.init(seed: context.drawSeed(), journal: context.journal)
    }
}
