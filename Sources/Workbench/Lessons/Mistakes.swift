import Inspection
import Interpreter
import Layers
import Network
import TensorEngine

/// The wrong answers that people give to questions about a layer's output, and why.
enum Mistakes {
    /// The known mistakes for what is asked.
    static func all(_ asked: AskedValue) -> [Question.Mistake] {
        guard let input = asked.tensor.node.inputs.first?.shape else { return [] }
        switch asked.part {
        case .size(let axis):
            let wrong = sizes(of: asked.tensor, input, axis: axis) + totals(asked.tensor, axis: axis)
            return joined(wrong).map(\.mistake) + parts(of: asked.tensor, input, axis: axis)
        case .shape: return shapes(of: asked.tensor, input)
        case .parameters: return parameters(of: asked.tensor, input)
        }
    }

    // MARK: Sizes

    private struct Wrong {
        let size: Int
        let reason: String

        var mistake: Question.Mistake { Question.Mistake(value: .int(size), reason: reason) }
    }

    /// Wrong sizes of one axis, the batch axis being 0, none of which is right.
    private static func sizes(of tensor: SymbolicTensor, _ input: BatchShape, axis: Int) -> [Wrong] {
        guard let motion = WindowMotion(of: tensor.layer, over: input), tensor.shape.dims.indices.contains(axis) else {
            return []
        }
        let spatial = motion.dataFormat.spatialAxes(rank: input.rank)
        let found: [Wrong]
        if spatial.contains(axis) {
            found = sizes(motion.axes[axis - spatial.lowerBound], motion)
        } else if axis == motion.dataFormat.channelAxis(rank: input.rank), let channels = input.dims[axis].known {
            found = [
                Wrong(
                    size: channels,
                    reason: "those are the input's channels; a convolution makes as many channels as it has filters")
            ]
        } else {
            found = []
        }
        let right = tensor.shape.dims[axis].known
        let restored = restored(tensor, axis: axis)
        let others = found.filter { wrong in !restored.contains { $0.size == wrong.size } }
        return (restored + others).filter { $0.size > 0 && $0.size != right }
    }

    /// Each size once, with two of the reasons that somebody may have for it.
    private static func joined(_ found: [Wrong]) -> [Wrong] {
        let sizes = found.map(\.size)
        return found.enumerated().filter { sizes.firstIndex(of: $1.size) == $0 }.map { place, first in
            let other = found[(place + 1)...].first { $0.size == first.size && $0.reason != first.reason }
            return other.map { Wrong(size: first.size, reason: "\(first.reason); or \($0.reason)") } ?? first
        }
    }

    /// The size that the convolution started from, of which a transposed one is made: it need not come back.
    private static func restored(_ tensor: SymbolicTensor, axis: Int) -> [Wrong] {
        guard let input = tensor.node.inputs.first, let motion = WindowMotion(of: tensor.layer, over: input.shape),
            motion.axes.contains(where: { if case .transposed = $0.rule { true } else { false } }),
            let start = input.node.inputs.first?.shape, start.rank == tensor.shape.rank,
            let size = start.dims[axis].known
        else { return [] }
        return [
            Wrong(
                size: size,
                reason: "the transpose does not undo the floor of \(input.shownName)")
        ]
    }

    /// The number of places, where the number along one axis is asked for.
    private static func totals(_ tensor: SymbolicTensor, axis: Int) -> [Wrong] {
        guard let input = tensor.node.inputs.first?.shape, let motion = WindowMotion(of: tensor.layer, over: input)
        else { return [] }
        let spatial = motion.dataFormat.spatialAxes(rank: input.rank)
        guard spatial.count > 1, spatial.contains(axis), let places = Dim.product(tensor.shape.dims[spatial]).known
        else { return [] }
        return [Wrong(size: places, reason: "that is how many places there are in all, not along one axis")]
    }

