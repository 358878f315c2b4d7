/// Turns three planes into the pixels of a colour picture.
struct ColourPicture {
    let planes: [Plane]
    /// The values that stand for no and for full colour.
    let bounds: ClosedRange<Float>

    /// The bounds follow from the values: 0…1 or 0…255 where all lie between them; the same distance on both sides of
    /// zero, which becomes grey, where some are negative; else 0 to the greatest.
    init(_ planes: [Plane], range: ValueRange) {
        self.planes = planes
        if range.isSigned {
            let limit = max(abs(range.minimum), abs(range.maximum))
            bounds = -limit...limit
        } else {
            bounds = 0...(range.maximum <= 1 ? 1 : max(255, range.maximum))
        }
    }

    /// The picture in blocks of `factor` × `factor` pixels, each shown by its own pixel of largest magnitude.
    func cells(factor: Int) -> CellGrid {
        let blocks = planes.map { Grid(rows: $0.rows, columns: $0.columns, values: $0.values) }
        guard blocks.count == 3, let first = blocks.first else { return CellGrid(rows: 0, columns: 0, cells: []) }
        let (red, green, blue) = (blocks[0], blocks[1], blocks[2])
        let rows = (first.rows - 1 + factor) / factor
        let columns = (first.columns - 1 + factor) / factor
        var cells: [Cell] = []
        cells.reserveCapacity(rows * columns)
        for top in stride(from: 0, to: first.rows, by: factor) {
            for left in stride(from: 0, to: first.columns, by: factor) {
                cells.append(
                    cell(
                        red, green, blue, rows: top..<min(top + factor, first.rows),
                        columns: left..<min(left + factor, first.columns)))
            }
        }
        return CellGrid(rows: rows, columns: columns, cells: cells)
    }

    private func cell(_ red: Grid, _ green: Grid, _ blue: Grid, rows: Range<Int>, columns: Range<Int>) -> Cell {
        var best: (row: Int, column: Int) = (rows.lowerBound, columns.lowerBound)
        var size = -Float.infinity
        for row in rows {
            for column in columns {
                let magnitude = abs(red[row, column]) + abs(green[row, column]) + abs(blue[row, column])
                if magnitude.isNaN { return .nan }
                if magnitude > size { (best, size) = ((row, column), magnitude) }
            }
        }
        let pixel = [red, green, blue].map { $0[best.row, best.column] }
        if size.isInfinite {
            return pixel.contains(-.infinity) && !pixel.contains(.infinity) ? .negativeInfinity : .infinity
        }
        let parts = pixel.map { part($0) }
        return .colour(Colour(parts[0], parts[1], parts[2]))
    }

    private func part(_ value: Float) -> UInt8 {
        let span = Double(bounds.upperBound) - Double(bounds.lowerBound)
        guard span > 0 else { return 0 }
        return UInt8(max(0, min(255, ((Double(value) - Double(bounds.lowerBound)) / span * 255).rounded())))
    }
}
