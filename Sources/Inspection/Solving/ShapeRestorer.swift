import Layers
import Network
import TensorEngine

/// Finds the layers that give the output of a layer the shape of its input again.
public struct ShapeRestorer {
    private let tensor: SymbolicTensor
    private let wanted: BatchShape
    private let made: Made<any Operation>
    private let motion: WindowMotion
    private let context: NetworkContext

    /// - Returns: nil for a tensor that no layer with a window made, and for one with unknown sizes.
    public init?(_ tensor: SymbolicTensor, _ context: NetworkContext) {
        guard let layer = tensor.layer as? CatalogueLayer, tensor.node.inputs.count == 1,
            let motion = WindowMotion(of: layer, over: tensor.node.inputs[0].shape),
            motion.axes.allSatisfy({ $0.input.known != nil && $0.output.known != nil })
        else { return nil }
        self.tensor = tensor
        wanted = tensor.node.inputs[0].shape
        made = layer.made
        self.motion = motion
        self.context = context
    }

    /// The chains that restore the shape, the first one being the layer's own counterpart. Leaves no trace.
    public func solutions() -> [VerifiedChain] {
        var found: [VerifiedChain] = []
        for counterpart in counterparts {
            guard let chain = completed(counterpart),
                let built = context.withoutTrace({ try? VerifiedChain(chain, on: tensor, context) }),
                built.shape.perSample == wanted.perSample
            else { continue }
            // Of each class the first one, but for one that does it alone.
            let known = found.firstIndex { $0.chain.layers[0].name == counterpart.name }
            if known == nil { found.append(built) }
            if let known, found[known].chain.layers.count > chain.layers.count { found[known] = built }
        }
        return found.filter { $0.chain.layers.count == 1 } + found.filter { $0.chain.layers.count > 1 }
    }

    private var rank: Int { motion.axes.count }
    private var channels: Int { wanted.dims[motion.dataFormat.channelAxis(rank: wanted.rank)].known ?? 1 }

    private var format: [CallSite.Keyword] {
        motion.dataFormat == context.settings.imageDataFormat
            ? [] : [CallSite.Keyword("data_format", .string(motion.dataFormat.rawValue))]
    }

    /// Layers that undo the window, whatever sizes they give.
    private var counterparts: [LayerCode] {
        switch motion.axes[0].rule {
        case .sliding(let padding):
            let isPooling = motion.window == "pool"
            return transposed(likely: padding == .same ? .same : .valid)
                + (isPooling ? [code("UpSampling", [.sizes(motion.axes.map(\.stride))])] : [])
        case .transposed(let padding, _): return convolutions(likely: padding)
        case .bordering:
            let sides = motion.axes.map { (before: $0.before.known ?? 0, after: $0.after.known ?? 0) }
            let isCropping = sides.contains { $0.before < 0 || $0.after < 0 }
            return [
                code(isCropping ? "ZeroPadding" : "Cropping", [.amounts(sides.map { (abs($0.before), abs($0.after)) })])
            ]
        case .repeating:
            return ["AveragePooling", "MaxPooling"].map { code($0, [.sizes(motion.axes.map(\.stride))]) }
        }
    }

    private func code(_ family: String, _ positional: [Argument]) -> LayerCode {
        LayerFamily.Factory(rank: rank, keywords: format).code(family, positional)
    }

    /// Arguments that a convolution and its transposed counterpart share.
    private func windowKeywords(_ padding: Padding, isDilated: Bool = true) -> [CallSite.Keyword] {
        var keywords: [CallSite.Keyword] = []
        if motion.axes.contains(where: { $0.stride > 1 }) {
            keywords.append(CallSite.Keyword("strides", .sizes(motion.axes.map(\.stride))))
        }
        if padding == .same { keywords.append(CallSite.Keyword("padding", .string("same"))) }
        if isDilated, motion.axes.contains(where: { $0.dilation > 1 }) {
            keywords.append(CallSite.Keyword("dilation_rate", .sizes(motion.axes.map(\.dilation))))
        }
        return keywords
    }

    /// Transposed convolutions with the same window: by Keras's rule, then with the output padding that makes up for pixels
    /// that the stride left over, with the layer's own padding and with the other.
    private func transposed(likely: Padding) -> [LayerCode] {
        let kernel = Argument.sizes(motion.axes.map(\.kernel))
        // A transposed convolution has either strides or dilation.
        let isDilated = !motion.axes.contains { $0.stride > 1 }
        func layer(_ padding: Padding, _ extra: [Int]?) -> LayerCode {
            let output = extra.map { [CallSite.Keyword("output_padding", .sizes($0))] } ?? []
            return LayerCode(
                "Conv\(rank)DTranspose", [.int(channels), kernel],
                windowKeywords(padding, isDilated: isDilated) + output + format)
        }
        return [likely, likely == .same ? .valid : .same].flatMap { padding -> [LayerCode] in
            let extra = outputPadding(padding, isDilated: isDilated)
            return [layer(padding, nil)] + (extra.map { [layer(padding, $0)] } ?? [])
        }
    }

    /// The output padding that restores the size along each axis; nil where one is not below the stride.
    private func outputPadding(_ padding: Padding, isDilated: Bool) -> [Int]? {
        let amounts = motion.axes.compactMap { axis -> Int? in
            guard let size = axis.input.known, let reduced = axis.output.known else { return nil }
            let extent = isDilated ? axis.extent : axis.kernel
            let reach = (reduced - 1) * axis.stride + (padding == .same ? extent % 2 : extent)
            return (0..<axis.stride).contains(size - reach) ? size - reach : nil
        }
        return amounts.count == rank ? amounts : nil
    }

    private func convolutions(likely: Padding) -> [LayerCode] {
        [likely, likely == .same ? .valid : .same].map { padding in
            LayerCode(
                "Conv\(rank)D", [.int(channels), .sizes(motion.axes.map(\.kernel))], windowKeywords(padding) + format)
        }
    }

    // MARK: What is left

    /// The layer alone where it restores the shape; otherwise with the pixels cut off or added that make it so. Nil where it
    /// does not take the tensor, or some axes need more pixels and others fewer.
    private func completed(_ counterpart: LayerCode) -> LayerChain? {
        guard
            let shape = context.withoutTrace({ try? VerifiedChain(LayerChain([counterpart]), on: tensor, context) })?
                .shape
        else { return nil }
        let axes = motion.dataFormat.spatialAxes(rank: wanted.rank)
        let surplus = axes.map { (shape.dims[$0].known ?? 0) - (wanted.dims[$0].known ?? 0) }
        if surplus.allSatisfy({ $0 == 0 }) { return LayerChain([counterpart]) }
        let isCropping = surplus.allSatisfy { $0 >= 0 }
        guard isCropping || surplus.allSatisfy({ $0 <= 0 }) else { return nil }
        let sides = zip(surplus, motion.axes).map { surplus, axis -> (before: Int, after: Int) in
            // As many before as the layer had padded there, so that pixels come back to their places.
            let before = isCropping ? min(surplus, isPadded(counterpart) ? 0 : max(0, axis.before.known ?? 0)) : 0
            return (before, abs(surplus) - before)
        }
        return LayerChain([counterpart, code(isCropping ? "Cropping" : "ZeroPadding", [.amounts(sides)])])
    }

    /// Whether a layer cuts off itself what was padded.
    private func isPadded(_ code: LayerCode) -> Bool { code.site.keywords.contains { $0.name == "padding" } }
}
