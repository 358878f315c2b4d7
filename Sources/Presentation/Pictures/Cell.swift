/// One drawn cell of a map: what a renderer turns into a colour, a character or pixels.
public enum Cell: Hashable, Sendable {
    /// Nothing is drawn.
    case blank
    /// A value, by its place between the two ends of the legend, 0 ..< `ColourMap.levels`.
    case level(UInt8)
    /// A pixel of a colour picture.
    case colour(Colour)
    /// A value that is not a number.
    case nan
    /// +∞.
    case infinity
    /// −∞.
    case negativeInfinity
    /// A value above the range that was asked for.
    case above
    /// A value below it.
    case below
    /// Padding around a map, hatched: a line of the hatching, or the ground between two.
    case padding(isLine: Bool)
    /// A value that is not drawn yet.
    case pending
    /// The frame around a map.
    case frame
    /// The outline of a marked part.
    case mark

    /// The colour of what is neither a value nor a pixel, none of which lies on a colour map; nil for those and blanks.
    var signalColour: Colour? {
        switch self {
        case .blank, .level, .colour: nil
        case .nan: Colour(255, 0, 255)
        case .infinity: Colour(0, 255, 0)
        case .negativeInfinity: Colour(0, 255, 255)
        case .above: Colour(255, 128, 0)
        case .below: Colour(150, 110, 255)
        case .padding(let isLine): isLine ? Colour(128, 128, 128) : Colour(64, 64, 64)
        case .pending: Colour(96, 96, 104)
        case .frame: Colour(176, 176, 176)
        case .mark: Colour(255, 255, 0)
        }
    }
}

/// Cells in rows and columns.
public struct CellGrid: Hashable, Sendable {
    /// The number of rows.
    public internal(set) var rows: Int
    /// The number of columns.
    public internal(set) var columns: Int
    /// `rows` × `columns` cells, row by row.
    public internal(set) var cells: [Cell]

    /// The cell at a place within the grid.
    public subscript(row: Int, column: Int) -> Cell {
        get { cells[row * columns + column] }
        set { cells[row * columns + column] = newValue }
    }

    /// The cells of a row.
    func row(_ row: Int) -> ArraySlice<Cell> { cells[row * columns..<(row + 1) * columns] }

    /// The grid with more rows and columns around it.
    func bordered(_ border: Border, _ cell: (_ row: Int, _ column: Int) -> Cell) -> CellGrid {
        let (rows, columns) = (rows + border.top + border.bottom, columns + border.left + border.right)
        var result = CellGrid(rows: rows, columns: columns, cells: [])
        result.cells.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let (r, c) = (row - border.top, column - border.left)
                let isInside = r >= 0 && r < self.rows && c >= 0 && c < self.columns
                result.cells.append(isInside ? self[r, c] : cell(row, column))
            }
        }
        return result
    }
}

/// Rows and columns around a map.
public struct Border: Hashable, Sendable {
    /// Rows above.
    public var top: Int
    /// Columns at the left side.
    public var left: Int
    /// Rows below.
    public var bottom: Int
    /// Columns at the right side.
    public var right: Int

    /// No border unless told otherwise.
    public init(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) {
        (self.top, self.left) = (max(0, top), max(0, left))
        (self.bottom, self.right) = (max(0, bottom), max(0, right))
    }

    /// No rows and columns.
    public static let none = Border()

    /// The border in blocks of `factor` × `factor` cells: every border remains visible.
    func divided(by factor: Int) -> Border {
        func part(_ size: Int) -> Int { size / factor + (size % factor == 0 ? 0 : 1) }
        return Border(top: part(top), left: part(left), bottom: part(bottom), right: part(right))
    }
}
