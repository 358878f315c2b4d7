/// Images made much smaller, as Pillow's `thumbnail` does it: first by whole factors, then by a filter.
extension Raster {
    /// The size of the image within another size, with its proportions; nil where it fits already.
    public func thumbnailSize(within width: Int, _ height: Int) -> (width: Int, height: Int)? {
        guard width < self.width || height < self.height else { return nil }
        let aspect = Double(self.width) / Double(self.height)
        /// The whole number beside another that is better, the lower one if both are as good.
        func nearest(_ number: Double, _ fault: (Double) -> Double) -> Int {
            let (low, high) = (number.rounded(.down), number.rounded(.up))
            return max(1, Int(fault(low) <= fault(high) ? low : high))
        }
        if Double(width) / Double(height) >= aspect {
            return (nearest(Double(height) * aspect) { abs(aspect - $0 / Double(height)) }, height)
        }
        return (width, nearest(Double(width) / aspect) { $0 == 0 ? 0 : abs(aspect - Double(width) / $0) })
    }

    /// The image in another size, made smaller by a whole factor first where what is left to the filter is still a factor of at least
    /// `gap`.
    public func resized(width newWidth: Int, height newHeight: Int, by filter: Resampling, gap: Double) -> Raster {
        switch mode {
        case _ where filter == .nearest: return resized(width: newWidth, height: newHeight, by: filter)
        case .bilevel, .palette, .grey16, .integer: return resized(width: newWidth, height: newHeight, by: filter)
        case .greyAlpha, .rgba: return weighed().reduced(newWidth, newHeight, filter, gap).unweighed()
        default: return reduced(newWidth, newHeight, filter, gap)
        }
    }

    private func reduced(_ newWidth: Int, _ newHeight: Int, _ filter: Resampling, _ gap: Double) -> Raster {
        func factor(_ size: Int, _ newSize: Int) -> Int { max(1, Int(Double(size) / Double(newSize) / gap)) }
        let (across, down) = (factor(width, newWidth), factor(height, newHeight))
        let smaller = across > 1 || down > 1 ? reduced(across, down) : self
        // What was the width may now be a fraction; Pillow keeps it in 32 bits.
        return smaller.filtered(
            newWidth, newHeight, filter, x: 0..<Double(Float(Double(width) / Double(across))),
            y: 0..<Double(Float(Double(height) / Double(down))))
    }

    /// Means of blocks of pixels; those at the right and the lower border may be smaller.
    private func reduced(_ across: Int, _ down: Int) -> Raster {
        let channels = mode.channels
        let (newWidth, newHeight) = ((width + across - 1) / across, (height + down - 1) / down)
        var result: [UInt8] = []
        result.reserveCapacity(newWidth * newHeight * channels)
        for row in 0..<newHeight {
            let rows = row * down..<min(height, (row + 1) * down)
            for column in 0..<newWidth {
                let columns = column * across..<min(width, (column + 1) * across)
                let count = rows.count * columns.count
                // Division by multiplication, with Pillow's rounding.
                let multiplier = Int(Float(1 << 24) / Float(count))
                for channel in 0..<channels {
                    var sum = count / 2
                    for y in rows { for x in columns { sum += Int(bytes[(y * width + x) * channels + channel]) } }
                    result.append(UInt8(truncatingIfNeeded: (sum * multiplier) >> 24))
                }
            }
        }
        return Raster(mode, width: newWidth, height: newHeight, bytes: result)
    }
}
