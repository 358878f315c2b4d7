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
        let levels = [0, 95, 135, 175, 215, 255]
        func level(_ part: UInt8) -> Int {
            var best = 0
            for index in levels.indices where abs(levels[index] - Int(part)) < abs(levels[best] - Int(part)) {
                best = index
            }
            return best
        }
        let (r, g, b) = (level(red), level(green), level(blue))
        let mean = (Int(red) + Int(green) + Int(blue)) / 3
        let grey = max(0, min(23, (mean - 3) / 10))
        let greyValue = 8 + 10 * grey
        let cubeDistance = distance(levels[r], levels[g], levels[b])
        return distance(greyValue, greyValue, greyValue) < cubeDistance ? 232 + grey : 16 + 36 * r + 6 * g + b
    }

    private func distance(_ r: Int, _ g: Int, _ b: Int) -> Int {
        let (x, y, z) = (Int(red) - r, Int(green) - g, Int(blue) - b)
        return x * x + y * y + z * z
    }
}
