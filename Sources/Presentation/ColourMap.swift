/// Turns values into colours, or into characters where there are no colours.
struct ColourMap {
    /// The values that the map spans.
    var range: ValueRange
    /// What the output can show.
    var renderer: Renderer
    /// Whether zero stands in the middle, between two colours.
    var isSigned: Bool

    /// A map of a range; it is signed if the range reaches below zero, unless told otherwise.
    init(range: ValueRange, renderer: Renderer, isSigned: Bool? = nil) {
        self.range = range
        self.renderer = renderer
        self.isSigned = isSigned ?? range.isSigned
    }

    /// The colour of `value`: dark to bright from the minimum to the maximum; blue, white and red round zero if
    /// it is signed. Magenta marks what is not a number, cyan an infinity.
    func colour(of value: Float) -> Colour {
        if value.isNaN { return ColourMap.notANumber }
        if value.isInfinite { return ColourMap.infinity }
        let usesPalette = renderer.colour == .ansi256
        if isSigned {
            let ramp = usesPalette ? ColourRamp.paletteDiverging : ColourRamp.diverging
            return ramp.colour(at: (range.signedFraction(of: value) + 1) / 2)
        }
        let ramp = usesPalette ? ColourRamp.paletteSequential : ColourRamp.sequential
        return ramp.colour(at: range.fraction(of: value))
    }

    /// The character of `value`: the denser, the greater; `?` for what is not a number, `!` for an infinity.
    func shade(of value: Float) -> Character {
        if value.isNaN { return "?" }
        if value.isInfinite { return "!" }
        let shades = renderer.unicode ? ColourMap.unicodeShades : ColourMap.asciiShades
        let index = Int(range.fraction(of: value) * Float(shades.count))
        return shades[min(index, shades.count - 1)]
    }

    /// Whether there are colours to tell values apart; else shades do.
    var usesColours: Bool { renderer.colour.showsGradients && renderer.unicode }

    private static let notANumber = Colour(255, 0, 255)
    private static let infinity = Colour(0, 255, 255)
    private static let unicodeShades = Array(" ░▒▓█")
    private static let asciiShades = Array(" .:-=+*#%@")
}
