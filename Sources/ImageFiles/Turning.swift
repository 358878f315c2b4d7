#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A turn by quarters or a reflection; the numbers are Pillow's.
public enum Transposition: Int, CaseIterable, Sendable {
    case flipLeftRight, flipTopBottom, rotate90, rotate180, rotate270, transpose, transverse

    /// The name in Pillow: `FLIP_LEFT_RIGHT`.
    public var name: String {
        switch self {
        case .flipLeftRight: "FLIP_LEFT_RIGHT"
        case .flipTopBottom: "FLIP_TOP_BOTTOM"
        case .rotate90: "ROTATE_90"
        case .rotate180: "ROTATE_180"
        case .rotate270: "ROTATE_270"
        case .transpose: "TRANSPOSE"
        case .transverse: "TRANSVERSE"
        }
    }

    fileprivate var swapsSides: Bool {
        switch self {
        case .rotate90, .rotate270, .transpose, .transverse: true
        default: false
        }
    }
}

/// How an image is turned by any angle.
public struct Rotation: Sendable {
    /// Degrees, against the clock.
    public var angle: Double
    /// The nearest pixel, or a mean of the 4 or 16 around the place: `nearest`, `bilinear` or `bicubic`.
    public var filter = Resampling.nearest
    /// Whether the image becomes as large as the turned one.
    public var expands = false
    /// The point that stays; nil for the middle.
    public var center: (x: Double, y: Double)?
    /// What is added to the place of each pixel afterwards.
    public var translation: (x: Double, y: Double)?
    /// The bytes of the pixels that show nothing of the image; nil for zeros.
    public var fill: [UInt8]?

    /// A rotation about the middle.
    public init(angle: Double) { self.angle = angle }
}

extension Raster {
    /// The image turned by quarters, or reflected.
    public func transposed(_ how: Transposition) -> Raster {
        let (newWidth, newHeight) = how.swapsSides ? (height, width) : (width, height)
        return mapped(newWidth, newHeight) { x, y in
            switch how {
            case .flipLeftRight: (width - 1 - x, y)
            case .flipTopBottom: (x, height - 1 - y)
            case .rotate90: (width - 1 - y, x)
            case .rotate180: (width - 1 - x, height - 1 - y)
            case .rotate270: (y, height - 1 - x)
            case .transpose: (y, x)
            case .transverse: (width - 1 - y, height - 1 - x)
            }
        }
    }

