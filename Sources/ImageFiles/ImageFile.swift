/// An image as it was read from a file.
public struct ImageFile: Sendable {
    /// The kinds of files that are read.
    public enum Format: String, Sendable {
        case png = "PNG"
        case jpeg = "JPEG"
        /// Portable bitmaps, greymaps and pixmaps.
        case pnm = "PPM"
    }

    /// The kind of file.
    public let format: Format
    /// The pixels, as they are stored.
    public let raster: Raster
    /// How a viewer is asked to turn the image: 1 for not at all, 2…8 as EXIF numbers them. The pixels are not turned.
    public let orientation: Int
    /// A fault that was read over; nil where there was none.
    public let fault: String?

    /// What reading may take, and when it ends early.
    public struct Limits: Sendable {
        /// Refuses an amount of memory, in bytes, by an error of the caller's own.
        public let requireMemory: @Sendable (_ bytes: Int) throws -> Void
        /// Whether the work is to end; asked now and then.
        public let isStopped: @Sendable @convention(c) () -> Int32

        /// Limits of the caller's.
        public init(
            requireMemory: @escaping @Sendable (_ bytes: Int) throws -> Void,
            isStopped: @escaping @Sendable @convention(c) () -> Int32
        ) {
            self.requireMemory = requireMemory
            self.isStopped = isStopped
        }
    }

    /// Reads a file of any of the formats, by its first bytes.
    /// - Throws: `ImageError`, and what `limits` throws.
    public init(_ bytes: [UInt8], limits: Limits) throws {
        guard let format = ImageFile.format(of: bytes) else { throw ImageError.unknownFormat }
        self.format = format
        switch format {
        case .png: (raster, fault) = try CodedImage.png.read(bytes, limits)
        case .jpeg: (raster, fault) = try CodedImage.jpeg.read(bytes, limits)
        case .pnm:
            var reader = PNMReader(bytes)
            (raster, fault) = (try reader.read(limits), nil)
        }
        orientation = Orientation.find(in: bytes, format) ?? 1
    }

    private static func format(of bytes: [UInt8]) -> Format? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.count > 2, bytes[0] == UInt8(ascii: "P"), (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[1]) {
            return .pnm
        }
        return nil
    }
}

/// Why a file is no image that can be read.
public enum ImageError: Error, Hashable, Sendable {
    /// It begins as none of the formats does.
    case unknownFormat
    /// It is damaged, or of a kind that is not read.
    case bad(String)
    /// The caller asked to stop.
    case stopped

    /// What is wrong, as the end of a sentence about the file.
    public var reason: String {
        switch self {
        case .unknownFormat: "it is neither PNG, JPEG, PPM, PGM nor PBM"
        case .bad(let reason): reason
        case .stopped: "reading was interrupted"
        }
    }
}
