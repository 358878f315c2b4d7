import ImageFiles
import Interpreter
import PythonText

/// Colours as scripts give them to Pillow: a number, a tuple of one for each channel, or text such as `"red"` and `"#ff8000"`.
enum ImageColour {
    /// HTML's sixteen names and a few more.
    private static let names: [String: UInt32] = [
        "black": 0x000000, "silver": 0xC0C0C0, "gray": 0x808080, "grey": 0x808080, "white": 0xFFFFFF,
        "maroon": 0x800000, "red": 0xFF0000, "purple": 0x800080, "fuchsia": 0xFF00FF, "magenta": 0xFF00FF,
        "green": 0x008000, "lime": 0x00FF00, "olive": 0x808000, "yellow": 0xFFFF00, "navy": 0x000080, "blue": 0x0000FF,
        "teal": 0x008080, "aqua": 0x00FFFF, "cyan": 0x00FFFF, "orange": 0xFFA500, "pink": 0xFFC0CB, "brown": 0xA52A2A,
    ]

    /// The bytes of a pixel of that colour.
    static func bytes(_ value: Value, _ mode: Raster.Mode) throws(RaisedError) -> [UInt8] {
        switch value {
        case .none: return [UInt8](repeating: 0, count: mode.pixelBytes)
        case .string(let text): return try bytes(try named(text), mode)
        case .tuple(let items): return try channels(items, value, mode)
        case .list(let list): return try channels(list.items, value, mode)
        case .float(let value) where mode.channels == 1 && value.magnitude < 1e9: return number(Int(value), mode)
        default:
            let number = try value.wholeNumber()
            if mode.channels == 1 { return ImageColour.number(number, mode) }
            // One number holds all channels of a colour, the first in its lowest byte.
            return (0..<mode.channels).map { channel in
                let place = mode == .greyAlpha && channel == 1 ? 3 : channel
                return UInt8(truncatingIfNeeded: number >> (8 * place))
            }
        }
    }

    /// The value that a script sees of a pixel's bytes.
    static func value(_ bytes: [UInt8], _ mode: Raster.Mode) -> Value {
        if mode.isWide { return .int(Int(bytes[0]) | Int(bytes[1]) << 8) }
        return bytes.count == 1 ? .int(Int(bytes[0])) : .tuple(bytes.map { .int(Int($0)) })
    }

    private static func number(_ number: Int, _ mode: Raster.Mode) -> [UInt8] {
        switch mode {
        case .bilevel: return [number == 0 ? 0 : 255]
        case .grey16, .integer:
            let kept = max(0, min(65535, number))
            return [UInt8(kept & 255), UInt8(kept >> 8)]
        default: return [clipped(number)]
        }
    }

    private static func clipped(_ number: Int) -> UInt8 { UInt8(max(0, min(255, number))) }

    private static func channels(
        _ items: [Value], _ value: Value, _ mode: Raster.Mode
    ) throws(RaisedError) -> [UInt8] {
        var numbers: [Int] = []
        for item in items { numbers.append(try item.wholeNumber()) }
        let count = mode.channels
        if count == 1, numbers.count == 1 { return number(numbers[0], mode) }
        // Colours may have an opacity that the image has no place for, or lack one.
        switch (mode, numbers.count) {
        case (.rgb, 4): numbers.removeLast()
        case (.rgba, 3), (.greyAlpha, 1): numbers.append(255)
        case _ where count > 1 && numbers.count == count: break
        default:
            throw RaisedError(
                .typeError, "color must be int or tuple of \(count) for mode \(mode.rawValue), not \(value.repr)")
        }
        return numbers.map(clipped)
    }

    /// A colour that text describes, in the channels of a mode.
    private static func bytes(_ colour: [UInt8], _ mode: Raster.Mode) throws(RaisedError) -> [UInt8] {
        let rgba = Raster(.rgba, width: 1, height: 1, bytes: colour)
        if mode == .bilevel { return [(rgba.converted(to: .grey)?.bytes[0] ?? 0) < 128 ? 0 : 255] }
        guard let pixel = rgba.converted(to: mode) else {
            throw RaisedError(.valueError, "a colour in words has no value in images of mode \(mode.rawValue)")
        }
        return pixel.bytes
    }

    /// Red, green, blue and opacity.
    private static func named(_ text: String) throws(RaisedError) -> [UInt8] {
        let name = text.lowercased()
        if let colour = names[name] { return [16, 8, 0].map { UInt8(truncatingIfNeeded: colour >> $0) } + [255] }
        let digits = name.dropFirst()
        if name.first == "#", digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) {
            switch digits.count {
            case 3: return [8, 4, 0].map { UInt8(number >> $0 & 15) * 17 } + [255]
            case 4: return [12, 8, 4, 0].map { UInt8(number >> $0 & 15) * 17 }
            case 6: return [16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } + [255]
            case 8: return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
            default: break
            }
        }
        throw RaisedError(
            .valueError, "unknown color specifier: '\(text)'",
            hint: nearestName(to: name, in: names.keys).map { "did you mean '\($0)'?" }
                ?? "'#rrggbb', or a name such as 'white', 'red' or 'orange'")
    }
}
