import Inspection
import Interpreter
import Layers
import Network
import PythonText

/// The attributes and methods that only models have.
enum ModelAttributes {
    static let names = [
        "layers", "inputs", "outputs", "input_names", "output_names", "get_layer", "summary", "predict", "add", "pop",
        "compile", "optimizer", "loss", "to_json",
    ]

    static func attribute(_ name: String, of model: Model, _ object: LayerObject) throws(RaisedError) -> Value? {
        let library = object.library
        switch name {
        case "layers": return .list(ListObject(model.layers.map { .host(library.object(for: $0)) }))
        case "inputs":
            try raising { try LayerAttributes.requireShapes(model, "inputs") }
            return tensors(model.inputs, library)
        case "outputs":
            try raising { try LayerAttributes.requireShapes(model, "outputs") }
            return tensors(model.outputs, library)
        case "input_names": return .list(ListObject(model.inputs.map { .string($0.layer.name) }))
        case "output_names": return .list(ListObject(model.outputs.map { .string($0.layer.name) }))
        case "get_layer":
            return function(name, ["name", "index"], "The layer of a name, or at an index.") { arguments, _ in
                try getLayer(model, arguments, library)
            }
        case "summary":
            return function(name, [], "Shows the layers, their shapes and parameters.") { _, _ in
                library.emit(SummaryReport(model))
                return .none
            }
        case "predict", "predict_on_batch":
            return function(name, ["x"], "The outputs for data.") { arguments, interpreter in
                let data = try arguments.required(0, "x", of: name)
                guard data.tensor == nil else { throw TensorObject.noNumbers(convertedTo: "a NumPy array") }
                return try object.call(CallArguments([data], keywords: [("training", .bool(false))]), interpreter)
            }
        case "compile":
            return function(name, ["optimizer", "loss", "metrics"], "Remembers how the model would be trained.") {
                arguments, _ in
                .none
            }
        case "fit", "evaluate", "fit_generator", "train_on_batch", "test_on_batch", "evaluate_generator",
            "predict_generator":
            return function(name, [], "Outside this program.") { _, _ in
                throw Refusal(
                    .notImplementedError, "`\(name)` needs training, which convsh does not do yet.",
                    remedy: "look at the untrained network with show, summary and predict")
            }
        case "save", "save_weights", "load_weights":
            return function(name, [], "Outside this program.") { _, _ in
                throw Refusal(
                    .notImplementedError, "`\(name)` needs Keras's files, which convsh does not read or write yet.",
                    remedy: "numpy.savez and numpy.load keep arrays")
            }
        case "add_loss", "add_metric":
            return function(name, [], "Remembers it; training is outside this program.") { _, _ in .none }
        case "to_json":
            return function(name, ["indent"], "The config as a JSON text.") { arguments, interpreter in
                let config = try Serialization.layer(object, interpreter)
                return .string(try JSONModule.writer(arguments, of: name).text(of: config, interpreter))
            }
        case "to_yaml", "export", "predict_classes", "predict_proba":
            return .host(Placeholder("\(model.className).\(name)"))
        case "add":
            guard let chain = model as? Sequential else { return nil }
            return function(name, ["layer"], "Adds a layer at the end.") { arguments, _ in
                try chain.add(try KerasModels.layer(try arguments.required(0, "layer", of: name)))
                return .none
            }
        case "pop":
            guard let chain = model as? Sequential else { return nil }
            return function(name, [], "Takes the last layer away.") { _, _ in
                .host(library.object(for: try chain.pop()))
            }
        default: return nil
        }
    }

    private static func tensors(_ list: [SymbolicTensor], _ library: LibraryContext) -> Value {
        .list(ListObject(list.map { .host(library.object(for: $0)) }))
    }

    private static func function(
        _ name: String, _ parameters: [String], _ doc: String,
        _ body: @escaping (CallArguments, Interpreter) throws -> Value
    ) -> Value {
        .builtin(
            BuiltinFunction(name, parameters: parameters, documentation: doc) {
                arguments, interpreter throws(RaisedError) in
                try raising { try body(arguments, interpreter) }
            })
    }

    private static func getLayer(_ model: Model, _ arguments: CallArguments, _ library: LibraryContext) throws -> Value
    {
        if let name = arguments.value(0, "name"), let index = arguments.value(1, "index"), !name.isNone, !index.isNone {
            throw Refusal(
                "Provide only a layer name or a layer index.", received: "index=\(index.repr), name=\(name.repr)")
        }
        if case .int(let index)? = arguments.keyword("index") ?? arguments.positional.first {
            let layers = model.layers
            let place = index < 0 ? index + layers.count : index
            guard layers.indices.contains(place) else {
                throw Refusal(
                    argument: "index",
                    "Was asked to retrieve layer at index \(index) but model only has \(layers.count) layers.")
            }
            return .host(library.object(for: layers[place]))
        }
        guard case .string(let name)? = arguments.value(0, "name") else {
            throw Refusal("Provide either a layer name or layer index at `get_layer`.")
        }
        if let layer = model.layer(named: name) { return .host(library.object(for: layer)) }
        throw Refusal(
            argument: "name", "No such layer: \(name).",
            remedy: nearestName(to: name, in: model.layers.map(\.name)).map { "did you mean '\($0)'?" }
                ?? "existing layers are: \(model.layers.map(\.name).joined(separator: ", "))")
    }
}
