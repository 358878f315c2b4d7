import Layers
import TensorEngine

/// How a framework pads the input of a layer, as its argument of the same name, or what people write for it, makes it.
public struct FrameworkPadding: Sendable {
    /// The framework: `PyTorch`.
    public let name: String
    /// What asks for the padding: `padding=1`.
    public let spelling: String
    /// The window along each spatial axis; nil where the framework has no such layer.
    public let axes: [WindowAxis]?
    /// For each spatial axis, the outputs of Keras's layer that read other pixels, or that the framework has not.
    public let differing: [[Int]]

    /// Whether that depends on sizes which are not known.
    public let isUnknown: Bool

    /// Whether size and pixels are those of Keras; nil where the framework has no such layer, and where that is not known.
    public var agrees: Bool? {
        axes == nil || isUnknown ? nil : differing.allSatisfy(\.isEmpty) && extra.allSatisfy { $0 <= 0 }
    }

    /// For each spatial axis, how many outputs there are beyond those of Keras's layer.
    public let extra: [Int]

    private init(_ name: String, _ spelling: String, _ axes: [WindowAxis]?, like keras: [WindowAxis]) {
        self.name = name
        self.spelling = spelling
        self.axes = axes
        isUnknown =
            axes.map { zip(keras, $0).contains { $0 != $1 && !($0.input.isKnown && $1.output.isKnown) } } ?? false
        differing = axes.map { zip(keras, $0).map { $0.outputsThatDiffer(from: $1) } } ?? []
        extra = axes.map { zip(keras, $0).map { ($1.output.known ?? 0) - ($0.output.known ?? 0) } } ?? []
    }

    /// The paddings of a layer in Keras 3, PyTorch, Keras 1 on Theano and ONNX.
    static func all(_ layer: WindowedLayer) -> [FrameworkPadding] {
        let keras = layer.motion.axes
        return [
            FrameworkPadding("Keras 3", layer.kerasSpelling, keras, like: keras),
            layer.torchPadding.map { FrameworkPadding("PyTorch", $0.spelling, $0.axes, like: keras) }
                ?? FrameworkPadding("PyTorch", "", nil, like: keras),
            layer.theanoPadding.map { FrameworkPadding("Theano", $0.spelling, $0.axes, like: keras) }
                ?? FrameworkPadding("Theano", "", nil, like: keras),
            layer.onnxPadding.map { FrameworkPadding("ONNX", $0.spelling, $0.axes, like: keras) }
                ?? FrameworkPadding("ONNX", "", nil, like: keras),
        ]
    }
}

extension WindowedLayer {
    /// The rule of the first axis that has one.
    private var padding: Padding? {
        for axis in motion.axes {
            switch axis.rule {
            case .sliding(let padding), .transposed(let padding, _): return padding
            case .bordering, .repeating: return nil
            }
        }
        return nil
    }

    fileprivate var kerasSpelling: String { padding.map { "padding=\"\($0.rawValue)\"" } ?? "" }

    private var isPooling: Bool { kind == .maxPooling || kind == .averagePooling }

    /// What people write in PyTorch: "same" for stride 1, otherwise as many pixels on both sides as keep the size.
    fileprivate var torchPadding: (spelling: String, axes: [WindowAxis])? {
        guard kind != .local else { return nil }
        // PyTorch has no Lanczos or area interpolation; its bicubic has another coefficient, so that values differ.
        if case .enlarging(let interpolation) = kind, !["nearest", "bilinear"].contains(interpolation) { return nil }
        let axes = motion.axes
        guard let padding, padding != .valid else {
            if case .transposed(_, let extra)? = axes.first?.rule { return transposedTorch(extra.map { _ in 0 } ?? 0) }
            return ("", axes)
        }
        if case .transposed = axes[0].rule { return transposedTorch(nil) }
        let isOwn = padding == .same && axes.allSatisfy { $0.stride == 1 } && !isPooling
        if isOwn { return ("padding=\"same\"", axes) }
        let amounts = axes.map { axis -> Int in
            switch padding {
            case .same: min((axis.extent - 1) / 2, isPooling ? axis.kernel / 2 : .max)
            case .causal, .full: axis.extent - 1
            case .valid: 0
            }
        }
        let counted = kind == .averagePooling && amounts.contains { $0 > 0 } ? ", count_include_pad=False" : ""
        return (
            "padding=\(TorchText.sizes(amounts))\(counted)",
            zip(axes, amounts).map { axis, amount in
                let output = axis.input.known.map { ($0 + 2 * amount - axis.extent) / axis.stride + 1 }
                return axis.changed(before: Dim(amount), after: Dim(amount), output: Dim(output))
            }
        )
    }