    private static func sizes(_ axis: WindowAxis, _ motion: WindowMotion) -> [Wrong] {
        guard let size = axis.input.known else { return [] }
        switch axis.rule {
        case .sliding(let padding): return sliding(axis, padding, size, motion.window)
        case .transposed(let padding, _):
            return [
                Wrong(
                    size: (size - 1) * axis.stride + axis.extent, reason: "that is without the part cut off by \"same\""
                ),
                Wrong(
                    size: size * axis.stride,
                    reason: padding == .same
                        ? "output_padding decides how many pixels follow the last window"
                        : "with \"valid\" the last window is not cut: (size − 1)·stride + kernel"),
                Wrong(
                    size: size / axis.stride,
                    reason: "that is what a convolution does; its transpose multiplies by the stride"),
                Wrong(
                    size: axis.dilation > 1 ? (size - 1) * axis.stride + axis.kernel : 0,
                    reason: "with dilation the kernel spans (k − 1)·d + 1"),
                Wrong(size: size, reason: "a transposed convolution enlarges by its stride"),
                Wrong(
                    size: (size - 1) * axis.stride + 1,
                    reason: padding == .same
                        ? "with \"same\" each pixel makes as many as the stride"
                        : "the last window is as wide as the kernel: (size − 1)·stride + kernel"),
                Wrong(
                    size: size * axis.stride + axis.extent - 1,
                    reason: padding == .same
                        ? "with \"same\" nothing reaches beyond the last pixel's part"
                        : "only the last window reaches beyond its place: (size − 1)·stride + kernel"),
            ]
        case .bordering:
            guard let before = axis.before.known, let after = axis.after.known else { return [] }
            return [
                Wrong(size: size + before, reason: "both sides count: before and after"),
                Wrong(size: size + after, reason: "both sides count: before and after"),
                Wrong(size: size - before - after, reason: "padding adds and cropping takes away"),
                Wrong(size: size, reason: "pixels are added or cut off at both ends"),
            ]
        case .repeating:
            return [
                Wrong(size: size, reason: "each pixel is repeated \(axis.stride) times"),
                Wrong(size: size + axis.stride, reason: "the size is multiplied by the factor, not increased by it"),
            ]
        }
    }

    private static func sliding(_ axis: WindowAxis, _ padding: Padding, _ size: Int, _ window: String) -> [Wrong] {
        let (k, s, extent) = (axis.kernel, axis.stride, axis.extent)
        func valid(_ extent: Int, _ stride: Int) -> Int { (size - extent) / stride + 1 }
        func ceiling(_ a: Int, _ b: Int) -> Int { (a + b - 1) / b }
        var wrong: [Wrong] = []
        if window == "pool", s == k {
            wrong.append(
                Wrong(
                    size: valid(extent, 1), reason: "the stride of a pooling layer is its pool size unless you give one"
                ))
        }
        if padding == .valid {
            if s > 1 {
                wrong.append(
                    Wrong(
                        size: ceiling(size - extent, s) + 1,
                        reason: "you forgot the floor: a window that reaches over the border does not count"))
                wrong.append(
                    Wrong(size: valid(extent, 1), reason: "you forgot the stride: only one place in \(s) counts"))
            }
            wrong.append(
                Wrong(size: (size - extent) / s, reason: "you forgot the + 1: the first window counts as well"))
            if axis.dilation > 1 {
                wrong.append(
                    Wrong(
                        size: valid(k, s),
                        reason:
                            "you used k instead of d·(k−1)+1: with dilation \(axis.dilation) the \(window) spans \(extent)"
                    ))
                wrong.append(
                    Wrong(
                        size: valid(k * axis.dilation, s),
                        reason: "\(k) taps, \(axis.dilation) apart, span (k − 1)·d + 1 = \(extent) pixels, not k·d"))
            }
            if s > 1 {
                wrong.append(
                    Wrong(size: ceiling(size, s), reason: "that is for padding=\"same\"; here nothing is padded"))
            }
            wrong.append(
                Wrong(size: size, reason: "without padding the window stays inside the input, so the size shrinks"))
        } else {
            wrong.append(Wrong(size: size, reason: "\"same\" divides by the stride: ⌈size / stride⌉"))
            wrong.append(Wrong(size: size / s, reason: "\"same\" rounds up: ⌈\(size) / \(s)⌉"))
            wrong.append(Wrong(size: valid(extent, s), reason: "that is for padding=\"valid\""))
            wrong.append(
                Wrong(size: size + extent - 1, reason: "that is for full padding: every partial overlap counts"))
        }
        return wrong
    }

    /// A size that was not rounded.
    private static func parts(of tensor: SymbolicTensor, _ input: BatchShape, axis: Int) -> [Question.Mistake] {
        guard let motion = WindowMotion(of: tensor.layer, over: input) else { return [] }
        let place = axis - motion.dataFormat.spatialAxes(rank: input.rank).lowerBound
        guard motion.axes.indices.contains(place), let size = motion.axes[place].input.known,
            case .sliding(let padding) = motion.axes[place].rule
        else { return [] }
        let (stride, extent) = (motion.axes[place].stride, motion.axes[place].extent)
        let isSame = padding == .same
        guard stride > 1, (isSame ? size : size - extent) % stride != 0 else { return [] }
        let value = isSame ? Double(size) / Double(stride) : Double(size - extent) / Double(stride) + 1
        return [
            Question.Mistake(
                value: .float(value),
                reason: isSame
                    ? "\"same\" rounds up: ⌈\(size) / \(stride)⌉"
                    : "that is before the floor: a part of a window does not count")
        ]
    }

