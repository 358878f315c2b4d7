/// Draws lines of styled text, pictures among them, as one image.
public enum PixelSheet {
    /// The pixels around everything.
    static let margin = 12

    /// The width and height of the image of some lines, in pixels.
    public static func size(of lines: [StyledText]) -> (width: Int, height: Int) { size(of: TextLayout(lines)) }

    static func size(of layout: TextLayout) -> (width: Int, height: Int) {
        let cell = Glyphs.cellSize
        return (2 * margin + layout.columnCount * cell.width, 2 * margin + layout.lineCount * cell.height)
    }

    /// The width and height that hold each of several images.
    public static func size(ofAll pages: [[StyledText]]) -> (width: Int, height: Int) {
        pages.map { size(of: $0) }.reduce((1, 1)) { (max($0.0, $1.width), max($0.1, $1.height)) }
    }

    /// The images of several pages of lines, all of one size.
    public static func images(ofAll pages: [[StyledText]], on background: Background) -> [PixelImage] {
        let size = size(ofAll: pages)
        return pages.map { lines in
            var image = PixelImage(width: size.width, height: size.height, filledWith: Theme.of(background).ground)
            image.draw(self.image(of: lines, on: background), x: 0, y: 0)
            return image
        }
    }

    /// The image of some lines.
    /// - Parameter background: whether the text is dark on a light ground, or light on a dark one.
    public static func image(of lines: [StyledText], on background: Background) -> PixelImage {
        let layout = TextLayout(lines)
        let (theme, cell) = (Theme.of(background), Glyphs.cellSize)
        let size = size(of: layout)
        var image = PixelImage(width: size.width, height: size.height, filledWith: theme.ground)
        var glyphs = Glyphs()
        for run in layout.runs {
            var column = run.column
            for (index, character) in run.text.enumerated() {
                let place = (x: margin + column * cell.width, y: margin + run.line * cell.height)
                let front = run.colours?.front(index) ?? theme.colour(of: run.style)
                if let back = run.colours?.back(index) {
                    image.fill(back, x: place.x, y: place.y, width: cell.width, height: cell.height)
                }
                if character != " " {
                    image.draw(
                        glyphs.coverage(of: character, isBold: run.style.isBold), cell, in: front, x: place.x,
                        y: place.y)
                }
                column += run.colours == nil ? CharacterWidth.columns(of: character) : 1
            }
        }
        for placed in layout.images {
            image.draw(placed.image, x: margin + placed.column * cell.width, y: margin + placed.line * cell.height)
        }
        return image
    }
}

extension PixelImage {
    /// An image of one colour.
    init(width: Int, height: Int, filledWith colour: Colour) {
        self.init(width: width, height: height)
        fill(colour, x: 0, y: 0, width: width, height: height)
    }

    /// Draws a rectangle; what lies beyond the image is left out.
    mutating func fill(_ colour: Colour, x: Int, y: Int, width: Int, height: Int) {
        for row in max(0, y)..<max(0, min(y + height, self.height)) {
            for column in max(0, x)..<max(0, min(x + width, self.width)) { set(column, row, colour.hex) }
        }
    }

    /// Draws another image; its transparent pixels leave what is there.
    mutating func draw(_ other: PixelImage, x: Int, y: Int) {
        for row in 0..<other.height where row + y < height {
            for column in 0..<other.width where column + x < width {
                let pixel = other.pixels[row * other.width + column]
                if pixel != PixelImage.transparent { set(column + x, row + y, pixel) }
            }
        }
    }

    /// Draws a character over what is there.
    mutating func draw(_ coverage: Glyphs.Coverage, _ size: CellSize, in colour: Colour, x: Int, y: Int) {
        for row in 0..<size.height where row + y < height {
            for column in 0..<size.width where column + x < width {
                let part = coverage[row * size.width + column]
                guard part > 0 else { continue }
                let ground = Colour(hex: pixels[(row + y) * width + column + x])
                set(column + x, row + y, ground.mixed(with: colour, Float(part) / Float(Glyphs.full)).hex)
            }
        }
    }
}

extension Renderer {
    /// The renderer of what is drawn as a file: as wide as `PixelSheet` and `SVGSheet` draw, with maps as images.
    public static func sheet(on background: Background, width: Int = 100) -> Renderer {
        // Whatever the style, sheets take the pixels of images themselves.
        var renderer = Renderer(width: width, colour: .truecolor, pictureStyle: .kitty)
        renderer.background = background
        renderer.cellSize = Glyphs.cellSize
        return renderer
    }
}
