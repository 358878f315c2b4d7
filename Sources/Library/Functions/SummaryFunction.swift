import Inspection
import Interpreter
import Network

/// `summary(model)`, `summary(c3)`: Keras's table of layers, shapes and parameters.
enum SummaryFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "summary", parameters: ["model"],
            documentation:
                "Shows the layers of a model, or of the network that leads to a tensor, with their shapes and parameters."
        ) { arguments, _ throws(RaisedError) in
            let value = try arguments.required(0, "model", of: "summary")
            library.emit(.summary(Summary(try model(value, library))))
            return .none
        }
    }

    /// The model that a value is, or that leads to it.
    static func model(_ value: Value, _ library: LibraryContext) throws(RaisedError) -> Model {
        if case .host(let object) = value {
            if let model = (object as? LayerObject)?.layer as? Model { return model }
            if let tensor = (object as? TensorObject)?.tensor {
                return try raising { try Model.leading(to: tensor, context: library.network) }
            }
            if let layer = (object as? LayerObject)?.layer, let output = layer.inboundNodes.first?.outputs.first {
                return try raising { try Model.leading(to: output, context: library.network) }
            }
        }
        throw RaisedError(
            .typeError, "summary() takes a model, or a tensor of a network, not '\(value.typeName)'",
            hint: "call the layer on an input first: y = Conv2D(8, 3)(x)")
    }
}
