import Layers
import PythonText
import TensorEngine

/// PyTorch code that gives the same numbers as a layer of Keras, for an input of the same sizes with the channels first.
///
/// It takes `import torch`, `from torch import nn` and `import torch.nn.functional as F`. `x` is the input.
public struct TorchCode: Sendable, Equatable {
    /// Whose padding it is.
    public enum Padding: String, Sendable {
        /// The constructor's own arguments say it all.
        case own = "="
        /// `F.pad` adds pixels before, or cuts some off afterwards.
        case separate = "F.pad"
    }

    /// A weight of PyTorch's layer, and the code that makes it of Keras's weights.
    public struct Weight: Sendable, Equatable {
        /// What is set: `layer.weight`.
        public let target: String
        /// Its value, as numpy writes it: `kernel.transpose(3, 2, 0, 1)`.
        public let value: String

        /// The statement, which copies the numbers, since PyTorch takes no array whose axes only seem to be exchanged.
        public var statement: String { "\(target).data = torch.from_numpy(\(value).copy())" }
    }

    /// What makes the layer: `nn.Conv2d(1, 8, 3, stride=2)`; nil where a function does it all.
    public let constructor: String?
    /// The call, in which `layer` is what the constructor made: `layer(F.pad(x, (0, 1, 0, 1)))`.
    public let call: String
    /// How the weights are taken over.
    public let weights: [Weight]
    /// Whose padding it is.
    public let padding: Padding
    /// The layer's activation, where PyTorch has none that is the same, so that the code leaves it out; otherwise nil.
    public let missingActivation: String?

    /// The code for a layer of the catalogue.
    /// - Returns: nil where PyTorch has no such layer, or sizes that matter are unknown.
    public init?(_ made: Made<any Operation>, over input: BatchShape) {
        guard let layer = WindowedLayer(made, over: input) else { return nil }
        self.init(layer)
    }

    init?(_ layer: WindowedLayer) {
        guard let draft = TorchDraft(layer) else { return nil }
        constructor = draft.constructor
        let activated = TorchActivation.applied(layer, to: draft.call)
        call = activated ?? draft.call
        missingActivation = activated == nil ? layer.activation?.description : nil
        weights = draft.weights
        padding = draft.isSeparate ? .separate : .own
    }
}

/// The code without the activation.
private struct TorchDraft {
    var constructor: String?
    var call = "layer(x)"
    var weights: [TorchCode.Weight] = []
    var isSeparate = false

    private let layer: WindowedLayer
    private var axes: [WindowAxis] { layer.motion.axes }
    private var rank: Int { layer.rank }

    init?(_ layer: WindowedLayer) {
        self.layer = layer
        guard layer.motion.fits else { return nil }
        switch layer.kind {
        case .convolution(let groups): convolve(groups: groups, filters: layer.channels.output, layer.usesBias)
        case .depthwise: convolve(groups: layer.channels.input, filters: layer.channels.output, layer.usesBias)
        case .separable(let multiplier): separate(multiplier)
        case .transposed: transpose()
        case .maxPooling: poolMaximum()
        case .averagePooling: poolMean()
        case .bordering: border()
        case .enlarging(let interpolation): enlarge(interpolation)
        case .local: return nil
        }
        guard constructor != nil || call != "layer(x)" else { return nil }
    }

    // MARK: Convolutions

    private mutating func convolve(groups: Int, filters: Int, _ usesBias: Bool) {
        guard let sides else { return }
        var arguments = [
            "\(layer.channels.input)", "\(filters)", TorchText.sizes(axes.map(\.kernel)),
        ]
        arguments += TorchText.argument("stride", axes.map(\.stride), usual: 1)
        if let own = ownPadding {
            arguments += own
        } else {
            isSeparate = true
            call = "layer(\(TorchText.pad("x", sides)))"
        }
        arguments += TorchText.argument("dilation", axes.map(\.dilation), usual: 1)
        if groups > 1 { arguments.append("groups=\(groups)") }
        if !usesBias { arguments.append("bias=False") }
        constructor = "nn.Conv\(rank)d(\(arguments.joined(separator: ", ")))"
        weights = [TorchCode.Weight(target: "layer.weight", value: kernel("kernel", filters: filters))]
        if usesBias { weights.append(TorchCode.Weight(target: "layer.bias", value: "bias")) }
    }

    /// The argument `padding` of a convolution; nil where it cannot say what is padded.
    private var ownPadding: [String]? {
        if axes.allSatisfy({ $0.before == $0.after }) {
            return TorchText.argument("padding", axes.map { $0.before.known ?? 0 }, usual: 0)
        }
        // PyTorch puts the odd pixel at the end, too, but takes "same" for stride 1 only.
        guard axes.allSatisfy({ $0.rule == .sliding(.same) && $0.stride == 1 }) else { return nil }
        return ["padding=\"same\""]
    }

