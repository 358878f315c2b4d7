/// Turns values into colours, or into characters where there are no colours.
struct ColourMap {
    /// The values that the map spans.
    var range: ValueRange

    /// The colour of `value`: dark to bright from the minimum to the maximum; blue, white and red round zero if
    /// the range reaches below zero. Magenta marks what is not a number, cyan an infinity.
    func colour(of value: Float) -> Colour {
        if value.isNaN { return ColourMap.notANumber }
        if value.isInfinite { return ColourMap.infinity }
        if range.isSigned {
            return ColourMap.diverging[Int(((range.signedFraction(of: value) + 1) / 2 * 254).rounded())]
        }
        return ColourMap.sequential[Int((range.fraction(of: value) * 255).rounded())]
    }

    /// The character of `value`: the denser, the greater; `?` for what is not a number, `!` for an infinity.
    func shade(of value: Float, unicode: Bool) -> Character {
        if value.isNaN { return "?" }
        if value.isInfinite { return "!" }
        let shades = unicode ? ColourMap.unicodeShades : ColourMap.asciiShades
        let index = Int(range.fraction(of: value) * Float(shades.count))
        return shades[min(index, shades.count - 1)]
    }

    static let notANumber = Colour(255, 0, 255)
    static let infinity = Colour(0, 255, 255)

    private static let unicodeShades = Array(" ░▒▓█")
    private static let asciiShades = Array(" .:-=+*#%@")

    /// 256 colours of even steps in lightness, from dark violet over blue-green to yellow.
    private static let sequential = table(
        count: 256,
        [
            (0.00, Colour(66, 2, 86)), (0.15, Colour(70, 48, 124)), (0.30, Colour(53, 92, 140)),
            (0.45, Colour(36, 132, 142)), (0.60, Colour(34, 167, 132)), (0.75, Colour(92, 200, 98)),
            (0.90, Colour(190, 222, 40)), (1.00, Colour(252, 231, 40)),
        ])

    /// 255 colours from blue over white to red; the odd count puts white exactly in the middle.
    private static let diverging = table(
        count: 255,
        [
            (0.00, Colour(8, 48, 130)), (0.20, Colour(44, 110, 190)), (0.40, Colour(158, 200, 230)),
            (0.50, Colour(247, 247, 247)), (0.60, Colour(246, 178, 146)), (0.80, Colour(206, 60, 60)),
            (1.00, Colour(110, 0, 30)),
        ])

    private static func table(count: Int, _ anchors: [(at: Float, colour: Colour)]) -> [Colour] {
        (0..<count).map { index in
            let position = Float(index) / Float(count - 1)
            let next = anchors.firstIndex { $0.at >= position } ?? anchors.count - 1
            let (left, right) = (anchors[max(0, next - 1)], anchors[next])
            let span = right.at - left.at
            return left.colour.mixed(with: right.colour, span > 0 ? (position - left.at) / span : 1)
        }
    }
}
