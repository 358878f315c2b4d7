import ImageFiles

extension PixelImage {
    /// The image as a PNG file: with a palette where 256 colours are enough, else with three bytes a pixel, four where some are
    /// transparent.
    public var pngFile: [UInt8] { PNG.encode(raster) ?? [] }

    /// The same for a terminal that waits for it: large images are compressed in a tenth of the time.
    var pngForTerminal: [UInt8] { PNG.encode(raster, effort: pixels.count > 65_536 ? .least : .usual) ?? [] }

    private static func parts(_ pixel: UInt32) -> [UInt8] {
        [
            UInt8(truncatingIfNeeded: pixel >> 16), UInt8(truncatingIfNeeded: pixel >> 8),
            UInt8(truncatingIfNeeded: pixel),
        ]
    }

    /// The image as files have it.
    private var raster: Raster {
        let clear = PixelImage.transparent
        if let indexed = indexed(limit: 256) {
            var palette = Raster.Palette(
                colours: indexed.palette.flatMap { $0 == clear ? [0, 0, 0] : PixelImage.parts($0) })
            if let place = indexed.palette.firstIndex(of: clear) {
                palette.opacities = [UInt8](repeating: 255, count: place) + [0]
            }
            return Raster(.palette, width: width, height: height, bytes: indexed.indices, palette: palette)
        }
        let hasClear = pixels.contains(clear)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pixels.count * (hasClear ? 4 : 3))
        for pixel in pixels {
            bytes += pixel == clear ? [0, 0, 0] : PixelImage.parts(pixel)
            if hasClear { bytes.append(pixel == clear ? 0 : 255) }
        }
        return Raster(hasClear ? .rgba : .rgb, width: width, height: height, bytes: bytes)
    }
}
