/// Everything about a transposed convolution but its numbers. Input pixel i adds to the output pixels i·s + t·d − crop,
/// for each tap t of the kernel. All lists have one entry per spatial axis.
public struct TransposedGeometry: Hashable, Sendable {
    /// The input's spatial sizes.
    public let inputSize: [Int]
    /// The kernel's sizes.
    public let kernel: [Int]
    /// How far apart in the output neighbouring input pixels lie.
    public let strides: [Int]
    /// The distance between the kernel's taps, in output pixels.
    public let dilation: [Int]
    /// Channels of the input.
    public let channels: Int
    /// Filters: channels of the output.
    public let filters: Int
    /// The output's spatial sizes; see `ConvolutionArithmetic.transposedOutputLength`.
    public let outputSize: [Int]
    /// Pixels of the full output that are cut off before the first; see `ConvolutionArithmetic.transposedCrop`.
    public let crop: [Int]

    /// A geometry by Keras's rules.
    /// - Parameters:
    ///   - padding: valid or same.
    ///   - outputPadding: per axis; nil means that Keras chooses.
    /// - Throws: `invalidArgument` for sizes that are not positive, other paddings or an empty output; `shapeMismatch` for
    ///   lists of different lengths; `sizeOverflow`.
    public init(
        input: [Int], kernel: [Int], strides: [Int], dilation: [Int], padding: Padding, outputPadding: [Int]? = nil,
        channels: Int, filters: Int
    ) throws(EngineError) {
        let rank = input.count
        guard (1...3).contains(rank),
            [kernel, strides, dilation, outputPadding ?? input].allSatisfy({ $0.count == rank })
        else { throw .shapeMismatch("a transposed convolution needs as many sizes of each kind as spatial axes") }
        guard padding == .valid || padding == .same else {
            throw .invalidArgument("a transposed convolution has padding valid or same, received \(padding.rawValue)")
        }
        guard channels > 0, filters > 0, input.allSatisfy({ $0 > 0 }) else {
            throw .invalidArgument("sizes, channels and filters must be positive")
        }
        var output: [Int] = []
        var crop: [Int] = []
        for axis in 0..<rank {
            let length = try ConvolutionArithmetic.transposedOutputLength(
                input: Dim(input[axis]), kernel: kernel[axis], stride: strides[axis], dilation: dilation[axis],
                padding: padding, outputPadding: outputPadding?[axis])
            guard let length = length.known, length > 0 else {
                throw .invalidArgument("the output of a transposed convolution is empty")
            }
            output.append(length)
            crop.append(
                try ConvolutionArithmetic.transposedCrop(
                    input: input[axis], kernel: kernel[axis], stride: strides[axis], dilation: dilation[axis],
                    padding: padding, outputPadding: outputPadding?[axis]))
        }
        self.inputSize = input
        self.kernel = kernel
        self.strides = strides
        self.dilation = dilation
        self.channels = channels
        self.filters = filters
        self.outputSize = output
        self.crop = crop
        _ = try kernelShape.elementCount()
        _ = try Shape(output + [filters]).elementCount()
    }

    /// The kernel's shape, [k…, F, C].
    public var kernelShape: Shape { Shape(kernel + [filters, channels]) }
    /// Multiplications and additions for one sample: input pixels · taps · C · F.
    public var multiplyAccumulates: Int {
        inputSize.reduce(1, &*) &* kernel.reduce(1, &*) &* channels &* filters
    }
}
