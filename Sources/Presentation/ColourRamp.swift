/// Colours in a row, from the least value to the greatest.
struct ColourRamp: Sendable {
    /// The colours, at least one.
    private let colours: [Colour]

    /// The colour at the fraction `t` (0…1) of the way.
    func colour(at t: Float) -> Colour {
        colours[Int((t * Float(colours.count - 1)).rounded())]
    }

    /// `count` colours that go through the anchors evenly; the first stands at 0, the last at 1.
    private init(count: Int, _ anchors: [(at: Float, colour: Colour)]) {
        colours = (0..<count).map { index in
            let position = Float(index) / Float(count - 1)
            let next = anchors.firstIndex { $0.at >= position } ?? anchors.count - 1
            let (left, right) = (anchors[max(0, next - 1)], anchors[next])
            let span = right.at - left.at
            return left.colour.mixed(with: right.colour, span > 0 ? (position - left.at) / span : 1)
        }
    }

    /// Entries of the 256-colour palette's cube.
    private init(palette: [Int]) {
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        colours = palette.map { entry in
            Colour(levels[(entry - 16) / 36], levels[(entry - 16) / 6 % 6], levels[(entry - 16) % 6])
        }
    }

    /// Even steps in lightness, from dark violet over blue-green to yellow.
    static let sequential = ColourRamp(
        count: 256,
        [
            (0.00, Colour(66, 2, 86)), (0.15, Colour(70, 48, 124)), (0.30, Colour(53, 92, 140)),
            (0.45, Colour(36, 132, 142)), (0.60, Colour(34, 167, 132)), (0.75, Colour(92, 200, 98)),
            (0.90, Colour(190, 222, 40)), (1.00, Colour(252, 231, 40)),
        ])

    /// Blue over white to red; the odd count puts white exactly in the middle.
    static let diverging = ColourRamp(
        count: 255,
        [
            (0.00, Colour(8, 48, 130)), (0.20, Colour(44, 110, 190)), (0.40, Colour(158, 200, 230)),
            (0.50, Colour(247, 247, 247)), (0.60, Colour(246, 178, 146)), (0.80, Colour(206, 60, 60)),
            (1.00, Colour(110, 0, 30)),
        ])

    /// The sequential ramp where there are 256 colours: the nearest ones would repeat and jump.
    static let paletteSequential = ColourRamp(palette: [53, 54, 55, 25, 31, 36, 71, 77, 113, 149, 184, 226])

    /// The diverging ramp where there are 256 colours.
    static let paletteDiverging = ColourRamp(
        palette: [18, 25, 32, 74, 117, 153, 195, 231, 224, 217, 210, 167, 160, 124, 88])
}
