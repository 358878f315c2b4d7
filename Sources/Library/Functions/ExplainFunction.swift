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
                + "through all layers. `explain(layer, x)` explains what a layer or a model would do with x, also where x does not "
                + "fit a layer."
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
    ) throws(RaisedError) -> any Report {
        let inputs = try shapes(of: input, library)
        switch subject.kind {
        case .layer(let layer as CatalogueLayer): return LayerExplanation(layer, inputs: inputs)
        case .model: return try explanation(of: try subject.networkForOtherSizes(), on: inputs)
        default:
            throw RaisedError(
                .typeError, "explain() with an input takes a layer or a model first",
                hint: "for example explain(Conv2D(8, 3), x)")
        }
    }

    /// The sizes through a model for other inputs than its own.
    private static func explanation(
        of model: Model, on inputs: [BatchShape]
    ) throws(RaisedError) -> NetworkExplanation {
        guard inputs.count == model.inputs.count else {
            throw RaisedError(
                .valueError,
                "'\(model.shownName)' takes \(model.inputs.count) input\(model.inputs.count == 1 ? "" : "s"), received "
                    + "\(inputs.count)")
        }
        let calls = try raising { try model.calls(for: inputs) }
        // Of a call of a layer of a script, what is inside for these inputs.
        if calls.count == 1, calls[0].node.layer is ScriptedLayer,
            let network = calls[0].network
        {
            return NetworkExplanation(network, on: inputs)
        }
        return NetworkExplanation(model, on: inputs)
    }

    /// The shapes of a tensor, or of a list of them.
    private static func shapes(
        of input: Value, _ library: LibraryContext
    ) throws(RaisedError) -> [BatchShape] {
        let values: [Value] =
            switch input {
            case .list(let list): list.items
            case .tuple(let items): items
            default: [input]
            }
        var inputs: [BatchShape] = []
        for value in values { inputs.append(try Subject(value, of: "explain", as: "input", library).tensor().shape) }
        return inputs
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
