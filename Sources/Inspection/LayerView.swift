import Layers
import Network
import TensorEngine

/// A layer at work in one row and to scale: its input with the padding around it and the pixels that nothing reads hatched,
/// its kernel, and what comes out.
public enum LayerView {
    /// The row for a tensor; nil where its layer moves no window over one or two axes of one input.
    /// - Parameters:
    ///   - input: the value of the layer's input.
    ///   - output: the value of the tensor.
    ///   - channel: the channel of the output.
    public static func group(
        of tensor: SymbolicTensor, input: Tensor, output: Tensor, channel: Int, dataFormat: DataFormat
    ) -> MapsReport.Group? {
        guard let motion = WindowMotion(of: tensor.layer, over: BatchShape(input.shape.dims)), motion.axes.count <= 2,
            motion.axes.contains(where: { !$0.isIdentity })
        else { return nil }
        let before = FeatureMaps(input, dataFormat: motion.dataFormat)
        let after = FeatureMaps(output, dataFormat: motion.dataFormat)
        guard !before.isEmpty, !after.isEmpty, channel < after.channelCount else { return nil }
        let inputChannel = motion.firstChannel(
            readBy: channel, inputs: before.channelCount, outputs: after.channelCount)
        // Of several channels, one is drawn.
        let readsSeveral = before.channelCount > 1
        let kernel = kernel(of: tensor.layer, channel, isOfOneChannel: readsSeveral && motion.axes.count == 2)
        var panels = [
            panel(readsSeveral ? "input #\(inputChannel)" : "input", before.view(channel: inputChannel), before.source)
        ]
        panels[0].padding = padding(motion)
        panels[0].hatched = hatched(motion)
        if let kernel { panels.append(kernel) }
        panels.append(panel("output #\(channel)", after.view(channel: channel), after.source))
        return MapsReport.Group(panels)
    }

    private static func panel(_ name: String, _ view: MapView, _ source: MapsReport.Source) -> MapsReport.Panel {
        var panel = MapsReport.Panel("\(name) \(view.rows)×\(view.columns)", .map(view))
        panel.source = source
        return panel
    }

    /// The kernel of the filter that makes a channel, for the first channel it reads.
    private static func kernel(of layer: Layer, _ channel: Int, isOfOneChannel: Bool) -> MapsReport.Panel? {
        guard let weight = layer.weights.first(where: { $0.spec.name.hasSuffix("kernel") }),
            let value = try? weight.value(),
            let maps = KernelMaps(
                value, name: weight.spec.name, layer: layer.className, kernelSize: layer.kernelSize),
            channel < maps.filterCount
        else { return nil }
        let panels = maps.groups(filters: [channel], limit: 8).flatMap(\.panels)
        for case .map(let view) in panels.map(\.content) {
            let name = String(weight.spec.name.map { $0 == "_" ? " " : $0 })
            let part = isOfOneChannel && maps.channelCount > 1 ? " c0" : ""
            var panel = panel(name + part, view, MapsReport.Source(value))
            panel.isKeptWhole = max(view.rows, view.columns) <= 16
            return panel
        }
        return nil
    }

    /// Rows and columns that the windows reach over the borders, before and after the map.
    private static func padding(_ motion: WindowMotion) -> (top: Int, left: Int, bottom: Int, right: Int) {
        let sides = motion.drawnPadding
        guard sides.count == 2 else { return (0, sides[0].before, 0, sides[0].after) }
        return (sides[0].before, sides[1].before, sides[0].after, sides[1].after)
    }

    private static func hatched(_ motion: WindowMotion) -> (rows: [Int], columns: [Int]) {
        let unread = motion.axes.map(\.unread)
        return unread.count == 2 ? (unread[0], unread[1]) : ([], unread[0])
    }
}

extension WindowMotion {
    /// How a layer moves its window over an input; nil for a layer that moves none.
    public init?(of layer: Layer, over input: BatchShape) {
        guard let operation = (layer as? CatalogueLayer)?.operation as? any WindowedOperation,
            let motion = try? operation.motion(over: input)
        else { return nil }
        self = motion
    }

    /// The first channel of the input that a channel of the output reads.
    /// - Parameters:
    ///   - inputs: the channels of the input.
    ///   - outputs: the channels of the output.
    public func firstChannel(readBy channel: Int, inputs: Int, outputs: Int) -> Int {
        switch channels {
        case .separate(let multiplier): min(channel / multiplier, inputs - 1)
        case .summed(let groups): groups == 1 ? 0 : channel / max(1, outputs / groups) * (inputs / groups)
        }
    }
}

extension WindowAxis {
    /// Whether each output pixel is the input pixel at its place.
    var isIdentity: Bool { kernel == 1 && stride == 1 && before == 0 && after == 0 }
}

extension Layer {
    /// The argument `kernel_size`, where the layer has one.
    public var kernelSize: [Int]? {
        guard let arguments = (self as? CatalogueLayer)?.made.arguments,
            arguments.parameters.contains(where: { $0.name == "kernel_size" })
        else { return nil }
        return arguments.ints("kernel_size")
    }
}
