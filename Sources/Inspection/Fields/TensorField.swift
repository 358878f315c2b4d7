import Layers
import Network
import TensorEngine

/// Which elements of one input of a network an element of a tensor depends on: the product of what is seen along each axis.
struct TensorField: Hashable, Sendable {
    /// The input.
    let input: ObjectIdentifier
    /// The input's shape.
    let shape: BatchShape
    /// One for each axis of the input after the batch axis.
    var axes: [AxisField]

    /// The field of an input in itself.
    init(of input: SymbolicTensor) {
        self.input = ObjectIdentifier(input)
        shape = input.shape
        axes = (1..<max(input.shape.rank, 1)).map(AxisField.same)
    }

    /// Where the input has its channels: as the tensor, unless these move with a spatial axis of it, as after a `Permute`.
    /// - Parameters:
    ///   - tensor: the shape of the tensor whose field it is.
    ///   - format: where the tensor has its channels.
    func format(seenFrom tensor: BatchShape, _ format: DataFormat) -> DataFormat {
        guard shape.rank > 2, tensor.rank > 2 else { return format }
        let spatial = format.spatialAxes(rank: tensor.rank)
        func areSpatial(_ format: DataFormat) -> Bool {
            if case .moving(_, let along) = axes[format.channelAxis(rank: shape.rank) - 1].indices {
                return spatial.contains(along)
            }
            return false
        }
        guard areSpatial(format) else { return format }
        return DataFormat.allCases.first { !areSpatial($0) } ?? format
    }

    /// The field of an output's element that depends on elements of the tensor.
    /// - Parameters:
    ///   - positions: those elements.
    ///   - tensor: the tensor's shape.
    func after(_ positions: Positions, of tensor: BatchShape) -> TensorField {
        var result = self
        for axis in axes.indices {
            result.axes[axis] = axes[axis].after(positions, shape: tensor, length: shape.dims[axis + 1])
        }
        return result
    }

    /// The field of an element that depends on two others, of one input.
    ///
    /// Two products are one again where one contains the other or they differ along one axis; otherwise the union along
    /// each axis holds more, and is a bound.
    func union(_ other: TensorField) -> TensorField {
        if contains(other) { return self }
        if other.contains(self) { return other }
        var result = self
        let different = axes.indices.filter { axes[$0] != other.axes[$0] }
        for axis in different {
            let both = axes[axis].union(other.axes[axis])
            result.axes[axis] = AxisField(
                indices: both.indices, isExact: both.isExact && different.count == 1,
                isExtentExact: both.isExtentExact, sharedAlong: both.sharedAlong)
        }
        return result
    }

    /// What a pixel of the tensor sees, with all its channels.
    /// - Parameters:
    ///   - tensor: the shape of the tensor whose field it is.
    ///   - format: where the tensor has its channels.
    func ofPixel(of tensor: BatchShape, _ format: DataFormat) -> TensorField {
        let channels = tensor.rank > 2 ? format.channelAxis(rank: tensor.rank) : tensor.rank - 1
        var result = self
        result.axes = axes.map { $0.ofPixel(channels: channels) }
        return result
    }

    /// The same, each axis shared by the elements along an axis of the tensor.
    func shared(along axis: Int) -> TensorField {
        var result = self
        for place in axes.indices {
            let known = axes[place].sharedAlong
            result.axes[place] = known == nil || known == axis ? axes[place] : axes[place].atMost
            result.axes[place].sharedAlong = axis
        }
        return result
    }

    /// Whether elements along an axis of the tensor share what is claimed.
    func isShared(along axis: Int) -> Bool { axes.contains { $0.sharedAlong == axis } }

    /// The same, as if each element along an axis of the tensor saw what they see together.
    func unshared(along axis: Int) -> TensorField {
        var result = self
        for place in axes.indices where axes[place].sharedAlong == axis { result.axes[place].sharedAlong = nil }
        return result
    }

    /// The field of an element of which nothing is known.
    var unknown: TensorField {
        var result = self
        result.axes = axes.map { _ in .unknown }
        return result
    }

    private func contains(_ other: TensorField) -> Bool {
        zip(other.axes, axes).allSatisfy { $0.isSubset(of: $1) }
    }
}
