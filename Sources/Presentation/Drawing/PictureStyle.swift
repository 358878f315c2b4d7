/// A way to draw pictures.
public enum PictureStyle: String, CaseIterable, Sendable {
    /// Real pixels, by the kitty graphics protocol.
    case kitty
    /// Real pixels, by DEC's sixel graphics.
    case sixel
    /// Real pixels, by iTerm2's inline images.
    case iterm2
    /// Half blocks in 24-bit colours: two cells a character.
    case truecolor
    /// Half blocks in the 240 colours of the 256-colour palette that users do not change.
    case palette = "256"
    /// Half blocks in sixteen colours.
    case sixteen = "16"
    /// Characters of growing density, without colours.
    case shades
    /// The same in ASCII.
    case ascii
    /// 2 × 2 cells a character, in two colours a character.
    case quadrants
    /// 2 × 3 cells a character, in two colours a character.
    case sextants
    /// 2 × 4 cells a character, in two colours a character.
    case octants

    /// Whether pictures are sent as images.
    public var isImage: Bool { [.kitty, .sixel, .iterm2].contains(self) }

    /// The image protocol that a terminal is known for, by the variables it sets; nil where none is sure.
    ///
    /// A terminal is never asked: its answer might come late, between the keys that a person types.
    static func ofTerminal(_ environment: [String: String]) -> PictureStyle? {
        func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
        let type = environment["TERM"] ?? ""
        // A multiplexer hands through the variables of the terminal it runs in, but not its images.
        if has("TMUX") || has("STY") || type.hasPrefix("screen") || type.hasPrefix("tmux") || type == "dumb" {
            return nil
        }
        switch environment["TERM_PROGRAM"] ?? "" {
        case "ghostty": return .kitty
        case "iTerm.app", "WezTerm": return .iterm2
        case "mintty": return .sixel
        default: break
        }
        if type == "xterm-kitty" || type == "xterm-ghostty" || has("KITTY_WINDOW_ID") { return .kitty }
        return ["foot", "foot-extra", "mlterm", "contour"].contains(type) || type.hasPrefix("yaft") ? .sixel : nil
    }
}

/// How dark the terminal's background is.
public enum Background: String, CaseIterable, Sendable {
    /// Light text on a dark ground.
    case dark
    /// Dark text on a light ground: light maps need a frame.
    case light

    /// What COLORFGBG says, such as `15;0`; dark where it says nothing.
    static func ofTerminal(_ environment: [String: String]) -> Background {
        let last = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
        return last == 7 || last == 15 ? .light : .dark
    }
}
