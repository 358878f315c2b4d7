/// A layer that moves a window, as it is typed, and the sizes of an input, drawn at random.
struct RandomGeometry {
    let code: String
    let input: [Int]

    static let layers = [
        "Conv1D", "Conv2D", "Conv3D", "DepthwiseConv1D", "DepthwiseConv2D", "SeparableConv1D", "SeparableConv2D",
        "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose", "LocallyConnected1D", "LocallyConnected2D",
        "MaxPooling1D", "MaxPooling2D", "AveragePooling2D", "AveragePooling3D", "ZeroPadding1D", "ZeroPadding2D",
        "Cropping1D", "Cropping2D",
        "Cropping3D", "UpSampling1D", "UpSampling2D", "UpSampling3D",
    ]

    init(_ layer: String, using random: inout some RandomNumberGenerator) {
        let rank = layer.contains("1D") ? 1 : layer.contains("2D") ? 2 : 3
        func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }
        func sizes(_ range: ClosedRange<Int>) -> String {
            if rank == 1 || Bool.random(using: &random) { return "\(number(range))" }
            return "(\((0..<rank).map { _ in "\(number(range))" }.joined(separator: ", ")))"
        }
        var arguments: [String] = []
        if layer.hasPrefix("ZeroPadding") || layer.hasPrefix("Cropping") {
            let pairs = (0..<rank).map { _ in "(\(number(0...2)), \(number(0...2)))" }
            arguments = [rank == 1 ? pairs[0] : "(\(pairs.joined(separator: ", ")))"]
        } else if layer.hasPrefix("UpSampling") {
            arguments = [sizes(1...3)]
        } else {
            let isPooling = layer.contains("Pooling")
            if !isPooling, !layer.hasPrefix("Depthwise") { arguments.append("\(number(1...3))") }
            arguments.append(sizes(1...5))
            let hasOneStride = layer.hasPrefix("Depthwise") || layer.hasPrefix("Separable")
            if Bool.random(using: &random) || isPooling {
                arguments.append("strides=\(hasOneStride ? "\(number(1...4))" : sizes(1...4))")
            } else if !layer.hasPrefix("Locally") {
                arguments.append("dilation_rate=\(number(1...3))")
            }
            if !layer.hasPrefix("Locally") {
                let paddings = layer == "Conv1D" ? ["valid", "same", "causal"] : ["valid", "same"]
                arguments.append("padding=\"\(paddings.randomElement(using: &random) ?? "valid")\"")
            }
        }
        code = "\(layer)(\(arguments.joined(separator: ", ")))"
        input =
            (0..<rank).map { _ in Int.random(in: 1...(rank == 3 ? 7 : 14), using: &random) } + [
                Int.random(in: 1...3, using: &random)
            ]
    }
}
