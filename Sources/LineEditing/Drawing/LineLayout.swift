import CReadline

/// Where readline shows each character of the line.
struct LineLayout {
    /// A cell of the screen; rows count from the one where the prompt's last line begins.
    struct Place: Equatable {
        var row: Int
        var column: Int
    }

    /// One character as it is shown.
    struct Cell {
        /// Its first byte in the line.
        var offset: Int
        /// The bytes that show it: the character itself, or two for a control character.
        var shown: [UInt8]
        var place: Place
        var width: Int
    }

    private(set) var cells: [Cell] = []
    /// Where the next character would stand.
    private(set) var end: Place
    private let columns: Int

    /// The layout of a line behind a prompt of some columns; nil where readline has a way of its own to show the line.
    init?(_ line: [UInt8], prompt: Int, columns: Int) {
        self.columns = columns
        end = Place(row: prompt / columns, column: prompt % columns)
        var offset = 0
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            guard add(scalar, bytes, offset) else { return nil }
            offset += bytes.count
        }
    }

    /// The cell where the cursor stands before the byte at an offset.
    func place(of offset: Int) -> Place { cells.first { $0.offset >= offset && $0.width > 0 }?.place ?? end }

    private mutating func add(_ scalar: Unicode.Scalar, _ bytes: [UInt8], _ offset: Int) -> Bool {
        switch scalar.value {
        case 0x0A:
            cells.append(Cell(offset: offset, shown: [], place: end, width: 1))
            end = Place(row: end.row + 1, column: 0)
            return true
        // Tabs reach to stops that depend on readline's settings.
        case 0x09: return false
        case 0..<0x20, 0x7F:
            // `^A`, whose parts a line's end may separate.
            let letter = UInt8(scalar.value) ^ 0x40
            put([UInt8(ascii: "^")], width: 1, at: offset)
            put([letter], width: 1, at: offset)
            return true
        case 0x80..<0xA0: return false
        default:
            let width = scalar.value < 0x7F ? 1 : Int(cr_width(scalar.value))
            // What has no width of its own is joined to the character before it, in ways that differ.
            guard width > 0 else { return false }
            put(bytes, width: width, at: offset)
            return true
        }
    }

    private mutating func put(_ shown: [UInt8], width: Int, at offset: Int) {
        if end.column + width > columns { end = Place(row: end.row + 1, column: 0) }
        cells.append(Cell(offset: offset, shown: shown, place: end, width: width))
        end.column += width
        if end.column >= columns { end = Place(row: end.row + 1, column: 0) }
    }
}