    // MARK: Shapes

    /// Shapes of which one size is wrong.
    private static func shapes(of tensor: SymbolicTensor, _ input: BatchShape) -> [Question.Mistake] {
        let right = tensor.shape.dims.map(\.value)
        var mistakes: [Question.Mistake] = []
        for axis in 1..<max(1, tensor.shape.rank) {
            for wrong in sizes(of: tensor, input, axis: axis) {
                var shape = right
                shape[axis] = .int(wrong.size)
                add(shape, wrong.reason)
                // The same mistake along the next axis, whose size is another.
                if axis + 1 < tensor.shape.rank,
                    let next = sizes(of: tensor, input, axis: axis + 1).first(where: { $0.reason == wrong.reason })
                {
                    var both = shape
                    both[axis + 1] = .int(next.size)
                    add(both, wrong.reason)
                }
                // The same mistake along both axes of a square map.
                guard tensor.shape.rank == 4 else { continue }
                for other in axis + 1..<4 where tensor.shape.dims[other] == tensor.shape.dims[axis] {
                    shape[other] = .int(wrong.size)
                    add(shape, wrong.reason)
                }
            }
        }
        if right.count > 2, let channels = right.last {
            add([right[0], channels] + right[1..<right.count - 1], "the channels come last here: channels_last")
            add(Array(right.dropLast()), "the channels belong to the shape: one for each filter")
        }
        func add(_ shape: [Value], _ reason: String) {
            mistakes.append(Question.Mistake(value: .tuple(shape), reason: reason))
            mistakes.append(Question.Mistake(value: .tuple(Array(shape.dropFirst())), reason: reason))
        }
        return mistakes
    }

    // MARK: Parameters

    private static func parameters(of tensor: SymbolicTensor, _ input: BatchShape) -> [Question.Mistake] {
        let shapes = tensor.layer.weights.map(\.spec.shape)
        let right = tensor.layer.parameterCount
        guard let kernel = shapes.first, kernel.count >= 2 else { return [] }
        let product = kernel.reduce(1, *)
        let bias = shapes.dropFirst().reduce(0) { $0 + $1.reduce(1, *) }
        let (channels, filters) = (kernel[kernel.count - 2], kernel[kernel.count - 1])
        var wrong: [Wrong] = []
        if bias > 0 {
            let unit = tensor.layer.className == "Dense" ? "output" : "filter"
            wrong.append(Wrong(size: product, reason: "you forgot the bias: one number for each \(unit)"))
            wrong.append(Wrong(size: product + 1, reason: "there is one bias for each \(unit), not one in all"))
        }
        wrong.append(
            Wrong(
                size: product / max(1, channels) + bias,
                reason: "you forgot the input's channels: each filter has a kernel for each of the \(channels) channels"
            ))
        wrong.append(
            Wrong(
                size: product / max(1, filters) + bias, reason: "each of the \(filters) filters has weights of its own")
        )
        if let motion = WindowMotion(of: tensor.layer, over: input), motion.axes.contains(where: { $0.dilation > 1 }) {
            let spanned = motion.axes.map(\.extent).reduce(1, *) * channels * filters
            let reason =
                "holes have no weights: a kernel of \(motion.axes[0].kernel) has \(motion.axes[0].kernel) along an axis"
            wrong += [Wrong(size: spanned + bias, reason: reason), Wrong(size: spanned, reason: reason)]
        }
        if let pixels = Dim.product(tensor.shape.perSample.dropLast()).known {
            let (all, overflow) = right.multipliedReportingOverflow(by: pixels)
            if !overflow {
                wrong.append(
                    Wrong(
                        size: all,
                        reason: "the same weights are used at every place, so the size of the map does not matter"))
            }
        }
        var seen: Set<Int> = [right]
        return wrong.filter { $0.size > 0 && seen.insert($0.size).inserted }.map(\.mistake)
    }
}

extension Dim {
    /// The size as the language has it: a number or None.
    var value: Value { known.map { .int($0) } ?? .none }
}
