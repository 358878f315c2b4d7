import Arrays
import Interpreter
import Layers
import Network

/// Makes layers and models from the dicts that Keras writes for them.
///
/// Source: `deserialize_keras_object`, `Functional.from_config` and `Sequential.from_config` of Keras 3.
struct ModelReader {
    private let library: LibraryContext
    private let interpreter: Interpreter
    /// The dict `custom_objects`, by whose names configs may call classes of scripts.
    private let customObjects: Value?
    /// Models lie in one another no deeper than this.
    private let depth: Int

    init(_ library: LibraryContext, _ interpreter: Interpreter, customObjects: Value? = nil, depth: Int = 0) {
        self.customObjects = customObjects
        self.library = library
        self.interpreter = interpreter
        self.depth = depth
    }

    // MARK: Layers

    /// The layer or model that a serialized dict stands for.
    /// - Throws: ValueError where it stands for none, TypeError where the config does not fit the class.
    func layer(_ value: Value) throws(RaisedError) -> Layer {
        guard depth < 100 else { throw RaisedError(.recursionError, "models lie in one another too deep") }
        guard let (className, config) = Serialization.parts(value) else {
            throw RaisedError(.valueError, "Could not interpret the serialized layer: \(value.repr)")
        }
        let layer: Layer
        switch className {
        case "Functional", "Model": layer = try functional(config)
        case "Sequential": layer = try sequential(config)
        case "InputLayer": layer = try input(config)
        default:
            if let made = try ScriptedConfig.layer(
                value, className: className, config: config, customObjects: customObjects, interpreter)
            {
                layer = made
                break
            }
            guard let definition = Catalogue.layers[className] else {
                throw RaisedError(
                    .valueError, "Could not deserialize '\(className)': there is no layer of that name",
                    hint: "keras.layers has \(Catalogue.layers.names.count) layers; dir(keras.layers) lists them")
            }
            layer = try self.layer(definition, config)
        }
        if !layer.isBuilt, let shape = ModelReader.entry("input_shape", ModelReader.entry("build_config", value)),
            !shape.isNone
        {
            let shapes = try LayerAttributes.inputShapes(shape, interpreter)
            try raising { try layer.build(shapes) }
        }
        return layer
    }

    /// A layer of the catalogue.
    func layer(_ definition: LayerDefinition, _ config: Value) throws(RaisedError) -> Layer {
        do throws(RaisedError) {
            let site = try interpreter.callSite(try Serialization.keywords(config))
            return try raising {
                let made = try library.network.make(definition, site, calledAs: definition.name)
                return CatalogueLayer(made, context: library.network)
            }
        } catch { throw ModelReader.failure(definition.name, config, error) }
    }

    /// What Keras says where a config does not fit its class.
    static func failure(_ className: String, _ config: Value, _ error: RaisedError) -> RaisedError {
        guard error.exception.type !== ExceptionType.keyboardInterrupt else { return error }
        return RaisedError(
            .typeError,
            "Error when deserializing class '\(className)' using config=\(config.repr).\n\n"
                + "Exception encountered: \(error.exception.message)", hint: error.exception.hint)
    }

    private func input(_ config: Value) throws(RaisedError) -> InputLayer {
        let arguments = try Serialization.keywords(config)
        guard case .host(let object) = try KerasInput.inputLayer(arguments, interpreter),
            let layer = (object as? LayerObject)?.layer as? InputLayer
        else { throw RaisedError(.valueError, "Could not deserialize an InputLayer from \(config.repr)") }
        return layer
    }

    // MARK: Models

    /// A chain of layers.
    func sequential(_ config: Value) throws(RaisedError) -> Sequential {
        let inner = ModelReader(library, interpreter, customObjects: customObjects, depth: depth + 1)
        let listed = ModelReader.entry("layers", config) ?? config
        let name = try ModelReader.name(config)
        let chain = try raising { try Sequential(name: name, context: library.network) }
        for item in try interpreter.items(of: listed) {
            let layer = try inner.layer(item)
            try raising { try chain.add(layer) }
        }
        if !chain.hasShapes, let shape = ModelReader.entry("build_input_shape", config), !shape.isNone,
            let first = try LayerAttributes.inputShapes(shape, interpreter).first
        {
            try raising { try chain.configure(first) }
        }
        try freeze(chain, config)
        return chain
    }

    /// A network of calls.
    func functional(_ config: Value) throws(RaisedError) -> Model {
        var graph = ConfigGraph(library, interpreter)
        let inner = ModelReader(library, interpreter, customObjects: customObjects, depth: depth + 1)
        for item in try interpreter.items(of: try ModelReader.required("layers", config)) {
            try graph.add(item, inner)
        }
        try graph.callAll()
        let inputs = try graph.ends(try ModelReader.required("input_layers", config))
        let outputs = try graph.ends(try ModelReader.required("output_layers", config))
        let name = try ModelReader.name(config)
        let model = try raising {
            try Model(inputs: inputs.tensors, outputs: outputs.tensors, name: name, context: library.network)
        }
        model.arrange(inputs: inputs.arrangement, outputs: outputs.arrangement)
        try freeze(model, config)
        return model
    }

    /// A model that is not trainable makes its layers so; one that is leaves them as they are.
    private func freeze(_ model: Model, _ config: Value) throws(RaisedError) {
        if let trainable = ModelReader.entry("trainable", config), !(try trainable.truth()) {
            model.isTrainable = false
        }
    }

    // MARK: Entries

    /// The entry of a dict; nil where there is none, or the value is not a dict.
    static func entry(_ name: String, _ value: Value?) -> Value? {
        guard case .dict(let dict)? = value else { return nil }
        return dict.entries[HashKey(name)]
    }

    static func required(_ name: String, _ config: Value) throws(RaisedError) -> Value {
        guard let value = entry(name, config) else {
            throw RaisedError(.keyError, "'\(name)'", hint: "the config of a model has an entry '\(name)'")
        }
        return value
    }

    private static func name(_ config: Value) throws(RaisedError) -> String? {
        switch entry("name", config) {
        case .string(let name)?: return name
        case nil, .none?: return nil
        case let other?: throw RaisedError(.valueError, "Argument `name` must be a string. Received: \(other.repr)")
        }
    }
}
