/// Pixels in rows and columns, some of them transparent.
public struct PixelImage: Hashable, Sendable {
    /// The pixels of a row.
    public let width: Int
    /// The number of rows.
    public let height: Int
    /// `width` × `height` pixels, row by row: 0xRRGGBB, or `transparent`.
    public private(set) var pixels: [UInt32]

    /// The pixel that lets the background through.
    public static let transparent: UInt32 = 0xFF00_0000

    /// A transparent image.
    public init(width: Int, height: Int) {
        self.width = max(1, width)
        self.height = max(1, height)
        pixels = [UInt32](repeating: PixelImage.transparent, count: self.width * self.height)
    }

    /// Sets a pixel within the image.
    mutating func set(_ column: Int, _ row: Int, _ pixel: UInt32) { pixels[row * width + column] = pixel }

    /// Draws cells as squares of `side` pixels; what lies beyond the image is left out.
    mutating func draw(_ grid: CellGrid, atX x: Int, y: Int, side: Int, _ paints: CellPaints) {
        guard x >= 0, y >= 0, x < width else { return }
        var line = [UInt32](repeating: PixelImage.transparent, count: min(grid.columns * side, width - x))
        for row in 0..<grid.rows where y + row * side < height {
            for column in 0..<grid.columns where column * side < line.count {
                let pixel = paints.paint(grid[row, column]).colour.map(\.hex) ?? PixelImage.transparent
                for place in column * side..<min((column + 1) * side, line.count) { line[place] = pixel }
            }
            for copy in y + row * side..<min(y + (row + 1) * side, height) {
                pixels.replaceSubrange(copy * width + x..<copy * width + x + line.count, with: line)
            }
        }
    }

    /// The different pixels in the order in which they first appear, and the place of each pixel among them; nil where
    /// there are more than `limit`.
    func indexed(limit: Int) -> (palette: [UInt32], indices: [UInt8])? {
        var places: [UInt32: UInt8] = [:]
        var palette: [UInt32] = []
        var last: (pixel: UInt32, place: UInt8)?
        var indices: [UInt8] = []
        indices.reserveCapacity(pixels.count)
        for pixel in pixels {
            if let last, last.pixel == pixel {
                indices.append(last.place)
                continue
            }
            let place: UInt8
            if let known = places[pixel] {
                place = known
            } else {
                guard palette.count < min(limit, 256) else { return nil }
                place = UInt8(palette.count)
                palette.append(pixel)
                places[pixel] = place
            }
            indices.append(place)
            last = (pixel, place)
        }
        return (palette, indices)
    }

    /// The image in the colours of the 256-colour palette.
    func reduced() -> PixelImage {
        var result = self
        var known: [UInt32: UInt32] = [:]
        result.pixels = pixels.map { pixel in
            if pixel == PixelImage.transparent { return pixel }
            if let near = known[pixel] { return near }
            let near = Colour(paletteEntry: Colour(hex: pixel).paletteIndex).hex
            known[pixel] = near
            return near
        }
        return result
    }
}

extension Colour {
    /// The colour as 0xRRGGBB.
    var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}
