import Layers
import Network

/// The spatial axes of a tensor: what a row and a column are in it.
public struct SpatialAxes: Sendable {
    /// Their places among the axes after the batch axis.
    public let places: [Int]
    /// What each is called: `height`, `width`.
    public let names: [String]

    /// The spatial axes of a tensor of that shape; none where there are only features.
    public init(_ shape: BatchShape, _ format: DataFormat) {
        places = shape.rank > 2 ? format.spatialAxes(rank: shape.rank).map { $0 - 1 } : []
        switch places.count {
        case 1: names = ["length"]
        case 2: names = ["height", "width"]
        case 3: names = ["depth", "height", "width"]
        default: names = places.map { "axis \($0 + 1)" }
        }
    }

    /// How many there are.
    public var count: Int { places.count }

    /// Their sizes; nil where one is not known.
    public func sizes(of shape: BatchShape) -> [Int]? {
        let sizes = places.compactMap { shape.dims[$0 + 1].known }
        return sizes.count == count ? sizes : nil
    }

    /// The indices along the axes after the batch axis, for one place; nil for all indices of the channels.
    func indices(at place: [Int], of shape: BatchShape) -> [Int?] {
        var indices = [Int?](repeating: nil, count: max(0, shape.rank - 1))
        for (axis, index) in zip(places, place) { indices[axis] = index }
        return indices
    }

    /// The middle; of two, the second.
    func middle(of shape: BatchShape) -> [Int]? {
        sizes(of: shape).flatMap { sizes in sizes.allSatisfy { $0 > 0 } ? sizes.map { $0 / 2 } : nil }
    }
}

/// Whether a figure says what is the case, or what is the case at most.
public enum Certainty: String, Sendable {
    /// It is so.
    case exact
    /// It is at most so.
    case bound
    /// Nothing is known.
    case unknown
}
