import Inspection
import Interpreter
import Layers
import Network

/// `animate(c1)`: the kernel moves over the padded input while the output fills.
enum AnimateFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "animate(x, file=None, *, channel=0, sample=0, background=None)",
            "Moves a layer's window over its padded input while the output fills. At a terminal it plays until a key is "
                + "pressed; elsewhere some of its pictures are shown. A file that ends in .gif or .cast gets all of them; "
                + "`background` is \"light\" or \"dark\"."
        ) { arguments, _ in
            let tensor = try Subject(arguments[0], of: "animate", library).windowedTensor()
            let background = try DrawingArguments(arguments, of: "animate").background()
            let animation = try raising { () throws -> Animation in
                let scene = try LayerScene(
                    of: tensor, library.network,
                    sample: try place(try arguments.int("sample"), "sample", tensor, library))
                let channel = try index(try arguments.int("channel"), of: scene.channels, "channel", tensor)
                return Animation(scene, channel: channel)
            }
            guard let file = arguments.optional("file") else {
                library.emit(animation)
                return .none
            }
            guard case .string(let path) = file else {
                throw RaisedError(.typeError, "a file is given by its name, not by '\(file.typeName)'")
            }
            guard
                let format = MovingFile.Format.allCases.first(where: { path.lowercased().hasSuffix("." + $0.rawValue) })
            else {
                throw RaisedError(
                    .valueError, "animate() does not know how to write '\(path)'",
                    hint: "moving pictures go to .gif files, recordings of a terminal to .cast files")
            }
            let drawn = try library.animate(animation, MovingFile(format: format, background: background))
            try library.write(drawn.bytes, to: path)
            library.emit(SavedReport(path: path, sizes: drawn.sizes, unit: drawn.unit))
            return .none
        }
    }

    private static func place(
        _ sample: Int, _ name: String, _ tensor: SymbolicTensor, _ library: LibraryContext
    ) throws -> Int {
        guard let source = tensor.node.inputs.first else { return 0 }
        let count = try Evaluator(library.network).value(of: source).shape.dims.first ?? 1
        return try index(sample, of: count, name, tensor)
    }

    /// An index counted from the end where it is negative.
    static func index(_ number: Int, of count: Int, _ name: String, _ tensor: SymbolicTensor) throws(RaisedError) -> Int
    {
        let place = number < 0 ? number + count : number
        guard (0..<count).contains(place) else {
            throw RaisedError(
                .indexError, "\(name) \(number) is out of range: '\(tensor.shownName)' has the shape \(tensor.shape)",
                hint: "\(name)s: they run from 0 to \(count - 1)")
        }
        return place
    }
}

/// A moving picture that is to be drawn as a file.
public struct MovingFile {
    /// The kinds of files, by the ends of their names.
    public enum Format: String, CaseIterable, Sendable {
        /// A GIF picture.
        case gif
        /// A recording of a terminal, as asciinema plays it.
        case cast
    }

    /// A finished file.
    public struct Drawn {
        /// The file itself.
        public let bytes: [UInt8]
        /// How large it is.
        public let sizes: [Int]
        /// What the sizes count.
        public let unit: String

        /// Makes one from its parts.
        public init(bytes: [UInt8], sizes: [Int], unit: String) {
            (self.bytes, self.sizes, self.unit) = (bytes, sizes, unit)
        }
    }

    /// The kind of file.
    public let format: Format
    /// `light` or `dark`; nil for what the person chose elsewhere, or dark.
    public let background: String?
}
