import Arrays
import ImageFiles
import Interpreter

/// What Pillow's images do with pixels, channels and places.
extension ImageObject {
    /// Methods that turn images, make them smaller, and read and write pixels.
    static var pixelMethods: [HostAttribute<ImageObject>] {
        [
            .method(
                "Image.rotate(angle, resample=0, expand=0, center=None, translate=None, fillcolor=None)",
                "Turned against the clock by some degrees; `resample` is Image.NEAREST, BILINEAR or BICUBIC."
            ) { image, arguments, _ in .host(try image.rotated(arguments)) },
            .method("Image.transpose(method)", "Reflected, or turned by quarters: Image.FLIP_LEFT_RIGHT and others.") {
                image, arguments, _ in
                guard case .int(let number) = arguments["method"], let how = Transposition(rawValue: number) else {
                    throw RaisedError(
                        .valueError, "unknown transpose method: \(arguments["method"].repr)",
                        hint: "there are " + Transposition.allCases.map { "Image.\($0.name)" }.joined(separator: ", "))
                }
                return .host(ImageObject(image.raster.transposed(how)))
            },
            .method(
                "Image.thumbnail(size, resample=3, reducing_gap=2.0)",
                "Makes this image smaller, so that it fits, with its proportions; files are read in full, which Pillow does not for JPEG."
            ) { image, arguments, _ in
                try image.shrink(arguments)
                return .none
            },
            .method("Image.getpixel(xy)", "The value of a pixel.") { image, arguments, _ in
                let (column, row) = try image.place(arguments["xy"])
                return ImageColour.value(image.raster.pixel(column, row), image.raster.mode)
            },
            .method("Image.putpixel(xy, value)", "Changes a pixel.") { image, arguments, _ in
                let (column, row) = try image.place(arguments["xy"])
                let bytes = try ImageColour.bytes(arguments["value"], image.raster.mode)
                image.raster.set(column, row, to: bytes)
                return .none
            },
            .method("Image.paste(im, box=None, mask=None)", "Puts another image, or a colour, on this one.") {
                image, arguments, _ in
                try image.paste(arguments)
                return .none
            },
            .method("Image.split()", "The channels, as images in grey.") { image, _, _ in
                .tuple(image.raster.channels.map { .host(ImageObject($0)) })
            },
            .method("Image.getchannel(channel)", "One channel, by its number or its name.") { image, arguments, _ in
                let channels = image.raster.channels
                let index: Int
                if case .string(let name) = arguments["channel"] {
                    guard let found = image.bands.firstIndex(of: name) else {
                        throw RaisedError(.valueError, "The image has no channel \"\(name)\"")
                    }
                    index = found
                } else {
                    index = try arguments.int("channel")
                }
                guard channels.indices.contains(index) else {
                    throw RaisedError(.valueError, "band index out of range")
                }
                return .host(ImageObject(channels[index]))
            },
            .method("Image.getextrema()", "The least and the greatest value of each channel.") { image, _, _ in
                let ranges = image.raster.extrema.map { Value.tuple([.int($0.lowerBound), .int($0.upperBound)]) }
                return ranges.count == 1 ? ranges[0] : .tuple(ranges)
            },
        ]
    }

    // MARK: Turning

    private func rotated(_ arguments: Arguments) throws(RaisedError) -> ImageObject {
        var rotation = Rotation(angle: try arguments.number("angle"))
        guard rotation.angle.isFinite else { throw RaisedError(.valueError, "`angle` must be a finite number") }
        rotation.filter = try ImageObject.filter(arguments["resample"])
        guard [.nearest, .bilinear, .bicubic].contains(rotation.filter) else {
            throw RaisedError(
                .valueError, "Image.\(rotation.filter.rawValue.uppercased()) cannot be used.",
                hint: "use Image.NEAREST, Image.BILINEAR or Image.BICUBIC")
        }
        guard !raster.mode.isWide || rotation.filter == .nearest else { throw unfiltered() }
        rotation.expands = try arguments["expand"].truth()
        rotation.center = try ImageObject.point(arguments.optional("center"), "center")
        rotation.translation = try ImageObject.point(arguments.optional("translate"), "translate")
        if let colour = arguments.optional("fillcolor") { rotation.fill = try ImageColour.bytes(colour, raster.mode) }
        let size = raster.size(rotatedBy: rotation)
        _ = try raising { try NumericArray.checkedCount([size.height, size.width, raster.mode.channels]) }
        return ImageObject(raster.rotated(rotation))
    }

