/// Writes lines of styled text, pictures among them, as a scalable drawing: text remains text, maps are embedded images.
///
/// Source: W3C, "Scalable Vector Graphics (SVG) 2", 2018.
public enum SVGSheet {
    /// The drawing of some lines, as a file.
    /// - Parameter background: whether the text is dark on a light ground, or light on a dark one.
    public static func text(of lines: [StyledText], on background: Background) -> String {
        let layout = TextLayout(lines)
        let (theme, cell, margin) = (Theme.of(background), Glyphs.cellSize, PixelSheet.margin)
        let (width, height) = PixelSheet.size(of: layout)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
            <rect width="\(width)" height="\(height)" fill="\(theme.ground.markup)"/>
            <g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13" shape-rendering="crispEdges" \
            xml:space="preserve">

            """
        for run in layout.runs { for piece in pieces(run, theme) { append(piece, to: &text) } }
        for placed in layout.images {
            let (x, y) = (margin + placed.column * cell.width, margin + placed.line * cell.height)
            let data = String(decoding: Base64.encode(placed.image.pngFile), as: UTF8.self)
            text += """
                <image x="\(x)" y="\(y)" width="\(placed.image.width)" height="\(placed.image.height)" \
                style="image-rendering: pixelated" href="data:image/png;base64,\(data)"/>

                """
        }
        return text + "</g>\n</svg>\n"
    }

    /// Characters side by side that have the same colours, and are all blocks and lines or all text.
    private struct Piece {
        let x: Int
        let y: Int
        var text: String
        let isBold: Bool
        let isBlock: Bool
        let front: Colour
        let back: Colour?
    }

    private static func pieces(_ run: TextLayout.Run, _ theme: Theme) -> [Piece] {
        let cell = Glyphs.cellSize
        var pieces: [Piece] = []
        var column = run.column
        for (index, character) in run.text.enumerated() {
            let front = run.colours?.front(index) ?? theme.colour(of: run.style)
            let back = run.colours?.back(index)
            let isBlock = BlockShapes.parts(of: character, cell) != nil
            if let last = pieces.indices.last, pieces[last].front == front, pieces[last].back == back,
                pieces[last].isBlock == isBlock
            {
                pieces[last].text.append(character)
            } else {
                pieces.append(
                    Piece(
                        x: PixelSheet.margin + column * cell.width, y: PixelSheet.margin + run.line * cell.height,
                        text: String(character), isBold: run.style.isBold, isBlock: isBlock, front: front, back: back))
            }
            column += run.colours == nil ? CharacterWidth.columns(of: character) : 1
        }
        return pieces
    }

    private static func append(_ piece: Piece, to text: inout String) {
        let cell = Glyphs.cellSize
        let width = CharacterWidth.columns(of: piece.text) * cell.width
        if let back = piece.back { text += rectangle(piece.x, piece.y, width, cell.height, back, 1) }
        if piece.isBlock {
            for (index, character) in piece.text.enumerated() {
                for part in BlockShapes.parts(of: character, cell) ?? [] {
                    text += rectangle(
                        piece.x + index * cell.width + part.x, piece.y + part.y, part.width, part.height, piece.front,
                        part.coverage)
                }
            }
        } else if piece.text.contains(where: { $0 != " " }) {
            let weight = piece.isBold ? " font-weight=\"bold\"" : ""
            text += """
                <text x="\(piece.x)" y="\(piece.y + 12)" textLength="\(width)" lengthAdjust="spacingAndGlyphs" \
                fill="\(piece.front.markup)"\(weight)>\(Markup.escaped(piece.text))</text>

                """
        }
    }

    private static func rectangle(
        _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ colour: Colour, _ opacity: Float
    ) -> String {
        let part = opacity < 1 ? " fill-opacity=\"\(opacity)\"" : ""
        return
            "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(colour.markup)\"\(part)/>\n"
    }
}
