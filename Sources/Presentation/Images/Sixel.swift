/// DEC's sixel graphics: bands of six rows, one pass for each colour of a band.
///
/// Source: DEC, "VT330/VT340 Programmer Reference Manual", volume 2, chapter 14.
struct Sixel: ImageProtocol {
    /// The colours that every terminal with sixel graphics has.
    private static let colourLimit = 256

    func sequence(_ image: PixelImage, columns: Int, lines: Int) -> String {
        // The transparent pixel takes no register.
        let limit = Sixel.colourLimit
        guard let (palette, indices) = image.indexed(limit: limit) ?? image.reduced().indexed(limit: limit) else {
            return ""
        }
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
        let start: Int32
        var end: Int32
        let mask: UInt8
        /// The place of the next run of the same colour; -1 after the last one.
        var next: Int32 = -1
    }

    /// All runs in the order in which they begin.
    private var runs: [Run] = []
    /// The places of the first and the last run of each colour; -1 where there is none.
    private var ends = [(first: Int32, last: Int32)](repeating: (-1, -1), count: 256)

    mutating func append(
        _ indices: UnsafeBufferPointer<UInt8>, _ width: Int, _ rows: Range<Int>, _ clear: UInt8?,
        to bytes: inout [UInt8]
    ) {
        runs.removeAll(keepingCapacity: true)
        for colour in ends.indices { ends[colour] = (-1, -1) }
        var start = 0
        while start < width {
            var end = start + 1
            while end < width, SixelBand.areEqual(start, end, indices, width, rows) { end += 1 }
            add(start..<end, indices, width, rows, clear)
            start = end
        }
        var isFirst = true
        for colour in ends.indices where ends[colour].first >= 0 {
            if !isFirst { bytes.append(UInt8(ascii: "$")) }
            isFirst = false
            bytes.append(UInt8(ascii: "#"))
            SixelBand.append(decimal: colour, to: &bytes)
            var (column, place) = (0, Int(ends[colour].first))
            while place >= 0 {
                let run = runs[place]
                SixelBand.append(0, Int(run.start) - column, to: &bytes)
                SixelBand.append(run.mask, Int(run.end - run.start), to: &bytes)
                (column, place) = (Int(run.end), Int(run.next))
            }
        }
    }

    /// Whether two columns have the same pixels.
    private static func areEqual(
        _ first: Int, _ second: Int, _ indices: UnsafeBufferPointer<UInt8>, _ width: Int, _ rows: Range<Int>
    ) -> Bool {
        for row in rows where indices[row * width + first] != indices[row * width + second] { return false }
        return true
    }

    /// Adds the pixels of equal columns to the runs of their colours.
    private mutating func add(
        _ columns: Range<Int>, _ indices: UnsafeBufferPointer<UInt8>, _ width: Int, _ rows: Range<Int>, _ clear: UInt8?
    ) {
        let first = rows.lowerBound * width + columns.lowerBound
        var left = UInt8((1 << rows.count) - 1)
        while left != 0 {
            let colour = indices[first + left.trailingZeroBitCount * width]
            var mask: UInt8 = 0
            for bit in 0..<rows.count where indices[first + bit * width] == colour { mask |= 1 << UInt8(bit) }
            left &= ~mask
            if colour != clear { add(columns, mask, colour) }
        }
    }

    private mutating func add(_ columns: Range<Int>, _ mask: UInt8, _ colour: UInt8) {
        let last = Int(ends[Int(colour)].last)
        if last >= 0, runs[last].end == columns.lowerBound, runs[last].mask == mask {
            runs[last].end = Int32(columns.upperBound)
            return
        }
        let place = Int32(runs.count)
        runs.append(Run(start: Int32(columns.lowerBound), end: Int32(columns.upperBound), mask: mask))
        if last >= 0 { runs[last].next = place } else { ends[Int(colour)].first = place }
        ends[Int(colour)].last = place
    }

    private static func append(_ mask: UInt8, _ count: Int, to bytes: inout [UInt8]) {
        if count > 3 {
            bytes.append(UInt8(ascii: "!"))
            append(decimal: count, to: &bytes)
            bytes.append(63 + mask)
        } else {
            for _ in 0..<count { bytes.append(63 + mask) }
        }
    }

    private static func append(decimal number: Int, to bytes: inout [UInt8]) {
        if number >= 10 { append(decimal: number / 10, to: &bytes) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
