import TensorEngine

/// A window moves over an input while the output fills: a picture for each pixel of the output.
public struct Animation: Report {
    /// The layer at work.
    public let scene: LayerScene
    /// The channel of the output that is drawn.
    public let channel: Int
    /// The pixels of the output whose pictures are shown, counted row by row; the last one is among them.
    public let pixels: [Int]

    /// An animation of at most so many pictures.
    public init(_ scene: LayerScene, channel: Int, most: Int = 240) {
        (self.scene, self.channel) = (scene, channel)
        let count = scene.pixelCount
        let step = (count + most - 1) / max(1, most)
        var pixels = Array(stride(from: 0, to: count, by: max(1, step)))
        if pixels.last != count - 1 { pixels.append(count - 1) }
        self.pixels = pixels
    }

    /// Pictures for a page: the first, some between, the last.
    public func excerpt(_ count: Int) -> [Int] {
        let last = pixels.count - 1
        guard last >= count else { return Array(pixels.indices) }
        return (0..<count).map { $0 * last / (count - 1) }
    }
}
