/// What an output can show, worked out from plain facts about it.
public struct TerminalCapabilities: Hashable, Sendable {
    /// The columns there are.
    public var width: Int
    /// The colours there are.
    public var colour: ColourDepth
    /// Whether characters outside ASCII can be shown.
    public var unicode: Bool
    /// The protocol by which it is known to show images; nil where none is sure.
    public var images: PictureStyle?
    /// How dark its background is.
    public var background = Background.dark
    /// The pixels of a character, where it says.
    public var cellSize = CellSize.usual

    /// The abilities as given.
    public init(width: Int, colour: ColourDepth, unicode: Bool) {
        self.width = width
        self.colour = colour
        self.unicode = unicode
    }

    /// The renderer for such an output.
    public var renderer: Renderer {
        var renderer = Renderer(width: width, colour: colour, unicode: unicode, pictureStyle: images)
        renderer.background = background
        renderer.cellSize = cellSize
        return renderer
    }

    /// The abilities of an output.
    ///
    /// Without a terminal there are no colours, the width is COLUMNS or 80, and the text is UTF-8 whatever the locale:
    /// the same script writes the same bytes everywhere. NO_COLOR (not empty) forbids colours, CLICOLOR_FORCE (neither
    /// empty nor 0) asks for them even without a terminal; where both are set, NO_COLOR wins.
    ///
    /// - Parameters:
    ///   - environment: COLUMNS, TERM, COLORTERM, NO_COLOR, CLICOLOR, CLICOLOR_FORCE, COLORFGBG and the variables by
    ///     which terminals that show images are known.
    ///   - isTerminal: whether the output is a terminal.
    ///   - windowColumns: the columns that the terminal says it has.
    ///   - localeIsUTF8: whether the user's locale writes UTF-8.
    public static func detect(
        environment: [String: String], isTerminal: Bool, windowColumns: Int?, localeIsUTF8: Bool
    ) -> TerminalCapabilities {
        var result = TerminalCapabilities(
            width: width(environment, isTerminal ? windowColumns : nil),
            colour: colour(environment, isTerminal),
            unicode: !isTerminal || localeIsUTF8)
        if result.colour != .none { result.background = Background.ofTerminal(environment) }
        if isTerminal, result.colour != .none { result.images = PictureStyle.ofTerminal(environment) }
        return result
    }

    private static func width(_ environment: [String: String], _ windowColumns: Int?) -> Int {
        if let columns = environment["COLUMNS"].flatMap(Int.init), columns > 0 { return min(columns, 10_000) }
        if let windowColumns, windowColumns > 0 { return windowColumns }
        return 80
    }

    private static func colour(_ environment: [String: String], _ isTerminal: Bool) -> ColourDepth {
        if isSet(environment["NO_COLOR"]) { return .none }
        let forced = isSet(environment["CLICOLOR_FORCE"]) && environment["CLICOLOR_FORCE"] != "0"
        if !forced, !isTerminal || environment["CLICOLOR"] == "0" { return .none }
        let depth = depthOfTerminal(environment)
        return forced ? max(depth, .ansi16) : depth
    }

    private static func depthOfTerminal(_ environment: [String: String]) -> ColourDepth {
        let type = environment["TERM"] ?? ""
        if type.isEmpty || type == "dumb" { return .none }
        if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") { return .truecolor }
        if type.hasSuffix("-direct") || type == "xterm-kitty" || type == "alacritty" { return .truecolor }
        return type.contains("256color") ? .ansi256 : .ansi16
    }

    private static func isSet(_ value: String?) -> Bool { !(value ?? "").isEmpty }
}
