import Arrays
import Inspection
import Interpreter
import Layers
import Network
import TensorEngine

/// `show(c1)`: all feature maps of a tensor, or an array as maps, drawn in full.
enum ShowFunction {
    /// Maps beyond which only the first are drawn.
    private static let limit = 256

    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "show(tensor, channels=None)",
            "Draws the feature maps of a tensor, or an array, in full: all channels, or those named."
        ) { arguments, interpreter in
            let channels = try arguments.optional(1).map { try ArrayObject.sizes($0) }
            let subject = try Subject(arguments[0], of: "show", arrays: interpreter, library)
            let (tensor, title, format) = try data(subject, library)
            let maps = FeatureMaps(tensor, limit: limit, dataFormat: format, only: channels)
            if let channels, maps.count == 0, !channels.isEmpty {
                throw RaisedError(.indexError, "there are \(maps.channelCount) channels, numbered from 0", hint: nil)
            }
            // Pictures hold the values once more.
            _ = try raising { try NumericArray.checkedCount([maps.pixelCount]) }
            library.emit(MapsReport(title: title, maps: maps))
            return .none
        }
    }

    /// The data to draw, what they are, and where their channels are.
    private static func data(
        _ subject: Subject, _ library: LibraryContext
    ) throws(RaisedError) -> (Tensor, String, DataFormat) {
        if case .array(let array) = subject.kind {
            let data = try raising { try array.reshaped(imageShape(array)).tensor() }
            return (data, "array of shape \(BatchShape(array.shape))", .channelsLast)
        }
        let tensor = try subject.tensor()
        let data = try raising { try Evaluator(library.network).value(of: tensor) }
        return (data, "\(tensor.layer.name)  \(tensor.shape)", library.dataFormat(of: tensor))
    }

    /// The shape with the axes of a batch of images: (batch, rows, columns, channels).
    private static func imageShape(_ array: NumericArray) -> [Int] {
        switch array.rank {
        case 0, 1: [1, 1, array.count, 1]
        case 2: [1] + array.shape + [1]
        case 3: [1] + array.shape
        default: array.shape
        }
    }
}

extension LibraryContext {
    /// Where a feature map has its channels: what its layer says, or the layers before it.
    /// - Complexity: O(layers before it whose format nobody asked for yet): each node keeps its own.
    public func dataFormat(of tensor: SymbolicTensor) -> DataFormat {
        var (passed, current): ([Node], Node) = ([], tensor.node)
        while current[KeptFormat.self] == nil {
            passed.append(current)
            guard let layer = current.layer as? CatalogueLayer else { break }
            if let format = layer.operation.dataFormat {
                current[KeptFormat.self] = KeptFormat(format: format)
                break
            }
            guard let before = current.inputs.first?.node else { break }
            current = before
        }
        let found = current[KeptFormat.self] ?? KeptFormat(format: nil)
        for node in passed { node[KeptFormat.self] = found }
        return found.format ?? network.settings.imageDataFormat
    }

    /// The format that a node's layer, or one before it, was given; nil where none was.
    private struct KeptFormat {
        let format: DataFormat?
    }
}
