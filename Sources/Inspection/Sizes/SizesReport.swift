import Layers
import Network
import TensorEngine

/// `sizes(m)`: which sizes of its inputs a model can be built for, and the next that fit.
public struct SizesReport: Report {
    /// One size of an input that may be chosen.
    public struct Axis: Sendable {
        /// `H`
        public let name: String
        /// The sizes that fit; nil where they cannot be listed.
        public let set: SizeSet?
        /// The sizes of other axes for which the set was found, where it depends on them.
        public let others: [(name: String, size: Int)]
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

    /// Reports on a model.
    /// - Parameter wanted: sizes for which the next that fit are looked for, one for each size that may be chosen.
    /// - Throws: `Refusal` where a layer refuses what reaches it for all sizes.
    public init(_ model: Model, wanted: [Int]? = nil) throws(Refusal) {
        let requirements = try SizeRequirements(of: model)
        name = model.name
        inputs = requirements.inputs
        outputs = requirements.outputs
        reasons = requirements.requirements.filter {
            if case .positive = $0.condition { false } else { true }
        }
        // Where a condition has several sizes in it, the others are as the model has them.
        var usual: [SizeSymbol: Int] = [:]
        for axis in requirements.axes { usual[axis.symbol] = model.inputs[axis.input].shape.dims[axis.axis].known }
        let names = SizeFormula.names(for: Set(requirements.axes.map(\.symbol)))
        let conditions = requirements.requirements.map(\.condition)
        var axes: [Axis] = []
        for (place, axis) in requirements.axes.enumerated() {
            let own = conditions.filter { $0.symbols.contains(axis.symbol) }
            let others = Set(own.flatMap(\.symbols)).subtracting([axis.symbol])
            let given = others.compactMap { other in usual[other].map { (other, $0) } }
            let set =
                given.count == others.count
                ? SizeSet(of: axis.symbol, own, others: Dictionary(given) { first, _ in first }) : nil
            let size = wanted.flatMap { place < $0.count ? $0[place] : nil }
            axes.append(
                Axis(
                    name: names(axis.symbol), set: set,
                    others: given.sorted { $0.0.id < $1.0.id }.map { (names($0.0), $0.1) }, wanted: size,
                    next: size.flatMap { set?.next(from: $0) }))
        }
        self.axes = axes
    }
}
