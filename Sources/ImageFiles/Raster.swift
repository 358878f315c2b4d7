/// Pixels in rows and columns, in one of the forms that files have them in; the names are Pillow's modes.
public struct Raster: Hashable, Sendable {
    /// What the bytes of a pixel mean.
    public enum Mode: String, CaseIterable, Sendable {
        /// Black or white: one byte, 0 or 255.
        case bilevel = "1"
        /// Grey.
        case grey = "L"
        /// Grey and opacity.
        case greyAlpha = "LA"
        /// A place in the palette.
        case palette = "P"
        /// Red, green and blue.
        case rgb = "RGB"
        /// Red, green, blue and opacity.
        case rgba = "RGBA"
        /// Cyan, magenta, yellow and black.
        case cmyk = "CMYK"
        /// Grey of 16 bits, in two bytes, the lower one first.
        case grey16 = "I;16"
        /// Grey of 16 bits that Pillow gives as int32; two bytes, the lower one first.
        case integer = "I"

        /// The channels of a pixel.
        public var channels: Int {
            switch self {
            case .bilevel, .grey, .palette, .grey16, .integer: 1
            case .greyAlpha: 2
            case .rgb: 3
            case .rgba, .cmyk: 4
            }
        }

        /// The bytes of a pixel.
        public var pixelBytes: Int { isWide ? 2 : channels }

        /// Whether a channel has 16 bits.
        public var isWide: Bool { self == .grey16 || self == .integer }
    }

    /// What the bytes mean.
    public let mode: Mode
    /// The pixels of a row.
    public let width: Int
    /// The number of rows.
    public let height: Int
    /// The pixels, row by row.
    public internal(set) var bytes: [UInt8]
    /// The colours that pixels of mode `palette` stand for.
    public let palette: Palette

    /// Colours by number.
    public struct Palette: Hashable, Sendable {
        /// Red, green and blue of each entry.
        public var colours: [UInt8] = []
        /// The opacities of the first entries; empty where all are opaque.
        public var opacities: [UInt8] = []

        /// Colours and opacities by number.
        public init(colours: [UInt8] = [], opacities: [UInt8] = []) {
            (self.colours, self.opacities) = (colours, opacities)
        }

        /// An entry; black where there is none.
        subscript(_ entry: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8, opacity: UInt8) {
            let place = 3 * Int(entry)
            let opacity = Int(entry) < opacities.count ? opacities[Int(entry)] : 255
            guard place + 2 < colours.count else { return (0, 0, 0, opacity) }
            return (colours[place], colours[place + 1], colours[place + 2], opacity)
        }
    }

    /// An image of bytes that are there already.
    /// - Parameter bytes: `width` × `height` pixels of the mode.
    public init(_ mode: Mode, width: Int, height: Int, bytes: [UInt8], palette: Palette = Palette()) {
        precondition(bytes.count == width * height * mode.pixelBytes, "pixels that are not those of the size")
        self.mode = mode
        self.width = width
        self.height = height
        self.bytes = bytes
        self.palette = palette
    }
}
