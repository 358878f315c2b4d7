import TensorEngine

@testable import Layers

/// A layer that moves a window, with random arguments, and the shape of an input.
struct RandomWindowLayer: CustomStringConvertible {
    let layer: String
    let operation: any WindowedOperation
    let input: BatchShape

    static let layers = [
        "Conv1D", "Conv2D", "Conv3D", "DepthwiseConv1D", "DepthwiseConv2D", "SeparableConv1D", "SeparableConv2D",
        "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose", "LocallyConnected1D", "LocallyConnected2D",
        "MaxPooling1D", "AveragePooling2D", "MaxPooling3D", "ZeroPadding1D", "ZeroPadding2D", "Cropping1D",
        "Cropping2D",
        "UpSampling1D", "UpSampling2D", "UpSampling3D",
    ]

    var description: String { "\(layer) \(operation) of \(input)" }

    /// A layer of a kind; nil where the arguments that were drawn do not go together.
    init?(_ layer: String, using random: inout some RandomNumberGenerator) {
        let rank = layer.contains("1D") ? 1 : layer.contains("2D") ? 2 : 3
        let small = rank == 3 ? 2 : 4
        func sizes(_ range: ClosedRange<Int>) -> Argument {
            .tuple((0..<rank).map { _ in .int(.random(in: range, using: &random)) })
        }
        let channels = Int.random(in: 1...2, using: &random) * 2
        var keywords: [CallSite.Keyword] = []
        var positional: [Argument] = []
        switch layer.prefix(while: { !$0.isNumber }) {
        case "ZeroPadding", "Cropping":
            let pairs = (0..<rank).map { _ in
                Argument.tuple((0..<2).map { _ in .int(.random(in: 0...2, using: &random)) })
            }
            positional = [rank == 1 ? pairs[0] : .tuple(pairs)]
        case "UpSampling": positional = [rank == 1 ? .int(.random(in: 1...3, using: &random)) : sizes(1...3)]
        default:
            let isDilated = Bool.random(using: &random)
            let isPooling = layer.contains("Pooling")
            // Depthwise strides must be equal.
            let strides: Argument =
                layer.hasPrefix("Depthwise") || layer.hasPrefix("Separable")
                ? .int(.random(in: 1...3, using: &random)) : sizes(1...3)
            positional = [sizes(1...small)]
            if !isPooling, !layer.hasPrefix("Depthwise") { positional.insert(.int(2), at: 0) }
            if isPooling || !isDilated { keywords.append(.init("strides", strides)) }
            if !isPooling, isDilated, !layer.hasPrefix("Locally") {
                keywords.append(.init("dilation_rate", .int(.random(in: 1...3, using: &random))))
            }
            if !layer.hasPrefix("Locally") {
                let paddings = layer == "Conv1D" ? ["valid", "same", "causal"] : ["valid", "same"]
                keywords.append(.init("padding", .string(paddings.randomElement(using: &random) ?? "valid")))
            }
            if ["Conv1D", "Conv2D", "Conv3D"].contains(layer), Bool.random(using: &random) {
                keywords.append(.init("groups", .int(2)))
            }
        }
        guard let made = try? Catalogue.layers[layer]?.make(CallSite(positional, keywords: keywords)),
            let operation = made.product as? any WindowedOperation
        else { return nil }
        self.layer = layer
        self.operation = operation
        let spatial = (0..<rank).map { _ in Int.random(in: 1...(rank == 3 ? 5 : 11), using: &random) }
        input = BatchShape([1] + spatial + [channels])
    }
}
