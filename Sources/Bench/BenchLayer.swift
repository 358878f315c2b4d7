/// A layer that is measured: enough to run it here and, from its JSON, in another library.
struct BenchLayer {
    enum Kind: String {
        case convolution, transposed, maxPooling, averagePooling, dense
    }

    let name: String
    var kind = Kind.convolution
    var batch = 1
    /// Spatial sizes of the input.
    let input: [Int]
    let channels: Int
    var filters = 0
    let kernel: [Int]
    var strides: [Int] = []
    var dilation = 1
    var groups = 1
    var same = true

    /// The strides, 1 along each axis unless said otherwise.
    var steps: [Int] { strides.isEmpty ? Array(repeating: 1, count: input.count) : strides }

    /// One JSON object, for the script that runs the peers.
    var json: String {
        """
        {"name": "\(name)", "kind": "\(kind.rawValue)", "batch": \(batch), "input": \(input), "channels": \(channels), \
        "filters": \(filters), "kernel": \(kernel), "strides": \(steps), "dilation": \(dilation), "groups": \(groups), \
        "same": \(same)}
        """
    }

    /// The layers of the seed, of VGG, ResNet and MobileNet, and one of each other kind.
    static let all: [BenchLayer] = [
        BenchLayer(name: "seed c1 9×9 1→64 72×14", input: [72, 14], channels: 1, filters: 64, kernel: [9, 9]),
        BenchLayer(name: "seed c2 1×1 64→32 72×14", input: [72, 14], channels: 64, filters: 32, kernel: [1, 1]),
        BenchLayer(name: "seed c3 5×5 32→1 72×14", input: [72, 14], channels: 32, filters: 1, kernel: [5, 5]),
        BenchLayer(name: "3×3 3→64 224²", input: [224, 224], channels: 3, filters: 64, kernel: [3, 3]),
        BenchLayer(name: "3×3 64→64 224²", input: [224, 224], channels: 64, filters: 64, kernel: [3, 3]),
        BenchLayer(name: "3×3 128→128 112²", input: [112, 112], channels: 128, filters: 128, kernel: [3, 3]),
        BenchLayer(name: "3×3 256→256 56²", input: [56, 56], channels: 256, filters: 256, kernel: [3, 3]),
        BenchLayer(name: "3×3 512→512 28²", input: [28, 28], channels: 512, filters: 512, kernel: [3, 3]),
        BenchLayer(name: "3×3 512→512 14²", input: [14, 14], channels: 512, filters: 512, kernel: [3, 3]),
        BenchLayer(
            name: "7×7/2 3→64 224²", input: [224, 224], channels: 3, filters: 64, kernel: [7, 7], strides: [2, 2]),
        BenchLayer(name: "1×1 64→256 56²", input: [56, 56], channels: 64, filters: 256, kernel: [1, 1]),
        BenchLayer(name: "1×1 256→64 56²", input: [56, 56], channels: 256, filters: 64, kernel: [1, 1]),
        BenchLayer(
            name: "3×3/2 128→128 56²", input: [56, 56], channels: 128, filters: 128, kernel: [3, 3], strides: [2, 2]),
        BenchLayer(name: "1×1 1024→256 14²", input: [14, 14], channels: 1024, filters: 256, kernel: [1, 1]),
        BenchLayer(
            name: "depthwise 3×3 32 112²", input: [112, 112], channels: 32, filters: 32, kernel: [3, 3], groups: 32),
        BenchLayer(
            name: "depthwise 3×3/2 64 112²", input: [112, 112], channels: 64, filters: 64, kernel: [3, 3],
            strides: [2, 2], groups: 64),
        BenchLayer(
            name: "depthwise 3×3 512 14²", input: [14, 14], channels: 512, filters: 512, kernel: [3, 3], groups: 512),
        BenchLayer(
            name: "dilated 3×3 d2 256→256 28²", input: [28, 28], channels: 256, filters: 256, kernel: [3, 3],
            dilation: 2),
        BenchLayer(
            name: "grouped 3×3 g32 128→128 56²", input: [56, 56], channels: 128, filters: 128, kernel: [3, 3],
            groups: 32),
        BenchLayer(
            name: "1-D k2 d512 64→128 16000", input: [16000], channels: 64, filters: 128, kernel: [2], dilation: 512,
            same: false),
        BenchLayer(
            name: "3-D 3×3×3 64→64 16×56×56", input: [16, 56, 56], channels: 64, filters: 64, kernel: [3, 3, 3]),
        BenchLayer(
            name: "transposed 4×4/2 256→128 16²", kind: .transposed, input: [16, 16], channels: 256, filters: 128,
            kernel: [4, 4], strides: [2, 2]),
        BenchLayer(
            name: "max pooling 3×3/2 64 112²", kind: .maxPooling, input: [112, 112], channels: 64, kernel: [3, 3],
            strides: [2, 2]),
        BenchLayer(
            name: "average pooling 2×2 256 56²", kind: .averagePooling, input: [56, 56], channels: 256, kernel: [2, 2],
            strides: [2, 2]),
        BenchLayer(name: "dense 4096→1000", kind: .dense, input: [], channels: 4096, filters: 1000, kernel: []),
        BenchLayer(
            name: "3×3 256→256 56² batch 8", batch: 8, input: [56, 56], channels: 256, filters: 256, kernel: [3, 3]),
    ]
}
