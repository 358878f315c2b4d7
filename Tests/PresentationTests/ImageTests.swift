import CZlib
import Testing

@testable import Presentation

/// Images for terminals are decoded again and compared with the cells they show.
@Suite struct ImageTests {
    private static let side = 8

    private func picture(_ style: PictureStyle) -> Picture {
        var picture = Picture(groups: [
            .init([
                Panel("#0", .map(Plane(rows: 5, columns: 7, values: (0..<35).map { Float($0) }))),
                Panel("#1", .map(Plane(rows: 5, columns: 7, values: (0..<35).map { $0 == 4 ? .nan : Float(34 - $0) }))),
            ])
        ])
        picture.options.style = style
        picture.options.showsValues = false
        return picture
    }

    /// The pixels that the picture stands for: squares of eight pixels, the second map behind the columns of the first
    /// and a gap; nil is transparent.
    private func expected() -> [[Colour?]] {
        let colours = ColourMap.viridis.colours
        func colour(_ value: Int) -> Colour { colours[Int((Double(value) / 34 * 240).rounded())] }
        // Seven cells of 8 pixels take six columns of 10 pixels.
        var pixels = Array(repeating: [Colour?](repeating: nil, count: 13 * 10), count: 40)
        for row in 0..<40 {
            for column in 0..<56 {
                let index = row / 8 * 7 + column / 8
                pixels[row][column] = colour(index)
                pixels[row][70 + column] = index == 4 ? Colour(255, 0, 255) : colour(34 - index)
            }
        }
        return pixels
    }

    @Test func kittyGraphicsAreThePicture() throws {
        let output = Renderer(colour: .truecolor).render(picture(.kitty))
        var data = ""
        var rest = output[...]
        var heads: [String] = []
        while let start = rest.range(of: "\u{1B}_G"), let end = rest.range(of: "\u{1B}\\") {
            let parts = rest[start.upperBound..<end.lowerBound].split(separator: ";", maxSplits: 1)
            heads.append(String(parts[0]))
            data += parts.count > 1 ? String(parts[1]) : ""
            rest = rest[end.upperBound...]
        }
        #expect(heads.first?.hasPrefix("a=T,f=100,q=2,c=13,r=2,") == true && heads.last?.hasSuffix("m=0") == true)
        #expect(try PNGDecoder(Decoding.base64(data)).pixels == expected())
    }

    @Test func inlineImagesAreThePicture() throws {
        let output = Renderer(colour: .truecolor).render(picture(.iterm2))
        let start = try #require(output.range(of: "\u{1B}]1337;File=inline=1;"))
        let end = try #require(output.range(of: "\u{07}"))
        let colon = try #require(output[start.upperBound...].firstIndex(of: ":"))
        let data = Decoding.base64(String(output[output.index(after: colon)..<end.lowerBound]))
        #expect(output[start.upperBound..<colon].contains("size=\(data.count);width=13;height=2"))
        #expect(try PNGDecoder(data).pixels == expected())
    }

    @Test func sixelsAreThePicture() throws {
        let output = Renderer(colour: .truecolor).render(picture(.sixel))
        let pixels = try SixelDecoder(output).pixels
        let wanted = expected()
        #expect(pixels.count == wanted.count && pixels[0].count == wanted[0].count)
        for (row, line) in wanted.enumerated() {
            for (column, colour) in line.enumerated() { #expect(isNear(pixels[row][column], colour)) }
        }
    }

    /// Sixel colours are percentages.
    private func isNear(_ first: Colour?, _ second: Colour?) -> Bool {
        guard let first, let second else { return first == second }
        let parts = [(first.red, second.red), (first.green, second.green), (first.blue, second.blue)]
        return parts.allSatisfy { abs(Int($0) - Int($1)) <= 2 }
    }

    @Test func manyColoursAreStoredWithThreeBytesAPixel() throws {
        var image = PixelImage(width: 40, height: 30)
        let colours = (0..<1200).map { (index: Int) -> Colour in
            Colour(UInt8(index % 251), UInt8(index / 251), UInt8(index % 7))
        }
        let cells = colours.map { Cell.colour($0) }
        image.draw(
            CellGrid(rows: 30, columns: 40, cells: cells), atX: 0, y: 0, side: 1,
            CellPaints(.viridis, depth: .truecolor))
        let pixels = try PNGDecoder(image.pngFile).pixels
        #expect(pixels.flatMap { $0 } == colours.map(Optional.some))
    }

    @Test func base64IsThatOfTheStandard() {
        for (text, code) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == code)
        }
    }

    @Test(
        arguments: [
            (["TERM": "xterm-kitty"], PictureStyle.kitty),
            (["TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"], .kitty),
            (["TERM_PROGRAM": "iTerm.app", "TERM": "xterm-256color"], .iterm2), (["TERM": "foot"], .sixel),
            (["TERM_PROGRAM": "WezTerm"], .iterm2), (["TERM": "xterm-ghostty"], .kitty),
        ] as [([String: String], PictureStyle)])
    func knownTerminalsGetImages(environment: [String: String], style: PictureStyle) {
        #expect(PictureStyle.ofTerminal(environment) == style)
        #expect(PictureStyle.ofTerminal(environment.merging(["TMUX": "/tmp/x"]) { $1 }) == nil)
    }

    @Test func otherTerminalsGetNone() {
        for type in ["xterm", "xterm-256color", "screen-256color", "linux", "dumb", ""] {
            #expect(PictureStyle.ofTerminal(["TERM": type]) == nil)
        }
    }
}
