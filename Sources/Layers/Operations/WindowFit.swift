import PythonText
import TensorEngine

/// Explains why a window does not fit its input, and what would.
struct WindowFit {
    let window: SlidingWindow
    let input: [Dim]
    let shape: BatchShape

    private var dataFormat: DataFormat { window.dataFormat }

    var refusal: Refusal {
        let largest = zip(input, window.dilation).map { size, rate in size.known.map { max(($0 - 1) / rate + 1, 0) } }
        let argument = window.argument
        // Pooling has no dilation.
        let rate = argument == "kernel_size" ? "dilation_rate=\(PythonTuple.describe(window.dilation)), " : ""
        let fits = largest.map { $0.map(String.init) ?? "any" }.joined(separator: "×")
        var remedies = ["the largest `\(argument)` that fits is \(fits)", "did you mean padding='same'?"]
        if looksLikeTheOtherFormat {
            let other = dataFormat == .channelsLast ? DataFormat.channelsFirst : .channelsLast
            remedies.insert(
                "the input looks like \(other.rawValue): \(BatchShape(shape.perSample)); write \(other.argument) in the layers",
                at: 0)
        }
        var refusal = Refusal(
            argument: argument,
            "Computed output size would be \(isNegative ? "negative" : "zero"): the `\(argument)` is larger than the input.",
            received: "inputs shape=\(shape), \(argument)=\(PythonTuple.describe(window.size)), "
                + "strides=\(PythonTuple.describe(window.strides)), \(rate)padding='\(window.padding.rawValue)'",
            remedy: remedies.joined(separator: "; "), brief: brief)
        refusal.details = arithmetic
        return refusal
    }

    /// The arithmetic of the axes along which the window does not fit.
    private var arithmetic: [String] {
        guard let motion = try? window.motion(over: shape, channels: .summed(groups: 1)) else { return [] }
        return zip(motion.axes, motion.arithmetic).filter { !$0.0.fits }.map(\.1).alignedLines
    }

    /// `kernel 9 > height 7`, of the first axis along which the window is too large.
    private var brief: String? {
        let axes = [["length"], ["height", "width"], ["depth", "height", "width"]]
        guard axes.indices.contains(window.size.count - 1) else { return nil }
        for (axis, name) in axes[window.size.count - 1].enumerated() {
            let (reach, overflow) = (window.size[axis] - 1).multipliedReportingOverflow(by: window.dilation[axis])
            guard !overflow, reach < Int.max, let size = input[axis].known, reach >= size else { continue }
            let what = window.argument == "kernel_size" ? "kernel" : "pool"
            return "\(window.dilation[axis] > 1 ? "dilated " : "")\(what) \(reach + 1) > \(name) \(size)"
        }
        return nil
    }

    /// Whether the formula gives a negative size, and not zero, along any axis.
    private var isNegative: Bool {
        window.size.indices.contains { axis in
            guard let size = input[axis].known else { return false }
            let (reach, overflow) = (window.size[axis] - 1).multipliedReportingOverflow(by: window.dilation[axis])
            // ⌊(size − reach − 1) / stride⌋ + 1 is negative where size − reach − 1 is less than −stride.
            return overflow || size - 1 - reach < -window.strides[axis]
        }
    }

    /// Whether the channels seem to be where this data format has a spatial axis: that axis alone is as short as colours
    /// are few. A map that shrank is short along all.
    private var looksLikeTheOtherFormat: Bool {
        let sizes = shape.perSample.compactMap(\.known)
        guard sizes.count == shape.perSample.count, sizes.count > 2 else { return false }
        let (channels, others) =
            dataFormat == .channelsLast ? (sizes[0], sizes.dropFirst()) : (sizes[sizes.count - 1], sizes.dropLast())
        return channels <= 4 && others.allSatisfy { $0 > 4 }
    }
}
