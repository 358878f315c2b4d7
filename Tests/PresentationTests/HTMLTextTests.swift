import Testing

@testable import Presentation

/// Styled text as HTML.
@Suite struct HTMLTextTests {
    @Test func stylesAreClassesAndTextIsEscaped() {
        let line: StyledText = "\("a<b", .name) & \("3", .number)"
        #expect(
            HTMLText.markup(of: [line])
                == "<span class=\"name\">a&lt;b</span> &amp; <span class=\"number\">3</span>\n")
        #expect(HTMLText.markup(of: "<script>\u{1B}[0m") == "&lt;script&gt;[0m")
    }

    @Test func cellsHaveTheirColoursAndEqualNeighboursOneTag() {
        var line = StyledText()
        let (red, blue) = (Paint.rgb(Colour(255, 0, 0)), Paint.rgb(Colour(0, 0, 255)))
        line.append(cells: "▀▀1", CellColours(foreground: [red, red, blue], background: [blue, blue, red]))
        #expect(
            HTMLText.markup(of: [line])
                == "<span class=\"cell\" style=\"background:linear-gradient(#ff0000 50%,#0000ff 50%)\">  </span>"
                + "<span class=\"cell\" style=\"color:#0000ff;background:#ff0000\">1</span>\n")
    }

    @Test func mapsAreImagesAsWideAsTheirColumns() {
        var picture = Picture(groups: [.init([Panel("#0", .map(Plane(rows: 1, columns: 2, values: [0, 1])))])])
        picture.options.showsValues = false
        let text = HTMLText.markup(of: picture.lines(for: .page()))
        #expect(text.contains("<img alt=\"maps\" style=\"width:3ch\" src=\"data:image/png;base64,iVBORw0KGgo"))
    }

    @Test func theStyleSheetHasAColourForEveryStyleInBothModes() {
        let sheet = HTMLText.styleSheet
        for name in ["name", "layer", "shape", "number", "keyword", "string", "error", "warning", "hint", "dim"] {
            #expect(sheet.contains(".\(name) { color: var(--\(name))"))
            #expect(sheet.components(of: "--\(name): #") == 2)
        }
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of part: String) -> Int {
        var (count, rest) = (0, self[...])
        while let found = rest.range(of: part) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
