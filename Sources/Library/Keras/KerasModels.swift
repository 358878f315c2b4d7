import Interpreter
import Layers
import Network
import Signatures

/// The module `keras.models`: Model and Sequential.
enum KerasModels {
    static func make(_ library: LibraryContext, _ prelude: Prelude?) -> ModuleObject {
        ModuleObject(
            "keras.models", documentation: "Networks.",
            memberNames: [
                "Model", "Sequential", "Functional", "clone_model", "model_from_json", "load_model", "save_model",
            ] + outside + fromLayers + ["get_source_inputs"]
        ) { name in
            switch name {
            case "Model": .type(KerasClasses.model)
            case "Functional": .type(KerasClasses.functional)
            case "Sequential": .type(KerasClasses.sequential)
            case "get_source_inputs": .builtin(KerasUtilities.sourceInputs(library))
            case "clone_model": .builtin(clone(library))
            case "model_from_json": .builtin(modelFromJSON(library))
            case "load_model": .builtin(ModelFiles.load(library))
            case "save_model": .builtin(ModelFiles.save(library))
            default:
                outside.contains(name)
                    ? .builtin(unavailable(name, of: "keras.models"))
                    : fromLayers.contains(name) ? KerasLayers.make(library, prelude)[name] : nil
            }
        }
    }

    /// What needs Keras's files, or classes.
    private static let outside = [
        "model_from_yaml", "model_from_config", "layer_from_config",
        "Graph",
    ]

    /// Names that old scripts import from here, or from `keras.engine`.
    private static let fromLayers = ["Input", "InputLayer", "Layer", "InputSpec"]

    /// `clone_model(model)`: the same network with weights of its own.
    private static func clone(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "clone_model(model, !input_tensors=None, !clone_function=None, !call_function=None, !recursive=False)",
            "The same network once more, with weights made anew."
        ) { arguments, _ in
            let value = arguments[0]
            guard case .host(let object) = value, let model = (object as? LayerObject)?.layer as? Model else {
                throw RaisedError(
                    .valueError,
                    "Argument `model` must be an instance of Model. Received: \(value.repr) (of type \(value.typeName))"
                )
            }
            return .host(library.object(for: try model.cloned()))
        }
    }

    /// `model_from_json(json_string)`: the model that `to_json` wrote, with weights made anew.
    private static func modelFromJSON(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "model_from_json(json_string, custom_objects=None)",
            "The model of a JSON text that `to_json` wrote, with weights made anew."
        ) { arguments, interpreter in
            guard case .string(let text) = arguments[0] else {
                throw RaisedError(.typeError, "the JSON object must be str, not \(arguments[0].typeName)")
            }
            let config = try JSONReader.value(of: text, interpreter)
            let reader = ModelReader(library, interpreter, customObjects: arguments.optional("custom_objects"))
            return .host(library.object(for: try reader.layer(config)))
        }
    }

    /// `Model.from_config`.
    static var modelFromConfig: Attribute { fromConfig { try $0.functional($1) } }

    /// `Sequential.from_config`.
    static var sequentialFromConfig: Attribute { fromConfig { try $0.sequential($1) } }

    private static func fromConfig(_ make: @escaping (ModelReader, Value) throws -> Model) -> Attribute {
        Attribute(
            classMethod: Declaration("from_config(config, custom_objects=None)", .python),
            "The model of its `get_config()`, with weights made anew."
        ) { type, arguments, interpreter throws(RaisedError) in
            let library = interpreter.library
            if type.userClass != nil { return try type.construct(Serialization.keywords(arguments[0]), interpreter) }
            return try raising {
                let reader = ModelReader(library, interpreter, customObjects: arguments.optional("custom_objects"))
                return .host(library.object(for: try make(reader, arguments[0])))
            }
        }
    }

    /// A function that a script may import but that fails when it is called.
    /// - Parameter module: the module it belongs to, for the reason.
    static func unavailable(_ name: String, of module: String) -> BuiltinFunction {
        .python("\(name)(*args, **kwargs)", "Not implemented.") { _, _ in
            throw OutsideReason("\(module).\(name)").error("\(module).\(name)")
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

    /// The signature of `Model`, with the names that Keras 1 had.
    static var modelSignature: Signature {
        Signature("Functional.__init__(inputs=..., outputs=..., name=None, *, trainable=True, input=..., output=...)")
    }

    private static let modelDeclaration = Declaration(modelSignature, .python)

    /// What a call of the class `Model` makes.
    static func makeModel(_ call: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        .host(interpreter.library.object(for: try model(call, interpreter)))
    }

    /// The model between the inputs and the outputs of a call.
    static func model(
        _ call: CallArguments, className: String = "Functional", _ interpreter: Interpreter
    ) throws(RaisedError) -> Model {
        let library = interpreter.library
        let arguments = try Arguments(call, modelDeclaration)
        let inputValue = arguments.given("inputs") ?? arguments.given("input")
        let outputValue = arguments.given("outputs") ?? arguments.given("output")
        let inputs = try tensors(inputValue, "inputs")
        let outputs = try tensors(outputValue, "outputs")
        let name = try name(arguments["name"])
        let model = try raising {
            try Model(inputs: inputs, outputs: outputs, name: name, className: className, context: library.network)
        }
        if let inputValue, let outputValue {
            model.arrange(inputs: Arrangement(inputValue), outputs: Arrangement(outputValue))
        }
        if let trainable = arguments.given("trainable") { model.isTrainable = try trainable.truth() }
        return model
    }

    /// The signature of `Sequential`.
    static var sequentialSignature: Signature {
        Signature("Sequential.__init__(layers=None, trainable=True, name=None)")
    }

    private static let sequentialDeclaration = Declaration(sequentialSignature, .python)

    /// What a call of the class `Sequential` makes.
    static func makeSequential(_ call: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        let chain = try chain(try Arguments(call, sequentialDeclaration), interpreter)
        return .host(interpreter.library.object(for: chain))
    }

    /// The chain of the layers that a call names.
    static func chain(
        _ arguments: Arguments, className: String = "Sequential", _ interpreter: Interpreter
    ) throws(RaisedError) -> Sequential {
        let library = interpreter.library
        var layers: [Layer] = []
        if let list = arguments.optional("layers") {
            for (index, item) in try interpreter.items(of: list).enumerated() {
                do throws(RaisedError) { layers.append(try layer(item)) } catch {
                    error.exception.item = index
                    throw error
                }
            }
        }
        let name = try name(arguments["name"])
        let model = try raising { [layers] in
            try Sequential(layers, name: name, className: className, context: library.network)
        }
        if let trainable = arguments.given("trainable") { model.isTrainable = try trainable.truth() }
        return model
    }

    private static func name(_ value: Value) throws(RaisedError) -> String? {
        switch value {
        case .none: return nil
        case .string(let text): return text
        default: throw RaisedError(.valueError, "Argument `name` must be a string. Received: \(value.repr)")
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