    private func unfiltered() -> RaisedError {
        RaisedError(
            .valueError, "images of mode \(raster.mode.rawValue) take the nearest pixel here",
            hint: "resample=Image.NEAREST")
    }

    private static func point(_ value: Value?, _ name: String) throws(RaisedError) -> (x: Double, y: Double)? {
        guard let value else { return nil }
        let items: [Value]
        switch value {
        case .tuple(let values): items = values
        case .list(let list): items = list.items
        default: items = []
        }
        var numbers: [Double] = []
        for item in items { numbers.append(try item.realNumber()) }
        guard numbers.count == 2, numbers.allSatisfy({ $0.magnitude < 1e9 }) else {
            throw RaisedError(.valueError, "`\(name)` must be two numbers, not \(value.repr)")
        }
        return (numbers[0], numbers[1])
    }

    private func shrink(_ arguments: Arguments) throws(RaisedError) {
        guard let size = try ImageObject.point(arguments["size"], "size"), size.x >= 1, size.y >= 1 else {
            throw RaisedError(.valueError, "`size` must be two numbers of at least 1, not \(arguments["size"].repr)")
        }
        let filter = try ImageObject.filter(arguments["resample"])
        let gap = try arguments.optional("reducing_gap").map { value throws(RaisedError) in try value.realNumber() }
        if let gap, !(gap >= 1) { throw RaisedError(.valueError, "reducing_gap must be 1.0 or greater") }
        guard let (width, height) = raster.thumbnailSize(within: Int(size.x), Int(size.y)) else { return }
        guard !raster.mode.isWide || filter == .nearest else { throw unfiltered() }
        raster =
            if let gap { raster.resized(width: width, height: height, by: filter, gap: gap) } else {
                raster.resized(width: width, height: height, by: filter)
            }
    }

    // MARK: Pixels

    /// A place within the image; negative ones count from the end.
    private func place(_ value: Value) throws(RaisedError) -> (column: Int, row: Int) {
        let place = try ArrayObject.sizes(value)
        guard place.count == 2 else { throw RaisedError(.typeError, "`xy` must be (x, y), not \(value.repr)") }
        let (column, row) = (
            place[0] < 0 ? place[0] + raster.width : place[0], place[1] < 0 ? place[1] + raster.height : place[1]
        )
        guard (0..<raster.width).contains(column), (0..<raster.height).contains(row) else {
            throw RaisedError(.indexError, "image index out of range")
        }
        return (column, row)
    }

