import Layers
import Network
import TensorEngine

/// A layer at work in one row and to scale: its input with the padding around it, its kernel, and what comes out.
public enum LayerView {
    /// The row for a tensor; nil where its layer moves no window over two axes of one input.
    /// - Parameters:
    ///   - input: the value of the layer's input.
    ///   - output: the value of the tensor.
    ///   - channel: the channel of the output.
    public static func group(
        of tensor: SymbolicTensor, input: Tensor, output: Tensor, channel: Int, dataFormat: DataFormat
    ) -> MapsReport.Group? {
        let (before, after) = (
            FeatureMaps(input, dataFormat: dataFormat), FeatureMaps(output, dataFormat: dataFormat)
        )
        guard tensor.node.inputs.count == 1, let window = window(of: tensor, input, output, dataFormat),
            !before.isEmpty, !after.isEmpty, channel < after.channelCount
        else { return nil }
        // A layer without a kernel, such as pooling, keeps the channels apart.
        let kernel = kernel(of: tensor.layer, channel)
        let inputChannel = kernel == nil && channel < before.channelCount ? channel : 0
        var panels = [panel("input", before.view(channel: inputChannel), before.source)]
        panels[0].padding = padding(window, before, after)
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
    private static func kernel(of layer: Layer, _ channel: Int) -> MapsReport.Panel? {
        guard let weight = layer.weights.first(where: { $0.spec.name.hasSuffix("kernel") }),
            let value = try? weight.value(),
            let maps = KernelMaps(
                value, name: weight.spec.name, layer: layer.className, kernelSize: layer.kernelSize),
            channel < maps.filterCount
        else { return nil }
        let panels = maps.groups(filters: [channel], limit: 8).flatMap(\.panels)
        for case .map(let view) in panels.map(\.content) { return panel("kernel", view, MapsReport.Source(value)) }
        return nil
    }

    /// The ranges of rows and columns that an element of the output depends on; nil where there are not two such axes, or
    /// where each element depends on its own place only.
    private static func window(
        of tensor: SymbolicTensor, _ input: Tensor, _ output: Tensor, _ dataFormat: DataFormat
    ) -> [IndexRange]? {
        let (before, after) = (BatchShape(input.shape.dims), BatchShape(output.shape.dims))
        guard before.rank == 4, after.rank == 4 else { return nil }
        let positions = tensor.layer.positions(ofOutput: tensor.outputIndex, inputs: [before], outputs: [after])
        guard let axes = positions.first?.axes, axes.count == 4 else { return nil }
        let window = dataFormat.spatialAxes(rank: 4).compactMap { axes[$0].range?.indices }
        return window.count == 2 && window.contains { $0 != .same } ? window : nil
    }

    /// Rows and columns that the windows reach over the borders, before and after the map.
    private static func padding(
        _ window: [IndexRange], _ input: FeatureMaps, _ output: FeatureMaps
    ) -> (top: Int, left: Int, bottom: Int, right: Int) {
        let (inner, outer) = (input.view(channel: 0), output.view(channel: 0))
        func sides(_ range: IndexRange, _ size: Int, _ places: Int) -> (before: Int, after: Int) {
            // A layer that enlarges has no border.
            guard range.isPlaced, range.stride.denominator == 1 else { return (0, 0) }
            let last = (places - 1) * range.stride.numerator + range.offsets.last
            return (max(0, -range.offsets.first), max(0, last - (size - 1)))
        }
        let (rows, columns) = (
            sides(window[0], inner.rows, outer.rows), sides(window[1], inner.columns, outer.columns)
        )
        return (rows.before, columns.before, rows.after, columns.after)
    }
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
