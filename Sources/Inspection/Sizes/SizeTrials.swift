import Layers
import Network
import TensorEngine

/// Sizes of a model's inputs, tried by going through the model: what formulas say of sizes is compared with this, as they
/// know nothing of what a script asks for, or of functions without a rule.
struct SizeTrials {
    private let model: Model
    private let inputs: [BatchShape]
    private let axes: [SizeRequirements.Axis]
    private var known: [[Int]: Bool] = [:]
    /// For each axis the size that it has while another one is looked at.
    private(set) var base: [Int] = []

    /// Looks for sizes that fit, from which to try others.
    /// - Parameter sets: what formulas say of each axis; nil where they say nothing.
    /// - Throws: `Refusal` after an interrupt.
    init(_ model: Model, _ inputs: [BatchShape], _ axes: [SizeRequirements.Axis], _ sets: [SizeSet?]) throws(Refusal) {
        (self.model, self.inputs, self.axes) = (model, inputs, axes)
        let usual = axes.map { model.inputs[$0.input].shape.dims[$0.axis].known }
        let common = [32, 64, 28, 224, 48, 96, 128, 256] + Array(1...40) + sets.compactMap { $0?.minimum }
        for size in common {
            base = zip(usual, sets).map { $0 ?? $1?.next(from: size) ?? size }
            if try fits(base) { return }
        }
    }

    /// Whether the sizes were found.
    var hasBase: Bool { known[base] == true }

    /// Whether a model can be built for these sizes, one for each axis.
    mutating func fits(_ sizes: [Int]) throws(Refusal) -> Bool {
        if let fits = known[sizes] { return fits }
        var shapes = inputs
        for (axis, size) in zip(axes, sizes) { shapes[axis.input].dims[axis.axis] = Dim(size) }
        // A batch that is known shows whether elements go into another shape without a rest.
        for input in shapes.indices where shapes[input].dims.first?.isKnown == false { shapes[input].dims[0] = 2 }
        do throws(Refusal) {
            _ = try model.tryOut(for: shapes)
            known[sizes] = true
        } catch {
            if error.kind == .keyboardInterrupt { throw error }
            known[sizes] = false
        }
        return known[sizes] ?? false
    }

    /// Whether it can be built for a size of one axis, the others being as in `base`.
    mutating func fits(_ size: Int, along axis: Int) throws(Refusal) -> Bool {
        var sizes = base
        sizes[axis] = size
        return try fits(sizes)
    }

    /// Whether what formulas say of an axis holds for some sizes, among them those at which it changes.
    mutating func agrees(_ set: SizeSet, along axis: Int) throws(Refusal) -> Bool {
        for size in samples(set, axis) where try fits(size, along: axis) != set.contains(size) { return false }
        return true
    }

    /// Whether axes whose sizes are said not to depend on each other may be changed together.
    mutating func agree(_ sets: [SizeSet]) throws(Refusal) -> Bool {
        for size in samples(sets[0], 0) {
            let sizes = sets.map { $0.next(from: size) ?? size }
            let isSaidToFit = zip(sets, sizes).allSatisfy { $0.contains($1) }
            if try fits(sizes) != isSaidToFit { return false }
        }
        return true
    }

    private func samples(_ set: SizeSet, _ axis: Int) -> [Int] {
        let (own, least) = (base[axis], set.minimum ?? 1)
        let sizes = [
            1, 2, 3, 7, least - 1, least, least + 1, least + set.period, own - 1, own, own + 1, own + 8,
            own + set.period,
            2 * min(own, SizeTrials.most / 2),
        ]
        return Set(sizes.filter { $0 > 0 }).sorted()
    }

    private static let most = 512

    /// Up to which size all are tried where formulas do not say which fit.
    private func end(_ axis: Int) -> Int { min(SizeTrials.most, max(64, 2 * base[axis])) }

    /// The sizes that fit among the first ones, the others being as in `base`.
    mutating func scan(along axis: Int) throws(Refusal) -> TriedSizes {
        var found: [Int] = []
        for size in 1...end(axis) where try fits(size, along: axis) { found.append(size) }
        return TriedSizes(fitting: found, last: end(axis))
    }

    /// The next sizes from some on that fit: those that fit along each axis, where they fit together, or else one or all of
    /// them larger; nil where none of those tried does.
    mutating func next(from wanted: [Int]) throws(Refusal) -> [Int]? {
        if try fits(wanted) { return wanted }
        if hasBase {
            var sizes = wanted
            for axis in wanted.indices {
                for size in wanted[axis]...(wanted[axis] + 64) where try fits(size, along: axis) {
                    sizes[axis] = size
                    break
                }
            }
            if try fits(sizes) { return sizes }
        }
        for step in 1...64 {
            for axis in wanted.indices.reversed() {
                var sizes = wanted
                sizes[axis] += step
                if try fits(sizes) { return sizes }
            }
            if try fits(wanted.map { $0 + step }) { return wanted.map { $0 + step } }
        }
        return nil
    }
}

/// Sizes that were tried one by one, from 1 on.
public struct TriedSizes: Hashable, Sendable {
    /// Those that fit, in ascending order.
    public let fitting: [Int]
    /// The largest that was tried.
    public let last: Int

    /// `H is 32–39, of those tried, 1 to 64`
    /// - Parameter isPlural: whether the name is that of several.
    public func text(_ name: String, isPlural: Bool = false) -> String {
        let tried = "of those tried, 1 to \(last)"
        if fitting.isEmpty { return "no \(name), \(tried)" }
        return "\(name) \(isPlural ? "are" : "is") \(SizeSet.listed(fitting)), \(tried)"
    }
}
