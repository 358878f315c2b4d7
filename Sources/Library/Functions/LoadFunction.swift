import Arrays
import ImageFiles
import Interpreter

/// `load("cat.png")`: the pixels of an image, or the numbers of a .npy or .npz file.
enum LoadFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "load(file)",
            "Reads an image (PNG, JPEG, PPM, PGM, PBM) as a uint8 array (height, width, channels), or a .npy or .npz file. There "
                + "are 1 channel for grey, 3 for colours, and one more for opacity; palettes become colours, CMYK becomes RGB, "
                + "and of 16 bits the upper 8 are kept."
        ) { arguments, interpreter in
            let path = try arguments.path("file", interpreter)
            let bytes = try library.bytes(of: path)
            if let numbers = try NumpyFiles.value(of: bytes, path) { return numbers }
            let raster = try library.image(bytes, path).raster
            if raster.mode.isWide {
                library.note(.text("\(path) has 16 bits a pixel, of which the upper 8 are kept"))
            }
            return .host(ArrayObject(try raising { try pixels(of: raster) }))
        }
    }

    /// The array (height, width, channels) of an image.
    private static func pixels(of raster: Raster) throws -> NumericArray {
        var plain = raster.withColours.upperBits
        if plain.mode == .cmyk { plain = plain.converted(to: .rgb) ?? plain }
        return try NumericArray(shape: [plain.height, plain.width, plain.mode.channels], bytes: plain.bytes)
    }
}
