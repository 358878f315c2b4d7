/// Characters that stand for cells where there are no colours: one ramp for each sign, blank for zero.
struct Shades: Sendable {
    private let positive: [Character]
    private let negative: [Character]
    private let isASCII: Bool

    /// Blocks for values above zero and strokes for those below.
    static let unicode = Shades(positive: Array("░▒▓█"), negative: Array("╌─═≡"), isASCII: false)
    /// Round characters above zero, strokes and crosses below.
    static let ascii = Shades(positive: Array(".:oO@"), negative: Array("-~=xX"), isASCII: true)

    /// The character of a cell; `scale` tells where zero is.
    func character(of cell: Cell, _ scale: ValueScale) -> Character {
        switch cell {
        case .level(let level): shade(Int(level), scale)
        case .blank, .frame: " "
        case .nan: "?"
        case .infinity: isASCII ? "^" : "▲"
        case .negativeInfinity: isASCII ? "v" : "▼"
        case .above: ">"
        case .below: "<"
        case .padding: isASCII ? "/" : "╱"
        case .pending: isASCII ? "'" : "·"
        case .mark: "#"
        case .colour(let colour): positive[min(Int(colour.lightness * Float(positive.count)), positive.count - 1)]
        }
    }

    private func shade(_ level: Int, _ scale: ValueScale) -> Character {
        if level == scale.zeroLevel { return " " }
        let middle = ColourMap.levels / 2
        if scale.isDiverging {
            let ramp = level > middle ? positive : negative
            return ramp[min((abs(level - middle) - 1) * ramp.count / middle, ramp.count - 1)]
        }
        return positive[min(level * positive.count / ColourMap.levels, positive.count - 1)]
    }
}
