import Layers
import Network
import TensorEngine

/// A layer that moves a window, and the values that it works on: what an animation and an explorer draw.
public struct LayerScene: Sendable {
    /// What the layer is called.
    public let name: String
    /// The layer.
    public let made: Made<any Operation>
    /// What it reads: a batch, of which one sample is drawn.
    public let input: Tensor
    /// What it makes of it.
    public let output: Tensor
    /// Its weights, in the order of `Operation.weights(for:)`.
    public let weights: [Tensor]
    /// How its window moves.
    public let motion: WindowMotion
    /// The sample that is drawn.
    public let sample: Int
    private let operation: any CalculatedOperation

    /// One element of the output, and the channel of the input that is drawn.
    public struct Cell: Sendable, Hashable {
        /// The pixel along each spatial axis.
        public var pixel: [Int]
        /// The channel of the output.
        public var channel: Int

        /// An element.
        public init(pixel: [Int], channel: Int) { (self.pixel, self.channel) = (pixel, channel) }
    }

    /// A layer at work.
    /// - Parameters:
    ///   - weights: in the order of `Operation.weights(for:)`.
    ///   - sample: the sample, which exists.
    /// - Throws: `Refusal` for a layer that moves no window or does not take the input; as the engine.
    public init(name: String, _ made: Made<any Operation>, input: Tensor, weights: [Tensor], sample: Int = 0) throws {
        let shape = BatchShape(input.shape.dims)
        guard let windowed = made.product as? any WindowedOperation,
            let operation = made.product as? any CalculatedOperation
        else { throw LayerScene.refusal(name, made.definition.name) }
        (self.name, self.made, self.input, self.weights, self.sample) = (name, made, input, weights, sample)
        self.operation = operation
        motion = try windowed.motion(over: shape)
        try operation.requireFit([shape])
        output = try operation.forward([input], OperationContext(LayerState(weights: weights)))[0]
        guard output.count > 0 else {
            throw Refusal("'\(name)' has no output elements.", remedy: "give it a larger input")
        }
    }

    /// The layer that made a tensor, at work on the values of its input.
    /// - Throws: as the other initializer, and as `Evaluator`.
    public init(of tensor: SymbolicTensor, _ context: NetworkContext, sample: Int = 0) throws {
        guard let layer = tensor.layer as? CatalogueLayer, layer.operation is any WindowedOperation,
            let source = tensor.node.inputs.first
        else { throw LayerScene.refusal(tensor.shownName, tensor.layer.className) }
        try self.init(
            name: tensor.shownName, layer.made, input: try Evaluator(context).value(of: source),
            weights: try layer.operationWeights(), sample: sample)
    }

    private static func refusal(_ name: String, _ layer: String) -> Refusal {
        Refusal(
            "'\(name)' moves no window: it is \(layer.withIndefiniteArticle).",
            remedy:
                "convolutions, pooling, padding, cropping and enlarging do; trace(t) calculates one value of other layers"
        )
    }
}

extension LayerScene {
    /// The output's spatial sizes.
    public var sizes: [Int] { motion.dataFormat.spatialAxes(rank: output.shape.rank).map { output.shape[$0] } }
    /// The input's spatial sizes.
    public var inputSizes: [Int] { motion.dataFormat.spatialAxes(rank: input.shape.rank).map { input.shape[$0] } }
    /// The output's channels.
    public var channels: Int { output.shape[motion.dataFormat.channelAxis(rank: output.shape.rank)] }
    /// The input's channels.
    public var inputChannels: Int { input.shape[motion.dataFormat.channelAxis(rank: input.shape.rank)] }
    /// How many channels of the input one channel of the output sums over; their pictures are not all drawn.
    public var summedChannels: Int {
        if case .summed(let groups) = motion.channels { inputChannels / max(1, groups) } else { 1 }
    }
    /// How many pixels the output has.
    public var pixelCount: Int { sizes.reduce(1, *) }

