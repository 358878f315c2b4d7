import Interpreter
import Layers
import Network

/// The module `keras.models`: Model and Sequential.
enum KerasModels {
    static func make(_ library: LibraryContext) -> ModuleObject {
        ModuleObject(
            "keras.models", documentation: "Networks.",
            memberNames: ["Model", "Sequential", "Functional", "clone_model", "model_from_json"] + outside + fromLayers
                + ["get_source_inputs"]
        ) { name in
            switch name {
            case "Model", "Functional": .type(modelClass(name, library))
            case "Sequential": .type(sequentialClass(library))
            case "get_source_inputs": .builtin(KerasUtilities.sourceInputs(library))
            case "InputSpec": .host(Placeholder("keras.layers.InputSpec", isQuiet: true))
            case "clone_model": .builtin(clone(library))
            case "model_from_json": .builtin(modelFromJSON(library))
            default:
                outside.contains(name)
                    ? .builtin(unavailable(name))
                    : fromLayers.contains(name) ? KerasLayers.make(library)[name] : nil
            }
        }
    }

    /// What needs Keras's files, or classes.
    private static let outside = [
        "load_model", "save_model", "model_from_yaml", "model_from_config", "layer_from_config",
        "Graph",
    ]

    /// Names that old scripts import from here, or from `keras.engine`.
    private static let fromLayers = ["Input", "InputLayer", "Layer", "InputSpec"]

