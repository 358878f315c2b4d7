/// Pictures with signs between them, `window ⊛ kernel = products`, and texts, side by side; continued below where they do
/// not fit.
public struct PictureRow: Sendable {
    /// One part of the row.
    public enum Part: Sendable {
        /// A picture; its legend is left out.
        case picture(Picture)
        /// A sign between two parts, which keeps to the part after it.
        case sign(String)
        /// Lines of text.
        case text([StyledText])
    }

    /// The parts from left to right.
    public var parts: [Part]

    /// A row of these parts.
    public init(_ parts: [Part]) { self.parts = parts }
}

extension PictureRow: Drawable {
    /// The rows, one below the other where there are several.
    public func lines(for renderer: Renderer) -> [StyledText] {
        var rows: [[PictureBlock]] = [[]]
        var width = 0
        for block in blocks(renderer) {
            let needed = block.width + (width == 0 ? 0 : PictureBlock.gap)
            if width > 0, width + needed > renderer.width {
                rows.append([])
                width = 0
            }
            width += width == 0 ? block.width : needed
            rows[rows.count - 1].append(block)
        }
        return rows.enumerated().flatMap { index, row in
            (index == 0 ? [] : [StyledText()]) + PictureBlock.joined(row)
        }
    }

    /// The parts as they are drawn, each sign before the part that it keeps to.
    private func blocks(_ renderer: Renderer) -> [PictureBlock] {
        var blocks: [PictureBlock] = []
        var sign: StyledText?
        for part in parts {
            var block: PictureBlock
            var renderer = renderer
            if let sign { renderer.width = max(1, renderer.width - sign.width - PictureBlock.gap) }
            switch part {
            case .sign(let text):
                sign = renderer.encoded(StyledText(text, .strong))
                continue
            case .text(let lines):
                block = PictureBlock(
                    lines.flatMap { renderer.encoded($0).wrapped(to: renderer.width, indent: 2) })
            case .picture(let picture): block = PictureBlock(picture, renderer)
            }
            if let text = sign { block = block.with(text) }
            sign = nil
            blocks.append(block)
        }
        return blocks
    }
}

/// Lines of one width that stand beside others.
public struct PictureBlock: Sendable {
    /// The lines.
    public let lines: [StyledText]
    /// The columns of the longest line.
    public let width: Int
    /// The columns between two blocks.
    public static let gap = 2

    /// A block of these lines.
    public init(_ lines: [StyledText]) {
        self.lines = lines
        width = lines.map(\.width).max() ?? 0
    }

    /// A block with a picture, without its legend. Images cannot stand beside text, so that cells are drawn instead.
    public init(_ picture: Picture, _ renderer: Renderer) {
        var picture = picture
        picture.options.isTile = true
        let style = picture.options.style ?? renderer.effectivePictureStyle
        if style.isImage { picture.options.style = .truecolor }
        self.init(picture.lines(for: renderer))
    }

    /// The block with a sign before it.
    fileprivate func with(_ sign: StyledText) -> PictureBlock {
        // Signs of a row stand on one line, however tall their parts are.
        let middle = min(lines.count / 2, 2)
        let blank = StyledText(Blanks.text(sign.width + PictureBlock.gap))
        return PictureBlock(
            lines.enumerated().map { index, line in
                (index == middle ? sign + StyledText(Blanks.text(PictureBlock.gap)) : blank) + line
            })
    }

    /// Blocks side by side, aligned at the top.
    public static func joined(_ blocks: [PictureBlock]) -> [StyledText] {
        (0..<(blocks.map(\.lines.count).max() ?? 0)).map { index in
            blocks.enumerated().map { place, block -> StyledText in
                let line = index < block.lines.count ? block.lines[index] : StyledText()
                return place == blocks.count - 1 ? line : line.padded(to: block.width)
            }.joined(separator: StyledText(Blanks.text(gap))).trimmedAtEnd
        }
    }
}