    /// PyTorch cuts as many pixels off at both sides, then adds `output_padding`.
    private func transposedTorch(_ valid: Int?) -> (spelling: String, axes: [WindowAxis])? {
        let sides = motion.axes.map { axis -> (crop: Int, extra: Int)? in
            guard let before = axis.before.known, let after = axis.after.known else { return nil }
            let crop = valid ?? (max(0, before + after) + 1) / 2
            // The size is Keras's where output_padding can make it so.
            let extra = 2 * crop - before - after
            return (crop, min(max(0, extra), max(axis.stride, axis.dilation) - 1))
        }
        let known = sides.compactMap { $0 }
        guard known.count == sides.count else { return nil }
        let spelling =
            TorchText.argument("padding", known.map(\.crop), usual: 0)
            + TorchText.argument("output_padding", known.map(\.extra), usual: 0)
        return (
            spelling.joined(separator: ", "),
            zip(motion.axes, known).map { axis, side in
                let rest = axis.extent - 2 * side.crop + side.extra
                let output = try? (axis.input - 1) * Dim(axis.stride) + Dim(rest)
                return axis.changed(
                    before: Dim(side.crop), after: Dim(side.crop - side.extra), output: output ?? .unknown)
            }
        )
    }

    /// Keras 1.2.2 on Theano, which pads half the kernel on both sides and cuts off what is too much.
    ///
    /// Source: `conv2d`, `pool2d` and `pool3d` in keras/backend/theano_backend.py of Keras 1.2.2.
    fileprivate var theanoPadding: (spelling: String, axes: [WindowAxis])? {
        switch kind {
        // Theano's backend raises NotImplementedError for both, or has no such function.
        case .separable, .depthwise: return nil
        case .convolution(let groups) where groups > 1: return nil
        case .enlarging(let interpolation) where interpolation != "nearest": return nil
        case .transposed where rank != 2: return nil
        default: break
        }
        guard let padding else { return ("", motion.axes) }
        // Its layers take "valid", "same" and "full".
        guard padding != .causal else { return nil }
        guard padding == .same else { return ("border_mode=\"\(padding.rawValue)\"", motion.axes) }
        return (
            "border_mode=\"same\"",
            motion.axes.map { axis in
                let amount = isPooling ? theanoPoolPadding(axis.kernel) : axis.extent / 2
                if case .transposed = axis.rule {
                    let full = axis.input.known.flatMap { i in
                        axis.output.known.map { (i - 1) * axis.stride + axis.extent - $0 }
                    }
                    return axis.changed(
                        before: Dim(amount), after: Dim(full.map { $0 - amount }), output: axis.output)
                }
                let whole = axis.input.known.map { ($0 + 2 * amount - axis.extent) / axis.stride + 1 }
                let isCut = isPooling || axis.kernel % 2 == 0
                let most = axis.input.known.map { ($0 + axis.stride - 1) / axis.stride }
                let output = isCut ? whole.flatMap { whole in most.map { min(whole, $0) } } : whole
                return axis.changed(before: Dim(amount), after: Dim(amount), output: Dim(output))
            }
        )
    }

    private func theanoPoolPadding(_ size: Int) -> Int {
        let isOdd = rank == 3 ? size % 2 == 1 : size > 2 && size % 2 == 1
        return max(0, isOdd ? size - 2 : size - 1)
    }

    /// ONNX's `auto_pad` says the same as Keras's "same"; the rest takes `pads`.
    fileprivate var onnxPadding: (spelling: String, axes: [WindowAxis])? {
        guard kind != .local else { return nil }
        if case .enlarging(let interpolation) = kind, !["nearest", "bilinear"].contains(interpolation) { return nil }
        let axes = motion.axes
        if padding == .same, case .sliding = axes[0].rule { return ("auto_pad=\"SAME_UPPER\"", axes) }
        let pads = axes.compactMap(\.before.known) + axes.compactMap(\.after.known).map { max(0, $0) }
        guard pads.contains(where: { $0 > 0 }), pads.count == 2 * axes.count, padding != nil else { return ("", axes) }
        return ("pads=[\(pads.map(String.init).joined(separator: ", "))]", axes)
    }
}
