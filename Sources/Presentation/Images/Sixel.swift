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
        for top in stride(from: 0, to: image.height, by: 6) {
            appendBand(indices, image.width, top..<min(top + 6, image.height), clear, to: &bytes)
            bytes.append(UInt8(ascii: "-"))
        }
        return String(decoding: bytes, as: UTF8.self) + "\u{1B}\\"
    }

    private func appendBand(
        _ indices: [UInt8], _ width: Int, _ rows: Range<Int>, _ clear: UInt8?, to bytes: inout [UInt8]
    ) {
        // For each colour of the band, the six pixels of each column as bits.
        var masks = [[UInt8]?](repeating: nil, count: 256)
        for (bit, row) in rows.enumerated() {
            for column in 0..<width {
                let colour = indices[row * width + column]
                if colour == clear { continue }
                if masks[Int(colour)] == nil { masks[Int(colour)] = [UInt8](repeating: 0, count: width) }
                masks[Int(colour)]?[column] |= 1 << UInt8(bit)
            }
        }
        var isFirst = true
        for (colour, mask) in masks.enumerated() {
            guard let mask else { continue }
            if !isFirst { bytes.append(UInt8(ascii: "$")) }
            isFirst = false
            bytes += Array("#\(colour)".utf8)
            appendRuns(mask, to: &bytes)
        }
    }

    private func appendRuns(_ mask: [UInt8], to bytes: inout [UInt8]) {
        let end = (mask.lastIndex { $0 != 0 } ?? -1) + 1
        var start = 0
        while start < end {
            var next = start
            while next < end, mask[next] == mask[start] { next += 1 }
            let (count, character) = (next - start, 63 + mask[start])
            if count > 3 {
                bytes += Array("!\(count)".utf8) + [character]
            } else {
                bytes += [UInt8](repeating: character, count: count)
            }
            start = next
        }
    }
}
