/// The colours of cells at one depth, looked up by level.
struct CellPaints: Sendable {
    /// What the terminal can show.
    let depth: ColourDepth
    /// Whether the level in the middle stands for zero.
    let isDiverging: Bool
    private let levels: [Paint]
    /// The pixels of the levels.
    private let pixels: [UInt32]
    /// Of the sixteen colours, those of what lies on no scale.
    private let signals: SixteenSignals?

    init(_ map: ColourMap, depth: ColourDepth) {
        self.depth = depth
        isDiverging = map.isDiverging
        signals = depth == .ansi16 ? SixteenSignals(besides: map) : nil
        levels = (0..<ColourMap.levels).map { level in
            switch depth {
            case .truecolor: .rgb(map.colours[level])
            case .ansi256: .palette(ColourMap.entry(map.palette, level))
            case .ansi16: .sixteen(ColourMap.entry(map.sixteen, level))
            case .none: .none
            }
        }
        pixels = levels.map(CellPaints.pixel)
    }

    /// The pixel of a cell; transparent where nothing is drawn.
    func pixel(of cell: Cell) -> UInt32 {
        if case .level(let level) = cell { return pixels[min(Int(level), pixels.count - 1)] }
        return CellPaints.pixel(paint(cell))
    }

    private static func pixel(_ paint: Paint) -> UInt32 {
        if let colour = paint.colour { colour.hex } else { PixelImage.transparent }
    }

    /// The colour of a cell; none for a blank.
    func paint(_ cell: Cell) -> Paint {
        switch cell {
        case .level(let level): levels[min(Int(level), levels.count - 1)]
        case .blank: .none
        case .colour(let colour): Paint(colour, depth: depth)
        case .nan, .infinity, .negativeInfinity, .above, .below, .mark:
            signals?.paint(cell) ?? cell.signalColour.map { signal(cell, $0) } ?? .none
        default: cell.signalColour.map { Paint($0, depth: depth) } ?? .none
        }
    }

    private func signal(_ cell: Cell, _ colour: Colour) -> Paint {
        // Red is an end of the maps around zero, yellow one of the others.
        cell == .mark && !isDiverging ? Paint(Colour(255, 0, 0), depth: depth) : Paint(colour, depth: depth)
    }
}

/// Entries of the sixteen colours for what lies on no scale: the nearest of so few would often be one of the map's.
private struct SixteenSignals: Sendable {
    private var entries: [(cell: Cell, entry: UInt8)] = []

    /// Entries that a map does not use, each once.
    init(besides map: ColourMap) {
        let wishes: [(Cell, [UInt8])] = [
            (.nan, [13, 5]), (.infinity, [10, 2, 3]), (.negativeInfinity, [14, 6]), (.above, [3, 9, 1]),
            (.below, [5, 12, 4]), (.mark, [9, 1, 2, 10]),
        ]
        var taken = Set(map.sixteen)
        for (cell, entriesInOrder) in wishes {
            let entry = entriesInOrder.first { !taken.contains($0) } ?? entriesInOrder[0]
            taken.insert(entry)
            entries.append((cell, entry))
        }
    }

    func paint(_ cell: Cell) -> Paint? { entries.first { $0.cell == cell }.map { Paint.sixteen($0.entry) } }
}
