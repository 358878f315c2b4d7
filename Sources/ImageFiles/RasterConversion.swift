extension Raster {
    /// The image in another mode, by the formulas of Pillow's `convert`.
    ///
    /// Grey is (19595 R + 38470 G + 7471 B + 2¹⁵) / 2¹⁶; colours of CMYK are (255 − K)(255 − C) / 255 and so on; 16-bit values
    /// above 255 become 255.
    /// - Returns: nil for a mode that nothing is converted to: `1`, `P`, `CMYK`, `I;16` and `I`.
    public func converted(to target: Mode) -> Raster? {
        if target == mode { return self }
        switch target {
        case .grey, .greyAlpha, .rgb, .rgba: return mapped(target)
        default: return nil
        }
    }

    /// The upper 8 bits of 16; other images as they are.
    public var upperBits: Raster {
        guard mode.isWide else { return self }
        return Raster(
            .grey, width: width, height: height,
            bytes: stride(from: 1, to: bytes.count, by: 2).map { bytes[$0] })
    }

    /// A pixel in colours.
    private struct Pixel {
        var red: UInt8
        var green: UInt8
        var blue: UInt8
        var opacity: UInt8 = 255

        var grey: UInt8 {
            if red == green, green == blue { return red }
            let sum = 19595 * UInt32(red) + 38470 * UInt32(green) + 7471 * UInt32(blue)
            return UInt8(truncatingIfNeeded: (sum + 0x8000) >> 16)
        }
    }

    private func mapped(_ target: Mode) -> Raster {
        var result: [UInt8] = []
        result.reserveCapacity(width * height * target.pixelBytes)
        for place in stride(from: 0, to: bytes.count, by: mode.pixelBytes) {
            let pixel = pixel(at: place)
            switch target {
            case .grey, .greyAlpha: result.append(pixel.grey)
            default:
                result.append(pixel.red)
                result.append(pixel.green)
                result.append(pixel.blue)
            }
            if target == .greyAlpha || target == .rgba { result.append(pixel.opacity) }
        }
        return Raster(target, width: width, height: height, bytes: result)
    }

    private func pixel(at place: Int) -> Pixel {
        switch mode {
        case .bilevel, .grey: return Pixel(red: bytes[place], green: bytes[place], blue: bytes[place])
        case .greyAlpha:
            return Pixel(red: bytes[place], green: bytes[place], blue: bytes[place], opacity: bytes[place + 1])
        case .grey16, .integer:
            let value = bytes[place + 1] == 0 ? bytes[place] : 255
            return Pixel(red: value, green: value, blue: value)
        case .palette:
            let entry = palette[bytes[place]]
            return Pixel(red: entry.red, green: entry.green, blue: entry.blue, opacity: entry.opacity)
        case .rgb: return Pixel(red: bytes[place], green: bytes[place + 1], blue: bytes[place + 2])
        case .rgba:
            return Pixel(
                red: bytes[place], green: bytes[place + 1], blue: bytes[place + 2], opacity: bytes[place + 3])
        case .cmyk:
            let light = 255 - bytes[place + 3]
            func part(_ ink: UInt8) -> UInt8 { light - Raster.product(ink, light) }
            return Pixel(red: part(bytes[place]), green: part(bytes[place + 1]), blue: part(bytes[place + 2]))
        }
    }

    /// a·b/255, rounded.
    static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        let sum = UInt32(a) * UInt32(b) + 128
        return UInt8(truncatingIfNeeded: ((sum >> 8) + sum) >> 8)
    }
}
