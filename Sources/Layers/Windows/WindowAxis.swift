import TensorEngine

/// How a window moves along one spatial axis: the numbers from which the size of the output follows.
///
/// The sizes are those of `ConvolutionArithmetic`, which the engine uses too. i is the input's size, k' the window's extent
/// (k − 1)·d + 1, s the stride, o the output's size.
public struct WindowAxis: Sendable, Equatable {
    /// The rule by which output and input are related.
    public enum Rule: Sendable, Equatable {
        /// A window moves over the padded input: o = ⌊(i + before + after − k') / s⌋ + 1.
        case sliding(Padding)
        /// Each input pixel is spread over a window of the output: (i − 1)·s + k' pixels, of which `before` and `after` are
        /// cut off; a negative number of them are added instead.
        case transposed(Padding, outputPadding: Int?)
        /// Pixels are added before and after, or cut off where the numbers are negative: o = i + before + after.
        case bordering
        /// Each pixel becomes s pixels: o = i·s. Where `interpolates`, they are mixed with their neighbours.
        case repeating(interpolates: Bool)
    }

    /// The rule.
    public let rule: Rule
    /// The input's size.
    public let input: Dim
    /// The window's taps k.
    public let kernel: Int
    /// The stride s.
    public let stride: Int
    /// The distance d of neighbouring taps.
    public let dilation: Int
    /// The pixels a window spans: (k − 1)·d + 1.
    public let extent: Int
    /// Pixels before the input; see `Rule`.
    public let before: Dim
    /// Pixels after the input; see `Rule`.
    public let after: Dim
    /// The output's size. Zero or less where the window does not fit.
    public let output: Dim

    /// The input pixels that one output pixel reads, in the order of the taps.
    public struct Reading: Sendable, Equatable {
        /// The tap of the window, from 0.
        public let tap: Int
        /// The index in the input; outside of it in the padding.
        public let index: Int
    }
}

extension WindowAxis {
    /// A window that moves over the input.
    /// - Throws: `Refusal` for sizes that overflow.
    static func sliding(
        input: Dim, kernel: Int, stride: Int, dilation: Int, padding: Padding
    ) throws(Refusal) -> WindowAxis {
        try refusing { () throws(EngineError) in
            var sides: (before: Dim, after: Dim) = (.unknown, .unknown)
            // The padding depends on the input's size with "same" and a stride only.
            if let size = input.known ?? (padding == .same && stride > 1 ? nil : 1) {
                let amounts = try ConvolutionArithmetic.paddingAmounts(
                    input: size, kernel: kernel, stride: stride, dilation: dilation, padding: padding)
                sides = (Dim(amounts.before), Dim(amounts.after))
            }
            return WindowAxis(
                rule: .sliding(padding), input: input, kernel: kernel, stride: stride, dilation: dilation,
                extent: try ConvolutionArithmetic.extent(kernel: kernel, dilation: dilation), before: sides.before,
                after: sides.after,
                output: try ConvolutionArithmetic.outputLength(
                    input: input, kernel: kernel, stride: stride, dilation: dilation, padding: padding))
        }
    }

    /// A window over which each input pixel is spread.
    /// - Parameter outputPadding: nil where Keras chooses.
    /// - Throws: `Refusal` for sizes that overflow.
    static func transposed(
        input: Dim, kernel: Int, stride: Int, dilation: Int, padding: Padding, outputPadding: Int?
    ) throws(Refusal) -> WindowAxis {
        try refusing { () throws(EngineError) in
            let extent = try ConvolutionArithmetic.extent(kernel: kernel, dilation: dilation)
            let output = try ConvolutionArithmetic.transposedOutputLength(
                input: input, kernel: kernel, stride: stride, dilation: dilation, padding: padding,
                outputPadding: outputPadding)
            // What is cut off does not depend on the input's size.
            let size = input.known ?? 1
            let crop = try ConvolutionArithmetic.transposedCrop(
                input: size, kernel: kernel, stride: stride, dilation: dilation, padding: padding,
                outputPadding: outputPadding)
            let length = try ConvolutionArithmetic.transposedOutputLength(
                input: Dim(size), kernel: kernel, stride: stride, dilation: dilation, padding: padding,
                outputPadding: outputPadding)
            let full = try Dim(size - 1) * Dim(stride) + Dim(extent)
            return WindowAxis(
                rule: .transposed(padding, outputPadding: outputPadding), input: input, kernel: kernel, stride: stride,
                dilation: dilation, extent: extent, before: Dim(crop), after: try full - Dim(crop) - length,
                output: output)
        }
    }