    /// The output pixel of a number, counted row by row.
    public func pixel(_ number: Int) -> [Int] {
        var rest = number
        return sizes.reversed().map { size in
            defer { rest /= max(1, size) }
            return rest % max(1, size)
        }.reversed()
    }

    /// The number of an output pixel, counted row by row.
    public func number(of pixel: [Int]) -> Int { zip(pixel, sizes).reduce(0) { $0 * $1.1 + $1.0 } }

    /// The value of an output element.
    public func value(at cell: Cell) -> Float {
        output[flat: flat(motion.place(cell.pixel, channel: cell.channel), output)]
    }

    /// The value of an input element; 0 in the padding.
    public func inputValue(at pixel: [Int], channel: Int) -> Float {
        guard zip(pixel, inputSizes).allSatisfy({ (0..<$1).contains($0) }) else { return 0 }
        return input[flat: flat(motion.place(pixel, channel: channel), input)]
    }

    private func flat(_ place: [Int], _ tensor: Tensor) -> Int { tensor.shape.place(sample: sample, place) }

    /// How an output element is calculated.
    public func calculation(of cell: Cell) throws -> (places: Calculation, numbers: CalculatedElement) {
        let calculation = try operation.calculation(
            of: motion.place(cell.pixel, channel: cell.channel), inputs: [input.shape.dims])
        return (calculation, calculation.evaluated(inputs: [input], sample: sample, weights: weights))
    }

    /// The first channel of the input that a channel of the output reads.
    public func firstInputChannel(of channel: Int) -> Int {
        motion.firstChannel(readBy: channel, inputs: inputChannels, outputs: channels)
    }

    /// The part of the input under the window of an output pixel, along each axis; nil where it reads nothing.
    public func window(of pixel: [Int]) -> [Range<Int>]? {
        var ranges: [Range<Int>] = []
        for (axis, index) in zip(motion.axes, pixel) {
            guard let range = LayerScene.reach(of: axis, index) else { return nil }
            ranges.append(range)
        }
        return ranges
    }

    private static func reach(of axis: WindowAxis, _ index: Int) -> Range<Int>? {
        if case .repeating(interpolates: true) = axis.rule {
            // The pixels between which it lies.
            let place = (Double(index) + 0.5) / Double(axis.stride) - 0.5
            let last = (axis.input.known ?? 1) - 1
            let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
            return max(0, min(low, last))..<max(0, min(high, last)) + 1
        }
        let indices = axis.readings(of: index).map(\.index)
        guard let low = indices.min(), let high = indices.max() else { return nil }
        return low..<high + 1
    }

    /// The output pixels along each axis that read an input pixel.
    public func outputs(reading pixel: [Int]) -> [[Int]] {
        zip(motion.axes, pixel).map { axis, index in
            if case .repeating(interpolates: true) = axis.rule {
                return (0..<(axis.output.known ?? 0)).filter {
                    LayerScene.reach(of: axis, $0)?.contains(index) ?? false
                }
            }
            return axis.outputs(reading: index)
        }
    }
}

// MARK: Panels

extension LayerScene {
    /// The input's map of one channel with its padding, and parts of it marked.
    /// - Parameter parts: ranges along each spatial axis.
    public func inputPanel(channel: Int, marking parts: [[Range<Int>]]) -> MapsReport.Panel {
        let maps = FeatureMaps(input, dataFormat: motion.dataFormat, sample: sample)
        let slice = LayerScene.slice(parts.first, inputSizes)
        let view = maps.view(channel: channel, slice: slice)
        var label = "input \(LayerScene.size(inputSizes))"
        if inputChannels > 1 { label += " #\(channel)" }
        if inputSizes.count > 2 { label += " z\(slice)" }
        var panel = MapsReport.Panel(label, .map(view))
        panel.source = maps.source
        let sides = motion.drawnPadding.suffix(2)
        let (rows, columns) = (sides.count == 2 ? sides.first : nil, sides.last)
        panel.padding = (rows?.before ?? 0, columns?.before ?? 0, rows?.after ?? 0, columns?.after ?? 0)
        let unread = motion.axes.suffix(2).map(\.unread)
        panel.hatched = unread.count == 2 ? (unread[0], unread[1]) : ([], unread[0])
        panel.marks = LayerScene.marks(parts)
        return panel
    }

