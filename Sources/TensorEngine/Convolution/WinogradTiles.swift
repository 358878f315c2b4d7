/// How an image is cut into Winograd tiles: 4×4 output pixels each, from 6×6 input pixels.
///
/// With a dilation d the pixels of a tile lie d apart: there are d² interleaved images, each with tiles of its own.
struct WinogradTiles: Sendable {
    /// Output pixels along a tile's edge, and input pixels.
    static let side = 4
    static let inputSide = side + 2

    private let dilation: (height: Int, width: Int)
    private let input: (depth: Int, height: Int, width: Int)
    private let output: (depth: Int, height: Int, width: Int)
    private let before: (depth: Int, height: Int, width: Int)
    private let depthKernel: Int
    private let depthStride: Int
    private let depthDilation: Int
    private let rows: TileAxis
    private let columns: TileAxis

    init(_ geometry: ConvolutionGeometry) {
        func triple(_ sizes: [Int], _ missing: Int) -> (depth: Int, height: Int, width: Int) {
            let all = Array(repeating: missing, count: 3 - sizes.count) + sizes
            return (all[0], all[1], all[2])
        }
        input = triple(geometry.inputSize, 1)
        output = triple(geometry.outputSize, 1)
        before = triple(geometry.padBefore, 0)
        let dilations = triple(geometry.dilation, 1)
        dilation = (dilations.height, dilations.width)
        depthKernel = triple(geometry.kernel, 1).depth
        depthStride = triple(geometry.strides, 1).depth
        depthDilation = dilations.depth
        rows = TileAxis(length: output.height, dilation: dilations.height)
        columns = TileAxis(length: output.width, dilation: dilations.width)
    }

    /// The tiles along an axis. They are counted, not listed: the image may be too large to compute.
    private struct TileAxis {
        let dilation: Int
        /// Interleaved images that have a pixel more than the others; they come first.
        let longImages: Int
        /// Tiles of an image with a pixel more, and of another.
        let longTiles: Int
        let shortTiles: Int

        init(length: Int, dilation: Int) {
            let pixels = length / dilation
            self.dilation = dilation
            longImages = length % dilation
            longTiles = pixels / side + 1
            shortTiles = pixels / side + (pixels % side == 0 ? 0 : 1)
        }

        var count: Int { longImages * longTiles + (dilation - longImages) * shortTiles }

        /// The first pixel of a tile.
        func origin(_ tile: Int) -> Int {
            let inLongImages = longImages * longTiles
            let (image, place) =
                tile < inLongImages
                ? tile.quotientAndRemainder(dividingBy: longTiles)
                : (tile - inLongImages).quotientAndRemainder(dividingBy: shortTiles)
            return (tile < inLongImages ? 0 : longImages) + image + place * side * dilation
        }
    }

    /// The tiles that a geometry takes.
    static func count(_ geometry: ConvolutionGeometry) -> Int {
        let last = geometry.rank - 1
        return (last - 1...last).reduce(1) { product, axis in
            product &* TileAxis(length: geometry.outputSize[axis], dilation: geometry.dilation[axis]).count
        }
    }

    /// Tiles in a slice.
    var count: Int { rows.count * columns.count }

    /// The top left output pixel of a tile.
    private func origin(of tile: Int) -> (y: Int, x: Int) {
        let (row, column) = tile.quotientAndRemainder(dividingBy: columns.count)
        return (rows.origin(row), columns.origin(column))
    }
    /// Output slices of one sample.
    var slices: Int { output.depth }

    /// The kernel's depth taps that lie inside the input for an output slice (counted over all samples).
    func depthTaps(slice: Int) -> Range<Int> {
        let first = slice % output.depth * depthStride - before.depth
        let inside = (0..<depthKernel).filter {
            (0..<input.depth).contains(first + $0 * depthDilation)
        }
        return (inside.first ?? 0)..<((inside.last ?? -1) + 1)
    }

    /// Calls `body` with each point of a tile and its input pixel, counted over all samples; nil in the padding.
    func inputPixels(of tile: Int, slice: Int, tap: Int, _ body: (Int, Int?) -> Void) {
        let origin = origin(of: tile)
        let sample = slice / output.depth
        let depth = slice % output.depth * depthStride - before.depth + tap * depthDilation
        let plane = (sample * input.depth + depth) * input.height
        let left = origin.x - before.width
        let top = origin.y - before.height
        let points = Self.inputSide
        let isInside =
            left >= 0 && top >= 0 && left + (points - 1) * dilation.width < input.width
            && top + (points - 1) * dilation.height < input.height
        for row in 0..<points {
            let y = top + row * dilation.height
            let line = (plane + y) * input.width + left
            let rowInside = y >= 0 && y < input.height
            for column in 0..<points {
                let step = column * dilation.width
                let inside = isInside || rowInside && left + step >= 0 && left + step < input.width
                body(row * points + column, inside ? line + step : nil)
            }
        }
    }

    /// Calls `body` with each place of a tile and its output pixel, counted over all samples; nil outside.
    func outputPixels(of tile: Int, slice: Int, _ body: (Int, Int?) -> Void) {
        let (origin, side) = (origin(of: tile), Self.side)
        for row in 0..<side {
            let y = origin.y + row * dilation.height
            let line = (slice * output.height + y) * output.width + origin.x
            let rowInside = y < output.height
            for column in 0..<side {
                let step = column * dilation.width
                body(row * side + column, rowInside && origin.x + step < output.width ? line + step : nil)
            }
        }
    }
}
