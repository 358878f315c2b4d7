#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How an image gets another size: Pillow's filters, with Pillow's numbers.
///
/// Along each axis a new pixel is the sum of the old ones below the filter, which is stretched where the image shrinks; first along
/// rows, rounded to 8 bits, then along columns. Source: Pillow 13, the documentation of its filters, whose results the tests hold.
public enum Resampling: String, CaseIterable, Sendable {
    case nearest, box, bilinear, hamming, bicubic, lanczos

    /// How far the filter reaches from its middle.
    fileprivate var support: Double {
        switch self {
        case .nearest, .box: 0.5
        case .bilinear, .hamming: 1
        case .bicubic: 2
        case .lanczos: 3
        }
    }

    /// The filter's value at a distance from its middle.
    fileprivate func weight(_ x: Double) -> Double {
        let distance = abs(x)
        switch self {
        case .nearest, .box: return x > -0.5 && x <= 0.5 ? 1 : 0
        case .bilinear: return max(0, 1 - distance)
        case .hamming:
            if distance == 0 { return 1 }
            return distance >= 1 ? 0 : Resampling.sinc(distance) * (0.54 + 0.46 * cos(distance * .pi))
        case .bicubic:
            let a = -0.5
            if distance < 1 { return ((a + 2) * distance - (a + 3)) * distance * distance + 1 }
            return distance < 2 ? (((distance - 5) * distance + 8) * distance - 4) * a : 0
        case .lanczos: return x >= -3 && x < 3 ? Resampling.sinc(x) * Resampling.sinc(x / 3) : 0
        }
    }

    private static func sinc(_ x: Double) -> Double { x == 0 ? 1 : sin(x * .pi) / (x * .pi) }
}

/// A part of an image.
public struct CropBox: Hashable, Sendable {
    /// The first column.
    public let left: Int
    /// The first row.
    public let top: Int
    /// The columns.
    public let width: Int
    /// The rows.
    public let height: Int

    /// A part by its first column and row, and its size.
    public init(left: Int, top: Int, width: Int, height: Int) {
        (self.left, self.top, self.width, self.height) = (left, top, width, height)
    }

    /// The largest part in the middle of an image that has the proportions of another size, as Keras's `load_img` takes it.
    public init(middleOf width: Int, _ height: Int, withProportionsOf targetWidth: Int, _ targetHeight: Int) {
        func part(_ size: Int, _ other: Int, _ target: Int, _ otherTarget: Int) -> Int {
            let (product, overflow) = other.multipliedReportingOverflow(by: target)
            return overflow || otherTarget == 0 ? size : max(1, min(size, product / otherTarget))
        }
        let partWidth = part(width, height, targetWidth, targetHeight)
        let partHeight = part(height, width, targetHeight, targetWidth)
        self.init(
            left: (width - partWidth) / 2, top: (height - partHeight) / 2, width: partWidth, height: partHeight)
    }
}

extension Raster {
    /// A part of the image, which lies within it.
    public func cropped(to box: CropBox) -> Raster {
        var result: [UInt8] = []
        result.reserveCapacity(box.width * box.height * mode.pixelBytes)
        for row in box.top..<box.top + box.height {
            let start = (row * width + box.left) * mode.pixelBytes
            result += bytes[start..<start + box.width * mode.pixelBytes]
        }
        return Raster(mode, width: box.width, height: box.height, bytes: result, palette: palette)
    }

    /// The image, or a part of it, in another size.
    ///
    /// Black and white, palettes and 16 bits have no values between: they take the nearest pixel, as in Pillow. Colours are weighed by
    /// their opacity.
    /// - Parameter box: the part that is taken, within the image; nil for all of it.
    public func resized(width newWidth: Int, height newHeight: Int, by filter: Resampling, box: CropBox? = nil)
        -> Raster
    {
        let box = box ?? CropBox(left: 0, top: 0, width: width, height: height)
        if box == CropBox(left: 0, top: 0, width: width, height: height), (newWidth, newHeight) == (width, height) {
            return self
        }
        switch mode {
        case _ where filter == .nearest: return nearest(newWidth, newHeight, box)
        case .bilevel, .palette, .grey16, .integer: return nearest(newWidth, newHeight, box)
        case .greyAlpha, .rgba: return weighed().filtered(newWidth, newHeight, filter, box).unweighed()
        default: return filtered(newWidth, newHeight, filter, box)
        }
    }

    // MARK: Nearest

    private func nearest(_ newWidth: Int, _ newHeight: Int, _ box: CropBox) -> Raster {
        let columns = Raster.nearestPlaces(newWidth, first: box.left, count: box.width)
        let rows = Raster.nearestPlaces(newHeight, first: box.top, count: box.height)
        let size = mode.pixelBytes
        var result: [UInt8] = []
        result.reserveCapacity(newWidth * newHeight * size)
        for row in rows {
            let start = row * width
            for column in columns {
                let place = (start + column) * size
                for byte in place..<place + size { result.append(bytes[byte]) }
            }
        }
        return Raster(mode, width: newWidth, height: newHeight, bytes: result, palette: palette)
    }

