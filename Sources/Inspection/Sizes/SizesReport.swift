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
        public let set: SizeSet?
        /// The sizes of other axes for which the set was found, where it depends on them.
        public let others: [(name: String, size: Int)]
        /// The other sizes on which it depends and that are not known.
        public let unknown: [String]
        /// The size that was asked for.
        public let wanted: Int?
        /// The next size from there on that fits.
        public let next: Int?
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

    /// Reports on a model.
    /// - Parameter wanted: sizes for which the next that fit are looked for, one for each size that may be chosen.
    /// - Throws: `Refusal` where a layer refuses what reaches it for all sizes.
    public init(_ model: Model, wanted: [Int]? = nil) throws(Refusal) {
        let requirements = try SizeRequirements(of: model)
        name = model.name
        inputs = requirements.inputs
        outputs = requirements.outputs
        // Where a condition has several sizes in it, the others are as the model has them.
        var usual: [SizeSymbol: Int] = [:]
        for axis in requirements.axes { usual[axis.symbol] = model.inputs[axis.input].shape.dims[axis.axis].known }
        let names = SizeFormula.names(for: Set(requirements.axes.map(\.symbol)))
        let conditions = requirements.requirements.map(\.condition)
        var axes: [Axis] = []
        for (place, axis) in requirements.axes.enumerated() {
            let own = conditions.filter { $0.symbols.contains(axis.symbol) }
            let others = Set(own.flatMap(\.symbols)).subtracting([axis.symbol]).sorted { $0.id < $1.id }
            let given = others.compactMap { other in usual[other].map { (other, $0) } }
            let set =
                given.count == others.count
                ? SizesReport.set(axis.symbol, model, others: Dictionary(given) { first, _ in first }) : nil
            let size = wanted.flatMap { place < $0.count ? $0[place] : nil }
            axes.append(
                Axis(
                    name: names(axis.symbol), set: set, others: given.map { (names($0.0), $0.1) },
                    unknown: others.filter { usual[$0] == nil }.map(names), wanted: size,
                    next: size.flatMap { set?.next(from: $0) }))
        }
        self.axes = axes
        reasons = requirements.requirements.filter {
            if case .positive = $0.condition { false } else { true }
        }
        repeating = Set(reasons.map(\.condition).filter { SizesReport.repeats($0, axes, requirements.axes) })
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
