import Arrays
import ImageFiles
import Interpreter

/// The modules `PIL.Image` and `imageio`, as far as scripts around models use them.
enum ImageModules {
    /// The module `PIL.Image`.
    static func pillow(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("PIL.Image", documentation: "Images.") {
            Placeholder.member($0, of: "PIL.Image")
        }
        module["Image"] = .type(ImageObject.imageType)
        let resampling = ModuleObject("PIL.Image.Resampling", documentation: "Filters.")
        for filter in ImageObject.filters {
            module[filter.name] = .int(filter.number)
            resampling[filter.name] = .int(filter.number)
        }
        // Pillow's old name of its best filter.
        module["ANTIALIAS"] = .int(1)
        module["Resampling"] = .module(resampling)
        let transpositions = ModuleObject("PIL.Image.Transpose", documentation: "Reflections and turns by quarters.")
        for how in Transposition.allCases {
            module[how.name] = .int(how.rawValue)
            transpositions[how.name] = .int(how.rawValue)
        }
        module["Transpose"] = .module(transpositions)
        module.add([
            .python("open(fp, mode='r', !formats=None)", "Reads an image file.") { arguments, interpreter in
                let file = try library.image(at: try arguments.path("fp", interpreter))
                return .host(ImageObject(file.raster, file.format))
            },
            .python("new(mode, size, color=0)", "An image of one colour.") { arguments, _ in
                .host(try ImageObject.new(arguments))
            },
            .python("merge(mode, bands)", "An image of channels, which are images in grey.") {
                arguments, interpreter in .host(try ImageObject.merge(arguments, interpreter))
            },
            .python("fromarray(obj, mode=None)", "An image of an array of uint8, bool, uint16 or int32.") {
                arguments, interpreter in
                let array = try ArrayObject.array(from: arguments["obj"], interpreter)
                guard let raster = Raster(array) else {
                    throw RaisedError(
                        .typeError,
                        "Cannot handle this data type: \(Value.tuple(array.shape.map(Value.int)).repr), \(array.type.rawValue)",
                        hint: "(height, width), or (height, width, 2…4) of uint8: x.astype(\"uint8\")")
                }
                let image = ImageObject(raster)
                if let mode = try arguments.optionalString("mode"), mode != raster.mode.rawValue {
                    return .host(ImageObject(try image.converted(to: mode)))
                }
                return .host(image)
            },
        ])
        return module
    }

    /// The module `PIL`, whose other parts are outside this program.
    static func package(_ image: ModuleObject?) -> ModuleObject {
        let module = ModuleObject("PIL", documentation: "Images.") { Placeholder.member($0, of: "PIL") }
        if let image { module["Image"] = .module(image) }
        return module
    }

    /// The module `imageio`, and those of its versions 2 and 3.
    static func imageio(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("imageio", documentation: "Image files as arrays.") {
            Placeholder.member($0, of: "imageio")
        }
        for name in ["v2", "v3"] { module[name] = .module(module) }
        module.add([
            .python("imread(uri)", "The pixels of an image file; of a palette, the colours.") { arguments, _ in
                let raster = try library.image(at: try arguments.string("uri")).raster
                let shown = raster.mode == .palette ? raster.converted(to: .rgb) ?? raster : raster
                return .host(ArrayObject(try raising { try shown.array() }))
            },
            .python("imwrite(uri, im)", "Writes an array of uint8 as an image file.") { arguments, interpreter in
                let array = try ArrayObject.array(from: arguments["im"], interpreter)
                guard let raster = Raster(array) else {
                    throw RaisedError(
                        .typeError,
                        "no image has the shape \(Value.tuple(array.shape.map(Value.int)).repr) and the type \(array.type.rawValue)",
                        hint: "(height, width), or (height, width, 2…4) of uint8: x.astype(\"uint8\")")
                }
                try ImageObject(raster).save(to: try arguments.string("uri"), format: nil, options: [], library)
                return .none
            },
        ])
        return module
    }
}
