import Interpreter
import Language
import Presentation

/// The colours of a line while it is typed: names, strings, numbers, keywords and brackets.
public struct LineColours {
    /// A stretch of the entry, in bytes, and its look.
    public typealias Stretch = (range: Range<Int>, style: Style)

    private let interpreter: Interpreter

    /// Colours for the names of a session.
    public init(_ session: Session) { interpreter = session.interpreter }

    /// The stretches of an entry that do not look like plain text.
    public func stretches(of typed: TypedText) -> [Stretch] {
        typed.words.indices.compactMap { index in
            let word = typed.words[index]
            return style(of: index, in: typed).map { (word.span.start..<word.span.end, $0) }
        }
    }

    /// The brackets to point out: those that are not closed or close nothing, and the pair at the cursor.
    public func marks(in typed: TypedText, cursor: Int) -> [Stretch] {
        let wrong = typed.openBrackets + typed.strayBrackets
        var marks: [Stretch] = wrong.map { ($0..<$0 + 1, .error) }
        // The bracket before the cursor is the one that was just typed.
        for place in [cursor - 1, cursor] {
            guard let partner = typed.partners[place] else { continue }
            marks += [place, partner].map { ($0..<$0 + 1, .match) }
            break
        }
        return marks
    }

    private func style(of index: Int, in typed: TypedText) -> Style? {
        let word = typed.words[index]
        switch word.kind {
        case .keyword: return .keyword
        case .number: return .number
        case .string, .unfinishedString: return .string
        case .name: return styleOfName(index, in: typed)
        case .shellLine: return .keyword
        case .bracket, .symbol, .lineEnd: return nil
        }
    }

    private func styleOfName(_ index: Int, in typed: TypedText) -> Style? {
        let name = typed.text(of: typed.words[index])
        let next = index + 1 < typed.words.count ? typed.text(of: typed.words[index + 1]) : ""
        let isAttribute = index > 0 && typed.text(of: typed.words[index - 1]) == "."
        if next == "=", typed.isInCall(typed.words[index].span.start) { return .hint }
        if isAttribute { return next == "(" ? .layer : nil }
        if interpreter.commandWords.contains(name), index == 0 { return .layer }
        switch interpreter.lookUp(name) {
        case nil: return nil
        case .builtin?, .type?, .function?: return .layer
        default: return .name
        }
    }
}

extension TypedText {
    /// Whether a place is in round brackets.
    fileprivate func isInCall(_ place: Int) -> Bool {
        bytes[..<place].contains(UInt8(ascii: "("))
            && (openBrackets.contains { $0 < place && bytes[$0] == UInt8(ascii: "(") }
                || partners.contains { $0 < place && $1 > place && bytes[$0] == UInt8(ascii: "(") })
    }
}
