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

    /// Adds the parameters of the "select graphic rendition" code that sets it.
    func appendParameters(to bytes: inout [UInt8], isBackground: Bool) {
        switch code >> 24 {
        case 1:
            bytes.append(isBackground ? UInt8(ascii: "4") : UInt8(ascii: "3"))
            bytes.append(UInt8(ascii: "8"))
            bytes.append(UInt8(ascii: ";"))
            bytes.append(UInt8(ascii: "2"))
            bytes.append(UInt8(ascii: ";"))
            bytes.appendDecimal(Int(code >> 16 & 255))
            bytes.append(UInt8(ascii: ";"))
            bytes.appendDecimal(Int(code >> 8 & 255))
            bytes.append(UInt8(ascii: ";"))
            bytes.appendDecimal(Int(code & 255))
        case 2:
            bytes.append(isBackground ? UInt8(ascii: "4") : UInt8(ascii: "3"))
            bytes.append(UInt8(ascii: "8"))
            bytes.append(UInt8(ascii: ";"))
            bytes.append(UInt8(ascii: "5"))
            bytes.append(UInt8(ascii: ";"))
            bytes.appendDecimal(Int(code & 255))
        case 3:
            let index = Int(code & 15)
            bytes.appendDecimal((isBackground ? 40 : 30) + (index < 8 ? index : 52 + index))
        default: bytes.appendDecimal(isBackground ? 49 : 39)
        }
    }
}

extension [UInt8] {
    /// Adds a number from 0 to 999 in decimal digits.
    @inline(__always)
    mutating func appendDecimal(_ number: Int) {
        let zero = UInt8(ascii: "0")
        if number >= 100 { append(zero + UInt8(truncatingIfNeeded: number / 100 % 10)) }
        if number >= 10 { append(zero + UInt8(truncatingIfNeeded: number / 10 % 10)) }
        append(zero + UInt8(truncatingIfNeeded: number % 10))
    }
}
