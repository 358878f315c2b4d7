import Layers
import Network
import TensorEngine

/// `field(t)`: the receptive field of a tensor in each input of its network, and what one of its pixels sees there.
public struct FieldReport: Report {
    /// The field along one spatial axis of an input.
    public struct Axis: Sendable {
        /// `height`
        public let name: String
        /// From the first to the last pixel, away from the borders.
        public let size: ReceptiveField.Size
        /// Input pixels between the fields of neighbouring pixels: the effective stride. Nil where the field stays.
        public let stride: Double?
        /// Where the field of pixel 0 begins: −(effective padding). Nil where it depends on a size that is not known.
        public let offset: Int?
        /// From the first to the last index that the pixel's field covers, padding included; nil where it is not known.
        public let reach: ClosedRange<Int>?
        /// The indices that it sees, as runs; nil where it is not known.
        public let seen: [ClosedRange<Int>]?
        /// The size of the input's axis; nil where it is not known.
        public let length: Int?
    }

    /// The field in one input.
    public struct Input: Sendable {
        /// The input's name.
        public let name: String
        /// The input's shape.
        public let shape: BatchShape
        /// Its spatial axes.
        public let axes: [Axis]
        /// What is seen of the values of an input that has no spatial axes; nil for one that has some.
        public let values: ReceptiveField.Axis?
        /// What is said of the pixel; where no pixel is known, what the figures are.
        public let certainty: Certainty
        /// How many pixels the pixel sees, and how many there are; nil where sizes are not known.
        public let pixels: (seen: Int, all: Int)?
        /// The pixels it sees, drawn on the input; nil where there is nothing to draw.
        public let picture: MapsReport?
    }

    /// The tensor's name.
    public let name: String
    /// The tensor's shape.
    public let shape: BatchShape
    /// The pixel of which `reach` and `seen` tell; nil where sizes are not known.
    public let place: [Int]?
    /// One for each input that it depends on.
    public let inputs: [Input]

    /// Where a tensor has its channels: what its layer says, or the layers before it.
    public static func format(of tensor: SymbolicTensor) -> DataFormat {
        NodeFields.fields(of: tensor)?.format ?? tensor.layer.context.settings.imageDataFormat
    }

    /// Where an input has its channels, by the layers that lead from it to a tensor.
    public static func format(of input: SymbolicTensor, seenFrom tensor: SymbolicTensor) -> DataFormat {
        let field = NodeFields.fields(of: tensor)?.outputs[tensor.outputIndex].first {
            $0.input == ObjectIdentifier(input)
        }
        let own = format(of: tensor)
        return field?.format(seenFrom: tensor.shape, own) ?? own
    }

    /// Where the inputs of one call have their channels: what is known of the first of which anything is.
    static func format(of inputs: [SymbolicTensor], _ context: NetworkContext) -> DataFormat {
        inputs.lazy.compactMap { NodeFields.fields(of: $0)?.format }.first ?? context.settings.imageDataFormat
    }

    /// Reports on a tensor.
    /// - Parameters:
    ///   - place: the pixel's index along each spatial axis, within the tensor; nil for the middle.
    ///   - name: the name of a tensor.
    public init(_ tensor: SymbolicTensor, at place: [Int]?, name: (SymbolicTensor) -> String) {
        let fields = NodeFields.fields(of: tensor)
        let format = FieldReport.format(of: tensor)
        let axes = SpatialAxes(tensor.shape, format)
        let chosen = place ?? axes.middle(of: tensor.shape)
        let element = chosen.flatMap { ElementField(of: tensor, at: axes.indices(at: $0, of: tensor.shape)) }
        let seen = (fields?.outputs[tensor.outputIndex] ?? []).map { $0.ofPixel(of: tensor.shape, format) }
        self.name = name(tensor)
        shape = tensor.shape
        self.place = chosen
        inputs = GraphWalk.inputs(of: tensor).compactMap { input in
            guard let field = seen.first(where: { $0.input == ObjectIdentifier(input) }) else { return nil }
            let indices = chosen.map { axes.indices(at: $0, of: tensor.shape) }
            return FieldReport.input(
                input, name(input), field, element, indices, field.format(seenFrom: tensor.shape, format),
                pixelName: name(tensor))
        }
    }

    private static func input(
        _ input: SymbolicTensor, _ name: String, _ field: TensorField, _ element: ElementField?, _ indices: [Int?]?,
        _ format: DataFormat, pixelName: String
    ) -> Input {
        let spatial = SpatialAxes(input.shape, format)
        let boxes = element?.boxes(of: input)
        let axes = zip(spatial.places, spatial.names).map { place, name in
            axis(name, field.axes[place], input.shape.dims[place + 1].known, indices, boxes?.map { $0.axes[place] })
        }
        let sizes = spatial.sizes(of: input.shape)
        let mask = sizes.flatMap { sizes in boxes.flatMap { PixelMask($0, spatial, sizes) } }
        // Of tensors that are joined along rows, each pixel comes from one, so that no figure is that of all; of tensors in another
        // order, the figures are, and not the pixels.
        let isExact =
            field.values.map { $0.size != .unknown && field.axes[0].isExact } ?? element?.isExact(in: input)
            ?? spatial.places.allSatisfy { field.axes[$0].isExact }
        // At most all of them says nothing.
        let values = field.values
        let isKnown =
            values.map { $0.size != .unknown } ?? mask.map { $0.count < $0.all } ?? false
            || !axes.contains { $0.size == .unknown }
        return Input(
            name: name, shape: input.shape, axes: axes, values: values,
            certainty: isExact ? .exact : isKnown ? .bound : .unknown,
            pixels: mask.map { ($0.count, $0.all) },
            picture: mask.flatMap { mask in
                FieldPicture(
                    name: name, data: try? input.inputLayer?.data(), format: format, mask: mask,
                    maskName: "seen by \(pixelName)"
                ).report(reach: axes.map(\.reach))
            })
    }

    private static func axis(
        _ name: String, _ field: AxisField, _ length: Int?, _ indices: [Int?]?, _ seen: [IndexRuns]?
    ) -> Axis {
        let shown = ReceptiveField.Axis(field)
        var (offset, reach): (Int?, ClosedRange<Int>?) = (nil, nil)
        switch field.indices {
        case .moving(let moving, let along) where moving.isPlaced:
            offset = moving.indices(of: 0).hull?.lowerBound
            let index = indices.flatMap { along >= 1 && along <= $0.count ? $0[along - 1] : nil }
            reach = index.flatMap { moving.indices(of: $0).hull }
        case .fixed(let runs): reach = runs.hull
        case .whole: reach = length.flatMap { $0 > 0 ? 0...$0 - 1 : nil }
        default: break
        }
        return Axis(
            name: name, size: shown.size, stride: shown.jump, offset: offset, reach: reach,
            seen: seen.map { $0.reduce(IndexRuns()) { $0.union($1) }.runs }, length: length)
    }
}
