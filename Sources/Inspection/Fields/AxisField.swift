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
    /// Whether it depends on the first and on the last of them, so that they reach exactly as far; true for exact ones.
    let isExtentExact: Bool

    /// The axis of the tensor whose elements see together what is claimed, as the channels do after tensors were joined along
    /// them; nil where each element does.
    var sharedAlong: Int?

    init(indices: Indices, isExact: Bool, isExtentExact: Bool? = nil, sharedAlong: Int? = nil) {
        self.indices = indices
        self.isExact = isExact
        self.isExtentExact = isExtentExact ?? isExact
        self.sharedAlong = sharedAlong
    }

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
        var result = ofEach(positions, shape: shape, length: length)
        guard let sharedAlong, positions.axes.indices.contains(sharedAlong) else { return result }
        switch positions.axes[sharedAlong] {
        case .whole: result.sharedAlong = nil
        case .exact(.same, let along): result.sharedAlong = along
        default: result = result.atMost
        }
        return result
    }

    /// The same, as what an element sees at most.
    var atMost: AxisField { AxisField(indices: indices, isExact: false) }

    /// What a pixel sees, whose channels are along an axis of the tensor: exactly, or at most where elements share the field along
    /// another axis.
    func ofPixel(channels: Int) -> AxisField { sharedAlong == nil || sharedAlong == channels ? self : atMost }

    /// The field of an output's element, where each element sees what is claimed.
    private func ofEach(_ positions: Positions, shape: BatchShape, length: Dim) -> AxisField {
        if case .scattered(let moving, let all, let axis) = indices { return after(positions, moving, all, axis) }
        guard case .moving(let moving, let axis) = indices, positions.axes.indices.contains(axis) else { return self }
        switch positions.axes[axis] {
        case .exact(let range, let along): return moved(moving.after(range), along)
        case .bound(let range, let along):
            return moving.after(range).map { AxisField(indices: .moving($0, along: along), isExact: false) } ?? .unknown
        case .unknown: return .unknown
        case .whole: return over(moving, size: shape.dims[axis], length: length)
        case .single(let along):
            let all = over(moving, size: shape.dims[axis], length: length)
            return with(.scattered(moving, all: all, along: along))
        }
    }

    /// Other indices that are as certain.
    private func with(_ indices: Indices) -> AxisField {
        AxisField(indices: indices, isExact: isExact, isExtentExact: isExtentExact, sharedAlong: sharedAlong)
    }

    /// The field after an operation on a tensor whose elements are scattered along an axis.
    private func after(_ positions: Positions, _ moving: MovingIndices, _ all: AxisField, _ axis: Int) -> AxisField {
        switch positions.axes[axis] {
        case .whole: all
        case .exact(let range, let along) where range == .same:
            with(.scattered(moving, all: all, along: along))
        case .single(let along): with(.scattered(moving, all: all, along: along))
        case .exact, .bound, .unknown: .unknown
        }
    }

    private func moved(_ moving: MovingIndices?, _ axis: Int) -> AxisField {
        moving.map { with(.moving($0, along: axis)) } ?? .unknown
    }

    /// What all elements along an axis see together.
    private func over(_ moving: MovingIndices, size: Dim, length: Dim) -> AxisField {
        // Even where sizes are unknown, all elements of the input's own axis are all of it.
        if moving == .same { return with(.whole) }
        guard let size = size.known, let length = length.known, length > 0, moving.isPlaced,
            let all = moving.union(0..<size)
        else { return .unknown }
        let seen = all.clamped(to: 0...length - 1)
        return with(seen == IndexRuns(0...length - 1) ? .whole : .fixed(seen))
    }

    /// The field of an element that depends on two others.
    func union(_ other: AxisField) -> AxisField {
        let isShared = sharedAlong == nil || other.sharedAlong == nil || sharedAlong == other.sharedAlong
        let both = AxisField(
            indices: .unknown, isExact: isExact && other.isExact && isShared,
            isExtentExact: isExtentExact && other.isExtentExact && isShared,
            sharedAlong: sharedAlong ?? other.sharedAlong)
        switch (indices, other.indices) {
        case _ where self == other: return self
        case (.unknown, _), (_, .unknown): return .unknown
        case (.whole, _): return self
        case (_, .whole): return other
        case (.fixed(let a), .fixed(let b)): return both.with(.fixed(a.union(b)))
        case (.moving(let a, let axis), .moving(let b, let along)) where axis == along:
            return both.moved(a.union(b), axis)
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
