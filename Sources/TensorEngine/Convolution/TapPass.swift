/// One pass of direct convolution: windows along three axes, and the kernel's pixels grouped into taps.
///
/// A tap is a run of input floats that lie side by side: the channels of one pixel or, where the kernel's columns are
/// neighbours, of a whole row of the kernel. The inner loop knows nothing else.
struct TapPass: Sendable {
    struct Tap: Sendable {
        /// Displacements along depth, height and width.
        let depth: Int
        let height: Int
        let width: Int
    }

    /// Depth, height, width.
    let axes: [WindowAxis]
    let groups: Int
    /// Of the whole input and of the whole output.
    let channels: Int
    let filters: Int
    let taps: [Tap]
    /// The kernel's pixels in the run of each tap, as (depth, height, width) indices.
    let tapPixels: [[(Int, Int, Int)]]
    /// Pixels in a run.
    let runPixels: Int

    /// Lists the taps of a pass.
    /// - Throws: `sizeOverflow` or `outOfMemory` for a window of very many pixels.
    init(axes: [WindowAxis], groups: Int, channels: Int, filters: Int) throws(EngineError) {
        try Memory.check(bytes: try Shape(axes.map(\.taps.count) + [Self.bytesPerPixel]).elementCount())
        self.axes = axes
        self.groups = groups
        self.channels = channels
        self.filters = filters
        let columns = axes[2].taps
        let runs = axes[2].isDense ? [columns] : columns.map { [$0] }
        self.runPixels = runs.first?.count ?? 0
        var taps: [Tap] = []
        var tapPixels: [[(Int, Int, Int)]] = []
        for depth in axes[0].taps {
            for height in axes[1].taps {
                for run in runs {
                    guard let first = run.first else { continue }
                    taps.append(
                        Tap(depth: depth.displacement, height: height.displacement, width: first.displacement))
                    tapPixels.append(run.map { (depth.index, height.index, $0.index) })
                }
            }
        }
        self.tapPixels = tapPixels
        self.taps = taps
    }

    var depth: WindowAxis { axes[0] }
    var height: WindowAxis { axes[1] }
    var width: WindowAxis { axes[2] }
    var groupChannels: Int { channels / groups }
    var groupFilters: Int { filters / groups }
    /// Floats in a run.
    var run: Int { runPixels * groupChannels }
    /// Blocks of filters in a group.
    var blocks: Int { (groupFilters + Self.block - 1) / Self.block }
    /// Multiply-accumulates for one sample.
    var multiplyAccumulates: Int { depth.count &* height.count &* width.count &* taps.count &* run &* filters }
    /// Floats in one sample of the input, and of the output.
    var inputFloats: Int { depth.input * height.input * width.input * channels }
    var outputFloats: Int { depth.output * height.output * width.output * filters }

    /// What the lists take for a pixel of the kernel at most, while they grow.
    private static let bytesPerPixel = 160

    /// Filters in a block of packed weights: CK_BLOCK.
    static let block = 32

    /// Convolutions that look at single pixels are one long row: all rows and all samples together.
    /// - Returns: nil where the pass is not of that kind.
    /// - Throws: as the initializer.
    func flattened(samples: Int) throws(EngineError) -> TapPass? {
        guard axes.allSatisfy(\.isIdentity) else { return nil }
        let pixels = samples * axes.reduce(1) { $0 * $1.count }
        let row = WindowAxis(input: pixels, count: pixels, stride: 1, taps: width.taps, output: pixels)
        return try TapPass(axes: [.absent, .absent, row], groups: groups, channels: channels, filters: filters)
    }
}
