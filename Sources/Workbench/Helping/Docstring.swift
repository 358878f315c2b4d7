/// The parts of a docstring: sentences, what each parameter means, and what follows.
///
/// Parameters are read where they stand as Keras and Google write them:
///
///     Args:
///         units: how many outputs there are
///             (more of the same sentence).
struct Docstring {
    /// The lines above the parameters.
    private(set) var paragraphs: [String] = []
    /// The parameters, in their order.
    private(set) var parameters: [(name: String, meaning: String)] = []
    /// The lines below the parameters.
    private(set) var closing: [String] = []

    /// The first line: what is shown where there is room for one.
    var summary: String { paragraphs.first ?? "" }

    private static let headings: Set<String> = ["Args:", "Arguments:", "Parameters:"]

    /// Reads a docstring, whose lines but the first may be indented.
    init(_ text: String) {
        var lines = Docstring.withoutMargin(text)[...]
        paragraphs = Array(lines.prefix { !Docstring.headings.contains($0) })
        lines = lines.dropFirst(paragraphs.count)
        paragraphs = paragraphs.reversed().drop(while: \.isEmpty).reversed()
        guard lines.popFirst() != nil else { return }
        let entries = lines.prefix { $0.isEmpty || $0.hasPrefix(" ") }
        closing = Array(lines.dropFirst(entries.count))
        if !closing.isEmpty { closing.insert("", at: 0) }
        read(entries.filter { !$0.isEmpty })
    }

    private mutating func read(_ lines: [String]) {
        guard let first = lines.first else { return }
        let margin = first.prefix { $0 == " " }.count
        for line in lines {
            let indent = line.prefix { $0 == " " }.count
            let text = line.dropFirst(indent)
            if indent == margin, let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy(\.isPartOfName) {
                let meaning = text[text.index(after: colon)...].drop { $0 == " " }
                parameters.append((String(text[..<colon]), String(meaning)))
            } else if let last = parameters.indices.last {
                parameters[last].meaning += " " + text
            }
        }
    }

    /// The lines, without the spaces that all but the first begin with.
    private static func withoutMargin(_ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        let margin = lines.dropFirst().filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        let first = lines.first.map { [String($0.drop { $0 == " " })] } ?? []
        let all = first + lines.dropFirst().map { String($0.dropFirst(margin)) }
        return all.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    }
}

extension Character {
    fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" || self == "*" }
}
