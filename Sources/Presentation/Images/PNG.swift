import CZlib

/// Images as PNG files.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", 2025.
public enum PNG {
    /// The file of an image: with a palette where 256 colours are enough, else with four bytes a pixel.
    public static func encode(_ image: PixelImage) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let indexed = image.indexed(limit: 256)
        let colourType: UInt8 = indexed == nil ? 6 : 3
        append("IHDR", bigEndian(image.width) + bigEndian(image.height) + [8, colourType, 0, 0, 0], to: &file)
        if let indexed {
            let colours = indexed.palette.map { $0 == PixelImage.transparent ? 0 : $0 }
            append(
                "PLTE", colours.flatMap { [UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255), UInt8($0 & 255)] }, to: &file)
            if let clear = indexed.palette.firstIndex(of: PixelImage.transparent) {
                append("tRNS", [UInt8](repeating: 255, count: clear) + [0], to: &file)
            }
            append("IDAT", compressed(filtered(indexed.indices, rowLength: image.width)), to: &file)
        } else {
            let bytes = image.pixels.flatMap { pixel -> [UInt8] in
                if pixel == PixelImage.transparent { return [0, 0, 0, 0] }
                return [UInt8(pixel >> 16 & 255), UInt8(pixel >> 8 & 255), UInt8(pixel & 255), 255]
            }
            append("IDAT", compressed(filtered(bytes, rowLength: 4 * image.width)), to: &file)
        }
        append("IEND", [], to: &file)
        return file
    }

    /// Rows with their filters: a row that repeats the one above is written as the difference, which is all zeros.
    private static func filtered(_ bytes: [UInt8], rowLength: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / rowLength)
        for start in stride(from: 0, to: bytes.count, by: rowLength) {
            let row = bytes[start..<start + rowLength]
            if start > 0, row.elementsEqual(bytes[start - rowLength..<start]) {
                result.append(2)
                result.append(contentsOf: repeatElement(0, count: rowLength))
            } else {
                result.append(0)
                result.append(contentsOf: row)
            }
        }
        return result
    }

    private static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(length)) { target, count in
            let status = compress2(target.baseAddress, &length, bytes, UInt(bytes.count), Z_DEFAULT_COMPRESSION)
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
