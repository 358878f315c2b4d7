/// Single pixels, channels and parts of images.
extension Raster {
    /// An image of one colour.
    /// - Parameter pixel: the bytes of a pixel.
    public init(_ mode: Mode, width: Int, height: Int, filledWith pixel: [UInt8]) {
        var bytes = [UInt8](repeating: pixel.first ?? 0, count: width * height * mode.pixelBytes)
        if !pixel.allSatisfy({ $0 == pixel[0] }) {
            for place in bytes.indices { bytes[place] = pixel[place % pixel.count] }
        }
        self.init(mode, width: width, height: height, bytes: bytes)
    }

    /// The bytes of a pixel within the image.
    public func pixel(_ column: Int, _ row: Int) -> [UInt8] {
        let start = (row * width + column) * mode.pixelBytes
        return Array(bytes[start..<start + mode.pixelBytes])
    }

    /// Changes a pixel within the image.
    public mutating func set(_ column: Int, _ row: Int, to pixel: [UInt8]) {
        let start = (row * width + column) * mode.pixelBytes
        bytes.replaceSubrange(start..<start + mode.pixelBytes, with: pixel)
    }

    /// The least and the greatest value of each channel.
    public var extrema: [ClosedRange<Int>] {
        let size = mode.pixelBytes
        return (0..<mode.channels).map { channel in
            var (low, high) = (Int.max, Int.min)
            for place in stride(from: 0, to: bytes.count, by: size) {
                let value = mode.isWide ? Int(bytes[place]) | Int(bytes[place + 1]) << 8 : Int(bytes[place + channel])
                (low, high) = (min(low, value), max(high, value))
            }
            return low <= high ? low...high : 0...0
        }
    }

    /// The image with another one on it, of the same mode; what lies beyond this one is left out.
    /// - Parameter mask: how much of each pixel is taken, 0…255, one for each pixel of the other image; nil for all of it.
    public func pasting(_ other: Raster, left: Int, top: Int, mask: [UInt8]? = nil) -> Raster {
        var result = bytes
        let size = mode.pixelBytes
        for row in max(0, -top)..<max(0, -top, min(other.height, height - top)) {
            for column in max(0, -left)..<max(0, -left, min(other.width, width - left)) {
                let from = (row * other.width + column) * size
                let to = ((row + top) * width + column + left) * size
                let part = mask.map { Int($0[row * other.width + column]) } ?? 255
                for byte in 0..<size {
                    let (below, above) = (Int(result[to + byte]), Int(other.bytes[from + byte]))
                    if part == 255 || part == 0 || size != mode.channels {
                        if part > 0 { result[to + byte] = UInt8(above) }
                        continue
                    }
                    // (a + b / 256) / 256 rounds as a division by 255 does.
                    let sum = below * (255 - part) + above * part + 128
                    result[to + byte] = UInt8((sum >> 8 + sum) >> 8)
                }
            }
        }
        return Raster(mode, width: width, height: height, bytes: result, palette: palette)
    }

    /// The channels, as images in grey.
    public var channels: [Raster] {
        let count = mode.channels
        guard count > 1 else { return [self] }
        return (0..<count).map { channel in
            Raster(
                .grey, width: width, height: height,
                bytes: stride(from: channel, to: bytes.count, by: count).map { bytes[$0] })
        }
    }

    /// An image of channels that are images in grey, all of one size.
    public init(_ mode: Mode, channels: [Raster]) {
        let (width, height) = (channels[0].width, channels[0].height)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width * height * channels.count)
        for place in 0..<width * height { for channel in channels { bytes.append(channel.bytes[place]) } }
        self.init(mode, width: width, height: height, bytes: bytes)
    }
}
