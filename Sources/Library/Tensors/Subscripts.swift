import Layers

/// What `einsum` is told: a label for each axis of each operand and of the output, as in `"bhc,bc->bh"`.
///
/// An ellipsis stands for any number of axes, which broadcast. Without an arrow the output has the labels that occur once, in
/// alphabetical order.
struct Subscripts {
    /// One part for each operand, as it is written.
    private let parts: [[Character]]
    private let result: [Character]?

    private static let ellipsis: Character = "…"

    /// Reads the text; nil where it is no list of labels.
    init?(_ text: String) {
        var characters: [Character] = []
        var rest = text.filter { $0 != " " }[...]
        while let next = rest.first {
            let isEllipsis = rest.hasPrefix("...")
            characters.append(isEllipsis ? Subscripts.ellipsis : next)
            rest = rest.dropFirst(isEllipsis ? 3 : 1)
        }
        var sides = [characters[...]]
        if let arrow = characters.firstIndex(of: "-") {
            guard characters.dropFirst(arrow + 1).first == ">" else { return nil }
            sides = [characters[..<arrow], characters[(arrow + 2)...]]
        }
        let parts = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
        for part in parts + sides.dropFirst().map(Array.init) {
            guard part.allSatisfy({ $0.isASCII && $0.isLetter || $0 == Subscripts.ellipsis }),
                part.count(where: { $0 == Subscripts.ellipsis }) < 2
            else { return nil }
        }
        self.parts = parts
        result = sides.count == 2 ? Array(sides[1]) : nil
    }

    /// How many operands it is for.
    var operandCount: Int { parts.count }

    /// The labels as numbers for operands with so many axes; nil where they do not fit. Axes of an ellipsis are numbered -1, -2, …
    /// from the last one on.
    func labels(ranks: [Int]) -> ContractionRule.Labels? {
        guard ranks.count == parts.count else { return nil }
        var operands: [[Int]] = []
        var most = 0
        for (part, rank) in zip(parts, ranks) {
            let hasEllipsis = part.contains(Subscripts.ellipsis)
            let free = rank - part.count + (hasEllipsis ? 1 : 0)
            guard hasEllipsis ? free >= 0 : free == 0 else { return nil }
            most = max(most, hasEllipsis ? free : 0)
            operands.append(Subscripts.numbers(part, ellipsis: free))
        }
        let output = Subscripts.numbers(result ?? implicit(operands), ellipsis: most)
        guard Set(output).count == output.count, Set(output).isSubset(of: Set(operands.joined())) else { return nil }
        return (operands, output)
    }

    private static func numbers(_ part: [Character], ellipsis count: Int) -> [Int] {
        part.flatMap { label -> [Int] in
            label == ellipsis ? (0..<count).map { $0 - count } : [Int(label.asciiValue ?? 0)]
        }
    }

    /// The output where none is written.
    private func implicit(_ operands: [[Int]]) -> [Character] {
        let all = parts.joined().filter { $0 != Subscripts.ellipsis }
        let single = Set(all).filter { label in all.count { $0 == label } == 1 }.sorted()
        return (parts.contains { $0.contains(Subscripts.ellipsis) } ? [Subscripts.ellipsis] : []) + single
    }
}
