import Layers
import Network
import TensorEngine

/// What is found of one call of a layer that moves a window.
struct WindowFindings {
    private let layer: CatalogueLayer
    private let input: BatchShape
    private let motion: WindowMotion
    private let place: String
    private let node: Node
    private let model: Model

    /// Sizes beyond which axes are not gone through pixel by pixel.
    private static let longest = 100_000

    /// Nil for a layer that moves no window, or over sizes that are not known.
    init?(_ node: Node, in model: Model, place: String) {
        guard let layer = node.layer as? CatalogueLayer, node.inputs.count == 1,
            let motion = WindowMotion(of: layer, over: node.inputs[0].shape), motion.fits,
            motion.axes.allSatisfy({ ($0.input.known ?? .max) <= WindowFindings.longest && $0.output.isKnown })
        else { return nil }
        (self.layer, self.motion, self.place) = (layer, motion, place)
        (self.node, self.model) = (node, model)
        input = node.inputs[0].shape
    }

    /// All findings.
    var all: [Finding] { [unread, padding, checkerboard].compactMap { $0 } }

    private func axes(_ select: (WindowAxis) -> Bool) -> [(name: String, axis: WindowAxis)] {
        zip(motion.axisNames, motion.axes).filter { select($0.1) }.map { ($0.0, $0.1) }
    }

    /// Texts for the axes, once where they are the same for all.
    private func joined(_ texts: [(name: String, text: String)]) -> String {
        if texts.count > 1, Set(texts.map(\.text)).count == 1 {
            return "\(texts.map(\.name).joined(separator: " and ")): \(texts[0].text)"
        }
        return texts.map { "\($0.name): \($0.text)" }.joined(separator: ", ")
    }

    // MARK: Pixels that no output reads

    private var unread: Finding? {
        // What is cut off on purpose is no finding.
        let lossy = zip(motion.axisNames, motion.axes).enumerated().compactMap {
            number, pair -> (name: String, axis: WindowAxis, unread: [Int])? in
            guard case .sliding = pair.1.rule else { return nil }
            let unread = wanted(pair.1.unread, along: number)
            return unread.isEmpty ? nil : (pair.0, pair.1, unread)
        }
        guard !lossy.isEmpty, !isReadElsewhere else { return nil }
        let texts = lossy.map { name, axis, unread -> (name: String, text: String) in
            let isAtEnd = unread.first.map { $0 + unread.count == (axis.input.known ?? 0) } ?? false
            let what =
                unread.count == 1
                ? "pixel \(unread[0])"
                : isAtEnd
                    ? "the last \(unread.count) pixels" : "\(unread.count) pixels, \(WindowFindings.list(unread)),"
            return (name, "\(what) of \(axis.input) \(unread.count == 1 ? "is" : "are") never read")
        }
        return Finding(kind: .unreadPixels, place: place, text: joined(texts), fix: unreadFix)
    }

    /// Pixels without those that are zeros, put around the map by a layer before this one.
    private func wanted(_ pixels: [Int], along axis: Int) -> [Int] {
        guard let before = node.inputs.first?.node, before.inputs.count == 1,
            let border = WindowMotion(of: before.layer, over: before.inputs[0].shape), axis < border.axes.count,
            case .bordering = border.axes[axis].rule, let size = motion.axes[axis].input.known
        else { return pixels }
        let margins = (max(0, border.axes[axis].before.known ?? 0), max(0, border.axes[axis].after.known ?? 0))
        return pixels.filter { $0 >= margins.0 && $0 < size - margins.1 }
    }

    /// Whether another layer reads all pixels of the same map.
    private var isReadElsewhere: Bool {
        model.nodes.contains { other in
            guard other !== node, other.inputs.contains(where: { $0 === node.inputs[0] }) else { return false }
            guard other.inputs.count == 1, let motion = WindowMotion(of: other.layer, over: input) else { return true }
            return motion.axes.allSatisfy { axis in
                (axis.input.known ?? .max) <= WindowFindings.longest && axis.unread.isEmpty
            }
        }
    }

    private static func list(_ pixels: [Int]) -> String {
        pixels.count <= 4
            ? pixels.map(String.init).joined(separator: ", ")
            : pixels.prefix(3).map(String.init).joined(separator: ", ") + ", …"
    }

    /// What was found to read every pixel: it leaves each window where it is, and the rest of the model can be built after it.
    private var unreadFix: String {
        if let variant = LayerVariant(layer, [("padding", .string("same"))]), mends(variant) { return variant.call }
        let amounts = motion.axes.map { axis in
            axis.unread.isEmpty ? 0 : axis.stride - (axis.unusedAtEnd ?? 0) % axis.stride
        }
        if let call = padded(amounts) { return "pad before it: \(call)" }
        let strides = motion.axes.map { min($0.stride, $0.extent) }
        if let variant = LayerVariant(layer, [("strides", .tuple(strides.map(Argument.int)))]), mends(variant) {
            return "strides no longer than the window: \(variant.call)"
        }
        let sizes = motion.axes.map { Argument.int(max($0.kernel, $0.stride)) }
        for name in ["kernel_size", "pool_size"] where layer.made.arguments.has(name) {
            if let variant = LayerVariant(layer, [(name, .tuple(sizes))]), mends(variant) {
                return "a window as long as its strides: \(variant.call)"
            }
        }
        return "nothing that was tried reads them and leaves the rest of the model as it is"
    }

