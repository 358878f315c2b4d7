import Presentation

/// How results look, where a person chose it: each value is one that its `Setting` lists.
public struct DisplaySettings: Equatable, Sendable {
    /// The colours of data without a sign.
    var colours = DisplaySettings.automatic
    /// The way to draw pictures.
    var pixels = DisplaySettings.automatic
    /// How dark the terminal's background is.
    var background = DisplaySettings.automatic

    /// Whether the line that is being typed shows what it would produce.
    public internal(set) var showsPreview = true

    /// Whether the line that is being typed is coloured.
    public internal(set) var coloursInput = true

    /// Whether entries and their results are numbered.
    public internal(set) var numbersResults = false

    /// Whether what depends on a redefined name runs again.
    public internal(set) var follows = false

    /// Which long texts are shown page by page.
    public internal(set) var paging = DisplaySettings.automatic

    /// What leaves the choice to the program.
    static let automatic = "auto"

    /// Nothing chosen.
    public init() {}

    /// The renderer with what was chosen.
    public func applied(to renderer: Renderer) -> Renderer {
        var renderer = renderer
        if let map = ColourMap.named(colours) { renderer.colourMap = map }
        if let style = PictureStyle(rawValue: pixels) { renderer.pictureStyle = style }
        if let chosen = Background(rawValue: background) { renderer.background = chosen }
        return renderer
    }
}
