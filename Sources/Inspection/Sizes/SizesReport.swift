import Layers
import Network
import TensorEngine

/// `sizes(m)`: which sizes of its inputs a model can be built for, and the next that fit.
public struct SizesReport: Report {
    /// One size of an input that may be chosen.
    public struct Axis: Sendable {
        /// `H`
        public let name: String
        /// The sizes that fit; nil where they cannot be listed, or depend on sizes that are not known.
        public fileprivate(set) var set: SizeSet?
        /// The sizes that fit among the first ones, where the set is not known by formulas.
        public fileprivate(set) var tried: TriedSizes?
        /// The sizes of other axes for which these were found, where they depend on them.
        public fileprivate(set) var others: [(name: String, size: Int)]
        /// The other sizes on which it depends and that are not known.
        public let unknown: [String]
        /// The size that was asked for.
        public fileprivate(set) var wanted: Int?
        /// The next size from there on that fits.
        public fileprivate(set) var next: Int?
        /// The largest size below it that fits, where no larger one does.
        public fileprivate(set) var previous: Int?

        /// The same axis with another set.
        fileprivate func with(set: SizeSet?) -> Axis {
            var copy = self
            copy.set = set
            return copy
        }
    }

    /// The model's name.
    public let name: String
    /// The inputs' shapes, with a formula for each size that may be chosen.
    public let inputs: [BatchShape]
    /// The outputs' shapes.
    public let outputs: [BatchShape]
    /// The sizes that may be chosen.
    public let axes: [Axis]
    /// The conditions that two tensors fit together, or weights fit their input, and the layers that have them.
    public let reasons: [SizeRequirements.Requirement]
    /// The reasons that some sizes of an axis fulfil only because a size of 1 repeats.
    private let repeating: Set<SizeCondition>

    /// Whether a size is asked for that was looked for by trying some.
    public private(set) var nextWasTried = false

    /// Reports on a model. What formulas say of the sizes is compared with what comes of going through the model for some; where
    /// they differ, the sizes are those that were tried.
    /// - Parameters:
    ///   - title: what it is called; nil for the model's own name.
    ///   - name: the name of a tensor.
    ///   - wanted: sizes for which the next that fit are looked for, one for each size that may be chosen.
    /// - Throws: `Refusal` where a layer refuses what reaches it for all sizes.
    public init(
        _ model: Model, called title: String? = nil, name: @escaping (SymbolicTensor) -> String = \.layer.name,
        wanted: [Int]? = nil
    ) throws(Refusal) {
        self = try model.context.trying { () throws(Refusal) in try SizesReport(of: model, title, name, wanted) }
    }

    private init(
        of model: Model, _ title: String?, _ name: @escaping (SymbolicTensor) -> String, _ wanted: [Int]?
    ) throws(Refusal) {
        var refusal: Refusal?
        var found: SizeRequirements?
        do throws(Refusal) { found = try SizeRequirements(of: model, name: name) } catch { refusal = error }
        let (inputs, places) = found.map { ($0.inputs, $0.axes) } ?? SizeRequirements.places(in: model)
        self.name = title ?? model.name
        self.inputs = inputs
        var axes = SizesReport.axes(model, places, found?.requirements.map(\.condition) ?? [])
        if !axes.isEmpty, axes.allSatisfy(\.unknown.isEmpty) {
            if found == nil { axes = axes.map { $0.with(set: nil) } }
            var trials = try SizeTrials(model, inputs, places, axes.map(\.set))
            if let refusal, !trials.hasBase { throw refusal }
            try SizesReport.check(&axes, &trials)
            if let wanted, wanted.count == axes.count {
                nextWasTried = try SizesReport.choose(wanted, &axes, &trials)
            }
        } else if let refusal {
            throw refusal
        }
        self.axes = axes
        outputs = found?.outputs ?? model.outputs.map(\.shape)
        reasons = (found?.requirements ?? []).filter {
            if case .positive = $0.condition { false } else { true }
        }
        repeating = Set(reasons.map(\.condition).filter { SizesReport.repeats($0, axes, places) })
    }

