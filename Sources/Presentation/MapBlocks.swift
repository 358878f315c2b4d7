/// Maps with labels set beside each other; what strips and mosaics have in common.
struct MapBlocks {
    var maps: [Heatmap]
    var renderer: Renderer
    /// The columns between two maps.
    let gap = 1

    /// The label of a map: its own, or its number.
    func label(_ index: Int) -> StyledText {
        renderer.encoded(maps[index].label ?? StyledText("#\(index)", .dim))
    }

    /// The columns of the widest label, but not more than 24.
    var labelWidth: Int {
        min(24, maps.indices.reduce(0) { max($0, label($1).width) })
    }

    /// The columns of one map with its label above.
    func blockWidth(_ size: PictureSize) -> Int { max(size.pixelColumns, min(labelWidth, 12)) }

    /// How many maps stand side by side in `room` columns: at least one.
    func across(_ size: PictureSize, room: Int) -> Int {
        max(1, (room + gap) / (blockWidth(size) + gap))
    }

    /// The labels of some maps in one line, their pictures below.
    func sideBySide(_ indices: Range<Int>, _ size: PictureSize, _ scale: ColourMap) -> [StyledText] {
        let width = blockWidth(size)
        var result = [StyledText](repeating: StyledText(), count: size.lines + 1)
        for index in indices {
            let title = label(index).truncated(to: width, mark: renderer.ellipsis)
            let block = [title] + maps[index].picture(size, scale: scale)
            for (line, text) in block.enumerated() {
                if index > indices.lowerBound { result[line].append(String(repeating: " ", count: gap)) }
                result[line].append(text.padded(to: width))
            }
        }
        return result.map(\.trimmedAtEnd)
    }

    /// One map with its label at its left side; further lines of a picture stand below.
    func labelled(_ index: Int, _ size: PictureSize, _ scale: ColourMap) -> [StyledText] {
        let title = label(index).truncated(to: labelWidth, mark: renderer.ellipsis)
        let picture = maps[index].picture(size, scale: scale)
        return picture.enumerated().map { line, text in
            (line == 0 ? title : StyledText()).padded(to: labelWidth + 1) + text
        }
    }
}
