import Layers
import TensorEngine

/// Which indices along one axis of a network's input an element of a tensor depends on.
struct AxisField: Hashable, Sendable {
    indirect enum Indices: Hashable {
        /// They move with the element's index along an axis of the tensor.
        case moving(MovingIndices, along: Int)
        /// Those of one index, which follows from the element's index along an axis of the tensor; `all` are seen by all
        /// elements along it together.
        case scattered(MovingIndices, all: AxisField, along: Int)
        /// The same for all elements.
        case fixed(IndexRuns)
        /// The whole axis.
        case whole
        /// Any of them: nothing is known.
        case unknown
    }

    let indices: Indices
    /// Whether an element depends on all of them; otherwise on some of them at most.
    let isExact: Bool

    static let whole = AxisField(indices: .whole, isExact: true)
    static let unknown = AxisField(indices: .unknown, isExact: false)

    /// The field of an input's own element.
    static func same(_ axis: Int) -> AxisField { AxisField(indices: .moving(.same, along: axis), isExact: true) }

    /// The field of an output's element.
    /// - Parameters:
    ///   - positions: the elements of the tensor that it depends on, for each axis of the tensor.
    ///   - shape: the tensor's shape.
    ///   - length: the length of the input's axis.
    func after(_ positions: Positions, shape: BatchShape, length: Dim) -> AxisField {
        if case .scattered(let moving, let all, let axis) = indices { return after(positions, moving, all, axis) }
        guard case .moving(let moving, let axis) = indices, positions.axes.indices.contains(axis) else { return self }
        switch positions.axes[axis] {
        case .exact(let range, let along): return AxisField.moving(moving.after(range), along, isExact: isExact)
        case .bound(let range, let along): return AxisField.moving(moving.after(range), along, isExact: false)
        case .unknown: return .unknown
        case .whole: return over(moving, size: shape.dims[axis], length: length)
        case .single(let along):
            let all = over(moving, size: shape.dims[axis], length: length)
            return AxisField(indices: .scattered(moving, all: all, along: along), isExact: isExact)
        }
    }

    /// The field after an operation on a tensor whose elements are scattered along an axis.
    private func after(_ positions: Positions, _ moving: MovingIndices, _ all: AxisField, _ axis: Int) -> AxisField {
        switch positions.axes[axis] {
        case .whole: all
        case .exact(let range, let along) where range == .same:
            AxisField(indices: .scattered(moving, all: all, along: along), isExact: isExact)
        case .single(let along): AxisField(indices: .scattered(moving, all: all, along: along), isExact: isExact)
        case .exact, .bound, .unknown: .unknown
        }
    }

    private static func moving(_ moving: MovingIndices?, _ axis: Int, isExact: Bool) -> AxisField {
        moving.map { AxisField(indices: .moving($0, along: axis), isExact: isExact) } ?? .unknown
    }

    /// What all elements along an axis see together.
    private func over(_ moving: MovingIndices, size: Dim, length: Dim) -> AxisField {
        // Even where sizes are unknown, all elements of the input's own axis are all of it.
        if moving == .same { return AxisField(indices: .whole, isExact: isExact) }
        guard let size = size.known, let length = length.known, length > 0, moving.isPlaced,
            let all = moving.union(0..<size)
        else { return .unknown }
        let seen = all.clamped(to: 0...length - 1)
        return AxisField(
            indices: seen == IndexRuns(0...length - 1) ? .whole : .fixed(seen), isExact: isExact)
    }

    /// The field of an element that depends on two others.
    func union(_ other: AxisField) -> AxisField {
        let isExact = isExact && other.isExact
        switch (indices, other.indices) {
        case _ where self == other: return self
        case (.unknown, _), (_, .unknown): return .unknown
        case (.whole, _): return AxisField(indices: .whole, isExact: self.isExact)
        case (_, .whole): return AxisField(indices: .whole, isExact: other.isExact)
        case (.fixed(let a), .fixed(let b)): return AxisField(indices: .fixed(a.union(b)), isExact: isExact)
        case (.moving(let a, let axis), .moving(let b, let along)) where axis == along:
            return AxisField.moving(a.union(b), axis, isExact: isExact)
        case (.moving, _), (_, .moving), (.scattered, _), (_, .scattered): return .unknown
        }
    }

    /// Whether the element depends on these indices at most, if at all, whatever it is.
    func isSubset(of other: AxisField) -> Bool {
        if self == other { return true }
        switch (indices, other.indices) {
        case (_, .whole): return true
        case (.fixed(let a), .fixed(let b)): return a.isSubset(of: b)
        case (.moving(let a, let axis), .moving(let b, let along)) where axis == along: return a.isSubset(of: b)
        default: return false
        }
    }
}
