/// A search for a text anywhere in the lines of the history, whose text the user types key by key.
struct HistorySearch {
    /// A place in the history: a line, and a byte in it.
    struct Place: Equatable {
        var position: Int
        var offset: Int
    }

    /// Where the lines are searched next.
    enum Direction: Int {
        case backward = -1
        case forward = 1
    }

    /// Where the search began.
    let start: Place
    /// Whether each key searches, or only the one that ends the text.
    let isIncremental: Bool
    /// What is searched for.
    private(set) var pattern: [UInt8] = []
    /// Where it was found last; at first, where the search began.
    private(set) var place: Place
    /// Whether the text is not to be found.
    private(set) var hasFailed = false
    private(set) var direction: Direction

    /// A search that begins at a place.
    init(from start: Place, _ direction: Direction, isIncremental: Bool) {
        self.start = start
        self.direction = direction
        self.isIncremental = isIncremental
        place = start
    }

    /// What the prompt shows meanwhile.
    var message: String {
        let text = String(decoding: pattern, as: UTF8.self)
        if !isIncremental { return direction == .backward ? "search back: \(text)" : "search: \(text)" }
        return "(\(hasFailed ? "failed " : "")\(direction == .backward ? "reverse-" : "")i-search)`\(text)': "
    }

    /// Appends a byte to the text.
    mutating func extend(by byte: UInt8, in lines: HistoryLines) {
        pattern.append(byte)
        if isIncremental { find(from: place, inclusive: true, in: lines) }
    }

    /// Takes the last character of the text away. Returns false if there is none.
    mutating func shorten(in lines: HistoryLines) -> Bool {
        if pattern.isEmpty { return false }
        while let byte = pattern.popLast(), byte & 0xC0 == 0x80 {}
        place = start
        hasFailed = false
        if isIncremental, !pattern.isEmpty { find(from: start, inclusive: true, in: lines) }
        return true
    }

    /// Goes to the next place where the text stands; an empty text becomes `earlier`.
    mutating func next(_ direction: Direction, earlier: [UInt8], in lines: HistoryLines) {
        self.direction = direction
        let isNew = pattern.isEmpty
        if isNew { pattern = earlier }
        if !pattern.isEmpty { find(from: place, inclusive: isNew, in: lines) }
    }

    /// Looks for the text from the line that is next to the one where the search began.
    mutating func findInOtherLines(_ lines: HistoryLines) {
        let found = HistorySearch.otherPlace(pattern, from: start.position, direction, in: lines)
        hasFailed = found == nil
        place = found ?? start
    }

    private mutating func find(from origin: Place, inclusive: Bool, in lines: HistoryLines) {
        let offsets = HistorySearch.offsets(of: pattern, in: lines[origin.position])
        let here: Int?
        switch direction {
        case .backward: here = offsets.last { $0 < origin.offset || (inclusive && $0 == origin.offset) }
        case .forward: here = offsets.first { $0 > origin.offset || (inclusive && $0 == origin.offset) }
        }
        let found =
            here.map { Place(position: origin.position, offset: $0) }
            ?? HistorySearch.otherPlace(pattern, from: origin.position, direction, in: lines)
        hasFailed = found == nil
        if let found { place = found }
    }

    /// The nearest line with the text that differs from the one at `position`.
    private static func otherPlace(
        _ pattern: [UInt8], from position: Int, _ direction: Direction, in lines: HistoryLines
    ) -> Place? {
        var lines = lines
        let line = lines[position]
        lines.position = position
        var found: [Int] = []
        let other = lines.nearest(step: direction.rawValue) {
            if $0 == line { return false }
            found = offsets(of: pattern, in: $0)
            return !found.isEmpty
        }
        guard let other, let offset = direction == .backward ? found.last : found.first else { return nil }
        return Place(position: other, offset: offset)
    }

    /// Where the text begins in a line.
    private static func offsets(of pattern: [UInt8], in line: [UInt8]) -> [Int] {
        guard let first = pattern.first, line.count >= pattern.count else { return [] }
        return (0...line.count - pattern.count).filter {
            line[$0] == first && line[$0...].starts(with: pattern)
        }
    }
}
