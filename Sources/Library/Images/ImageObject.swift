import Arrays
import ImageFiles
import Interpreter

/// An image as a script sees it: Pillow's `Image`.
final class ImageObject: HostObject {
    /// The pixels, which some methods change.
    var raster: Raster
    /// The kind of file it comes from; nil for one that was made.
    private let format: ImageFile.Format?

    init(_ raster: Raster, _ format: ImageFile.Format? = nil) {
        self.raster = raster
        self.format = format
    }

    var typeObject: TypeObject { ImageObject.imageType }
    static let imageType = TypeObject("Image", module: "PIL.Image", "An image of Pillow.", attributes: table)

    func repr() -> String {
        "<PIL.Image.Image image mode=\(raster.mode.rawValue) size=\(raster.width)x\(raster.height)>"
    }

    var documentation: String? {
        "An image of \(raster.width)×\(raster.height) pixels, mode \(raster.mode.rawValue)."
    }

    /// The pixels, for functions that take arrays.
    func array() throws(RaisedError) -> NumericArray { try raising { try raster.array() } }

    private static let table = AttributeTable(
        of: ImageObject.self,
        [
            .value("mode", "What pixels are made of: L, RGB, RGBA, P, …") { .string($0.raster.mode.rawValue) },
            .value("size", "Width and height.") { .tuple([.int($0.raster.width), .int($0.raster.height)]) },
            .value("width", "Pixels of a row.") { .int($0.raster.width) },
            .value("height", "Number of rows.") { .int($0.raster.height) },
            .value("format", "The kind of file it comes from, or None.") {
                $0.format.map { .string($0.rawValue) } ?? .none
            },
            .method("Image.load()", "Nothing: the file is read already.") { _, _, _ in .none },
            .method("Image.close()", "Nothing: the file is closed already.") { _, _, _ in .none },
            .method("Image.copy()", "The same image.") { image, _, _ in .host(ImageObject(image.raster)) },
            .method("Image.getbands()", "The names of the channels.") { image, _, _ in
                .tuple(image.bands.map(Value.string))
            },
            .method("Image.convert(mode, !matrix=None, !dither=None, !palette=0, !colors=256)", "In another mode.") {
                image, arguments, _ in
                .host(ImageObject(try image.converted(to: try arguments.string("mode"))))
            },
            .method(
                "Image.resize(size, resample=None, box=None, !reducing_gap=None)",
                "In another size; `resample` is a constant such as Image.BILINEAR, bicubic without one."
            ) { image, arguments, _ in
                let size = try ImageObject.pair(arguments["size"], "size", least: 1)
                return .host(
                    try image.resized(
                        width: size.0, height: size.1, by: try ImageObject.filter(arguments.optional("resample")),
                        box: try arguments.optional("box").map { try image.box($0) }))
            },
            .method("Image.crop(box)", "The part from (left, top) to (right, bottom).") { image, arguments, _ in
                .host(try image.cropped(arguments["box"]))
            },
            .method("Image.save(fp, format=None, **params)", "Writes a PNG or JPEG file.") {
                image, arguments, interpreter in
                try image.save(
                    to: try arguments.path("fp", interpreter), format: try arguments.optionalString("format"),
                    options: arguments.keywordRest, interpreter.library)
                return .none
            },
        ] + pixelMethods)

    /// The names of the channels.
    var bands: [String] {
        switch raster.mode {
        case .rgb, .rgba, .cmyk, .greyAlpha: raster.mode.rawValue.map { String($0) }
        default: [raster.mode.rawValue]
        }
    }

    /// The image in the mode of that name.
    func converted(to name: String) throws(RaisedError) -> Raster {
        guard let mode = Raster.Mode(rawValue: name), let result = raster.converted(to: mode) else {
            throw RaisedError(
                .valueError, "images of mode \(raster.mode.rawValue) are not converted to '\(name)' here",
                hint: "there are L, LA, RGB and RGBA")
        }
        return result
    }

    /// The image in another size.
    /// - Throws: MemoryError for a size that does not fit.
    func resized(
        width: Int, height: Int, by filter: Resampling, box: CropBox? = nil
    ) throws(RaisedError) -> ImageObject {
        _ = try raising { try NumericArray.checkedCount([height, max(width, raster.width), raster.mode.channels]) }
        _ = try raising { try NumericArray.checkedCount([max(height, raster.height), width, raster.mode.channels]) }
        return ImageObject(raster.resized(width: width, height: height, by: filter, box: box))
    }

