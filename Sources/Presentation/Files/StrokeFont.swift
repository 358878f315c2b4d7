/// The characters of files with pictures, as strokes in a cell of 8 × 16 pixels.
///
/// A glyph is a list of strokes, a stroke a list of points. A point is two digits of base 32, x and y in half pixels from the
/// upper left corner of the cell: capitals stand between y = 7 and y = p (25). The stroke of a point marked with `~` is a smooth curve:
/// it begins and ends at its first and last point, and goes through the middles between the others, which pull it towards them.
enum StrokeFont {
    /// A line from point to point, in pixels.
    typealias Stroke = [(x: Float, y: Float)]

    /// The strokes of a character; nil where there are none for it.
    static func strokes(of character: Character) -> [Stroke]? {
        guard let text = glyphs[character] else { return nil }
        return text.split(separator: " ").map { part in
            let isSmooth = part.first == "~"
            let digits = part.compactMap { $0 == "~" ? nil : $0.digitOfBase32 }
            let points = stride(from: 0, to: digits.count - 1, by: 2).map {
                (x: Float(digits[$0]) / 2, y: Float(digits[$0 + 1]) / 2)
            }
            return isSmooth ? smooth(points) : points
        }
    }

    /// A quadratic B-spline through the middles of the sides, as a line of many points.
    private static func smooth(_ points: Stroke) -> Stroke {
        guard points.count > 2, let first = points.first, let last = points.last else { return points }
        func middle(_ a: (x: Float, y: Float), _ b: (x: Float, y: Float)) -> (x: Float, y: Float) {
            ((a.x + b.x) / 2, (a.y + b.y) / 2)
        }
        var result = [first]
        for index in 1..<points.count - 1 {
            let start = index == 1 ? middle(first, points[1]) : middle(points[index - 1], points[index])
            let end = middle(points[index], points[index + 1])
            for step in 0...6 {
                let t = Float(step) / 6
                let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
                result.append(
                    (a * start.x + b * points[index].x + c * end.x, a * start.y + b * points[index].y + c * end.y))
            }
        }
        return result + [last]
    }

    private static let glyphs: [Character: String] = [
        " ": "",
        "A": "3p87dp 5jbj", "B": "373p ~37c7cg3g ~3gdgdp3p", "C": "~dbd7373pdpdl", "D": "373p ~37d7dp3p",
        "E": "d7373pdp 3gbg", "F": "d7373p 3gbg", "G": "~dbd7373pdpdg dg9g", "H": "373p d7dp 3gdg",
        "I": "777p 37b7 3pbp", "J": "~b7blbp3p3k", "K": "373p d73h 6edp", "L": "373pdp", "M": "3p378gd7dp",
        "N": "3p37dpd7", "O": "~87373pdpd787", "P": "3p37 ~37d7dh3h", "Q": "~87373pdpd787 9kdr",
        "R": "3p37 ~37d7dh3h 8hdp", "S": "~dad7373gdgdp3p3m", "T": "17d7 777p", "U": "~373l3pdpdld7",
        "V": "378pd7", "W": "175p89bpf7", "X": "37dp d73p", "Y": "177gd7 7g7p", "Z": "37d73pdp",
        "0": "~87373pdpd787 6kac", "1": "3b777p 3pbp", "2": "~3c37d7dg3p 3pdp", "3": "~3937c7cg7g ~7gdgdp3p3n",
        "4": "bpb72kek", "5": "c7373f ~3fdedp3p3m", "6": "~c7373pdpdf3f3k", "7": "37d76p",
        "8": "~87373gdgd787 ~8g3g3pdpdg8g", "9": "~4pdpd7373hdhdc",
        "a": "dddp ~dgdd3d3pdpdm", "b": "373p ~3g3ddddp3p3m", "c": "~dgdd3d3pdpdm", "d": "d7dp ~dgdd3d3pdpdm",
        "e": "3jdj ~djdd3d3pdpdn", "f": "~c7777d 7d7p 3dcd", "g": "~dddrdv3v3t ~dgdd3d3pdpdm",
        "h": "373p ~3h3ddddhdp", "i": "3d7d7p 3pbp 7879", "j": "5dbd ~bdbrbv3v b8b9", "k": "373p cd3l 6icp",
        "l": "37777p 3pbp", "m": "1d1p ~1g1d7d7g7p ~7g7ddddgdp", "n": "3d3p ~3h3ddddhdp", "o": "~8d3d3pdpdd8d",
        "p": "3d3v ~3g3ddddp3p3m", "q": "dddv ~dgdd3d3pdpdm", "r": "3d3p ~3j3dcddf",
        "s": "~dfdd3d3jdjdp3p3n", "t": "~787m7pdp 3dcd", "u": "~3d3l3pdpdl dddp", "v": "3d8pdd", "w": "1d5p8fbpfd",
        "x": "3ddp dd3p", "y": "3d8p dd4v", "z": "3ddd3pdp",
        "!": "777j 7o7p", "\"": "575b b7bb", "#": "684o b89o 3ddd 2jcj", "$": "~dbd9393gdgdn3n3l 757r",
        "%": "d73p ~57373b7b7757 ~bl9l9pdpdlbl", "&": "~dp4c47a7ac3i3pbpdi", "'": "777b", "(": "~b65a5lbr",
        ")": "~55bbbk5r", "*": "797l 3cbi bc3i", "+": "7b7l 2gcg", ",": "7o7q5t", "-": "3gbg", ".": "7o7p",
        "/": "c53r", ":": "7e7f 7o7p", ";": "7e7f 7o7q5t", "<": "cb3gcl", "=": "3dbd 3jbj", ">": "3bcg3l",
        "?": "~3a37d7dg7g7k 7o7p", "@": "~ctctbt3t3737d7d7dldl9l9j ~9c6c6k9k9j 9c9k", "[": "b6565rbr",
        "\\": "35cr", "]": "56b6br5r", "^": "3d77bd", "_": "1ses", "`": "679b", "{": "~b6767g3g ~3g7g7rbr",
        "|": "757s", "}": "~36767gbg ~bg7g7r3r", "~": "~2i4cakdd",
        "·": "7g7h", "×": "4cbj bc4j", "÷": "2gcg 797a 7m7n", "±": "797h 2dcd 2lcl", "…": "2o2p 7o7p cocp",
        "−": "2gcg", "–": "0gfg", "—": "0gfg", "°": "~77474b9b9777", "∞": "~8g5b1b1l5l8g ~8gbbfbflbl8g",
        "μ": "3d3v ~3l3pdpdl dddp", "µ": "3d3v ~3l3pdpdl dddp", "σ": "ed8d ~8d3d3pcpcd8d", "≤": "c93ecj 3ncn",
        "≥": "39ce3j 3ncn", "≠": "3dbd 3jbj a95n", "≈": "~2e4a8gbb ~2l4h8nbi", "→": "1gdg 9bdg9l", "←": "dg1g 5b1g5l",
        "↑": "777p 3b77bb", "↓": "777p 3l7pbl", "²": "~5857b7ba5g 5gbg", "³": "~5857b7bb7b ~7bbbbg5g5f",
        "√": "1i4p9585 85e5", "⊛": "~8a2a2memea8a 8d8j 5ebi 5ibe", "▸": "5bbg5l5b",
        "Σ": "d7378g3pdp", "•": "7g7h 6g8g 7f7i", "✓": "2i6pd8", "✗": "37dp d73p",
    ]
}

extension Character {
    /// The value of a digit of base 32; nil for any other character.
    fileprivate var digitOfBase32: Int? { Int(String(self), radix: 32) }
}