    /// Pixels added around the input, or cut off.
    static func bordering(input: Dim, before: Int, after: Int) throws(Refusal) -> WindowAxis {
        try refusing { () throws(EngineError) in
            WindowAxis(
                rule: .bordering, input: input, kernel: 1, stride: 1, dilation: 1, extent: 1, before: Dim(before),
                after: Dim(after), output: try input + Dim(before) + Dim(after))
        }
    }

    /// Each pixel several times.
    static func repeating(input: Dim, factor: Int, interpolates: Bool) throws(Refusal) -> WindowAxis {
        try refusing { () throws(EngineError) in
            WindowAxis(
                rule: .repeating(interpolates: interpolates), input: input, kernel: 1, stride: factor, dilation: 1,
                extent: 1, before: 0, after: 0, output: try input * Dim(factor))
        }
    }
}

extension WindowAxis {
    /// Whether there is an output, as far as is known.
    public var fits: Bool { output.known.map { $0 > 0 } ?? true }

    /// Pixels at the end of the padded input after the last window: o windows reach (o − 1)·s + k' pixels. Nil where a size
    /// is not known; only a sliding window leaves any.
    public var unusedAtEnd: Int? {
        guard case .sliding = rule else { return 0 }
        guard let input = input.known, let before = before.known, let after = after.known, let output = output.known,
            output > 0
        else { return nil }
        return max(0, input + before + after - (output - 1) * stride - extent)
    }

    /// What an output pixel reads, in the order of the taps. Indices outside of 0 ..< i lie in the padding.
    ///
    /// Empty where a size that matters is unknown, and for an interpolating enlargement, which has no taps.
    public func readings(of index: Int) -> [Reading] {
        guard let before = before.known else { return [] }
        switch rule {
        case .sliding:
            return (0..<kernel).map { Reading(tap: $0, index: index * stride - before + $0 * dilation) }
        case .transposed:
            return (0..<kernel).compactMap { tap in
                let place = index + before - tap * dilation
                guard place >= 0, place % stride == 0, input.known.map({ place / stride < $0 }) ?? true else {
                    return nil
                }
                return Reading(tap: tap, index: place / stride)
            }
        case .bordering: return [Reading(tap: 0, index: index - before)]
        case .repeating(let interpolates): return interpolates ? [] : [Reading(tap: 0, index: index / stride)]
        }
    }

    /// The output pixels that read an input pixel, in ascending order. Needs all sizes; empty where one is unknown.
    public func outputs(reading index: Int) -> [Int] {
        guard let before = before.known, let output = output.known else { return [] }
        switch rule {
        case .sliding:
            // o·s − before + t·d = index, for whichever of the two are fewer
            if output < kernel {
                return (0..<output).filter { place in
                    let reach = index + before - place * stride
                    return reach >= 0 && reach % dilation == 0 && reach / dilation < kernel
                }
            }
            let places = (0..<kernel).compactMap { tap -> Int? in
                let place = index + before - tap * dilation
                return place >= 0 && place % stride == 0 && place / stride < output ? place / stride : nil
            }
            return Set(places).sorted()
        case .transposed:
            return (0..<kernel).map { index * stride + $0 * dilation - before }.filter { (0..<output).contains($0) }
        case .bordering: return (0..<output).contains(index + before) ? [index + before] : []
        case .repeating(let interpolates):
            return interpolates ? [] : Array(index * stride..<(index + 1) * stride)
        }
    }

    /// The input pixels that no output pixel reads, in ascending order. Needs all sizes; empty where one is unknown.
    ///
    /// They lie after the last window, between windows whose stride is larger than they are, or are cut off.
    public var unread: [Int] {
        guard let input = input.known, before.known != nil, output.known != nil, fits else { return [] }
        if case .repeating = rule { return [] }
        return (0..<input).filter { outputs(reading: $0).isEmpty }
    }
}
