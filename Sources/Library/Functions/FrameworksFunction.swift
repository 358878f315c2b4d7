import Inspection
import Interpreter
import Layers
import Network

/// `frameworks(c1)`: a layer's padding and size in Keras, PyTorch, Theano and ONNX.
enum FrameworksFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "frameworks(x)",
            "Compares a layer's padding, size and pixels in Keras 3, PyTorch, Keras 1 on Theano and ONNX, and shows the code that "
                + "gives the same numbers there."
        ) { arguments, _ in
            let tensor = try Subject(arguments[0], of: "frameworks", library).windowedTensor()
            try raising { try WalkableSizes.require(before: [tensor], mostReadings: 5_000_000) }
            guard let layer = tensor.layer as? CatalogueLayer, tensor.node.inputs.count == 1,
                let report = FrameworksReport(layer, name: tensor.shownName, on: tensor.node.inputs[0].shape)
            else {
                throw RaisedError(
                    .valueError,
                    "frameworks() compares layers that move a window, and '\(tensor.shownName)' moves none",
                    hint: "for example frameworks(Conv2D(8, 3, padding=\"same\")(x))")
            }
            library.emit(report)
            return .none
        }
    }
}
