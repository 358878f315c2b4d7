import Arrays
import Inspection
import Interpreter

/// `save(c1, "maps.png")`: the picture that `show` draws as a file, or the numbers themselves.
enum SaveFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "save(tensor, file, channels=None, \(DrawingArguments.signature), background=None)",
            "Writes what show(tensor) draws to a .png or .svg file, or the numbers to a .npy file. The arguments are those of "
                + "show; a column of `width` has 8 pixels, and `background` is \"light\" or \"dark\"."
        ) { arguments, interpreter in
            guard case .string(let path) = arguments[1] else {
                throw RaisedError(.typeError, "a file is given by its name, not by '\(arguments[1].typeName)'")
            }
            if path.lowercased().hasSuffix(".npy") {
                library.emit(try saveNumbers(arguments, path, interpreter, library))
            } else {
                library.emit(try savePicture(arguments, path, interpreter, library))
            }
            return .none
        }
    }

    private static func savePicture(
        _ arguments: Arguments, _ path: String, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws -> SavedReport {
        guard let format = PictureFile.Format.allCases.first(where: { path.lowercased().hasSuffix("." + $0.rawValue) })
        else {
            throw RaisedError(
                .valueError, "save() does not know how to write '\(path)'",
                hint: "pictures go to .png and .svg files, numbers to .npy files")
        }
        let background = try DrawingArguments(arguments, of: "save").background()
        let report = try ShowFunction.report(on: arguments[0], arguments, of: "save", interpreter, library)
        let drawn = try library.draw(report, PictureFile(format: format, background: background))
        try library.write(drawn.bytes, to: path)
        return SavedReport(path: path, sizes: [drawn.width, drawn.height], unit: "pixels")
    }

    /// Whether it is a list with a tensor of a network in it.
    private static func holdsTensors(_ value: Value) -> Bool {
        let items: [Value]
        switch value {
        case .list(let list): items = list.items
        case .tuple(let values): items = values
        default: return false
        }
        return items.contains { if case .host(let object) = $0 { object is TensorObject } else { false } }
    }

    private static func saveNumbers(
        _ arguments: Arguments, _ path: String, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws -> SavedReport {
        if let name = DrawingArguments.names.first(where: { arguments.given($0) != nil }) {
            throw RaisedError(
                .typeError, "`\(name)` is an argument for pictures; a .npy file holds all numbers",
                hint: "save a part of them: save(x.numpy()[0], \"\(path)\")")
        }
        if holdsTensors(arguments[0]) {
            throw RaisedError(
                .typeError, "a .npy file holds one array, and this is a list of them",
                hint: "np.savez(\"\(path.dropLast(4)).npz\", a.numpy(), b.numpy()) saves several")
        }
        let array: NumericArray
        switch try Subject(arguments[0], of: "save", arrays: interpreter, library).kind {
        case .array(let numbers): array = numbers
        case .tensor(let tensor): array = try library.object(for: tensor).numbers()
        case .layer, .model:
            throw RaisedError(
                .typeError, "a .npy file holds one array, and '\(arguments[0].typeName)' may have several",
                hint: "np.savez(\"weights.npz\", *layer.get_weights()) saves all of them")
        }
        try library.write(try raising { try NpyFormat.encode(array) }, to: path)
        return SavedReport(path: path, sizes: array.shape, unit: array.type.rawValue)
    }
}

/// A picture that is to be drawn as a file.
public struct PictureFile {
    /// The kinds of files, by the ends of their names.
    public enum Format: String, CaseIterable, Sendable {
        case png, svg
    }

    /// A finished file.
    public struct Drawn {
        /// The file itself.
        public let bytes: [UInt8]
        /// The pixels from left to right.
        public let width: Int
        /// The pixels from top to bottom.
        public let height: Int

        /// An encoded image and its size in pixels.
        public init(bytes: [UInt8], width: Int, height: Int) {
            (self.bytes, self.width, self.height) = (bytes, width, height)
        }
    }

    /// The kind of file.
    public let format: Format
    /// `light` or `dark`; nil for what the person chose elsewhere, or light.
    public let background: String?
}
