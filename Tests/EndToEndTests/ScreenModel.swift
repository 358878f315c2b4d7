/// What a terminal shows: a small part of a terminal emulator, enough for what readline and the shell send.
struct ScreenModel {
    private(set) var cells: [[String]]
    private(set) var row = 0
    private(set) var column = 0
    private var state = State.text
    private let columns: Int

    private enum State {
        case text
        case escape
        case code(String)
    }

    init(rows: Int, columns: Int) {
        self.columns = columns
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The rows as text.
    var lines: [String] { cells.map { $0.joined() } }

    mutating func feed(_ text: String) { for scalar in text.unicodeScalars { feed(scalar) } }

    private mutating func feed(_ scalar: Unicode.Scalar) {
        switch state {
        case .escape:
            state = scalar == "[" ? .code("") : .text
        case .code(let parameters):
            if (0x40...0x7E).contains(scalar.value) {
                state = .text
                act(Character(scalar), parameters)
            } else {
                state = .code(parameters + String(scalar))
            }
        case .text:
            switch scalar {
            case "\u{1B}": state = .escape
            case "\r": column = 0
            case "\n": nextRow()
            case "\u{8}": column = max(0, min(column, columns - 1) - 1)
            case "\u{7}": break
            default: show(scalar)
            }
        }
    }

    private mutating func show(_ scalar: Unicode.Scalar) {
        let isWide =
            (0x1100..<0x1160).contains(scalar.value) || (0x2E80..<0xD800).contains(scalar.value)
            || scalar.value > 0x1F000
        let width = isWide ? 2 : 1
        if column + width > columns {
            column = 0
            nextRow()
        }
        cells[row][column] = String(scalar)
        if isWide { cells[row][column + 1] = "" }
        column += width
    }

    private mutating func nextRow() {
        if row + 1 < cells.count {
            row += 1
        } else {
            cells.removeFirst()
            cells.append(Array(repeating: " ", count: columns))
        }
    }

    private mutating func act(_ letter: Character, _ parameters: String) {
        let number = Int(parameters) ?? 1
        let place = min(column, columns - 1)
        switch letter {
        case "A": row = max(0, row - number)
        case "B": row = min(cells.count - 1, row + number)
        case "C": column = min(columns - 1, column + number)
        case "D": column = max(0, place - number)
        case "H": (row, column) = (0, 0)
        case "K": blank(row, place..<columns)
        case "J":
            if parameters == "2" || parameters == "3" { return (0..<cells.count).forEach { blank($0, 0..<columns) } }
            blank(row, place..<columns)
            for below in (row + 1)..<max(row + 1, cells.count) { blank(below, 0..<columns) }
        case "P":
            cells[row].removeSubrange(place..<min(columns, place + number))
            cells[row] += Array(repeating: " ", count: columns - cells[row].count)
        case "@":
            cells[row].insert(contentsOf: Array(repeating: " ", count: number), at: place)
            cells[row].removeLast(cells[row].count - columns)
        default: break
        }
    }

    private mutating func blank(_ row: Int, _ range: Range<Int>) { for column in range { cells[row][column] = " " } }
}
