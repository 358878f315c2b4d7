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
        BuiltinFunction(
            "show", parameters: ["tensor", "channels"],
            documentation: "Draws the feature maps of a tensor, or an array, in full: all channels, or those named."
        ) { arguments, interpreter throws(RaisedError) in
            let value = try arguments.required(0, "tensor", of: "show")
            let channels = try arguments.value(1, "channels").map { (list: Value) throws(RaisedError) in
                try ArrayObject.sizes(list)
            }
            let (tensor, title, format) = try subject(value, library, interpreter)
            let maps = FeatureMaps(tensor, limit: limit, dataFormat: format, only: channels)
            if let channels, maps.count == 0, !channels.isEmpty {
                throw RaisedError(.indexError, "there are \(maps.channelCount) channels, numbered from 0", hint: nil)
            }
            // Pictures hold the values once more.
            _ = try raising { try NumericArray.checkedCount([maps.pixelCount]) }
            library.emit(.maps(maps, title: title))
            return .none
        }
    }

    /// The data to draw, what they are, and where their channels are.
    private static func subject(
        _ value: Value, _ library: LibraryContext, _ interpreter: Interpreter
    ) throws(RaisedError) -> (Tensor, String, DataFormat) {
        if case .host(let object) = value {
            if let tensor = (object as? TensorObject)?.tensor {
                let data = try raising { try Evaluator(library.network).value(of: tensor) }
                return (data, "\(tensor.layer.name)  \(tensor.shape)", library.dataFormat(of: tensor))
            }
            if let layer = (object as? LayerObject)?.layer {
                guard let output = (layer as? Model)?.outputs.first ?? layer.inboundNodes.first?.outputs.first else {
                    throw RaisedError(
                        .typeError, "the layer '\(layer.name)' has not been called on anything yet",
                        hint: "call it on an input first: y = layer(x)")
                }
                return try subject(.host(library.object(for: output)), library, interpreter)
            }
        }
        let array = try ArrayObject.array(from: value, interpreter)
        let shape =
            array.rank < 2
            ? [1, 1, array.count, 1]
            : (array.rank == 2 ? [1] + array.shape + [1] : (array.rank == 3 ? [1] + array.shape : array.shape))
        let tensor = try raising { try array.reshaped(shape).tensor() }
        return (tensor, "array of shape \(BatchShape(array.shape))", .channelsLast)
    }
}

extension LibraryContext {
    /// Where a feature map has its channels: what its layer says, or the layers before it.
    public func dataFormat(of tensor: SymbolicTensor) -> DataFormat {
        var current = tensor
        while let layer = current.layer as? CatalogueLayer {
            let arguments = layer.made.arguments
            if arguments.parameters.contains(where: { $0.name == "data_format" }) { return arguments.dataFormat() }
            guard let before = current.node.inputs.first else { break }
            current = before
        }
        return network.settings.imageDataFormat
    }
}
