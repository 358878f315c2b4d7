import Inspection
import Presentation

/// Names in columns.
struct NameList: Report {
    let names: [String]
}

extension NameList: DisplayedReport {
    func lines(_ renderer: Renderer) -> [StyledText] {
        let texts = names.map { renderer.encoded(StyledText($0, $0.hasSuffix("/") ? .layer : .plain)) }
        let width = (texts.map(\.width).max() ?? 0) + 2
        let perRow = max(1, renderer.width / width)
        let height = (texts.count + perRow - 1) / perRow
        return (0..<height).map { row in
            stride(from: row, to: texts.count, by: height).map { index in
                index + height < texts.count ? texts[index].padded(to: width) : texts[index]
            }.joined(separator: StyledText())
        }
    }

    var json: JSONText.Members { [("kind", .string("names")), ("names", .array(names.map(JSONText.string)))] }
}
