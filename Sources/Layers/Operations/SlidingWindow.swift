import PythonText
import TensorEngine

/// The window that a convolution or pooling layer moves over the spatial axes of its input.
struct SlidingWindow {
    /// The argument that gives the window's size: `kernel_size` or `pool_size`.
    let argument: String
    let size: [Int]
    let strides: [Int]
    let dilation: [Int]
    let padding: Padding
    let dataFormat: DataFormat

    /// Reads the arguments of a layer; a dilation that the layer does not have is 1.
    init(_ arguments: BoundArguments, size argument: String = "kernel_size") {
        self.argument = argument
        size = arguments.ints(argument)
        strides = arguments.optionalInts("strides") ?? size
        dilation = arguments.has("dilation_rate") ? arguments.ints("dilation_rate") : size.map { _ in 1 }
        padding = Padding(rawValue: arguments.string("padding")) ?? .valid
        dataFormat = arguments.dataFormat()
    }

    /// Number of spatial axes.
    var rank: Int { size.count }

    /// The axis of the channels, in the input and in the output.
    var channelAxis: Int { dataFormat.channelAxis(rank: rank + 2) }

    /// The spatial sizes among all sizes of an input.
    func spatial(_ sizes: [Int]) -> [Int] { dataFormat.spatialAxes(rank: rank + 2).map { sizes[$0] } }

    /// Refuses strides together with a dilation, as Keras does.
    func requireNoStridedDilation() throws(Refusal) {
        guard strides.contains(where: { $0 > 1 }), dilation.contains(where: { $0 > 1 }) else { return }
        throw Refusal(
            argument: "strides", "`strides > 1` not supported in conjunction with `dilation_rate > 1`.",
            received:
                "strides=\(PythonTuple.describe(strides)) and dilation_rate=\(PythonTuple.describe(dilation))",
            remedy: "set one of them to 1")
    }

    /// The output's spatial sizes for an input's; unknown ones stay unknown.
    /// - Throws: `Refusal` where the window is larger than the input.
    func outputSizes(of input: ImageInput, shape: BatchShape) throws(Refusal) -> [Dim] {
        var sizes: [Dim] = []
        for axis in size.indices {
            sizes.append(
                try refusing { () throws(EngineError) in
                    try ConvolutionArithmetic.outputLength(
                        input: input.spatial[axis], kernel: size[axis], stride: strides[axis],
                        dilation: dilation[axis], padding: padding)
                })
        }
        if sizes.contains(where: { ($0.known ?? 1) < 1 }) {
            throw WindowFit(window: self, input: input.spatial, shape: shape).refusal
        }
        return sizes
    }

    /// How the window moves over an input.
    /// - Throws: `Refusal` for a shape with other axes, and for sizes that overflow.
    func motion(over input: BatchShape, channels: WindowMotion.Channels) throws(Refusal) -> WindowMotion {
        try ImageInput.requireAxes(rank + 2, input)
        var axes: [WindowAxis] = []
        for (index, axis) in dataFormat.spatialAxes(rank: rank + 2).enumerated() {
            axes.append(
                try .sliding(
                    input: input.dims[axis], kernel: size[index], stride: strides[index], dilation: dilation[index],
                    padding: padding))
        }
        return WindowMotion(
            axes: axes, channels: channels, dataFormat: dataFormat, window: argument == "pool_size" ? "pool" : "kernel")
    }

    /// The taps of the window, one size for each axis.
    var taps: [Dim] { size.map { Dim($0) } }

    /// What an element of the output depends on.
    /// - Parameter channels: the part of the channels.
    func positions(_ input: BatchShape, channels: Positions.Axis) -> Positions {
        let spatial = dataFormat.spatialAxes(rank: rank + 2).enumerated().map { index, axis -> Positions.Axis in
            .exact(
                .window(
                    taps: size[index], stride: strides[index], dilation: dilation[index],
                    paddingBefore: paddingBefore(index, input.dims[axis])), along: axis)
        }
        return .image(spatial, channels: channels, dataFormat)
    }

    private func paddingBefore(_ index: Int, _ length: Dim) -> Int? {
        // Padding depends on the input's length with "same" and a stride only.
        guard let length = length.known ?? (padding == .same && strides[index] > 1 ? nil : 1) else { return nil }
        return try? ConvolutionArithmetic.paddingAmounts(
            input: length, kernel: size[index], stride: strides[index], dilation: dilation[index], padding: padding
        ).before
    }
}