    /// The pixels before and after, of each axis; nil where they depend on an unknown size.
    private var sides: [(before: Int, after: Int)]? {
        let known = axes.compactMap { axis -> (before: Int, after: Int)? in
            guard let before = axis.before.known, let after = axis.after.known else { return nil }
            return (before, after)
        }
        return known.count == axes.count ? known : nil
    }

    /// A kernel's axes in PyTorch's order: filters, channels, then space.
    private func kernel(_ name: String, filters: Int) -> String {
        let order = [rank + 1, rank] + Array(0..<rank)
        func transposed(_ order: [Int]) -> String {
            "\(name).transpose(\(order.map(String.init).joined(separator: ", ")))"
        }
        switch layer.kind {
        case .depthwise, .separable:
            let sizes = [filters, 1] + axes.map(\.kernel)
            // Keras has the channels before their filters.
            return transposed([rank, rank + 1] + Array(0..<rank))
                + ".reshape(\(sizes.map(String.init).joined(separator: ", ")))"
        default: return transposed(order)
        }
    }

    private mutating func separate(_ multiplier: Int) {
        let middle = layer.channels.input * multiplier
        convolve(groups: layer.channels.input, filters: middle, false)
        guard let depthwise = constructor else { return }
        let bias = layer.usesBias ? "" : ", bias=False"
        constructor = "nn.Sequential(\(depthwise), nn.Conv\(rank)d(\(middle), \(layer.channels.output), 1\(bias)))"
        let order = ([rank + 1, rank] + Array(0..<rank)).map(String.init).joined(separator: ", ")
        weights = [
            TorchCode.Weight(
                target: "layer[0].weight", value: kernel("depthwise_kernel", filters: middle)),
            TorchCode.Weight(target: "layer[1].weight", value: "pointwise_kernel.transpose(\(order))"),
        ]
        if layer.usesBias { weights.append(TorchCode.Weight(target: "layer[1].bias", value: "bias")) }
    }

    /// PyTorch cuts `padding` pixels off at both sides and adds `output_padding` at the end. More than that is cut off by
    /// a negative `F.pad`.
    private mutating func transpose() {
        guard let sides, sides.allSatisfy({ $0.before >= 0 }) else { return }
        let extra = sides.map { max(0, $0.before - $0.after) }
        let surplus = sides.map { max(0, $0.after - $0.before) }
        guard zip(extra, axes).allSatisfy({ $0 < max($1.stride, $1.dilation) }) else { return }
        var arguments = [
            "\(layer.channels.input)", "\(layer.channels.output)", TorchText.sizes(axes.map(\.kernel)),
        ]
        arguments += TorchText.argument("stride", axes.map(\.stride), usual: 1)
        arguments += TorchText.argument("padding", sides.map(\.before), usual: 0)
        arguments += TorchText.argument("output_padding", extra, usual: 0)
        if !layer.usesBias { arguments.append("bias=False") }
        arguments += TorchText.argument("dilation", axes.map(\.dilation), usual: 1)
        constructor = "nn.ConvTranspose\(rank)d(\(arguments.joined(separator: ", ")))"
        if surplus.contains(where: { $0 > 0 }) {
            isSeparate = true
            call = TorchText.pad("layer(x)", surplus.map { (0, -$0) })
        }
        weights = [
            TorchCode.Weight(target: "layer.weight", value: kernel("kernel", filters: layer.channels.output))
        ]
        if layer.usesBias { weights.append(TorchCode.Weight(target: "layer.bias", value: "bias")) }
    }

    // MARK: Pooling

