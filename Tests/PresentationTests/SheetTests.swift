import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Presentation

/// Pictures in files: pixels and scalable drawings.
@Suite struct SheetTests {
    private static let margin = PixelSheet.margin
    private static let cell = Glyphs.cellSize

    private func lines(_ background: Background, style: PictureStyle? = nil) -> [StyledText] {
        var picture = Picture(
            title: "conv2d <8>",
            groups: [.init([Panel("#0", .map(Plane(rows: 2, columns: 3, values: [0, 1, 2, 3, 4, .nan])))])])
        picture.options.showsValues = false
        picture.options.style = style
        return picture.lines(for: .sheet(on: background))
    }

    @Test func aSheetShowsEachCellInItsColourBelowTitleAndLabel() {
        let image = PixelSheet.image(of: lines(.dark), on: .dark)
        for (index, value) in [0, 1, 2, 3, 4].enumerated() {
            let colour = ColourMap.viridis.colours[Int((Double(value) / 4 * 240).rounded())]
            let (x, y) = (Self.margin + index % 3 * 8, Self.margin + 2 * Self.cell.height + index / 3 * 8)
            for (dx, dy) in [(0, 0), (7, 7)] {
                #expect(image.pixels[(y + dy) * image.width + x + dx] == colour.hex)
            }
        }
        #expect(image.pixels[0] == Theme.of(.dark).ground.hex)
        #expect(!image.pixels.contains(PixelImage.transparent))
    }

    @Test func halfBlocksAreDrawnAsTheirCells() {
        let image = PixelSheet.image(of: lines(.dark, style: .truecolor), on: .dark)
        let y = Self.margin + 2 * Self.cell.height
        let colours = ColourMap.viridis.colours
        #expect(image.pixels[y * image.width + Self.margin] == colours[0].hex)
        #expect(image.pixels[(y + 7) * image.width + Self.margin + 7] == colours[0].hex)
        #expect(image.pixels[(y + 8) * image.width + Self.margin] == colours[180].hex)
    }

    @Test(arguments: Background.allCases)
    func aDrawingIsWellFormedAndHasTextImageAndLegend(background: Background) throws {
        let text = SVGSheet.text(of: lines(background), on: background)
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(text.contains(">conv2d &lt;8&gt;</text>"))
        #expect(text.contains("href=\"data:image/png;base64,iVBORw0KGgo"))
        #expect(text.contains("fill=\"\(ColourMap.viridis.colours[240].markup)\""))
    }

    @Test func sizeIsThatOfTheImage() {
        let lines = lines(.light)
        let (size, image) = (PixelSheet.size(of: lines), PixelSheet.image(of: lines, on: .light))
        #expect(size == (image.width, image.height))
    }

    @Test func everyPrintableCharacterOfASCIILooksDifferent() {
        var glyphs = Glyphs()
        let characters = (0x20..<0x7F).compactMap { Unicode.Scalar($0).map { Character($0) } }
        let drawn = characters.map { glyphs.coverage(of: $0, isBold: false) }
        #expect(Set(drawn).count == characters.count)
        #expect(glyphs.coverage(of: "A", isBold: true) != drawn[33])
    }

    @Test func charactersThatTheFontLacksAreSpeltOrABox() {
        var glyphs = Glyphs()
        #expect(glyphs.coverage(of: "‘", isBold: false) == glyphs.coverage(of: "'", isBold: false))
        #expect(glyphs.coverage(of: "字", isBold: false) == glyphs.coverage(of: "ж", isBold: false))
        #expect(glyphs.coverage(of: "█", isBold: false).allSatisfy { $0 == Glyphs.full })
    }
}