    /// What formulas say of each axis.
    private static func axes(
        _ model: Model, _ places: [SizeRequirements.Axis], _ conditions: [SizeCondition]
    ) -> [Axis] {
        // Where a condition has several sizes in it, the others are as the model has them.
        var usual: [SizeSymbol: Int] = [:]
        for axis in places { usual[axis.symbol] = model.inputs[axis.input].shape.dims[axis.axis].known }
        let names = SizeFormula.names(for: Set(places.map(\.symbol)))
        return places.map { axis in
            let own = conditions.filter { $0.symbols.contains(axis.symbol) }
            let others = Set(own.flatMap(\.symbols)).subtracting([axis.symbol]).sorted { $0.id < $1.id }
            let given = others.compactMap { other in usual[other].map { (other, $0) } }
            let set =
                given.count == others.count
                ? SizesReport.set(axis.symbol, model, others: Dictionary(given) { first, _ in first }) : nil
            return Axis(
                name: names(axis.symbol), set: set, others: given.map { (names($0.0), $0.1) },
                unknown: others.filter { usual[$0] == nil }.map(names))
        }
    }

    /// Compares what formulas say with what comes of trying sizes, and tries all of the first ones where they differ.
    private static func check(_ axes: inout [Axis], _ trials: inout SizeTrials) throws(Refusal) {
        var isRight = trials.hasBase || axes.contains { $0.set?.minimum == nil && $0.set != nil }
        for (place, axis) in axes.enumerated() where isRight && trials.hasBase {
            guard let set = axis.set else { continue }
            isRight = try trials.agrees(set, along: place)
        }
        let sets = axes.compactMap(\.set)
        if isRight, trials.hasBase, sets.count == axes.count, sets.count > 1, axes.allSatisfy(\.others.isEmpty) {
            isRight = try trials.agree(sets)
        }
        for place in axes.indices where !isRight || axes[place].set == nil {
            axes[place].set = nil
            axes[place].tried = try trials.scan(along: place)
            axes[place].others = axes.indices.filter { $0 != place }.map { (axes[$0].name, trials.base[$0]) }
        }
    }

    /// Finds the next sizes from some on that fit.
    /// - Returns: whether they were looked for by trying some.
    private static func choose(
        _ wanted: [Int], _ axes: inout [Axis], _ trials: inout SizeTrials
    ) throws(Refusal) -> Bool {
        for place in axes.indices {
            axes[place].wanted = wanted[place]
            axes[place].next = axes[place].set?.next(from: wanted[place])
        }
        let next = axes.compactMap(\.next)
        if next.count == axes.count, try trials.fits(next) { return false }
        if axes.allSatisfy({ $0.set != nil && $0.others.isEmpty }) { return false }
        let tried = try trials.next(from: wanted)
        for place in axes.indices { axes[place].next = tried?[place] }
        if tried == nil, try trials.fits(trials.base), zip(trials.base, wanted).allSatisfy({ $0 <= $1 }) {
            for place in axes.indices { axes[place].previous = trials.base[place] }
        }
        return true
    }

    /// `2⌊H/2⌋ = H`, with what else would do.
    public func text(of reason: SizeRequirements.Requirement) -> String {
        reason.condition.text + (repeating.contains(reason.condition) ? " or one of them is 1" : "")
    }

    /// Whether sizes that fit do not fulfil a condition but by repeating a size of 1.
    private static func repeats(
        _ condition: SizeCondition, _ axes: [Axis], _ places: [SizeRequirements.Axis]
    ) -> Bool {
        guard condition.allowsOne else { return false }
        guard condition.symbols.count == 1 else { return true }
        guard let place = places.firstIndex(where: { condition.symbols == [$0.symbol] }), let set = axes[place].set,
            let ones = SizeSet.ones(of: condition.formulas, places[place].symbol)
        else { return true }
        return ones.contains { set.contains($0) && !condition.strict.holds([places[place].symbol: $0]) }
    }

    /// Sizes of 1 beyond which a set is not worked out.
    private static let mostRepeating = 512

    /// The sizes of an axis that fit, given those of others.
    ///
    /// Formulas of what comes after tensors that were combined are right where their sizes are equal. Where one of them is 1 and
    /// repeats, the model is gone through for that size.
    private static func set(_ symbol: SizeSymbol, _ model: Model, others: [SizeSymbol: Int]) -> SizeSet? {
        guard let requirements = try? SizeRequirements(of: model, fixing: others) else { return nil }
        let conditions = requirements.requirements.map(\.condition).filter { $0.symbols == [symbol] }
        guard let strict = SizeSet(of: symbol, conditions.map(\.strict)),
            let repeating = SizeSet.ones(of: conditions.filter(\.allowsOne).flatMap(\.formulas), symbol),
            repeating.count <= mostRepeating
        else { return nil }
        return strict.checked(at: repeating) { size in
            var sizes = others
            sizes[symbol] = size
            return (try? SizeRequirements(of: model, fixing: sizes))?.arePositive ?? false
        }
    }
}
