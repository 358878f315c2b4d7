import Layers
import Network
import TensorEngine

/// What is found of one call of a layer that moves a window.
struct WindowFindings {
    private let layer: CatalogueLayer
    private let input: BatchShape
    private let motion: WindowMotion
    private let place: String

    /// Sizes beyond which axes are not gone through pixel by pixel.
    private static let longest = 100_000

    /// Nil for a layer that moves no window, or over sizes that are not known.
    init?(_ node: Node, place: String) {
        guard let layer = node.layer as? CatalogueLayer, node.inputs.count == 1,
            let motion = WindowMotion(of: layer, over: node.inputs[0].shape), motion.fits,
            motion.axes.allSatisfy({ ($0.input.known ?? .max) <= WindowFindings.longest && $0.output.isKnown })
        else { return nil }
        self.layer = layer
        self.motion = motion
        self.place = place
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
        let lossy = axes { if case .sliding = $0.rule { !$0.unread.isEmpty } else { false } }
        guard !lossy.isEmpty else { return nil }
        let texts = lossy.map { name, axis -> (name: String, text: String) in
            let unread = axis.unread
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

    private static func list(_ pixels: [Int]) -> String {
        pixels.count <= 4
            ? pixels.map(String.init).joined(separator: ", ")
            : pixels.prefix(3).map(String.init).joined(separator: ", ") + ", …"
    }

    /// What was found to read every pixel.
    private var unreadFix: String {
        if let variant = LayerVariant(layer, [("padding", .string("same"))]), reads(variant, input) {
            return variant.call
        }
        let amounts = motion.axes.map { axis in
            axis.unread.isEmpty ? 0 : axis.stride - (axis.unusedAtEnd ?? 0) % axis.stride
        }
        if let call = padded(amounts) { return "pad before it: \(call)" }
        let strides = motion.axes.map { min($0.stride, $0.extent) }
        if let variant = LayerVariant(layer, [("strides", .tuple(strides.map(Argument.int)))]), reads(variant, input) {
            return "strides no longer than the window: \(variant.call)"
        }
        return "a window at least as long as its strides"
    }

    /// Whether a variant of the layer reads every pixel.
    private func reads(_ variant: LayerVariant, _ input: BatchShape) -> Bool {
        guard let operation = variant.operation as? any WindowedOperation,
            let motion = try? operation.motion(over: input)
        else { return false }
        return motion.fits && motion.axes.allSatisfy(\.unread.isEmpty)
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
        return isRead ? variant.call : nil
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
        let percent = Int(((1 - share) * 100).rounded())
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
        return (0..<axis.stride).map { phase in
            (0..<axis.kernel).filter { ($0 * axis.dilation) % axis.stride == phase }.count
        }
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
            even.axes.allSatisfy({ axis in WindowFindings.overlap(axis).map { Set($0).count == 1 } ?? true })
        {
            fix = "a kernel that is a multiple of the strides: \(variant.call); or \(fix)"
        }
        return Finding(
            kind: .checkerboard, place: place,
            text: "a checkerboard: its windows cover the pixels of the output unevenly (\(joined(texts)))", fix: fix)
    }
}