    private func paste(_ arguments: Arguments) throws(RaisedError) {
        var (box, mask) = (arguments.optional("box"), arguments.optional("mask"))
        if let image = box, ImageObject.image(image) != nil {
            guard mask == nil else {
                throw RaisedError(.valueError, "If using second argument as mask, third argument must be None")
            }
            (box, mask) = (nil, image)
        }
        let opacities = try mask.map { value throws(RaisedError) in try ImageObject.opacities(value) }
        if raster.mode == .bilevel || raster.mode == .palette || raster.mode.isWide, let opacities,
            opacities.mode != .bilevel
        {
            throw RaisedError(
                .valueError,
                "images of mode \(raster.mode.rawValue) have no values between, which a mask of grey needs",
                hint: "a mask of mode 1, or convert this image first")
        }
        let source = ImageObject.image(arguments["im"])
        let ends = try box.map { value throws(RaisedError) in try ArrayObject.sizes(value) } ?? [0, 0]
        let natural = source.map { ($0.raster.width, $0.raster.height) } ?? opacities.map { ($0.width, $0.height) }
        let size: (Int, Int)
        switch (ends.count, natural) {
        case (4, _):
            guard ends.allSatisfy({ $0.magnitude <= 1 << 30 }), ends[2] > ends[0], ends[3] > ends[1] else {
                throw RaisedError(.valueError, "a box is (left, top, right, bottom), not \(box?.repr ?? "None")")
            }
            size = (ends[2] - ends[0], ends[3] - ends[1])
        case (2, let natural?): size = natural
        case (2, nil) where box == nil: size = (raster.width, raster.height)
        default: throw RaisedError(.valueError, "cannot determine region size; use 4-item box")
        }
        if let natural, natural != size { throw RaisedError(.valueError, "images do not match") }
        if let opacities, (opacities.width, opacities.height) != size {
            throw RaisedError(.valueError, "images do not match")
        }
        guard ends.allSatisfy({ $0.magnitude <= 1 << 30 }) else { return }
        let above: Raster
        if let source {
            above = try source.converted(to: raster.mode.rawValue)
        } else {
            _ = try raising { try NumericArray.checkedCount([size.1, size.0, raster.mode.channels]) }
            above = Raster(
                raster.mode, width: size.0, height: size.1,
                filledWith: try ImageColour.bytes(arguments["im"], raster.mode))
        }
        raster = raster.pasting(above, left: ends[0], top: ends[1], mask: opacities?.bytes)
    }

    /// How much of each pixel is taken: an image in grey, black and white, or the opacities of one that has some.
    private static func opacities(_ value: Value) throws(RaisedError) -> Raster {
        let mask = image(value)?.raster
        switch mask?.mode {
        case .grey?, .bilevel?: if let mask { return mask }
        case .rgba?, .greyAlpha?: if let mask, let last = mask.channels.last { return last }
        default: break
        }
        throw RaisedError(.valueError, "bad transparency mask", hint: "an image of mode L, 1, LA or RGBA")
    }

    private static func image(_ value: Value) -> ImageObject? {
        if case .host(let object) = value { object as? ImageObject } else { nil }
    }

    /// The image of a value.
    static func required(_ value: Value) throws(RaisedError) -> ImageObject {
        if let image = image(value) { return image }
        throw RaisedError(.typeError, "an image is needed, not '\(value.typeName)'")
    }

    // MARK: New images

    /// `Image.new(mode, size, color)`
    static func new(_ arguments: Arguments) throws(RaisedError) -> ImageObject {
        let mode = try mode(arguments, made: [.bilevel, .grey, .greyAlpha, .rgb, .rgba, .cmyk, .grey16, .integer])
        let (width, height) = try pair(arguments["size"], "size", least: 1)
        _ = try raising { try NumericArray.checkedCount([height, width, mode.channels]) }
        let pixel = try ImageColour.bytes(arguments["color"], mode)
        return ImageObject(Raster(mode, width: width, height: height, filledWith: pixel))
    }

    /// `Image.merge(mode, bands)`
    static func merge(_ arguments: Arguments, _ interpreter: Interpreter) throws(RaisedError) -> ImageObject {
        let mode = try mode(arguments, made: [.grey, .greyAlpha, .rgb, .rgba, .cmyk])
        var bands: [Raster] = []
        for item in try interpreter.items(of: arguments["bands"]) { bands.append(try required(item).raster) }
        guard bands.count == mode.channels else { throw RaisedError(.valueError, "wrong number of bands") }
        guard bands.allSatisfy({ $0.mode == .grey }) else { throw RaisedError(.valueError, "mode mismatch") }
        guard bands.allSatisfy({ $0.width == bands[0].width && $0.height == bands[0].height }) else {
            throw RaisedError(.valueError, "size mismatch")
        }
        return ImageObject(Raster(mode, channels: bands))
    }

    private static func mode(_ arguments: Arguments, made: [Raster.Mode]) throws(RaisedError) -> Raster.Mode {
        let name = try arguments.string("mode")
        if let mode = Raster.Mode(rawValue: name), made.contains(mode) { return mode }
        throw RaisedError(
            .valueError, "images of mode '\(name)' are not made here",
            hint: "there are \(made.map(\.rawValue).joined(separator: ", "))")
    }
}
