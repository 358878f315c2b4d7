/// A way to send an image to a terminal.
protocol ImageProtocol: Sendable {
    /// The bytes that show an image in `columns` × `lines` characters, from the cursor on.
    func sequence(_ image: PixelImage, columns: Int, lines: Int) -> String
}

extension PictureStyle {
    /// The protocol of a style that sends images; nil for the others.
    var imageProtocol: (any ImageProtocol)? {
        switch self {
        case .kitty: KittyGraphics()
        case .sixel: Sixel()
        case .iterm2: InlineImages()
        default: nil
        }
    }
}

/// The kitty graphics protocol: a PNG file in pieces of 4,096 characters.
///
/// Source: sw.kovidgoyal.net/kitty/graphics-protocol.
struct KittyGraphics: ImageProtocol {
    func sequence(_ image: PixelImage, columns: Int, lines: Int) -> String {
        let data = Base64.encode(image.pngForTerminal)
        let pieceLength = 4096
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: data.count, by: pieceLength) {
            let end = min(start + pieceLength, data.count)
            // Without q=2 the terminal would answer, and its answer would end up in the prompt.
            let head = start == 0 ? "a=T,f=100,q=2,c=\(columns),r=\(lines)," : ""
            bytes += Array("\u{1B}_G\(head)m=\(end < data.count ? 1 : 0);".utf8)
            bytes += data[start..<end]
            bytes += Array("\u{1B}\\".utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// iTerm2's inline images: a PNG file in one piece.
///
/// Source: iterm2.com/documentation-images.html.
struct InlineImages: ImageProtocol {
    func sequence(_ image: PixelImage, columns: Int, lines: Int) -> String {
        let file = image.pngForTerminal
        let options = "inline=1;size=\(file.count);width=\(columns);height=\(lines);preserveAspectRatio=0"
        return "\u{1B}]1337;File=\(options):\(String(decoding: Base64.encode(file), as: UTF8.self))\u{07}"
    }
}
