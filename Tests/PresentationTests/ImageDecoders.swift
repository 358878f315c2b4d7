import CZlib
import Presentation
import Testing

/// Decoders that share nothing with the encoders.
enum Decoding {
    static func base64(_ text: String) -> [UInt8] {
        var bits = 0
        var count = 0
        var bytes: [UInt8] = []
        for character in text.utf8 where character != UInt8(ascii: "=") {
            let value: Int
            switch character {
            case 65...90: value = Int(character) - 65
            case 97...122: value = Int(character) - 71
            case 48...57: value = Int(character) + 4
            case 43: value = 62
            default: value = 63
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 255))
            }
        }
        return bytes
    }
}

/// Reads PNG files with a palette, or with three or four bytes a pixel, and the filters 0 and 2.
struct PNGDecoder {
    let pixels: [[Colour?]]

    init(_ file: [UInt8]) throws {
        try #require(file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        var chunks: [String: [UInt8]] = [:]
        var place = 8
        while place + 12 <= file.count {
            let length = PNGDecoder.number(file[place..<place + 4])
            let body = Array(file[place + 4..<place + 8 + length])
            let check = PNGDecoder.number(file[place + 8 + length..<place + 12 + length])
            try #require(Int(crc32_z(0, body, body.count)) == check)
            chunks[String(decoding: body.prefix(4), as: UTF8.self), default: []] += body.dropFirst(4)
            place += 12 + length
        }
        try #require(chunks["IEND"] != nil)
        let head = try #require(chunks["IHDR"])
        let (width, height) = (PNGDecoder.number(head[0..<4]), PNGDecoder.number(head[4..<8]))
        let pixelLength = head[9] == 3 ? 1 : (head[9] == 2 ? 3 : 4)
        let data = try #require(chunks["IDAT"])
        var length = UInt(height * (1 + width * pixelLength))
        var rows = [UInt8](repeating: 0, count: Int(length))
        try #require(uncompress(&rows, &length, data, UInt(data.count)) == Z_OK)
        var before = [UInt8](repeating: 0, count: width * pixelLength)
        pixels = try (0..<height).map { row in
            let start = row * (1 + width * pixelLength)
            var line = Array(rows[start + 1..<start + 1 + width * pixelLength])
            try #require(rows[start] == 0 || rows[start] == 2)
            if rows[start] == 2 { for index in line.indices { line[index] &+= before[index] } }
            before = line
            return (0..<width).map { column in
                let bytes = line[column * pixelLength..<(column + 1) * pixelLength]
                return pixelLength == 1
                    ? PNGDecoder.entry(Int(bytes[bytes.startIndex]), chunks)
                    : (pixelLength == 4 && bytes[bytes.startIndex + 3] == 0
                        ? nil
                        : Colour(bytes[bytes.startIndex], bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2]))
            }
        }
    }

    private static func entry(_ index: Int, _ chunks: [String: [UInt8]]) -> Colour? {
        if let alpha = chunks["tRNS"]?[safe: index], alpha == 0 { return nil }
        guard let palette = chunks["PLTE"], 3 * index + 2 < palette.count else { return nil }
        return Colour(palette[3 * index], palette[3 * index + 1], palette[3 * index + 2])
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}

/// Reads sixel graphics.
struct SixelDecoder {
    private(set) var pixels: [[Colour?]] = []

    init(_ output: String) throws {
        let start = try #require(output.range(of: "\u{1B}P0;1;0q\"1;1;"))
        let end = try #require(output.range(of: "\u{1B}\\"))
        var rest = Array(output[start.upperBound..<end.lowerBound].utf8)[...]
        func number() -> Int {
            let digits = rest.prefix { (48...57).contains($0) }
            rest = rest.dropFirst(digits.count)
            return Int(String(decoding: digits, as: UTF8.self)) ?? 0
        }
        func numbers() -> [Int] {
            var result = [number()]
            while rest.first == UInt8(ascii: ";") {
                rest = rest.dropFirst()
                result.append(number())
            }
            return result
        }
        let size = numbers()
        pixels = Array(repeating: Array(repeating: nil, count: size[0]), count: size[1])
        var colours: [Int: Colour] = [:]
        var (register, column, band, count) = (0, 0, 0, 1)
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "#"):
                let values = numbers()
                register = values[0]
                if values.count == 5 {
                    let parts = values[2...].map { UInt8((Double($0) * 2.55).rounded()) }
                    colours[register] = Colour(parts[0], parts[1], parts[2])
                }
            case UInt8(ascii: "!"): count = number()
            case UInt8(ascii: "$"): column = 0
            case UInt8(ascii: "-"): (column, band) = (0, band + 1)
            case 63...126:
                for _ in 0..<count {
                    for bit in 0..<6 where (byte - 63) >> UInt8(bit) & 1 == 1 {
                        pixels[band * 6 + bit][column] = colours[register]
                    }
                    column += 1
                }
                count = 1
            default: Issue.record("an unknown byte \(byte)")
            }
        }
    }
}

extension StringProtocol {
    /// Where a text first occurs.
    func range(of part: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}
