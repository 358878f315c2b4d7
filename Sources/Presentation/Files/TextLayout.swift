/// Lines of styled text as they lie on a sheet of cells: runs of characters and images, each at its place.
struct TextLayout {
    /// Characters of one look that stand side by side.
    struct Run {
        let line: Int
        let column: Int
        let text: String
        let style: Style
        /// The colour of its own of each character, where it is a part of a picture.
        var colours: CellColours?
    }

    /// An image; its lines reach below the one that it is in.
    struct PlacedImage {
        let line: Int
        let column: Int
        let image: PixelImage
    }

    private(set) var runs: [Run] = []
    private(set) var images: [PlacedImage] = []
    /// The lines of text, those covered by images included.
    private(set) var lineCount = 0
    /// The columns of the longest line.
    private(set) var columnCount = 0

    init(_ lines: [StyledText]) {
        for line in lines {
            var column = 0
            var height = 1
            for span in line.spans {
                switch span.style {
                case .image(let image):
                    images.append(PlacedImage(line: lineCount, column: column, image: image.pixels))
                    height = max(height, image.lines)
                case .cells(let colours):
                    runs.append(
                        Run(line: lineCount, column: column, text: span.text, style: .plain, colours: colours))
                default: runs.append(Run(line: lineCount, column: column, text: span.text, style: span.style))
                }
                column += span.width
            }
            columnCount = max(columnCount, column)
            lineCount += height
        }
    }
}

extension CellColours {
    /// The colour of a character; nil for that of ordinary text.
    func front(_ index: Int) -> Colour? { index < foreground.count ? foreground[index].colour : nil }
    /// The colour behind a character; nil for the ground.
    func back(_ index: Int) -> Colour? { index < background.count ? background[index].colour : nil }
}
