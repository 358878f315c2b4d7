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
        let (width, height) = (width, height)
        let count = min(grid.columns * side, width - x)
        pixels.withUnsafeMutableBufferPointer { pixels in
            guard let start = pixels.baseAddress else { return }
            for row in 0..<grid.rows where y + row * side < height {
                let line = start + (y + row * side) * width + x
                for column in 0..<grid.columns where column * side < count {
                    let pixel = paints.pixel(of: grid[row, column])
                    for place in column * side..<min((column + 1) * side, count) { line[place] = pixel }
                }
                for copy in 1..<max(1, min(side, height - y - row * side)) {
                    (line + copy * width).update(from: line, count: count)
                }
            }
        }
    }

    /// The different pixels in the order in which they first appear, and the place of each pixel among them; nil where
    /// there are more than `limit`.
    func indexed(limit: Int) -> (palette: [UInt32], indices: [UInt8])? {
        var places = PixelPlaces(limit: min(limit, 256))
        var isWhole = true
        let indices = [UInt8](unsafeUninitializedCapacity: pixels.count) { indices, count in
            isWhole = pixels.withUnsafeBufferPointer { pixels in
                guard let source = pixels.baseAddress, let target = indices.baseAddress else { return pixels.isEmpty }
                for row in 0..<height {
                    let (line, answer) = (source + row * width, target + row * width)
                    if row > 0, PixelImage.areEqual(line, line - width, width) {
                        answer.update(from: answer - width, count: width)
                    } else if !places.find(line, width, answer) {
                        return false
                    }
                }
                return true
            }
            count = isWhole ? pixels.count : 0
        }
        return isWhole ? (places.palette, indices) : nil
    }

    private static func areEqual(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ count: Int) -> Bool {
        for place in 0..<count where a[place] != b[place] { return false }
        return true
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

/// The places of different pixels in the order in which they appear: a hash table of fixed size, four times as large as it gets full.
private struct PixelPlaces {
    private(set) var palette: [UInt32] = []
    private let limit: Int
    /// The place in the palette, counted from 1; 0 where there is none.
    private var slots = [UInt16](repeating: 0, count: 1024)

    init(limit: Int) { self.limit = limit }

    /// Writes the places of some pixels; false where there would be too many.
    mutating func find(_ pixels: UnsafePointer<UInt32>, _ count: Int, _ places: UnsafeMutablePointer<UInt8>) -> Bool {
        var last: (pixel: UInt32, place: UInt8)?
        for index in 0..<count {
            let pixel = pixels[index]
            if let last, last.pixel == pixel {
                places[index] = last.place
                continue
            }
            guard let place = place(of: pixel) else { return false }
            places[index] = place
            last = (pixel, place)
        }
        return true
    }

    private mutating func place(of pixel: UInt32) -> UInt8? {
        var slot = Int(truncatingIfNeeded: (pixel &* 0x9E37_79B1) >> 22)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if palette[place] == pixel { return UInt8(place) }
            slot = (slot + 1) & 1023
        }
        guard palette.count < limit else { return nil }
        palette.append(pixel)
        slots[slot] = UInt16(palette.count)
        return UInt8(palette.count - 1)
    }
}

extension Colour {
    /// The colour as 0xRRGGBB.
    var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}
