import Inspection
import Interpreter
import Layers
import Network
import PythonText

/// The attributes and methods that only models have.
enum ModelAttributes {
    /// What every model has.
    static let table = AttributeTable(
        of: LayerObject.self, values + methods + training + [ScriptedAttributes.modelInitializer],
        [KerasModels.modelFromConfig])

    /// What only a Sequential has.
    static let sequential = AttributeTable(
        of: LayerObject.self,
        [
            .method("Sequential.add(layer, rebuild=True)", "Adds a layer at the end.") { object, arguments, _ in
                try (object.layer as? Sequential)?.add(try KerasModels.layer(arguments[0]))
                return .none
            },
            .method("Sequential.pop(rebuild=True)", "Removes the last layer and returns it.") { object, _, _ in
                guard let chain = object.layer as? Sequential else { return .none }
                return .host(object.library.object(for: try chain.pop()))
            },
            ScriptedAttributes.sequentialInitializer,
        ], [KerasModels.sequentialFromConfig])

    /// An attribute that is read off the model.
    private static func value(
        _ name: String, _ documentation: String, _ get: @escaping (Model, LibraryContext) throws -> Value
    ) -> HostAttribute<LayerObject> {
        .value(name, documentation) { object in
            guard let model = object.layer as? Model else {
                throw Refusal(.attributeError, "'\(object.typeName)' object has no attribute '\(name)'")
            }
            return try get(model, object.library)
        }
    }

    private static var values: [HostAttribute<LayerObject>] {
        [
            .value("layers", "The layers.") { object in
                .list(ListObject(object.layer.modelLayers.map { .host(object.library.object(for: $0)) }))
            },
            value("operations", "The layers and the functions of tensors.") { model, library in
                .list(ListObject(model.operations.map { .host(library.object(for: $0)) }))
            },
            value("inputs", "The tensors at its beginning.") { model, library in
                try LayerAttributes.requireShapes(model, "inputs")
                return tensors(model.inputs, library)
            },
            value("outputs", "The tensors at its end.") { model, library in
                try LayerAttributes.requireShapes(model, "outputs")
                return tensors(model.outputs, library)
            },
            value("input_names", "The names of its inputs.") { model, _ in
                .list(ListObject(model.inputs.map { .string($0.layer.name) }))
            },
            value("output_names", "The names of the layers at its end.") { model, _ in
                .list(ListObject(model.outputs.map { .string($0.layer.name) }))
            },
        ]
    }

    private static var methods: [HostAttribute<LayerObject>] {
        [
            .method("Model.get_layer(name=None, index=None)", "The layer of a name, or at an index.") {
                object, arguments, _ in
                try getLayer(object.layer, arguments, object.library)
            },
            .method(
                "Model.summary(line_length=None, positions=None, print_fn=None, expand_nested=False, "
                    + "show_trainable=False, layer_range=None)", "Shows the layers, their shapes and parameters."
            ) { object, arguments, interpreter in
                try SummaryFunction.show(object.layer, arguments, interpreter, object.library)
            },
            .method(
                "Model.to_json(*, indent=None, sort_keys=False, separators=None, ensure_ascii=True)",
                "The config as a JSON text."
            ) { object, arguments, interpreter in
                let config = try Serialization.layer(object, interpreter)
                return .string(try JSONModule.writer(arguments).text(of: config, interpreter))
            },
        ] + PredictMethods.all
    }

    /// What is remembered for training, and what is skipped.
    private static var training: [HostAttribute<LayerObject>] {
        let addMetric = HostAttribute<LayerObject>.method("Model.add_metric(*args, **kwargs)", "Skipped.") {
            object, _, _ in
            try object.library.omissions.leaveOut(
                "Model.add_metric", because: "Keras 3 has none", instead: "nothing is measured")
            return .none
        }
        let placeholders = ["to_yaml", "predict_classes", "predict_proba"].map { name in
            HostAttribute<LayerObject>.value(name, "Not implemented.") {
                _ in .host(Placeholder("keras.Model.\(name)"))
            }
        }
        return Compiling.all + SkippedTraining.methods + ModelFiles.methods + [addMetric] + placeholders
    }

    private static func tensors(_ list: [SymbolicTensor], _ library: LibraryContext) -> Value {
        .list(ListObject(list.map { .host(library.object(for: $0)) }))
    }

    private static func getLayer(
        _ model: Layer, _ arguments: Arguments, _ library: LibraryContext
    ) throws -> Value {
        let layers = model.modelLayers
        if let name = arguments.optional("name"), let index = arguments.optional("index") {
            throw Refusal(
                "Provide only a layer name or a layer index.", received: "index=\(index.repr), name=\(name.repr)")
        }
        // Old scripts give an index in the place of the name.
        if case .int(let index)? = arguments.optional("index") ?? arguments.optional("name") {
            let place = index < 0 ? index + layers.count : index
            guard layers.indices.contains(place) else {
                throw Refusal(
                    argument: "index",
                    "Was asked to retrieve layer at index \(index) but model only has \(layers.count) layers.")
            }
            return .host(library.object(for: layers[place]))
        }
        guard case .string(let name) = arguments["name"] else {
            throw Refusal("Provide either a layer name or layer index at `get_layer`.")
        }
        if let layer = layers.first(where: { $0.name == name }) { return .host(library.object(for: layer)) }
        throw Refusal(
            argument: "name",
            "No such layer: \(name). Existing layers are: "
                + Value.list(ListObject(layers.map { .string($0.name) })).repr + ".",
            remedy: nearestName(to: name, in: layers.map(\.name)).map { "did you mean '\($0)'?" }
                ?? "existing layers are: \(layers.map(\.name).joined(separator: ", "))")
    }
}