    /// The output's map of one channel, parts of it marked.
    /// - Parameter shown: how many pixels are drawn, counted row by row; nil for all.
    public func outputPanel(channel: Int, marking parts: [[Range<Int>]], shown: Int? = nil) -> MapsReport.Panel {
        let maps = FeatureMaps(output, dataFormat: motion.dataFormat, sample: sample)
        let slice = LayerScene.slice(parts.first, sizes)
        let view = maps.view(channel: channel, slice: slice)
        var label = "output \(LayerScene.size(sizes))"
        if channels > 1 { label += " #\(channel)" }
        if sizes.count > 2 { label += " z\(slice)" }
        var panel = MapsReport.Panel(label, .map(view))
        panel.source = maps.source
        panel.marks = LayerScene.marks(parts)
        if let shown { panel.shown = max(0, min(shown - slice * view.rows * view.columns, view.rows * view.columns)) }
        return panel
    }

    /// The kernel by which a channel of the output reads one of the input; nil for a layer without one.
    /// - Parameter pixel: the output pixel, for kernels that differ from place to place.
    public func kernelPanel(channel: Int, inputChannel: Int, pixel: [Int], tap: [Int]? = nil) -> MapsReport.Panel? {
        guard let (maps, tensor, name) = kernelMaps else { return nil }
        var (filter, part) = (channel, inputChannel - firstInputChannel(of: channel))
        if name == "depthwise_kernel" {
            (filter, part) = (inputChannel * made.arguments.int("depth_multiplier"), 0)
        } else if made.definition.name.hasPrefix("Locally") {
            filter += number(of: pixel) * channels
        }
        let slice = tap.map { $0.count > 2 ? $0[0] : 0 } ?? 0
        guard let view = maps.map(filter: filter, channel: part, slice: slice) else { return nil }
        var label = "kernel \(LayerScene.size(made.arguments.ints("kernel_size")))"
        if channels > 1 { label += " #\(channel)" }
        if inputChannels > 1, part > 0 || name == "kernel" { label += " c\(inputChannel)" }
        var panel = MapsReport.Panel(label, .map(view))
        panel.source = MapsReport.Source(tensor)
        if let tap { panel.marks = LayerScene.marks([tap.map { $0..<$0 + 1 }]) }
        return panel
    }

    private var kernelMaps: (KernelMaps, Tensor, String)? {
        guard let specs = try? operation.weights(for: [BatchShape(input.shape.dims)]),
            let index = specs.firstIndex(where: { $0.name.hasSuffix("kernel") }), index < weights.count,
            made.arguments.has("kernel_size"),
            let maps = KernelMaps(
                weights[index], name: specs[index].name, layer: made.definition.name,
                kernelSize: made.arguments.ints("kernel_size"))
        else { return nil }
        return (maps, weights[index], specs[index].name)
    }

    /// `28×28`
    public static func size(_ sizes: [Int]) -> String { sizes.map(String.init).joined(separator: "×") }

    private static func slice(_ part: [Range<Int>]?, _ sizes: [Int]) -> Int {
        guard sizes.count > 2, let range = part?.first else { return 0 }
        return max(0, min((range.lowerBound + range.upperBound - 1) / 2, sizes[0] - 1))
    }

    private static func marks(_ parts: [[Range<Int>]]) -> [MapsReport.Mark] {
        parts.compactMap { part in
            guard let columns = part.last, !columns.isEmpty else { return nil }
            let rows = part.count > 1 ? part[part.count - 2] : 0..<1
            return MapsReport.Mark(rows: ClosedRange(rows), columns: ClosedRange(columns))
        }
    }
}
