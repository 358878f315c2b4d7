import Arrays
import ImageFiles
import Interpreter
import Layers

/// The functions of `keras.utils` that read, convert and write images.
enum KerasImages {
    static func all(_ library: LibraryContext) -> [BuiltinFunction] {
        [loading(library), imageToArray(library), arrayToImage(library), saving(library)]
    }

    private static func loading(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "load_img(path, color_mode='rgb', target_size=None, interpolation='nearest', keep_aspect_ratio=False, *, "
                + "grayscale=False)", "Reads an image file, in colours or grey, in its size or another."
        ) { arguments, _ in
            guard case .string(let path) = arguments["path"] else {
                throw RaisedError(
                    .typeError, "path should be path-like or io.BytesIO, not <class '\(arguments["path"].typeName)'>")
            }
            let file = try library.image(at: path)
            // Keras 2 had an argument of its own for grey.
            let colourMode = try arguments.bool("grayscale") ? "grayscale" : try arguments.string("color_mode")
            var image = ImageObject(file.raster, file.format)
            switch colourMode {
            case "grayscale": if !file.raster.mode.isWide { image = ImageObject(try image.converted(to: "L")) }
            case "rgba": image = ImageObject(try image.converted(to: "RGBA"))
            case "rgb": image = ImageObject(try image.converted(to: "RGB"))
            default:
                throw RaisedError(.valueError, "color_mode must be \"grayscale\", \"rgb\", or \"rgba\"")
            }
            guard let target = arguments.optional("target_size") else { return .host(image) }
            let (height, width) = try ImageObject.pair(target, "target_size", least: 1)
            guard (width, height) != (image.raster.width, image.raster.height) else { return .host(image) }
            let name = try arguments.string("interpolation")
            guard let filter = Resampling(rawValue: name) else {
                throw RaisedError(
                    .valueError,
                    "Invalid interpolation method \(name) specified. Supported methods are nearest, bilinear, bicubic, "
                        + "hamming, box, lanczos")
            }
            let box =
                try arguments.bool("keep_aspect_ratio")
                ? CropBox(middleOf: image.raster.width, image.raster.height, withProportionsOf: width, height) : nil
            return .host(try image.resized(width: width, height: height, by: filter, box: box))
        }
    }

    private static func imageToArray(_ library: LibraryContext) -> BuiltinFunction {
        .python("img_to_array(img, data_format=None, dtype=None)", "An image as an array of float32, with three axes.")
        {
            arguments, interpreter in
            let type = try arguments.optional("dtype").map { try TypeNameObject.type($0) } ?? .float32
            let array = try ArrayObject.array(from: arguments["img"], type: type, interpreter)
            guard array.rank == 2 || array.rank == 3 else {
                throw RaisedError(
                    .valueError, "Unsupported image shape: \(Value.tuple(array.shape.map(Value.int)).repr)")
            }
            let whole = try array.rank == 3 ? array : array.reshaped(array.shape + [1])
            let isFirst = try dataFormat(arguments["data_format"], library) == .channelsFirst
            return .host(ArrayObject(isFirst ? try whole.transposed([2, 0, 1]) : whole))
        }
    }

    private static func arrayToImage(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "array_to_img(x, data_format=None, scale=True, dtype=None)",
            "An array with three axes as an image; `scale` stretches its values to 0…255."
        ) { arguments, interpreter in
            .host(
                try image(
                    of: arguments["x"], dataFormat: arguments["data_format"], scale: try arguments.bool("scale"),
                    type: try arguments.optional("dtype").map { try TypeNameObject.type($0) } ?? .float32, interpreter))
        }
    }

    private static func saving(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "save_img(path, x, data_format=None, file_format=None, scale=True, **kwargs)",
            "Writes an array with three axes as an image file; `scale` stretches its values to 0…255."
        ) { arguments, interpreter in
            var image = try image(
                of: arguments["x"], dataFormat: arguments["data_format"], scale: try arguments.bool("scale"),
                type: .float32, interpreter)
            let path = try arguments.path("path", interpreter)
            let format = try arguments.optionalString("file_format")
            let ending = (format ?? path).lowercased()
            if image.raster.mode == .rgba, ending.hasSuffix("jpg") || ending.hasSuffix("jpeg") {
                library.note(.text("The JPEG format does not support RGBA images, converting to RGB."))
                image = ImageObject(try image.converted(to: "RGB"))
            }
            try image.save(to: path, format: format, options: arguments.keywordRest, library)
            return .none
        }
    }

    /// The image of an array, computed in the array's type as numpy does.
    private static func image(
        of value: Value, dataFormat format: Value, scale: Bool, type: NumericType, _ interpreter: Interpreter
    ) throws -> ImageObject {
        let library = interpreter.library
        var array = try ArrayObject.array(from: value, type: type, interpreter)
        guard array.rank == 3 else {
            throw RaisedError(
                .valueError,
                "Expected image array to have rank 3 (single image). Got array with shape: "
                    + Value.tuple(array.shape.map(Value.int)).repr)
        }
        if try dataFormat(format, library) == .channelsFirst { array = try array.transposed([1, 2, 0]) }
        guard [1, 3, 4].contains(array.shape[2]) else {
            throw RaisedError(.valueError, "Unsupported channel number: \(array.shape[2])")
        }
        guard array.count > 0 else { throw RaisedError(.valueError, "an image has one pixel at least") }
        if scale {
            guard type.isFloat else {
                throw RaisedError(
                    .typeError, "`scale` divides, which numbers of type \(type.rawValue) do not allow in place",
                    hint: "leave dtype out, or scale=False")
            }
            array = try stretched(array, type)
        }
        if array.shape[2] == 1 {
            array = try array.reshaped([array.shape[0], array.shape[1]])
            if (array.doubles.max() ?? 0) > 255, let wide = Raster(try array.converted(to: .int32)) {
                return ImageObject(wide)
            }
        }
        guard let raster = Raster(try array.converted(to: .uint8)) else {
            throw RaisedError(.valueError, "no image has the shape \(array.shape)")
        }
        return ImageObject(raster)
    }

    /// Values from 0 to 255 instead of from the least to the greatest; each step is rounded to the type.
    private static func stretched(_ array: NumericArray, _ type: NumericType) throws -> NumericArray {
        let values = array.doubles
        func rounded(_ value: Double) -> Double {
            switch type {
            case .float16: Double(Float16(value))
            case .float32: Double(Float(value))
            default: value
            }
        }
        // As in numpy, one NaN makes all of them NaN.
        func extreme(_ values: [Double], _ choose: (Double, Double) -> Double) -> Double {
            values.contains { $0.isNaN } ? .nan : values.reduce(values[0], choose)
        }
        let least = extreme(values, min)
        var moved = values.map { rounded($0 - least) }
        let most = extreme(moved, max)
        if most != 0 { moved = moved.map { rounded($0 / most) } }
        return try NumericArray(shape: array.shape, doubles: moved.map { rounded($0 * 255) })
    }

    private static func dataFormat(_ value: Value, _ library: LibraryContext) throws(RaisedError) -> DataFormat {
        switch value {
        case .none: return library.network.settings.imageDataFormat
        case .string(let text):
            if let format = DataFormat(rawValue: text.lowercased()) { return format }
            fallthrough
        default:
            throw RaisedError(
                .valueError,
                "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: "
                    + "data_format=\(value.repr)")
        }
    }
}
