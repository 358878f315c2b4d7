import Layers
import PythonText
import TensorEngine

/// A node of ONNX that gives the same numbers as a layer of Keras, for an input of the same sizes with the channels first.
///
/// The bias is the node's third input, an activation a node of its own. Weights are laid out as PyTorch's.
public struct OnnxCode: Sendable, Equatable {
    /// The operator: `Conv`.
    public let name: String
    /// Its attributes with their values as Python writes them.
    public let attributes: [Attribute]

    /// One attribute.
    public struct Attribute: Sendable, Equatable {
        /// The name: `pads`.
        public let name: String
        /// The value: a string in quotes, or a list of integers.
        public let value: String
    }

    /// `Conv(kernel_shape=[3, 3], strides=[2, 2], pads=[0, 0, 1, 1])`
    public var text: String {
        "\(name)(\(attributes.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")))"
    }

    /// - Returns: nil for layers that are no convolution and no pooling, or take two nodes, and where sizes that matter are
    ///   unknown.
    init?(_ layer: WindowedLayer) {
        let axes = layer.motion.axes
        let (before, after) = (axes.compactMap(\.before.known), axes.compactMap(\.after.known))
        guard before.count == axes.count, after.count == axes.count, layer.motion.fits else { return nil }
        var attributes = [Attribute("kernel_shape", axes.map(\.kernel))]
        if axes.contains(where: { $0.stride != 1 }) { attributes.append(Attribute("strides", axes.map(\.stride))) }
        if axes.contains(where: { $0.dilation != 1 }) {
            attributes.append(Attribute("dilations", axes.map(\.dilation)))
        }
        switch layer.kind {
        case .convolution(let groups):
            name = "Conv"
            if groups > 1 { attributes.append(Attribute("group", groups)) }
        case .depthwise:
            name = "Conv"
            attributes.append(Attribute("group", layer.channels.input))
        case .maxPooling: name = "MaxPool"
        case .averagePooling: name = "AveragePool"
        case .transposed:
            name = "ConvTranspose"
            let extra = after.map { max(0, -$0) }
            if extra.contains(where: { $0 > 0 }) { attributes.append(Attribute("output_padding", extra)) }
        case .separable, .bordering, .enlarging, .local: return nil
        }
        let pads = before + after.map { max(0, $0) }
        if pads.contains(where: { $0 > 0 }) { attributes.append(Attribute("pads", pads)) }
        self.attributes = attributes
    }
}

extension OnnxCode.Attribute {
    fileprivate init(_ name: String, _ numbers: [Int]) {
        self.init(name: name, value: "[\(numbers.map(String.init).joined(separator: ", "))]")
    }

    fileprivate init(_ name: String, _ number: Int) { self.init(name: name, value: String(number)) }
}