    /// Another image of pixels of this one; zeros, or `fill`, where there is no place.
    private func mapped(
        _ newWidth: Int, _ newHeight: Int, fill: [UInt8]? = nil, _ place: (_ x: Int, _ y: Int) -> (x: Int, y: Int)?
    ) -> Raster {
        let size = mode.pixelBytes
        let blank = fill ?? [UInt8](repeating: 0, count: size)
        var result: [UInt8] = []
        result.reserveCapacity(newWidth * newHeight * size)
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                if let (column, row) = place(x, y) {
                    let start = (row * width + column) * size
                    for byte in start..<start + size { result.append(bytes[byte]) }
                } else {
                    result += blank
                }
            }
        }
        return Raster(mode, width: newWidth, height: newHeight, bytes: result, palette: palette)
    }

    /// The width and height that the image has after a rotation.
    public func size(rotatedBy rotation: Rotation) -> (width: Int, height: Int) {
        let (matrix, width, height) = affine(rotation)
        return quarter(rotation).map { $0.swapsSides ? (self.height, self.width) : (self.width, self.height) }
            ?? (matrix.isEmpty ? (self.width, self.height) : (width, height))
    }

    /// The image turned, with the numbers of Pillow's `rotate`.
    ///
    /// Palettes and black and white take the nearest pixel, and colours are weighed by their opacity.
    public func rotated(_ rotation: Rotation) -> Raster {
        if let quarter = quarter(rotation) { return transposed(quarter) }
        let isPlain = rotation.center == nil && rotation.translation == nil
        if isPlain, rotation.angle.truncatingRemainder(dividingBy: 360) == 0 { return self }
        let (matrix, newWidth, newHeight) = affine(rotation)
        switch mode {
        case _ where rotation.filter == .nearest: break
        case .bilevel, .palette: break
        case .greyAlpha, .rgba:
            return weighed().sampled(matrix, newWidth, newHeight, rotation.filter, fill: rotation.fill).unweighed()
        default: return sampled(matrix, newWidth, newHeight, rotation.filter, fill: rotation.fill)
        }
        return nearest(matrix, newWidth, newHeight, fill: rotation.fill)
    }

    /// The rotation as a turn by quarters, where it is one.
    private func quarter(_ rotation: Rotation) -> Transposition? {
        guard rotation.center == nil, rotation.translation == nil else { return nil }
        let rest = rotation.angle.truncatingRemainder(dividingBy: 360)
        switch rest < 0 ? rest + 360 : rest {
        case 180: return .rotate180
        case 90 where rotation.expands || width == height: return .rotate90
        case 270 where rotation.expands || width == height: return .rotate270
        default: return nil
        }
    }

    /// The matrix that leads from a place in the new image to one in this, and the new size.
    private func affine(_ rotation: Rotation) -> (matrix: [Double], width: Int, height: Int) {
        // Pillow rounds to 15 decimals, so that multiples of 90 degrees are exact.
        func rounded(_ value: Double) -> Double { (value * 1e15).rounded(.toNearestOrEven) / 1e15 }
        var degrees = rotation.angle.truncatingRemainder(dividingBy: 360)
        if degrees < 0 { degrees += 360 }
        let angle = -degrees * (Double.pi / 180)
        let (w, h) = (Double(width), Double(height))
        let center = rotation.center ?? (w / 2, h / 2)
        let moved = rotation.translation ?? (0, 0)
        var matrix = [rounded(cos(angle)), rounded(sin(angle)), 0, rounded(-sin(angle)), rounded(cos(angle)), 0]
        func transformed(_ x: Double, _ y: Double) -> (Double, Double) {
            (matrix[0] * x + matrix[1] * y + matrix[2], matrix[3] * x + matrix[4] * y + matrix[5])
        }
        (matrix[2], matrix[5]) = transformed(-center.x - moved.x, -center.y - moved.y)
        matrix[2] += center.x
        matrix[5] += center.y
        guard rotation.expands else { return (matrix, width, height) }
        let corners = [(0, 0), (w, 0), (w, h), (0, h)].map { transformed($0.0, $0.1) }
        func extent(_ values: [Double]) -> Int {
            Int((values.max() ?? 0).rounded(.up)) - Int((values.min() ?? 0).rounded(.down))
        }
        let (newWidth, newHeight) = (extent(corners.map(\.0)), extent(corners.map(\.1)))
        (matrix[2], matrix[5]) = transformed(-(Double(newWidth) - w) / 2, -(Double(newHeight) - h) / 2)
        return (matrix, newWidth, newHeight)
    }

    /// The pixel below the middle of each new one, found in steps of 1/65536, as in Pillow.
    private func nearest(_ matrix: [Double], _ newWidth: Int, _ newHeight: Int, fill: [UInt8]?) -> Raster {
        func fixed(_ value: Double) -> Int { Int((value * 65536 + 0.5).rounded(.down)) }
        let steps = matrix.map(fixed)
        let startX = fixed(matrix[2] + matrix[0] * 0.5 + matrix[1] * 0.5)
        let startY = fixed(matrix[5] + matrix[3] * 0.5 + matrix[4] * 0.5)
        return mapped(newWidth, newHeight, fill: fill) { x, y in
            let column = (startX + y * steps[1] + x * steps[0]) >> 16
            let row = (startY + y * steps[4] + x * steps[3]) >> 16
            return column >= 0 && column < width && row >= 0 && row < height ? (column, row) : nil
        }
    }

    /// A mean of the pixels around the place of each new one.
    private func sampled(
        _ matrix: [Double], _ newWidth: Int, _ newHeight: Int, _ filter: Resampling, fill: [UInt8]?
    ) -> Raster {
        let channels = mode.channels
        let blank = fill ?? [UInt8](repeating: 0, count: channels)
        var result: [UInt8] = []
        result.reserveCapacity(newWidth * newHeight * channels)
        for row in 0..<newHeight {
            for column in 0..<newWidth {
                let (x, y) = (Double(column) + 0.5, Double(row) + 0.5)
                let place = (
                    x: matrix[0] * x + matrix[1] * y + matrix[2], y: matrix[3] * x + matrix[4] * y + matrix[5]
                )
                guard place.x >= 0, place.x < Double(width), place.y >= 0, place.y < Double(height) else {
                    result += blank
                    continue
                }
                for channel in 0..<channels { result.append(sample(place.x - 0.5, place.y - 0.5, channel, filter)) }
            }
        }
        return Raster(mode, width: newWidth, height: newHeight, bytes: result)
    }

    /// The value of one channel at a place between pixels; pixels beyond the border are those at the border.
    private func sample(_ x: Double, _ y: Double, _ channel: Int, _ filter: Resampling) -> UInt8 {
        let (left, top) = (x.rounded(.down), y.rounded(.down))
        let (dx, dy) = (x - left, y - top)
        let offsets = filter == .bilinear ? 0...1 : -1...2
        let columns = offsets.map { max(0, min(width - 1, Int(left) + $0)) }
        let rows = offsets.map { max(0, min(height - 1, Int(top) + $0)) }
        let values = rows.map { row in
            Raster.between(
                columns.map { Double(bytes[(row * width + $0) * mode.channels + channel]) }, dx)
        }
        return UInt8(max(0, min(255, Raster.between(values, dy))))
    }

    /// The value at a part of the way between the two numbers in the middle: along a line through 2, or a cubic through 4.
    private static func between(_ v: [Double], _ d: Double) -> Double {
        guard v.count == 4 else { return v[0] + (v[1] - v[0]) * d }
        let (p1, p2) = (v[1], -v[0] + v[2])
        let p3 = 2 * (v[0] - v[1]) + v[2] - v[3]
        let p4 = -v[0] + v[1] - v[2] + v[3]
        return p1 + d * (p2 + d * (p3 + d * p4))
    }
}
