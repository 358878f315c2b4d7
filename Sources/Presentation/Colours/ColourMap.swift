/// Colours for numbers, from the lowest level to the highest, at each depth of colour.
public struct ColourMap: Hashable, Sendable {
    /// The name it is chosen by: `viridis`.
    public let name: String
    /// Whether the colour in the middle stands for zero, and the two halves for the two signs.
    public let isDiverging: Bool
    /// One colour for each level, in 24 bits.
    let colours: [Colour]
    /// Entries of the 256-colour palette, in the same order: nearest ones would repeat and jump.
    let palette: [UInt8]
    /// Entries of the sixteen colours, in the same order.
    let sixteen: [UInt8]

    /// The levels that values are sorted into: odd, so that a diverging map has one for zero; 256 less those that an
    /// indexed image needs for what is not a level.
    static let levels = 241

    private init(_ name: String, isDiverging: Bool = false, points: [UInt32], palette: [UInt8], sixteen: [UInt8]) {
        self.name = name
        self.isDiverging = isDiverging
        self.palette = palette
        self.sixteen = sixteen
        let last = Float(points.count - 1)
        colours = (0..<ColourMap.levels).map { level in
            let position = Float(level) / Float(ColourMap.levels - 1) * last
            let index = min(Int(position), points.count - 2)
            return Colour(hex: points[index]).mixed(with: Colour(hex: points[index + 1]), position - Float(index))
        }
    }

    /// The entry of one of the shorter lists that stands for a level.
    static func entry(_ list: [UInt8], _ level: Int) -> UInt8 { list[level * list.count / ColourMap.levels] }

    /// All colour maps, by name: one line each.
    public static let all: [ColourMap] = [viridis, magma, cividis, grey, balance]

    /// The colour map of that name; nil where there is none.
    public static func named(_ name: String) -> ColourMap? { all.first { $0.name == name } }

    /// The map for data without a sign.
    public static let viridis = ColourMap(
        "viridis", points: ColourTables.viridis, palette: [53, 54, 55, 25, 31, 36, 71, 77, 113, 149, 184, 226],
        sixteen: [4, 12, 6, 2, 10, 11])

    /// Black to light yellow.
    public static let magma = ColourMap(
        "magma", points: ColourTables.magma, palette: [16, 17, 53, 54, 90, 126, 161, 203, 209, 216, 222, 229],
        sixteen: [0, 5, 1, 9, 11, 15])

    /// Blue to yellow, for all kinds of colour vision.
    public static let cividis = ColourMap(
        "cividis", points: ColourTables.cividis, palette: [17, 18, 238, 240, 242, 244, 144, 143, 185, 220],
        sixteen: [4, 8, 7, 3, 11])

    /// Black to white.
    public static let grey = ColourMap(
        "grey", points: [0x000000, 0xFFFFFF], palette: [16] + Array(232...255) + [231], sixteen: [0, 8, 7, 15])

    /// The map for data with a sign.
    public static let balance = ColourMap(
        "balance", isDiverging: true, points: ColourTables.balance,
        palette: [18, 25, 32, 74, 117, 153, 195, 231, 224, 217, 210, 167, 160, 124, 88],
        sixteen: [4, 12, 14, 15, 11, 9, 1])
}

extension Colour {
    /// A colour written `0xRRGGBB`.
    init(hex: UInt32) {
        self.init(
            UInt8(truncatingIfNeeded: hex >> 16), UInt8(truncatingIfNeeded: hex >> 8), UInt8(truncatingIfNeeded: hex))
    }
}