    /// `clone_model(model)`: the same network with weights of its own.
    private static func clone(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "clone_model", parameters: ["model"], documentation: "The same network once more, with weights made anew."
        ) { arguments, _ throws(RaisedError) in
            let value = try arguments.required(0, "model", of: "clone_model")
            guard case .host(let object) = value, let model = (object as? LayerObject)?.layer as? Model else {
                throw RaisedError(
                    .valueError,
                    "Argument `model` must be an instance of Model. Received: \(value.repr) (of type \(value.typeName))"
                )
            }
            return .host(library.object(for: try raising { try model.cloned() }))
        }
    }

    /// `model_from_json(json_string)`: the model that `to_json` wrote, with weights made anew.
    private static func modelFromJSON(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "model_from_json", parameters: ["json_string", "custom_objects"],
            documentation: "The model of a JSON text that `to_json` wrote, with weights made anew."
        ) { arguments, interpreter throws(RaisedError) in
            let value = try arguments.required(0, "json_string", of: "model_from_json")
            guard case .string(let text) = value else {
                throw RaisedError(.typeError, "the JSON object must be str, not \(value.typeName)")
            }
            let config = try JSONReader.value(of: text, interpreter)
            return .host(library.object(for: try ModelReader(library, interpreter).layer(config)))
        }
    }

    /// `Model.from_config` and `Sequential.from_config`.
    private static func fromConfig(
        _ library: LibraryContext, _ make: @escaping (ModelReader, Value) throws(RaisedError) -> Model
    ) -> Value {
        .builtin(
            BuiltinFunction(
                "from_config", parameters: ["config", "custom_objects"],
                documentation: "The model of its `get_config()`, with weights made anew."
            ) { arguments, interpreter throws(RaisedError) in
                let config = try arguments.required(0, "config", of: "from_config")
                return .host(library.object(for: try make(ModelReader(library, interpreter), config)))
            })
    }

    /// A function that a script may import but that fails when it is called.
    static func unavailable(_ name: String) -> BuiltinFunction {
        BuiltinFunction(name, documentation: "Outside this program.") { _, _ throws(RaisedError) in
            throw RaisedError(
                .notImplementedError, "`\(name)` is outside this program: convsh builds and inspects untrained networks"
            )
        }
    }

    /// The layer that a value is; an `Input` tensor counts as its input layer.
    static func layer(_ value: Value) throws(RaisedError) -> Layer {
        if case .host(let object) = value {
            if let layer = object as? LayerObject { return layer.layer }
            if let tensor = object as? TensorObject, let input = tensor.tensor.inputLayer { return input }
        }
        throw RaisedError(
            .valueError,
            "Only instances of `keras.Layer` can be added to a Sequential model. Received: \(value.repr) (of type \(value.typeName))"
        )
    }

    private static func modelClass(_ className: String, _ library: LibraryContext) -> TypeObject {
        TypeObject(
            className, parameters: ["inputs", "outputs", "name"],
            documentation: "A network between inputs and outputs.",
            isInstance: { if case .host(let object) = $0 { (object as? LayerObject)?.layer is Model } else { false } },
            attribute: { name in
                guard name == "from_config" else { return nil }
                return fromConfig(library) { (reader, config) throws(RaisedError) in try reader.functional(config) }
            }
        ) { arguments, interpreter throws(RaisedError) in
            for (name, _) in arguments.keywords
            where !["inputs", "outputs", "name", "input", "output", "trainable"].contains(name) {
                throw RaisedError(.typeError, "Functional.__init__() got an unexpected keyword argument '\(name)'")
            }
            let inputValue = arguments.value(0, "inputs") ?? arguments.keyword("input")
            let outputValue = arguments.value(1, "outputs") ?? arguments.keyword("output")
            let inputs = try tensors(inputValue, "inputs")
            let outputs = try tensors(outputValue, "outputs")
            let name = try name(arguments.value(2, "name"))
            let model = try raising {
                try Model(inputs: inputs, outputs: outputs, name: name, context: library.network)
            }
            if let inputValue, let outputValue {
                model.arrange(inputs: Arrangement(inputValue), outputs: Arrangement(outputValue))
            }
            if let trainable = arguments.keyword("trainable") { model.isTrainable = try trainable.truth() }
            return .host(library.object(for: model))
        }
    }

    private static func sequentialClass(_ library: LibraryContext) -> TypeObject {
        TypeObject(
            "Sequential", parameters: ["layers", "name"], documentation: "A network that is one chain of layers.",
            isInstance: {
                if case .host(let object) = $0 { (object as? LayerObject)?.layer is Sequential } else { false }
            },
            attribute: { name in
                guard name == "from_config" else { return nil }
                return fromConfig(library) { (reader, config) throws(RaisedError) in try reader.sequential(config) }
            }
        ) { arguments, interpreter throws(RaisedError) in
            for (name, _) in arguments.keywords where !["layers", "name", "trainable"].contains(name) {
                throw RaisedError(
                    .typeError, "Sequential.__init__() got an unexpected keyword argument '\(name)'")
            }
            var layers: [Layer] = []
            if let list = arguments.value(0, "layers"), !list.isNone {
                for item in try interpreter.items(of: list) { layers.append(try layer(item)) }
            }
            let name = try name(arguments.value(1, "name"))
            let model = try raising { try Sequential(layers, name: name, context: library.network) }
            if let trainable = arguments.keyword("trainable") { model.isTrainable = try trainable.truth() }
            return .host(library.object(for: model))
        }
    }

    private static func name(_ value: Value?) throws(RaisedError) -> String? {
        switch value {
        case nil, .none?: return nil
        case .string(let text)?: return text
        default: throw RaisedError(.valueError, "Argument `name` must be a string. Received: \(value?.repr ?? "")")
        }
    }

    /// The symbolic tensors that `inputs` or `outputs` holds.
    private static func tensors(_ value: Value?, _ name: String) throws(RaisedError) -> [SymbolicTensor] {
        guard let value else {
            throw RaisedError(.typeError, "Functional.__init__() missing required positional argument: '\(name)'")
        }
        let items: [Value]
        switch value {
        case .list(let list): items = list.items
        case .tuple(let values): items = values
        case .dict(let dict): items = Array(dict.entries.values)
        default: items = [value]
        }
        var result: [SymbolicTensor] = []
        for item in items {
            guard case .host(let object) = item, let tensor = object as? TensorObject else {
                throw RaisedError(
                    .valueError,
                    "All `\(name)` values must be KerasTensors. Received: \(name)=\(value.repr) including invalid value \(item.repr) of type \(item.typeName)"
                )
            }
            result.append(tensor.tensor)
        }
        return result
    }
}