    /// Whether a variant of the layer reads every pixel by windows in the same places, and the rest of the model takes what it makes.
    private func mends(_ variant: LayerVariant) -> Bool {
        guard let operation = variant.operation as? any WindowedOperation,
            let other = try? operation.motion(over: input), other.fits,
            zip(other.axes, motion.axes).allSatisfy({ $0.before == $1.before })
        else { return false }
        return other.axes.enumerated().allSatisfy { wanted($1.unread, along: $0).isEmpty } && isAccepted(variant)
    }

    /// Whether the rest of the model takes what a variant makes.
    private func isAccepted(_ variant: LayerVariant) -> Bool {
        variant.output(for: input).map { model.accepts([$0], from: node) } ?? false
    }

    /// The padding at the end after which every pixel is read.
    private func padded(_ amounts: [Int]) -> String? {
        guard let definition = Catalogue.layers["ZeroPadding\(amounts.count)D"] else { return nil }
        let pairs = amounts.map { Argument.tuple([.int(0), .int($0)]) }
        var site = CallSite()
        site.keywords.append(.init("padding", amounts.count == 1 ? pairs[0] : .tuple(pairs)))
        if motion.dataFormat != layer.context.settings.imageDataFormat {
            site.keywords.append(.init("data_format", .string(motion.dataFormat.rawValue)))
        }
        guard let variant = LayerVariant(definition, site, layer.context), let larger = variant.output(for: input),
            let wider = WindowMotion(of: layer, over: larger)
        else { return nil }
        // The pixels of the padding itself may stay unread.
        let isRead = zip(wider.axes, motion.axes).allSatisfy { after, before in
            after.unread.allSatisfy { $0 >= (before.input.known ?? 0) }
        }
        guard isRead, let output = try? layer.outputShapes(for: [larger]), model.accepts(output, from: node) else {
            return nil
        }
        return variant.call
    }

    // MARK: Windows over padding

    private var padding: Finding? {
        // A kernel that the filters share sees as much padding at every channel.
        var share = 1.0
        for axis in motion.axes {
            guard case .sliding = axis.rule, let output = axis.output.known, output > 0, let input = axis.input.known
            else {
                return nil
            }
            var inside = 0
            let pixels = min(output, 512)
            for index in 0..<pixels {
                inside += axis.readings(of: index * output / pixels).reduce(0) {
                    $0 + ((0..<input).contains($1.index) ? 1 : 0)
                }
            }
            share *= Double(inside) / Double(pixels * max(1, axis.kernel))
        }
        guard share < 0.5 else { return nil }
        let percent = Diagnosis.percent(1 - share)
        let sizes = motion.axes.map { min($0.kernel, max(1, ($0.input.known ?? 1) / max(1, $0.dilation))) }
        let size = sizes.map(String.init).joined(separator: "×")
        let axes = motion.axes.map { "\($0.input)" }.joined(separator: "×")
        return Finding(
            kind: .mostlyPadding, place: place,
            text: "\(percent) % of what its \(motion.window) reads is padding: it spans "
                + "\(motion.axes.map { "\($0.extent)" }.joined(separator: "×")) pixels of a map of \(axes)",
            fix: "a \(motion.window) of at most \(size), or the layer before the map shrinks so far")
    }

    // MARK: Uneven overlap

    /// How many taps reach each output pixel, over one stride, away from the borders: `1-2`.
    static func overlap(_ axis: WindowAxis) -> [Int]? {
        guard case .transposed = axis.rule, axis.stride > 1 else { return nil }
        var counts = Array(repeating: 0, count: axis.stride)
        for tap in 0..<axis.kernel { counts[tap * axis.dilation % axis.stride] += 1 }
        return counts
    }

    private var checkerboard: Finding? {
        let uneven = axes { axis in WindowFindings.overlap(axis).map { Set($0).count > 1 } ?? false }
        guard !uneven.isEmpty else { return nil }
        let texts = uneven.map { name, axis -> (name: String, text: String) in
            let counts = WindowFindings.overlap(axis) ?? []
            return (name, "overlap \((counts + counts).map(String.init).joined(separator: "-"))")
        }
        let sizes = motion.axes.map { axis in (axis.kernel + axis.stride - 1) / axis.stride * axis.stride }
        var fix = "UpSampling\(motion.axes.count)D and a convolution"
        if let variant = LayerVariant(layer, [("kernel_size", .tuple(sizes.map(Argument.int)))]),
            let operation = variant.operation as? any WindowedOperation,
            let even = try? operation.motion(over: input),
            even.axes.allSatisfy({ axis in WindowFindings.overlap(axis).map { Set($0).count == 1 } ?? true }),
            isAccepted(variant)
        {
            fix = "a kernel that is a multiple of the strides: \(variant.call); or \(fix)"
        }
        return Finding(
            kind: .checkerboard, place: place,
            text: "a checkerboard: its windows cover the pixels of the output unevenly (\(joined(texts)))", fix: fix)
    }
}
