/// Everything about a convolution but its numbers: the sizes of one sample, of the kernel, and how the one moves over
/// the other. All lists have one entry per spatial axis, 1 to 3 of them.
///
/// Output pixel o along an axis sees the input pixels o·s − before + t·d for t in `0..<k`; those outside count as zero.
public struct ConvolutionGeometry: Hashable, Sendable {
    /// The input's spatial sizes.
    public let inputSize: [Int]
    /// The kernel's sizes k.
    public let kernel: [Int]
    /// The strides s.
    public let strides: [Int]
    /// The dilation d: the distance between the kernel's taps.
    public let dilation: [Int]
    /// Zeros before the input.
    public let padBefore: [Int]
    /// Zeros after the input.
    public let padAfter: [Int]
    /// The channels and the filters fall into this many groups; each group of filters sees its group of channels.
    public let groups: Int
    /// Channels of the input.
    public let channels: Int
    /// Filters: channels of the output.
    public let filters: Int
    /// The output's spatial sizes: ⌊(i + before + after − k')/s⌋ + 1.
    public let outputSize: [Int]

    /// A geometry with explicit padding.
    /// - Throws: `invalidArgument` for sizes that are not positive, groups that do not divide, an empty output;
    ///   `shapeMismatch` for lists of different lengths; `sizeOverflow`.
    public init(
        input: [Int], kernel: [Int], strides: [Int], dilation: [Int], padBefore: [Int], padAfter: [Int],
        groups: Int = 1, channels: Int, filters: Int
    ) throws(EngineError) {
        let rank = input.count
        guard (1...3).contains(rank), [kernel, strides, dilation, padBefore, padAfter].allSatisfy({ $0.count == rank })
        else { throw .shapeMismatch("a convolution needs the sizes of 1 to 3 spatial axes, and as many of each kind") }
        guard groups > 0, channels > 0, filters > 0, channels % groups == 0, filters % groups == 0 else {
            throw .invalidArgument(
                "the groups must divide channels and filters, received \(groups) groups, \(channels) channels, "
                    + "\(filters) filters")
        }
        var output: [Int] = []
        for axis in 0..<rank {
            guard padBefore[axis] >= 0, padAfter[axis] >= 0, input[axis] > 0 else {
                throw .invalidArgument("the input's sizes must be positive and the padding not negative")
            }
            let (some, overflow1) = input[axis].addingReportingOverflow(padBefore[axis])
            let (padded, overflow2) = some.addingReportingOverflow(padAfter[axis])
            if overflow1 || overflow2 { throw .sizeOverflow("an input of \(input[axis]) pixels with its padding") }
            let length = try ConvolutionArithmetic.outputLength(
                input: Dim(padded), kernel: kernel[axis], stride: strides[axis], dilation: dilation[axis],
                padding: .valid)
            guard let length = length.known, length > 0 else {
                throw .invalidArgument("the kernel \(kernel) does not fit in the input \(input)")
            }
            output.append(length)
        }
        self.inputSize = input
        self.kernel = kernel
        self.strides = strides
        self.dilation = dilation
        self.padBefore = padBefore
        self.padAfter = padAfter
        self.groups = groups
        self.channels = channels
        self.filters = filters
        self.outputSize = output
        _ = try kernelShape.elementCount()
        _ = try Shape(output + [filters]).elementCount()
        guard checkedProduct([outputElements, taps, channels]) != nil else {
            throw .sizeOverflow("the number of multiplications of this convolution")
        }
    }

    /// A geometry with Keras's padding.
    /// - Throws: as the other initializer.
    public init(
        input: [Int], kernel: [Int], strides: [Int], dilation: [Int], padding: Padding,
        groups: Int = 1, channels: Int, filters: Int
    ) throws(EngineError) {
        guard [kernel.count, strides.count, dilation.count].allSatisfy({ $0 == input.count }) else {
            throw .shapeMismatch("a convolution needs as many kernel sizes, strides and dilations as spatial axes")
        }
        var before: [Int] = []
        var after: [Int] = []
        for axis in input.indices {
            let amounts = try ConvolutionArithmetic.paddingAmounts(
                input: input[axis], kernel: kernel[axis], stride: strides[axis], dilation: dilation[axis],
                padding: padding)
            before.append(amounts.before)
            after.append(amounts.after)
        }
        try self.init(
            input: input, kernel: kernel, strides: strides, dilation: dilation, padBefore: before, padAfter: after,
            groups: groups, channels: channels, filters: filters)
    }

    /// The number of spatial axes.
    public var rank: Int { inputSize.count }
    /// Pixels of the kernel.
    public var taps: Int { kernel.reduce(1, &*) }
    /// Pixels of the output.
    public var outputPixels: Int { outputSize.reduce(1, &*) }
    /// Numbers in one sample's output.
    public var outputElements: Int { outputPixels &* filters }
    /// The kernel's shape, [k…, C/groups, F].
    public var kernelShape: Shape { Shape(kernel + [channels / groups, filters]) }
    /// Multiplications and additions for one sample: output pixels · taps · C/groups · F.
    public var multiplyAccumulates: Int { outputElements &* taps &* (channels / groups) }
}
