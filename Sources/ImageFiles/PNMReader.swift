/// Reads portable bitmaps, greymaps and pixmaps, as text (P1…P3) and as bytes (P4…P6).
///
/// Source: netpbm.sourceforge.net/doc, "PBM", "PGM", "PPM"; where values become others, what Pillow 13 does.
struct PNMReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read(_ limits: ImageFile.Limits) throws -> Raster {
        let kind = bytes[1] - UInt8(ascii: "0")
        place = 2
        let width = try number("the width", in: 1...Int(Int32.max))
        let height = try number("the height", in: 1...Int(Int32.max))
        let isText = kind < 4
        let isBitmap = kind == 1 || kind == 4
        let most = isBitmap ? 1 : try number("the largest value", in: 1...65535)
        let channels = kind == 3 || kind == 6 ? 3 : 1
        let (samples, overflow) = (width * height).multipliedReportingOverflow(by: channels)
        guard !overflow else { throw ImageError.bad("it claims to have \(width)×\(height) pixels") }
        let isWide = most > 255
        if !isText {
            // One byte of white space ends the head.
            place += 1
            let length = isBitmap ? (width - 1 + 8) / 8 * height : samples * (isWide ? 2 : 1)
            guard length <= bytes.count - place else { throw ImageError.bad("the file is truncated") }
        } else {
            // A sample takes a digit at least.
            guard samples <= bytes.count - place else { throw ImageError.bad("the file is truncated") }
        }
        let mode: Raster.Mode = isBitmap ? .bilevel : (channels == 3 ? .rgb : (isWide ? .integer : .grey))
        try limits.requireMemory(samples * mode.pixelBytes / mode.channels)
        let row = width * channels
        var result: [UInt8] = []
        result.reserveCapacity(samples * mode.pixelBytes / mode.channels)
        for _ in 0..<height {
            if limits.isStopped() != 0 { throw ImageError.stopped }
            switch (isBitmap, isText) {
            case (true, true): try appendDigits(row, to: &result)
            case (true, false): appendBits(row, to: &result)
            default:
                for _ in 0..<row {
                    let value = isText ? try number("a value", in: 0...most) : sample(isWide: isWide)
                    append(value, most: most, mode, to: &result)
                }
            }
        }
        return Raster(mode, width: width, height: height, bytes: result)
    }

    /// Adds a sample, stretched to the whole range where its largest value is another one.
    private func append(_ value: Int, most: Int, _ mode: Raster.Mode, to result: inout [UInt8]) {
        if mode == .integer {
            let stretched = most == 65535 ? value : stretch(value, most, to: 65535)
            result.append(UInt8(truncatingIfNeeded: stretched))
            result.append(UInt8(truncatingIfNeeded: stretched >> 8))
        } else {
            result.append(UInt8(truncatingIfNeeded: most == 255 ? value : stretch(value, most, to: 255)))
        }
    }

    private func stretch(_ value: Int, _ most: Int, to limit: Int) -> Int {
        min(limit, Int((Double(value) / Double(most) * Double(limit)).rounded(.toNearestOrEven)))
    }

    private mutating func sample(isWide: Bool) -> Int {
        defer { place += isWide ? 2 : 1 }
        return isWide ? Int(bytes[place]) << 8 | Int(bytes[place + 1]) : Int(bytes[place])
    }

    /// Eight pixels a byte, 1 being black; rows begin with a byte of their own.
    private mutating func appendBits(_ count: Int, to result: inout [UInt8]) {
        for column in 0..<count {
            result.append(bytes[place + column / 8] >> UInt8(7 - column % 8) & 1 == 1 ? 0 : 255)
        }
        place += (count - 1 + 8) / 8
    }

    /// Digits that need no space between them.
    private mutating func appendDigits(_ count: Int, to result: inout [UInt8]) throws {
        for _ in 0..<count {
            skipSpace()
            guard place < bytes.count else { throw ImageError.bad("the file is truncated") }
            guard bytes[place] == UInt8(ascii: "0") || bytes[place] == UInt8(ascii: "1") else {
                throw ImageError.bad("a pixel is neither 0 nor 1")
            }
            result.append(bytes[place] == UInt8(ascii: "1") ? 0 : 255)
            place += 1
        }
    }

    /// A number in decimal digits after white space and comments.
    private mutating func number(_ what: String, in range: ClosedRange<Int>) throws -> Int {
        skipSpace()
        guard place < bytes.count else { throw ImageError.bad("the file is truncated") }
        var value = 0
        let start = place
        while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]), value < 1 << 40 {
            value = value * 10 + Int(bytes[place] - UInt8(ascii: "0"))
            place += 1
        }
        guard place > start, range.contains(value) else {
            throw ImageError.bad("\(what) is no number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    private mutating func skipSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09...0x0D: place += 1
            case UInt8(ascii: "#"):
                while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
            default: return
            }
        }
    }
}