    /// A part of the image; what lies beyond it is black.
    private func cropped(_ value: Value) throws(RaisedError) -> ImageObject {
        let ends = try ArrayObject.sizes(value)
        guard ends.count == 4, ends.allSatisfy({ $0.magnitude <= 1 << 30 }) else {
            throw RaisedError(.valueError, "a box is (left, top, right, bottom), not \(value.repr)")
        }
        guard ends[2] >= ends[0] else { throw RaisedError(.valueError, "Coordinate 'right' is less than 'left'") }
        guard ends[3] >= ends[1] else { throw RaisedError(.valueError, "Coordinate 'lower' is less than 'upper'") }
        let (width, height) = (ends[2] - ends[0], ends[3] - ends[1])
        guard width > 0, height > 0 else { throw RaisedError(.valueError, "a part of no pixels, \(value.repr)") }
        if ends[0] >= 0, ends[1] >= 0, ends[2] <= raster.width, ends[3] <= raster.height {
            return ImageObject(
                raster.cropped(to: CropBox(left: ends[0], top: ends[1], width: width, height: height)))
        }
        _ = try raising { try NumericArray.checkedCount([height, width, raster.mode.channels]) }
        let ground = Raster(
            raster.mode, width: width, height: height,
            bytes: [UInt8](repeating: 0, count: width * height * raster.mode.pixelBytes), palette: raster.palette)
        return ImageObject(ground.pasting(raster, left: -ends[0], top: -ends[1]))
    }

    // MARK: Arguments

    /// Two whole numbers, `(width, height)`.
    static func pair(_ value: Value, _ name: String, least: Int) throws(RaisedError) -> (Int, Int) {
        let sizes = try ArrayObject.sizes(value)
        guard sizes.count == 2, sizes.allSatisfy({ $0 >= least && $0 <= 1 << 30 }) else {
            throw RaisedError(
                .valueError, "`\(name)` must be two whole numbers of at least \(least), not \(value.repr)")
        }
        return (sizes[0], sizes[1])
    }

    /// `(left, top, right, bottom)`, within the image.
    private func box(_ value: Value) throws(RaisedError) -> CropBox {
        let ends = try ArrayObject.sizes(value)
        guard ends.count == 4, 0 <= ends[0], ends[0] < ends[2], ends[2] <= raster.width, 0 <= ends[1],
            ends[1] < ends[3], ends[3] <= raster.height
        else {
            throw RaisedError(
                .valueError, "a box is (left, top, right, bottom) within the image, not \(value.repr)",
                hint: "the image is \(raster.width) pixels wide and \(raster.height) high")
        }
        return CropBox(left: ends[0], top: ends[1], width: ends[2] - ends[0], height: ends[3] - ends[1])
    }

    /// Pillow's numbers of its filters.
    static let filters: [(name: String, number: Int, filter: Resampling)] = [
        ("NEAREST", 0, .nearest), ("LANCZOS", 1, .lanczos), ("BILINEAR", 2, .bilinear), ("BICUBIC", 3, .bicubic),
        ("BOX", 4, .box), ("HAMMING", 5, .hamming),
    ]

    static func filter(_ value: Value?) throws(RaisedError) -> Resampling {
        guard let value else { return .bicubic }
        guard case .int(let number) = value, let known = filters.first(where: { $0.number == number }) else {
            throw RaisedError(
                .valueError, "Unknown resampling filter (\(value.repr)).",
                hint: "there are " + filters.map { "Image.\($0.name)" }.joined(separator: ", "))
        }
        return known.filter
    }

    // MARK: Files

    /// Writes the image as a file.
    /// - Parameters:
    ///   - format: `png` or `jpeg`; nil for what the name ends in.
    ///   - options: further arguments; JPEG has `quality`.
    func save(
        to path: String, format: String?, options: [(name: String, value: Value)], _ library: LibraryContext
    ) throws(RaisedError) {
        let ending =
            (format ?? path.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init) ?? "")
            .lowercased()
        switch ending {
        case "png":
            try refuse(options, "PNG")
            guard let file = PNG.encode(raster) else { throw unwritable("PNG") }
            try library.write(file, to: path)
        case "jpg", "jpeg":
            var quality = 75
            for (name, value) in options where name == "quality" { quality = try value.wholeNumber() }
            guard (1...100).contains(quality) else { throw RaisedError(.valueError, "`quality` must be from 1 to 100") }
            try refuse(options.filter { $0.name != "quality" }, "JPEG")
            let plain = raster.mode == .bilevel ? raster.converted(to: .grey) ?? raster : raster
            guard let file = JPEG.encode(plain, quality: quality) else { throw unwritable("JPEG") }
            try library.write(file, to: path)
        default:
            throw RaisedError(
                .valueError, "unknown file extension: \(ending.isEmpty ? "''" : ".\(ending)")",
                hint: "images are written as .png, .jpg and .jpeg")
        }
    }

    private func refuse(_ options: [(name: String, value: Value)], _ format: String) throws(RaisedError) {
        guard let option = options.first else { return }
        throw RaisedError(.typeError, "`\(option.name)` is not implemented for \(format) files")
    }

    private func unwritable(_ format: String) -> RaisedError {
        RaisedError(
            .osError, "cannot write mode \(raster.mode.rawValue) as \(format)", hint: "convert(\"RGB\") first")
    }
}
