/// The lengths that convolution and pooling give, and the zeros they need: the only place with these formulas.
///
/// A window of k taps with dilation d spans k' = (k − 1)·d + 1 pixels. Lengths may be unknown (nil) and stay so. A result
/// of zero or less is returned as it is: the caller refuses it in its own words.
public enum ConvolutionArithmetic {
    /// The pixels a window spans: k' = (k − 1)·d + 1.
    public static func extent(kernel: Int, dilation: Int) throws(EngineError) -> Int {
        try add(multiply(subtract(kernel, 1), dilation), 1)
    }

    /// The length of a convolution's output along one axis.
    ///
    /// valid: ⌊(i − k')/s⌋ + 1. same and causal: ⌈i/s⌉. full: ⌈(i + k' − 1)/s⌉.
    /// - Throws: `sizeOverflow`; `invalidArgument` for a kernel, stride or dilation that is not positive.
    public static func outputLength(
        input: Int?, kernel: Int, stride: Int, dilation: Int = 1, padding: Padding
    ) throws(EngineError) -> Int? {
        try check(kernel: kernel, stride: stride, dilation: dilation)
        let extent = try extent(kernel: kernel, dilation: dilation)
        guard let input else { return nil }
        switch padding {
        case .valid: return try add(floorDivide(subtract(input, extent), stride), 1)
        case .same, .causal: return ceilDivide(input, stride)
        case .full: return ceilDivide(try add(input, subtract(extent, 1)), stride)
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
            let steps = ceilDivide(input, stride) - 1
            let needed = try subtract(add(multiply(steps, stride), extent), input)
            let total = max(needed, 0)
            return (total / 2, total - total / 2)
        }
    }

    /// The length of a transposed convolution's output along one axis.
    ///
    /// valid: (i − 1)·s + k' + op, where op = nil means max(k', s) − k'. same: nil gives i·s; else (i − 1)·s + k' mod 2 + op.
    /// - Throws: `sizeOverflow`; `invalidArgument` for sizes that are not positive.
    public static func transposedOutputLength(
        input: Int?, kernel: Int, stride: Int, dilation: Int = 1, padding: Padding, outputPadding: Int?
    ) throws(EngineError) -> Int? {
        try check(kernel: kernel, stride: stride, dilation: dilation)
        let extent = try extent(kernel: kernel, dilation: dilation)
        guard let input else { return nil }
        let reach = try multiply(subtract(input, 1), stride)
        switch (padding, outputPadding) {
        case (.same, nil): return try multiply(input, stride)
        case (.same, let extra?): return try add(add(reach, extent % 2), extra)
        case (_, nil): return try add(reach, max(extent, stride))
        case (_, let extra?): return try add(add(reach, extent), extra)
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
            input: input, kernel: kernel, stride: stride, dilation: dilation, padding: padding,
            outputPadding: outputPadding)
        guard padding == .same, let output else { return 0 }
        let full = try add(multiply(subtract(input, 1), stride), extent(kernel: kernel, dilation: dilation))
        return max(full - output, 0) / 2
    }

    private static func check(kernel: Int, stride: Int, dilation: Int) throws(EngineError) {
        for (name, value) in [("kernel size", kernel), ("stride", stride), ("dilation", dilation)] where value < 1 {
            throw .invalidArgument("the \(name) must be positive, received \(value)")
        }
    }

    // Integer division that rounds down, and up, for any sign of the dividend.
    private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-(a + 1)) / b) - 1 }
    private static func ceilDivide(_ a: Int, _ b: Int) -> Int { a > 0 ? (a - 1) / b + 1 : a / b }

    private static func add(_ a: Int, _ b: Int) throws(EngineError) -> Int {
        let (sum, overflow) = a.addingReportingOverflow(b)
        if overflow { throw .sizeOverflow("\(a) + \(b)") }
        return sum
    }

    private static func subtract(_ a: Int, _ b: Int) throws(EngineError) -> Int {
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        if overflow { throw .sizeOverflow("\(a) − \(b)") }
        return difference
    }

    private static func multiply(_ a: Int, _ b: Int) throws(EngineError) -> Int {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        if overflow { throw .sizeOverflow("\(a) · \(b)") }
        return product
    }
}
