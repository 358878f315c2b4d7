/// Moving pictures as GIF files.
///
/// Source: CompuServe, "Graphics Interchange Format, version 89a".
public enum GIF {
    /// One picture and how long it is seen.
    public struct Frame: Sendable {
        /// The picture; all of a file have one size.
        public let image: PixelImage
        /// Hundredths of a second.
        public let delay: Int

        /// A picture that is seen for so many hundredths of a second.
        public init(_ image: PixelImage, delay: Int) { (self.image, self.delay) = (image, delay) }
    }

    /// A file that shows pictures one after the other, again and again; empty without pictures.
    ///
    /// The 255 most frequent colours are kept, and others become the nearest of them. After the first picture, only the
    /// rectangle that differs from the one before is written, and what did not change in it is transparent.
    public static func encode(_ frames: [Frame]) -> [UInt8] {
        guard let first = frames.first?.image, first.width <= 65_535, first.height <= 65_535 else { return [] }
        var palette = GIFPalette(frames.map(\.image))
        let bits = palette.bits
        var bytes = Array("GIF89a".utf8)
        bytes += word(first.width) + word(first.height) + [0xF0 | UInt8(bits - 1), 0, 0]
        for place in 0..<1 << bits {
            let colour = place < palette.colours.count ? palette.colours[place] : 0
            bytes += [UInt8(colour >> 16 & 255), UInt8(colour >> 8 & 255), UInt8(colour & 255)]
        }
        bytes += [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
        var before: [UInt8]?
        for frame in frames {
            let indices = frame.image.pixels.map { palette.index(of: $0) }
            let part = changed(indices, before, width: first.width, height: first.height)
            var drawn = indices
            if let before {
                for place in drawn.indices where drawn[place] == before[place] { drawn[place] = palette.transparent }
            }
            bytes += header(delay: frame.delay, transparent: before == nil ? nil : palette.transparent)
            bytes += picture(drawn, part, width: first.width, bits: max(2, bits))
            before = indices
        }
        return bytes + [0x3B]
    }

    private typealias Part = (x: Int, y: Int, width: Int, height: Int)

    /// The rectangle that holds all differences; one pixel where there are none.
    private static func changed(_ new: [UInt8], _ old: [UInt8]?, width: Int, height: Int) -> Part {
        guard let old else { return (0, 0, width, height) }
        var (left, right, top, bottom) = (width, -1, height, -1)
        for row in 0..<height {
            let range = row * width..<(row + 1) * width
            guard new[range] != old[range] else { continue }
            top = min(top, row)
            bottom = row
            for column in 0..<width where new[row * width + column] != old[row * width + column] {
                left = min(left, column)
                right = max(right, column)
            }
        }
        return right < 0 ? (0, 0, 1, 1) : (left, top, right - left + 1, bottom - top + 1)
    }

    /// How long a picture is seen, and which index lets the picture before it through.
    private static func header(delay: Int, transparent: UInt8?) -> [UInt8] {
        // Each picture stays when the next is drawn over it.
        [0x21, 0xF9, 4, transparent == nil ? 4 : 5] + word(delay) + [transparent ?? 0, 0]
    }

    /// The part of a picture that is written, in blocks of 255 bytes.
    private static func picture(_ indices: [UInt8], _ part: Part, width: Int, bits: Int) -> [UInt8] {
        var cut: [UInt8] = []
        cut.reserveCapacity(part.width * part.height)
        for row in part.y..<part.y + part.height {
            cut += indices[row * width + part.x..<row * width + part.x + part.width]
        }
        var bytes: [UInt8] =
            [0x2C] + word(part.x) + word(part.y) + word(part.width) + word(part.height) + [0, UInt8(bits)]
        let data = LZW.encode(cut, bits: bits)
        for start in stride(from: 0, to: data.count, by: 255) {
            let block = data[start..<min(start + 255, data.count)]
            bytes.append(UInt8(block.count))
            bytes += block
        }
        return bytes + [0]
    }

    private static func word(_ number: Int) -> [UInt8] {
        let number = max(0, min(number, 65_535))
        return [UInt8(number & 255), UInt8(number >> 8)]
    }
}

/// At most 255 colours for some pictures, and an index for none.
private struct GIFPalette {
    /// The colours, the most frequent ones first.
    let colours: [UInt32]
    private var indices: [UInt32: UInt8]

    init(_ images: [PixelImage]) {
        var counts: [UInt32: Int] = [:]
        for image in images {
            var run = (pixel: image.pixels.first ?? 0, count: 0)
            for pixel in image.pixels {
                if pixel != run.pixel {
                    counts[run.pixel, default: 0] += run.count
                    run = (pixel, 0)
                }
                run.count += 1
            }
            counts[run.pixel, default: 0] += run.count
        }
        // Equal counts are put in order too, so that the same pictures give the same bytes.
        let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        colours = order.prefix(255).map(\.key)
        indices = [:]
        for (place, colour) in colours.enumerated() { indices[colour] = UInt8(place) }
    }

    /// The index of what is transparent.
    var transparent: UInt8 { UInt8(colours.count) }

    /// The bits of an index.
    var bits: Int {
        var bits = 1
        while 1 << bits <= colours.count { bits += 1 }
        return bits
    }

    /// The index of a colour, or of the nearest one.
    mutating func index(of colour: UInt32) -> UInt8 {
        if let known = indices[colour] { return known }
        func part(_ colour: UInt32, _ shift: UInt32) -> Int { Int(colour >> shift & 255) }
        func distance(_ other: UInt32) -> Int {
            [UInt32(16), 8, 0].reduce(0) { sum, shift in
                let difference = part(colour, shift) - part(other, shift)
                return sum + difference * difference
            }
        }
        let best = colours.indices.min { distance(colours[$0]) < distance(colours[$1]) } ?? 0
        indices[colour] = UInt8(best)
        return UInt8(best)
    }
}
