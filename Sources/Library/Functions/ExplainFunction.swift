import Inspection
import Interpreter
import Layers
import Network

/// `explain(c1)`, `explain(model)`, `explain(layer, x)`: why a shape is what it is.
enum ExplainFunction {
    static func make(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "explain(x, input=None)",
            "Explains the shape of a tensor axis by axis, with its layer's padding, parameters and cost; of a model, the sizes "
                + "through all layers. `explain(layer, x)` explains what a layer would do with x, also where x does not fit."
        ) { arguments, _ in
            let subject = try Subject(arguments[0], of: "explain", library)
            if let input = arguments.optional("input") {
                library.emit(try explanation(of: subject, on: input, library))
            } else if case .model = subject.kind {
                library.emit(NetworkExplanation(try subject.connectedNetwork()))
            } else {
                library.emit(try explanation(of: try subject.tensor(), library))
            }
            return .none
        }
    }

    private static func explanation(
        of tensor: SymbolicTensor, _ library: LibraryContext
    ) throws(RaisedError) -> any Report {
        if let model = tensor.node.network { return NetworkExplanation(model, on: tensor.node.inputs.map(\.shape)) }
        guard var explanation = LayerExplanation(tensor) else {
            throw RaisedError(
                .valueError, "an input has the shape that it was given: \(tensor.shape)",
                hint: "explain what a layer makes of it, for example explain(Conv2D(8, 3)(x))")
        }
        explanation.maps = try? maps(of: tensor, library)
        return explanation
    }

    private static func explanation(
        of subject: Subject, on input: Value, _ library: LibraryContext
    ) throws(RaisedError) -> LayerExplanation {
        guard case .layer(let layer) = subject.kind, let layer = layer as? CatalogueLayer else {
            throw RaisedError(
                .typeError, "explain() with an input takes a layer first",
                hint: "for example explain(Conv2D(8, 3), x)")
        }
        var inputs: [BatchShape] = []
        let values: [Value] =
            switch input {
            case .list(let list): list.items
            case .tuple(let items): items
            default: [input]
            }
        for value in values { inputs.append(try Subject(value, of: "explain", library).tensor().shape) }
        return LayerExplanation(layer, inputs: inputs)
    }

    /// The layer at work, for the first channel.
    private static func maps(of tensor: SymbolicTensor, _ library: LibraryContext) throws -> MapsReport? {
        guard tensor.node.inputs.count == 1 else { return nil }
        let evaluator = Evaluator(library.network)
        let output = try evaluator.value(of: tensor)
        let input = try evaluator.value(of: tensor.node.inputs[0])
        guard
            let group = LayerView.group(
                of: tensor, input: input, output: output, channel: 0, dataFormat: library.dataFormat(of: tensor))
        else { return nil }
        return MapsReport(title: "", sources: [], groups: [group], total: group.panels.count)
    }
}
