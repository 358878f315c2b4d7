/// A colour as a terminal is told of it: none, one of sixteen, one of 256, or 24 bits.
public struct Paint: Hashable, Sendable {
    let code: UInt32

    private init(_ kind: UInt32, _ value: UInt32) { code = kind << 24 | value }

    /// The terminal's own colour.
    public static let none = Paint(0, 0)
    /// 24 bits.
    public static func rgb(_ colour: Colour) -> Paint {
        Paint(1, UInt32(colour.red) << 16 | UInt32(colour.green) << 8 | UInt32(colour.blue))
    }
    /// An entry of the 256-colour palette.
    public static func palette(_ index: UInt8) -> Paint { Paint(2, UInt32(index)) }
    /// One of the sixteen colours.
    public static func sixteen(_ index: UInt8) -> Paint { Paint(3, UInt32(index & 15)) }

    /// The nearest to a colour at a depth.
    init(_ colour: Colour, depth: ColourDepth) {
        switch depth {
        case .truecolor: self = .rgb(colour)
        case .ansi256: self = .palette(UInt8(colour.paletteIndex))
        case .ansi16: self = .sixteen(UInt8(colour.sixteenIndex))
        case .none: self = .none
        }
    }

    /// The colour it is on most terminals; nil for the terminal's own.
    public var colour: Colour? {
        switch code >> 24 {
        case 1: Colour(hex: code)
        case 2: Colour(paletteEntry: Int(code & 255))
        case 3: Colour.sixteen[Int(code & 15)]
        default: nil
        }
    }

    /// Writes the parameters of the "select graphic rendition" code that sets it: at most 16 bytes.
    @inline(__always)
    func writeParameters(to writer: inout ByteWriter, isBackground: Bool) {
        let value = code & 0xFF_FFFF
        switch code >> 24 {
        case 1:
            // `38;2;` and `48;2;`.
            writer.write(isBackground ? 0x3B_323B_3834 : 0x3B_323B_3833, count: 5)
            writer.write(decimal: value >> 16)
            writer.write(UInt8(ascii: ";"))
            writer.write(decimal: value >> 8 & 255)
            writer.write(UInt8(ascii: ";"))
            writer.write(decimal: value & 255)
        case 2:
            // `38;5;` and `48;5;`.
            writer.write(isBackground ? 0x3B_353B_3834 : 0x3B_353B_3833, count: 5)
            writer.write(decimal: value)
        case 3: writer.write(decimal: (isBackground ? 40 : 30) + (value < 8 ? value : 52 + value))
        default: writer.write(decimal: isBackground ? 49 : 39)
        }
    }
}
