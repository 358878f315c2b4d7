/// A colour of the sRGB space, one byte a channel.
public struct Colour: Hashable, Sendable {
    /// The red part, 0…255.
    public var red: UInt8
    /// The green part, 0…255.
    public var green: UInt8
    /// The blue part, 0…255.
    public var blue: UInt8

    /// A colour from its three parts, each 0…255.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The colour that lies the fraction `t` (0…1) of the way from this one to `other`, channel by channel.
    public func mixed(with other: Colour, _ t: Float) -> Colour {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8(max(0, min(255, (Float(a) + (Float(b) - Float(a)) * t).rounded())))
        }
        return Colour(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }

    /// The nearest entry of the 256-colour palette: its 6×6×6 cube (16…231) or its grey ramp (232…255).
    public var paletteIndex: Int {
        func level(_ part: UInt8) -> Int { part < 48 ? 0 : (part < 115 ? 1 : (Int(part) - 35) / 40) }
        let cube = 16 + 36 * level(red) + 6 * level(green) + level(blue)
        let mean = (Int(red) + Int(green) + Int(blue)) / 3
        let grey = 232 + max(0, min(23, (mean - 3) / 10))
        return distance(to: Colour(paletteEntry: grey)) < distance(to: Colour(paletteEntry: cube)) ? grey : cube
    }

    /// The nearest of the sixteen colours.
    public var sixteenIndex: Int {
        Colour.sixteen.indices.min { distance(to: Colour.sixteen[$0]) < distance(to: Colour.sixteen[$1]) } ?? 0
    }

    /// An entry, 16…255, of the 256-colour palette.
    public init(paletteEntry index: Int) {
        if index >= 232 {
            let grey = UInt8(clamping: 8 + 10 * (index - 232))
            self.init(grey, grey, grey)
        } else {
            let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
            let entry = max(0, index - 16)
            self.init(levels[entry / 36 % 6], levels[entry / 6 % 6], levels[entry % 6])
        }
    }

    /// The sixteen colours as xterm has them; users change them, so they stand for themselves where it matters.
    static let sixteen: [Colour] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
        0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map { Colour(hex: $0) }

    /// How light it looks, 0…1: by this, text on it is black or white.
    var lightness: Float { (0.299 * Float(red) + 0.587 * Float(green) + 0.114 * Float(blue)) / 255 }

    private func distance(to other: Colour) -> Int {
        let (r, g, b) = (Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue))
        return r * r + g * g + b * b
    }
}
