import CZlib

/// Images as PNG files.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", 2025.
public enum PNG {
    /// How much time compression may take.
    public enum Effort: Sendable {
        case least, usual

        fileprivate var level: Int32 {
            switch self {
            case .least: Z_BEST_SPEED
            case .usual: Z_DEFAULT_COMPRESSION
            }
        }
    }

    /// The file of an image; nil for CMYK, which PNG does not have.
    public static func encode(_ raster: Raster, effort: Effort = .usual) -> [UInt8]? {
        let colourType: UInt8
        switch raster.mode {
        case .bilevel, .grey, .grey16, .integer: colourType = 0
        case .rgb: colourType = 2
        case .palette: colourType = 3
        case .greyAlpha: colourType = 4
        case .rgba: colourType = 6
        case .cmyk: return nil
        }
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let depth: UInt8 = raster.mode.isWide ? 16 : 8
        append(
            "IHDR", bigEndian(raster.width) + bigEndian(raster.height) + [depth, colourType, 0, 0, 0], to: &file)
        if raster.mode == .palette {
            append("PLTE", raster.palette.colours, to: &file)
            if !raster.palette.opacities.isEmpty { append("tRNS", raster.palette.opacities, to: &file) }
        }
        let bytes = raster.mode.isWide ? swapped(raster.bytes) : raster.bytes
        append("IDAT", compressed(filtered(bytes, rowLength: raster.width * raster.mode.pixelBytes), effort), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    /// Samples of two bytes with the upper one first.
    private static func swapped(_ bytes: [UInt8]) -> [UInt8] { bytes.indices.map { bytes[$0 ^ 1] } }

    /// Rows with their filters: a row that repeats the one above is written as the difference, which is all zeros.
    private static func filtered(_ bytes: [UInt8], rowLength: Int) -> [UInt8] {
        let rowCount = rowLength == 0 ? 0 : bytes.count / rowLength
        return [UInt8](unsafeUninitializedCapacity: rowCount * (rowLength + 1)) { target, count in
            bytes.withUnsafeBufferPointer { bytes in
                guard let source = bytes.baseAddress, var target = target.baseAddress else { return }
                for row in 0..<rowCount {
                    let start = source + row * rowLength
                    let repeats = row > 0 && areEqual(start, start - rowLength, rowLength)
                    target.initialize(to: repeats ? 2 : 0)
                    if repeats {
                        (target + 1).initialize(repeating: 0, count: rowLength)
                    } else {
                        (target + 1).initialize(from: start, count: rowLength)
                    }
                    target += rowLength + 1
                }
            }
            count = rowCount * (rowLength + 1)
        }
    }

    private static func areEqual(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for place in 0..<count where a[place] != b[place] { return false }
        return true
    }

    private static func compressed(_ bytes: [UInt8], _ effort: Effort) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(length)) { target, count in
            let status = compress2(target.baseAddress, &length, bytes, UInt(bytes.count), effort.level)
            count = status == Z_OK ? Int(length) : 0
        }
    }

    private static func append(_ type: String, _ content: [UInt8], to file: inout [UInt8]) {
        let body = Array(type.utf8) + content
        file += bigEndian(content.count) + body
        file += bigEndian(Int(crc32_z(0, body, body.count)))
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
