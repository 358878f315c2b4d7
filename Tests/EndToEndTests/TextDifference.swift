/// The lines in which two texts differ, each with its number: `-` only in the first, `+` only in the second.
struct TextDifference: CustomStringConvertible {
    let description: String

    init(_ old: String, _ new: String) {
        let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        var changes: [(line: Int, order: Int, text: String)] = []
        for change in lines(new).difference(from: lines(old)) {
            switch change {
            case .remove(let offset, let line, _): changes.append((offset, 0, "-\(offset + 1): \(line)"))
            case .insert(let offset, let line, _): changes.append((offset, 1, "+\(offset + 1): \(line)"))
            }
        }
        changes.sort { ($0.line, $0.order) < ($1.line, $1.order) }
        let shown = changes.prefix(60).map(\.text)
        let more = changes.count > 60 ? ["… and \(changes.count - 60) more lines"] : []
        description = (shown + more).joined(separator: "\n")
    }
}
