/// The lengths that convolution and pooling give, and the zeros they need: the only place with these formulas.
///
/// A window of k taps with dilation d spans k' = (k − 1)·d + 1 pixels. An unknown length gives an unknown length. A result
/// of zero or less is returned as it is: the caller refuses it in its own words.
public enum ConvolutionArithmetic {
    /// The pixels a window spans: k' = (k − 1)·d + 1.
    public static func extent(kernel: Int, dilation: Int) throws(EngineError) -> Int {
        try CheckedArithmetic.add(
            CheckedArithmetic.multiply(CheckedArithmetic.subtract(kernel, 1), dilation), 1)
    }

    /// The length of a convolution's output along one axis.
    ///
    /// valid: ⌊(i − k')/s⌋ + 1. same and causal: ⌈i/s⌉. full: ⌈(i + k' − 1)/s⌉.
    /// - Throws: `sizeOverflow`; `invalidArgument` for a kernel, stride or dilation that is not positive.
    public static func outputLength(
        input: Dim, kernel: Int, stride: Int, dilation: Int = 1, padding: Padding
    ) throws(EngineError) -> Dim {
        try check(kernel: kernel, stride: stride, dilation: dilation)
        let extent = Dim(try extent(kernel: kernel, dilation: dilation))
        switch padding {
        case .valid: return try (input - extent).floorDivided(by: stride) + 1
        case .same, .causal: return input.ceilDivided(by: stride)
        case .full: return try (input + (extent - 1)).ceilDivided(by: stride)
        }
    }

    /// The zeros before and after the input along one axis.
    ///
    /// same: together max((⌈i/s⌉ − 1)·s + k' − i, 0), half of them before, the odd one after. causal: d·(k − 1) before.
    /// full: k' − 1 on both sides.
    /// - Throws: `sizeOverflow`; `invalidArgument` for a kernel, stride or dilation that is not positive.
    public static func paddingAmounts(
        input: Int, kernel: Int, stride: Int, dilation: Int = 1, padding: Padding
    ) throws(EngineError) -> (before: Int, after: Int) {
        try check(kernel: kernel, stride: stride, dilation: dilation)
        let extent = try extent(kernel: kernel, dilation: dilation)
        switch padding {
        case .valid: return (0, 0)
        case .causal: return (extent - 1, 0)
        case .full: return (extent - 1, extent - 1)
        case .same:
            let steps = CheckedArithmetic.ceilDivide(input, stride) - 1
            let last = try CheckedArithmetic.multiply(steps, stride)
            let needed = try CheckedArithmetic.subtract(CheckedArithmetic.add(last, extent), input)
            let total = max(needed, 0)
            return (total / 2, total - total / 2)
        }
    }

    /// The length of a transposed convolution's output along one axis.
    ///
    /// valid: (i − 1)·s + k' + op, where op = nil means max(k', s) − k'. same: nil gives i·s; else (i − 1)·s + k' mod 2 + op.
    /// - Throws: `sizeOverflow`; `invalidArgument` for sizes that are not positive.
    public static func transposedOutputLength(
        input: Dim, kernel: Int, stride: Int, dilation: Int = 1, padding: Padding, outputPadding: Int?
    ) throws(EngineError) -> Dim {
        try check(kernel: kernel, stride: stride, dilation: dilation)
        let extent = try extent(kernel: kernel, dilation: dilation)
        let reach = try (input - 1) * Dim(stride)
        switch (padding, outputPadding) {
        case (.same, nil): return try input * Dim(stride)
        case (.same, let extra?): return try reach + Dim(extent % 2) + Dim(extra)
        case (_, nil): return try reach + Dim(max(extent, stride))
        case (_, let extra?): return try reach + Dim(extent) + Dim(extra)
        }
    }

    /// How many pixels of a transposed convolution's full output, (i − 1)·s + k' long, are cut off before the first one
    /// that is kept: max((i − 1)·s + k' − o, 0) div 2 for same padding and an output of o pixels, else none. Where the
    /// full output ends before o pixels, the rest are zeros.
    /// - Throws: as `transposedOutputLength`.
    public static func transposedCrop(
        input: Int, kernel: Int, stride: Int, dilation: Int = 1, padding: Padding, outputPadding: Int?
    ) throws(EngineError) -> Int {
        let output = try transposedOutputLength(
            input: Dim(input), kernel: kernel, stride: stride, dilation: dilation, padding: padding,
            outputPadding: outputPadding)
        guard padding == .same, let output = output.known else { return 0 }
        let reach = try CheckedArithmetic.multiply(CheckedArithmetic.subtract(input, 1), stride)
        let full = try CheckedArithmetic.add(reach, extent(kernel: kernel, dilation: dilation))
        return max(full - output, 0) / 2
    }

    private static func check(kernel: Int, stride: Int, dilation: Int) throws(EngineError) {
        for (name, value) in [("kernel size", kernel), ("stride", stride), ("dilation", dilation)] where value < 1 {
            throw .invalidArgument("the \(name) must be positive, received \(value)")
        }
    }
}
