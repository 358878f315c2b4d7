import Interpreter
import Language

/// An answer as people write it where it is no expression: a word without quotes, `28×28×8`, `28 28 8`, `4,640`.
enum TypedAnswer {
    /// The value that is meant; nil where what was typed is nothing of the kind.
    /// - Parameter answer: the right answer, whose kind tells how to read it.
    static func value(of text: String, for answer: Value) -> Value? {
        let text = text.trimmed
        switch answer {
        case .string:
            // A word, or some; not a statement. `padding="same"` is the keyword.
            if let sign = text.firstIndex(of: "="), text[..<sign].isWord { return .string(String(text[..<sign])) }
            let isWords = text.allSatisfy { $0.isLetter || $0.isNumber || "_- ".contains($0) }
            return isWords && !text.isEmpty ? .string(text) : nil
        case .int:
            return (grouped(text) ?? counted(text)).map(Value.int) ?? sizes(text).map { .tuple($0.map(Value.int)) }
        case .tuple, .list: return sizes(text).map { .tuple($0.map(Value.int)) }
        default: return nil
        }
    }

    /// `4,640` as the number that convsh writes so.
    private static func grouped(_ text: String) -> Int? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count > 1, parts[0].count <= 3, parts.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return Int(parts.joined())
    }

    /// `26 rows`, `nine` and `none` as the number.
    private static func counted(_ text: String) -> Int? {
        if ["none", "no rows", "no columns"].contains(text.lowercased()) { return 0 }
        if let number = numberWords.firstIndex(of: text.lowercased()) { return number }
        let parts = text.split(separator: " ")
        guard parts.count == 2, parts[1].allSatisfy(\.isLetter) else { return nil }
        return Int(parts[0])
    }

    /// The numbers from 0 to 12 in words.
    private static let numberWords = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    /// `28×28×8`, `28x28x8` and `28 28 8` as sizes.
    private static func sizes(_ text: String) -> [Int]? {
        let parts = text.split { $0 == "×" || $0 == "x" || $0 == " " }
        let sizes = parts.compactMap { Int($0) }
        return sizes.count == parts.count && sizes.count > 1 ? sizes : nil
    }
}

extension Substring {
    /// Whether it is one word, such as a keyword.
    fileprivate var isWord: Bool { !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }
}
