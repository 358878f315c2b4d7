import Layers
import Network

/// How much of a network's input one pixel of a feature map depends on, along each spatial axis.
///
/// The sets of indices are followed from the input through each operation's `Positions`. For windows they give
/// size' = size + (extent − 1)·jump, jump' = jump·stride. Source: Araujo, Norris and Sim 2019, "Computing receptive fields".
public struct ReceptiveField: Hashable, Sendable {
    /// The size along one axis, from the first to the last pixel: holes of a dilation are within it, and so is padding.
    public enum Size: Hashable, Sendable {
        /// Every pixel away from the borders depends on so many.
        case exact(Int)
        /// No pixel depends on more; some may depend on fewer.
        case bound(Int)
        /// All of the axis.
        case whole
        /// Nothing is known.
        case unknown
    }

    /// One spatial axis of the input.
    public struct Axis: Hashable, Sendable {
        /// The size.
        public let size: Size
        /// Input pixels between neighbouring pixels of the map; nil where the field does not move with the pixel.
        public let jump: Double?
    }

    /// The spatial axes; empty where the input has none.
    public let axes: [Axis]
    /// What is seen of the values of an input that has no spatial axes; nil where it has some, or there is no input.
    public let values: Axis?

    /// The receptive field of a tensor in the input of its network; of several inputs, that which has most spatial axes.
    /// - Complexity: O(nodes before the tensor whose fields are not known yet).
    public init(of tensor: SymbolicTensor) {
        self = NodeFields.field(of: tensor)
    }

    /// The receptive fields of a model's outputs in the inputs of the model.
    public static func fields(of model: Model) -> [ReceptiveField] {
        let fields = NodeFields.fields(model.nodes, from: model.inputs)
        return model.outputs.map { output in
            fields[ObjectIdentifier(output.node)]?.field(of: output.outputIndex, model.context)
                ?? ReceptiveField(of: output)
        }
    }

    /// - Parameters:
    ///   - tensor: the shape of the tensor.
    ///   - format: where it has its channels.
    init(_ fields: [TensorField], of tensor: BatchShape = BatchShape([Int]()), _ format: DataFormat) {
        let fields = fields.map { $0.ofPixel(of: tensor, format) }
        let views = fields.map { ReceptiveField.view($0, $0.format(seenFrom: tensor, format)) }
        let most = views.map(\.count).max() ?? 0
        let largest = views.filter { $0.count == most }
        axes = (0..<most).map { axis in largest.dropFirst().reduce(largest[0][axis]) { $0.union($1[axis]) } }
        let vectors = most > 0 ? [] : fields.compactMap(\.values)
        values = vectors.first.map { first in vectors.dropFirst().reduce(first) { $0.union($1) } }
    }

    /// What is seen of one input.
    private static func view(_ field: TensorField, _ format: DataFormat) -> [Axis] {
        guard field.shape.rank > 2 else { return [] }
        return format.spatialAxes(rank: field.shape.rank).map { Axis(field.axes[$0 - 1]) }
    }

    /// The sizes as people write them: `9×9`, `≤ 12×12`, `all` for a whole axis, `?` where nothing is known.
    public var description: String {
        if axes.isEmpty, let values { return values.valuesText }
        if axes.allSatisfy({ $0.size == .unknown }) { return "?" }
        let isBound = axes.contains { if case .bound = $0.size { true } else { false } }
        return (isBound ? "≤ " : "") + axes.map(\.text).joined(separator: "×")
    }

    /// Whether a pixel depends on the pixel at its own place alone, as far as is known.
    public var isPointwise: Bool { axes.allSatisfy { $0.size == .exact(1) } }
}

extension TensorField {
    /// What is seen of an input that has no spatial axes; nil for one that has some.
    var values: ReceptiveField.Axis? { shape.rank == 2 ? ReceptiveField.Axis(axes[0]) : nil }
}

extension ReceptiveField.Axis {
    /// `all values`, `1 value`
    fileprivate var valuesText: String {
        switch size {
        case .exact(let size): "\(size) value\(size == 1 ? "" : "s")"
        case .bound(let size): "≤ \(size) values"
        case .whole: "all values"
        case .unknown: "?"
        }
    }

    init(_ field: AxisField) {
        switch field.indices {
        case .moving(let moving, _):
            size = field.isExtentExact && moving.isUniform ? .exact(moving.extent) : .bound(moving.extent)
            jump = Double(moving.shift) / Double(moving.period)
        case .scattered(let moving, _, _):
            size = field.isExtentExact && moving.isUniform ? .exact(moving.extent) : .bound(moving.extent)
            jump = nil
        case .fixed(let indices):
            size = field.isExtentExact ? .exact(indices.extent) : .bound(indices.extent)
            jump = nil
        case .whole:
            // At most all of it says nothing.
            size = field.isExact ? .whole : .unknown
            jump = nil
        case .unknown:
            size = .unknown
            jump = nil
        }
    }

    /// What is true of the field in either of two inputs.
    fileprivate func union(_ other: ReceptiveField.Axis) -> ReceptiveField.Axis {
        guard self != other else { return self }
        let size: ReceptiveField.Size =
            if let a = self.size.pixels, let b = other.size.pixels {
                self.size == other.size ? self.size : .bound(max(a, b))
            } else {
                self.size == other.size ? self.size : .unknown
            }
        return ReceptiveField.Axis(size: size, jump: jump == other.jump ? jump : nil)
    }

    fileprivate var text: String {
        switch size {
        case .exact(let size), .bound(let size): String(size)
        case .whole: "all"
        case .unknown: "?"
        }
    }
}

extension ReceptiveField.Size {
    /// The number of pixels, exact or at most; nil where there is no such number.
    public var pixels: Int? {
        switch self {
        case .exact(let size), .bound(let size): size
        case .whole, .unknown: nil
        }
    }

    /// The word for it: `exact`, `bound`, `all` or `unknown`.
    public var kind: String {
        switch self {
        case .exact: "exact"
        case .bound: "bound"
        case .whole: "all"
        case .unknown: "unknown"
        }
    }
}
