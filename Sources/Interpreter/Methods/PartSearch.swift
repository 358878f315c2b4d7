/// Looks for a part in a text, in time that grows with the sum of their lengths: where the two differ, it goes on with
/// what is known to fit.
///
/// Source: Knuth, Morris and Pratt, Fast Pattern Matching in Strings (1977).
struct PartSearch<Element: Equatable> {
    private let part: [Element]
    /// For so many first elements of the part: how many of them at most, but not all, are its last ones as well.
    private var borders: [Int]

    /// - Parameter part: what is looked for.
    init(_ part: [Element]) {
        self.part = part
        borders = [Int](repeating: 0, count: part.count + 1)
        for length in part.indices.dropFirst() { borders[length + 1] = longer(borders[length], part[length]) }
    }

    /// How many first elements of the part are in front of a place, if so many were and this element follows.
    private func longer(_ fitting: Int, _ element: Element) -> Int {
        var fitting = fitting
        while fitting > 0, fitting == part.count || part[fitting] != element { fitting = borders[fitting] }
        return fitting < part.count && part[fitting] == element ? fitting + 1 : fitting
    }

    /// Where the part begins in a stretch of a text; nil if it is not there.
    func first(in text: [Element], _ stretch: Range<Int>) -> Int? {
        if part.isEmpty { return stretch.lowerBound }
        var fitting = 0
        for place in stretch {
            fitting = longer(fitting, text[place])
            if fitting == part.count { return place + 1 - fitting }
        }
        return nil
    }
}

extension String {
    /// Whether a part occurs in it.
    func holds(_ part: String) -> Bool {
        let bytes = Array(utf8)
        return PartSearch(Array(part.utf8)).first(in: bytes, bytes.indices) != nil
    }
}