    /// The old place of each new one. The steps are added up, as in Pillow, so that rounding errors are the same.
    private static func nearestPlaces(_ newCount: Int, first: Int, count: Int) -> [Int] {
        let step = Double(count) / Double(newCount)
        var place = Double(first) + step * 0.5
        return (0..<newCount).map { _ in
            defer { place += step }
            return min(Int(place), first + count - 1)
        }
    }

    // MARK: Filters

    private func filtered(_ newWidth: Int, _ newHeight: Int, _ filter: Resampling, _ box: CropBox) -> Raster {
        filtered(
            newWidth, newHeight, filter, x: Double(box.left)..<Double(box.left + box.width),
            y: Double(box.top)..<Double(box.top + box.height))
    }

    /// The part of the image between these places along its axes, in another size.
    func filtered(
        _ newWidth: Int, _ newHeight: Int, _ filter: Resampling, x: Range<Double>, y: Range<Double>
    ) -> Raster {
        var result = self
        if newWidth != width || x != 0..<Double(width) {
            let weights = FilterWeights(filter, count: width, taken: x, newCount: newWidth)
            result = result.filteredRows(weights)
        }
        if newHeight != height || y != 0..<Double(height) {
            let weights = FilterWeights(filter, count: height, taken: y, newCount: newHeight)
            result = result.filteredColumns(weights)
        }
        return result
    }

    private func filteredRows(_ weights: FilterWeights) -> Raster {
        let (channels, newWidth) = (mode.channels, weights.parts.count)
        var result = [UInt8](repeating: 0, count: newWidth * height * channels)
        for row in 0..<height {
            for (column, part) in weights.parts.enumerated() {
                for channel in 0..<channels {
                    var sum = FilterWeights.half
                    var place = (row * width + part.first) * channels + channel
                    for weight in part.weights {
                        sum += Int(bytes[place]) * weight
                        place += channels
                    }
                    result[(row * newWidth + column) * channels + channel] = FilterWeights.byte(sum)
                }
            }
        }
        return Raster(mode, width: newWidth, height: height, bytes: result)
    }

    private func filteredColumns(_ weights: FilterWeights) -> Raster {
        let rowLength = width * mode.channels
        var result = [UInt8](repeating: 0, count: weights.parts.count * rowLength)
        for (row, part) in weights.parts.enumerated() {
            for column in 0..<rowLength {
                var sum = FilterWeights.half
                var place = part.first * rowLength + column
                for weight in part.weights {
                    sum += Int(bytes[place]) * weight
                    place += rowLength
                }
                result[row * rowLength + column] = FilterWeights.byte(sum)
            }
        }
        return Raster(mode, width: width, height: weights.parts.count, bytes: result)
    }

    // MARK: Opacity

    /// Colours times their opacity.
    func weighed() -> Raster {
        mappingColours { Raster.product($0, $1) }
    }

    /// Colours divided by their opacity.
    func unweighed() -> Raster {
        mappingColours { $1 == 255 || $1 == 0 ? $0 : UInt8(min(255, 255 * Int($0) / Int($1))) }
    }

    private func mappingColours(_ body: (_ colour: UInt8, _ opacity: UInt8) -> UInt8) -> Raster {
        var result = bytes
        let channels = mode.channels
        for place in stride(from: 0, to: bytes.count, by: channels) {
            let opacity = bytes[place + channels - 1]
            for channel in place..<place + channels - 1 { result[channel] = body(bytes[channel], opacity) }
        }
        return Raster(mode, width: width, height: height, bytes: result)
    }
}

/// The weights of old pixels in new ones along an axis, as whole numbers.
private struct FilterWeights {
    /// One new pixel.
    struct Part {
        /// The first old pixel.
        let first: Int
        /// The weights of it and of those after it, in units of 2⁻²².
        let weights: [Int]
    }

    let parts: [Part]
    private static let bits = 22
    /// What is added before the bits below a byte are cut off.
    static let half = 1 << (bits - 1)

    /// The byte of a sum.
    static func byte(_ sum: Int) -> UInt8 { UInt8(max(0, min(255, sum >> bits))) }

    /// - Parameters:
    ///   - count: the old pixels.
    ///   - taken: the part of them that is taken.
    init(_ filter: Resampling, count: Int, taken: Range<Double>, newCount: Int) {
        let scale = (taken.upperBound - taken.lowerBound) / Double(newCount)
        let stretch = max(1, scale)
        let support = filter.support * stretch
        parts = (0..<newCount).map { index in
            let middle = taken.lowerBound + (Double(index) + 0.5) * scale
            let low = max(0, Int(middle - support + 0.5))
            let high = min(count, Int(middle + support + 0.5))
            let weights = (low..<max(low, high)).map { filter.weight((Double($0) - middle + 0.5) * (1 / stretch)) }
            let total = weights.reduce(0, +)
            return Part(
                first: low,
                weights: weights.map { weight in
                    let share = (total == 0 ? weight : weight * (1 / total)) * Double(1 << FilterWeights.bits)
                    return Int(share < 0 ? share - 0.5 : share + 0.5)
                })
        }
    }
}
