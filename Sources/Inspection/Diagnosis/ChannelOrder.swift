import Layers
import Network
import TensorEngine

/// Data whose channels seem to stand first, in a layer that expects them last, or the other way round.
public struct ChannelOrder: Sendable {
    /// The shape of the input.
    public let shape: BatchShape
    /// Where the layer expects the channels.
    public let expected: DataFormat
    /// The layer's class.
    public let layer: String

    /// Nil where the channels are where the layer expects them, as far as can be seen.
    ///
    /// They are not where the axis that is read as rows is as short as colours are few, 1, 3 or 4, and the others are longer than 8
    /// and about as long as one another.
    public init?(_ node: Node) {
        guard node.inputs.count == 1, node.inputs[0].inputLayer != nil, let layer = node.layer as? CatalogueLayer,
            let format = layer.operation.dataFormat, layer.className != "Flatten"
        else { return nil }
        let shape = node.inputs[0].shape
        let sizes = shape.perSample.compactMap(\.known)
        guard sizes.count == shape.rank - 1, sizes.count >= 3 else { return nil }
        let (channels, others) =
            format == .channelsLast
            ? (sizes[0], sizes.dropFirst()) : (sizes[sizes.count - 1], sizes.dropLast())
        guard [1, 3, 4].contains(channels), let least = others.min(), let most = others.max(), least > 8,
            most <= (channels == 1 ? 1 : 2) * least
        else { return nil }
        // A kernel of one row over several columns is meant to see few rows.
        if let kernel = layer.kernelSize, kernel.count > 1, kernel[0] == 1, kernel.contains(where: { $0 > 1 }) {
            return nil
        }
        self.shape = shape
        self.layer = layer.className
        expected = format
    }

    /// Where the channels seem to be.
    public var actual: DataFormat { expected == .channelsLast ? .channelsFirst : .channelsLast }

    /// `Conv2D reads (3, 224, 224) as 3 rows of 224 columns with 224 channels`
    public var text: String {
        let sizes = shape.perSample.map(\.description)
        let (channels, spatial) =
            expected == .channelsLast ? (sizes[sizes.count - 1], sizes.dropLast()) : (sizes[0], sizes.dropFirst())
        return
            "\(layer) reads \(BatchShape(shape.perSample)) as a map of \(spatial.joined(separator: "×")) with \(channels) channels; "
            + "it looks like \(actual.rawValue)"
    }

    /// What to write.
    public var fix: String {
        let rank = shape.rank - 1
        let order = actual == .channelsFirst ? Array(2...rank) + [1] : [rank] + Array(1..<rank)
        let sizes = order.map { shape.dims[$0].description }.joined(separator: ", ")
        return "Input((\(sizes))), or \(actual.argument) in the layers, or "
            + "Permute((\(order.map(String.init).joined(separator: ", ")))) before them"
    }

    /// The finding of a diagnosis.
    func finding(_ place: String) -> Finding { Finding(kind: .channelOrder, place: place, text: text, fix: fix) }
}
