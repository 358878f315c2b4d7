import Inspection
import Presentation

extension SavedReport: DisplayedReport {
    /// `maps.png   640×480 pixels`
    public func lines(_ renderer: Renderer) -> [StyledText] {
        let size = sizes.isEmpty ? "1" : sizes.map(String.init).joined(separator: "×")
        return renderer.items([StyledText(path, .name), StyledText("\(size) \(unit)", .dim)])
    }

    /// Kind `saved`.
    public var json: JSONText.Members {
        [
            ("kind", .string("saved")), ("file", .string(path)), ("sizes", .array(sizes.map { .int($0) })),
            ("unit", .string(unit)),
        ]
    }
}
