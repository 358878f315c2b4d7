import Inspection
import Interpreter
import Network

/// `plan(model)`, `plan(c1)`: by which path the engine computes each convolution, and why.
enum PlanFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "plan", parameters: ["x"],
            documentation:
                "Tells how the engine computes a layer's convolution, or each one of a model, and why it chose that way."
        ) { arguments, _ throws(RaisedError) in
            let value = try arguments.required(0, "x", of: "plan")
            let report = PlanReport(try nodes(value))
            guard !report.rows.isEmpty else {
                throw RaisedError(.valueError, "there is no convolution in it", hint: "plan(c1) takes a convolution")
            }
            library.emit(.plan(report))
            return .none
        }
    }

    /// The calls of layers that a value stands for.
    private static func nodes(_ value: Value) throws(RaisedError) -> [Node] {
        if case .host(let object) = value {
            if let model = (object as? LayerObject)?.layer as? Model { return model.nodes }
            if let tensor = (object as? TensorObject)?.tensor { return [tensor.node] }
            if let layer = (object as? LayerObject)?.layer, !layer.inboundNodes.isEmpty {
                return Array(layer.inboundNodes.prefix(1))
            }
        }
        throw RaisedError(
            .typeError, "plan() takes a model, or a tensor of a network, not '\(value.typeName)'",
            hint: "call the layer on an input first: y = Conv2D(8, 3)(x)")
    }
}
