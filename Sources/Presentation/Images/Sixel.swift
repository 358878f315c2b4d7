/// DEC's sixel graphics: bands of six rows, one pass for each colour of a band.
///
/// Source: DEC, "VT330/VT340 Programmer Reference Manual", volume 2, chapter 14.
struct Sixel: ImageProtocol {
    /// The colours that every terminal with sixel graphics has.
    private static let colourLimit = 256

    func sequence(_ image: PixelImage, columns: Int, lines: Int) -> String {
        var image = image
        // The transparent pixel takes no register.
        if image.indexed(limit: Sixel.colourLimit) == nil { image = image.reduced() }
        guard let (palette, indices) = image.indexed(limit: Sixel.colourLimit) else { return "" }
        // The 1 leaves pixels that are not drawn as they are.
        var bytes = Array("\u{1B}P0;1;0q\"1;1;\(image.width);\(image.height)".utf8)
        for (register, pixel) in palette.enumerated() where pixel != PixelImage.transparent {
            let parts = [pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255].map { ($0 * 100 + 127) / 255 }
            bytes += Array("#\(register);2;\(parts[0]);\(parts[1]);\(parts[2])".utf8)
        }
        let clear = palette.firstIndex(of: PixelImage.transparent).map { UInt8($0) }
        var band = SixelBand()
        indices.withUnsafeBufferPointer { indices in
            for top in stride(from: 0, to: image.height, by: 6) {
                band.append(indices, image.width, top..<min(top + 6, image.height), clear, to: &bytes)
                bytes.append(UInt8(ascii: "-"))
            }
        }
        return String(decoding: bytes, as: UTF8.self) + "\u{1B}\\"
    }
}

/// Six rows of pixels, written one colour after the other.
private struct SixelBand {
    /// A part of the band in one colour: so many columns with the same pixels, as bits.
    private struct Run {
        var start: Int
        var end: Int
        let mask: UInt8
    }

    /// The runs of each colour, from left to right.
    private var runs = [[Run]](repeating: [], count: 256)

    mutating func append(
        _ indices: UnsafeBufferPointer<UInt8>, _ width: Int, _ rows: Range<Int>, _ clear: UInt8?,
        to bytes: inout [UInt8]
    ) {
        for colour in runs.indices { runs[colour].removeAll(keepingCapacity: true) }
        for column in 0..<width { add(column, indices, width, rows, clear) }
        var isFirst = true
        for colour in runs.indices where !runs[colour].isEmpty {
            if !isFirst { bytes.append(UInt8(ascii: "$")) }
            isFirst = false
            bytes += "#\(colour)".utf8
            var place = 0
            for run in runs[colour] {
                SixelBand.append(0, run.start - place, to: &bytes)
                SixelBand.append(run.mask, run.end - run.start, to: &bytes)
                place = run.end
            }
        }
    }

    /// Adds the pixels of a column to the runs of their colours.
    private mutating func add(
        _ column: Int, _ indices: UnsafeBufferPointer<UInt8>, _ width: Int, _ rows: Range<Int>, _ clear: UInt8?
    ) {
        var left = UInt8((1 << rows.count) - 1)
        while left != 0 {
            let colour = indices[(rows.lowerBound + left.trailingZeroBitCount) * width + column]
            var mask: UInt8 = 0
            for bit in 0..<rows.count where indices[(rows.lowerBound + bit) * width + column] == colour {
                mask |= 1 << UInt8(bit)
            }
            left &= ~mask
            if colour == clear { continue }
            let last = runs[Int(colour)].count - 1
            if last >= 0, runs[Int(colour)][last].end == column, runs[Int(colour)][last].mask == mask {
                runs[Int(colour)][last].end = column + 1
            } else {
                runs[Int(colour)].append(Run(start: column, end: column + 1, mask: mask))
            }
        }
    }

    private static func append(_ mask: UInt8, _ count: Int, to bytes: inout [UInt8]) {
        if count > 3 {
            bytes += "!\(count)".utf8
            bytes.append(63 + mask)
        } else {
            for _ in 0..<count { bytes.append(63 + mask) }
        }
    }
}