    private mutating func poolMaximum() {
        guard let sides else { return }
        if let own = ownPooling(sides) {
            constructor = pool("Max", own)
        } else {
            isSeparate = true
            constructor = pool("Max", [])
            call = "layer(\(TorchText.pad("x", sides, value: "float(\"-inf\")")))"
        }
    }

    /// Keras's average leaves the padding out, and so does PyTorch's where it is told so. Padding that is not its own is
    /// divided out.
    private mutating func poolMean() {
        guard let sides else { return }
        if let own = ownPooling(sides) {
            let isPadded = sides.contains { $0.before > 0 }
            constructor = pool("Avg", own + (isPadded ? ["count_include_pad=False"] : []))
        } else {
            isSeparate = true
            constructor = pool("Avg", [])
            let ones = TorchText.pad("torch.ones_like(x)", sides)
            call = "layer(\(TorchText.pad("x", sides))) / layer(\(ones))"
        }
    }

    private func pool(_ kind: String, _ arguments: [String]) -> String {
        let sizes = axes.map(\.kernel)
        let stride = axes.map(\.stride) == sizes ? [] : ["stride=\(TorchText.sizes(axes.map(\.stride)))"]
        return "nn.\(kind)Pool\(rank)d(\(([TorchText.sizes(sizes)] + stride + arguments).joined(separator: ", ")))"
    }

    /// The arguments `padding` and `ceil_mode` that give Keras's windows; nil where there are none.
    private func ownPooling(_ sides: [(before: Int, after: Int)]) -> [String]? {
        let padding = sides.map(\.before)
        // AvgPool3d refuses inputs smaller than its window, even where padding fills it.
        let isTooLarge =
            layer.kind == .averagePooling && rank == 3
            && axes.contains { ($0.input.known ?? 0) < $0.kernel }
        for isCeiling in isTooLarge ? [] : [false, true] {
            let fits = zip(axes, padding).allSatisfy { axis, padding in
                guard let input = axis.input.known, 2 * padding <= axis.kernel else { return false }
                return TorchDraft.pooled(input, axis, padding: padding, isCeiling) == axis.output.known
            }
            guard fits else { continue }
            return TorchText.argument("padding", padding, usual: 0) + (isCeiling ? ["ceil_mode=True"] : [])
        }
        // Without padding, the sizes need not be known.
        let isPlain = axes.allSatisfy { $0.rule == .sliding(.valid) }
        return isPlain ? [] : nil
    }

    /// The size that PyTorch's pooling gives. A window that begins behind the input and its first padding is left out.
    private static func pooled(_ input: Int, _ axis: WindowAxis, padding: Int, _ isCeiling: Bool) -> Int {
        let reach = input + 2 * padding - axis.kernel
        guard isCeiling else { return reach < 0 ? 0 : reach / axis.stride + 1 }
        let length = (reach + axis.stride - 1) / axis.stride + 1
        return (length - 1) * axis.stride >= input + padding ? length - 1 : length
    }

    // MARK: Borders

    private mutating func border() {
        guard let sides else { return }
        if sides.contains(where: { $0.before < 0 || $0.after < 0 }) {
            call = TorchText.pad("x", sides)
        } else {
            constructor = "nn.ZeroPad\(rank)d(\(TorchText.amounts(sides)))"
        }
    }

    private mutating func enlarge(_ interpolation: String) {
        guard interpolation == "nearest" || interpolation == "bilinear" else { return }
        let mode = interpolation == "nearest" ? "" : ", mode=\"\(interpolation)\""
        constructor = "nn.Upsample(scale_factor=\(TorchText.sizes(axes.map(\.stride)))\(mode))"
    }
}

/// Parts of PyTorch code.
enum TorchText {
    /// One number where all are equal, otherwise a tuple.
    static func sizes(_ sizes: [Int]) -> String {
        Set(sizes).count == 1 ? "\(sizes[0])" : PythonTuple.describe(sizes)
    }

    /// `stride=2`; nothing where all have the usual value.
    static func argument(_ name: String, _ sizes: [Int], usual: Int) -> [String] {
        sizes.allSatisfy { $0 == usual } ? [] : ["\(name)=\(TorchText.sizes(sizes))"]
    }

    /// Amounts before and after, the last axis first: `(0, 1, 0, 1)`.
    static func amounts(_ sides: [(before: Int, after: Int)]) -> String {
        PythonTuple.describe(sides.reversed().flatMap { [$0.before, $0.after] })
    }

    /// `F.pad(x, (0, 1, 0, 1))`
    static func pad(_ text: String, _ sides: [(before: Int, after: Int)], value: String? = nil) -> String {
        "F.pad(\(text), \(amounts(sides))\(value.map { ", value=\($0)" } ?? ""))"
    }
}

/// Activations of Keras in PyTorch.
private enum TorchActivation {
    /// The call with the layer's activation around it; nil where PyTorch has none that is the same.
    static func applied(_ layer: WindowedLayer, to call: String) -> String? {
        guard let activation = layer.activation else { return call }
        let name = activation.definition.name
        guard activation.isPlain else { return nil }
        let last = layer.motion.dataFormat == .channelsLast ? 1 : -1
        switch name {
        case "linear": return call
        case "softmax": return "F.softmax(\(call), dim=\(last))"
        case "log_softmax": return "F.log_softmax(\(call), dim=\(last))"
        case "leaky_relu": return "F.leaky_relu(\(call), 0.2)"
        default: return functions[name].map { "\($0)(\(call))" }
        }
    }

    private static let functions = [
        "relu": "F.relu", "relu6": "F.relu6", "elu": "F.elu", "selu": "F.selu", "celu": "F.celu", "gelu": "F.gelu",
        "silu": "F.silu", "softplus": "F.softplus", "softsign": "F.softsign", "sigmoid": "torch.sigmoid",
        "hard_sigmoid": "F.hardsigmoid", "hard_silu": "F.hardswish", "tanh": "torch.tanh",
        "log_sigmoid": "F.logsigmoid", "exponential": "torch.exp", "mish": "F.mish",
    ]
}
