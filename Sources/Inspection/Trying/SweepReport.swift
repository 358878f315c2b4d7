import Layers
import Network
import TensorEngine

/// A layer with all combinations of some arguments, called on the same input.
public struct SweepReport: Report {
    /// One combination.
    public struct Row: Sendable {
        /// The arguments that vary, as code.
        public let arguments: [String]
        /// What came of it.
        public let result: Swift.Result<Outcome, Refusal>
    }

    /// A layer that takes the input.
    public struct Outcome: Sendable {
        /// The shape of its output.
        public let shape: BatchShape
        /// The number of its parameters.
        public let parameters: Int
        /// The multiply-accumulate operations for one sample.
        public let cost: Cost
        /// How much of the network's input one pixel sees.
        public let field: ReceptiveField
        /// Pixels of the input that no output reads, for each spatial axis; nil where there is no window or a size is unknown.
        public let unread: [Int]?
        /// PyTorch's code for it; nil where PyTorch has no such layer.
        public let torch: TorchCode?
        /// Whether it moves a window, so that PyTorch's code is a question of padding.
        public let movesWindow: Bool
        /// Its first map; nil where none was computed.
        public let map: MapsReport.Panel?
        /// The numbers of all its maps.
        public let source: MapsReport.Source?
    }

    /// The layer's class.
    public let layer: String
    /// The shapes of its inputs.
    public let inputs: [BatchShape]
    /// The names of the arguments that vary.
    public let varied: [String]
    /// The combinations, the last argument varying fastest.
    public let rows: [Row]
    /// Why some first maps were left out; nil where none were.
    public let remark: String?
}

/// Tries a layer with one combination of arguments after the other.
public struct Sweep {
    /// Rows that there are at most.
    public static let mostRows = 200
    /// Estimated seconds that the first maps may take together, where they were not asked for.
    private static let budget = 1.0

    private let context: NetworkContext
    private let inputs: [SymbolicTensor]
    /// The layer whose weights the others have where their shapes allow it.
    private let model: Layer?
    /// Whether first maps are computed; nil for those that fit the budget.
    private let wantsMaps: Bool?

    /// A sweep over calls on these tensors.
    public init(on inputs: [SymbolicTensor], weightsOf model: Layer?, wantsMaps: Bool?, _ context: NetworkContext) {
        self.inputs = inputs
        self.model = model
        self.wantsMaps = wantsMaps
        self.context = context
    }

    /// Tries the combinations. Names and random numbers are the same afterwards, and for each combination.
    /// - Parameters:
    ///   - varied: the names of the arguments that vary.
    ///   - combinations: their values as code, and what makes the layer.
    ///   - dataFormat: where an output has its channels.
    /// - Throws: `EngineError.interrupted` after an interrupt.
    public func report(
        layer: String, varied: [String],
        combinations: [(arguments: [String], make: () throws(Refusal) -> Made<any Operation>)],
        dataFormat: (SymbolicTensor) -> DataFormat
    ) throws -> SweepReport {
        var rows: [SweepReport.Row] = []
        var spent = 0.0
        var leftOut = 0
        for combination in combinations {
            if Interrupt.isRequested { throw EngineError.interrupted }
            let outcome = try context.withoutTrace { () throws -> Swift.Result<SweepReport.Outcome, Refusal> in
                let trial: LayerTrial
                do throws(Refusal) { trial = try LayerTrial(try combination.make(), on: inputs, context) } catch {
                    return .failure(error)
                }
                let seconds = estimatedSeconds(of: trial)
                let isWanted = wantsMaps ?? seconds.map { spent + $0 <= Sweep.budget } ?? false
                if isWanted { spent += seconds ?? 0 } else if wantsMaps == nil, seconds != nil { leftOut += 1 }
                return .success(try self.outcome(of: trial, isWanted, dataFormat(trial.output)))
            }
            rows.append(SweepReport.Row(arguments: combination.arguments, result: outcome))
        }
        return SweepReport(
            layer: layer, inputs: inputs.map(\.shape), varied: varied, rows: rows,
            remark: leftOut == 0
                ? nil : "\(leftOut) of the first maps are left out, as they take time; maps=True draws them")
    }

    private func estimatedSeconds(of trial: LayerTrial) -> Double? {
        PendingCost(of: trial.output, limits: PendingCost.limits(seconds: Sweep.budget), context)?.estimatedSeconds
    }

    private func outcome(
        of trial: LayerTrial, _ isMapWanted: Bool, _ format: DataFormat
    ) throws -> SweepReport.Outcome {
        let motion = inputs.count == 1 ? WindowMotion(of: trial.layer, over: inputs[0].shape) : nil
        let unread = motion.flatMap { motion in
            WalkableSizes.holds(motion) && motion.axes.allSatisfy { $0.input.known != nil && $0.before.known != nil }
                ? motion.axes.map(\.unread.count) : nil
        }
        let maps = isMapWanted ? try self.maps(of: trial, format) : nil
        return SweepReport.Outcome(
            shape: trial.output.shape, parameters: trial.layer.parameterCount, cost: Cost(of: trial.output.node),
            field: ReceptiveField(of: trial.output), unread: unread,
            torch: TorchCode(trial.layer.made, over: inputs[0].shape), movesWindow: motion != nil,
            map: maps?.groups(channels: [0], limit: 1).first?.panels.first, source: maps?.source)
    }

    /// The maps; nil where they cannot be computed, as those of an input without data.
    private func maps(of trial: LayerTrial, _ format: DataFormat) throws -> FeatureMaps? {
        do {
            let maps = FeatureMaps(try trial.value(weightsOf: model.map { [$0] } ?? [], context), dataFormat: format)
            return maps.isEmpty ? nil : maps
        } catch EngineError.interrupted {
            throw EngineError.interrupted
        } catch {
            return nil
        }
    }
}
