import Interpreter
import Layers
import Network

/// Layers, initializers and the like as the dicts that Keras writes, and back.
///
/// Source: Keras's `serialize_keras_object`: `{"module": …, "class_name": …, "config": {…}, "registered_name": None}`.
enum Serialization {
    /// The dict that stands for an object of a class.
    static func object(_ className: String, module: String, config: [(String, Value)]) -> Value {
        .dict(
            DictObject([
                ("module", .string(module)), ("class_name", .string(className)), ("config", .dict(DictObject(config))),
                ("registered_name", .none),
            ]))
    }

    /// An argument as a configuration holds it: names for functions, dicts for objects.
    static func value(_ argument: Argument, _ interpreter: Interpreter) -> Value {
        switch argument {
        case .activation(let made):
            if let dict = made.product.serialized { return interpreter.value(of: .dict(dict)) }
            return made.product.origin.map { value(.object($0), interpreter) } ?? .string(made.definition.name)
        case .initializer(let made):
            return made.product.origin.map { value(.object($0), interpreter) }
                ?? object(made, module: "keras.initializers", interpreter)
        case .regularizer(let made):
            return made.product.origin.map { value(.object($0), interpreter) }
                ?? object(made, module: "keras.regularizers", interpreter)
        case .constraint(let made):
            return made.product.origin.map { value(.object($0), interpreter) }
                ?? object(made, module: "keras.constraints", interpreter)
        case .object(let object):
            guard case .host(let host)? = (object as? ValueArgument)?.value else {
                return interpreter.value(of: argument)
            }
            if let own = host as? InstanceObject {
                return (try? ScriptedConfig.serialized(own, interpreter)) ?? .host(own)
            }
            guard let layer = host as? LayerObject else { return interpreter.value(of: argument) }
            return (try? self.layer(layer, interpreter)) ?? interpreter.value(of: argument)
        default: return interpreter.value(of: argument)
        }
    }

    private static func object<Product>(_ made: Made<Product>, module: String, _ interpreter: Interpreter) -> Value {
        object(made.definition.name, module: module, config: config(made.arguments, interpreter))
    }

    /// The arguments of an initializer, a regularizer or a constraint; Keras writes a seed first.
    static func config(_ arguments: BoundArguments, _ interpreter: Interpreter) -> [(String, Value)] {
        let parameters = arguments.parameters
        return (parameters.filter { $0.name == "seed" } + parameters.filter { $0.name != "seed" }).map {
            if case .float32 = $0.kind, let number = arguments.optionalDouble($0.name) {
                return ($0.name, .float(Double(Float(number))))
            }
            return ($0.name, interpreter.value(of: arguments[$0.name]))
        }
    }

    // MARK: Layers

    /// The dict that stands for a layer or a model: its class, its config, and the shapes it was built for.
    static func layer(_ object: LayerObject, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        if object.own != nil { return try ScriptedConfig.serialized(object, interpreter) }
        let isFunctional = object.layer is Model && !(object.layer is Sequential)
        let module = isFunctional ? "keras.src.models.functional" : object.layer is Model ? "keras" : "keras.layers"
        let serialized = self.object(
            object.layer.className, module: module, config: try config(object, interpreter))
        guard case .dict(let dict) = serialized else { return serialized }
        if isFunctional { dict.entries[HashKey("registered_name")] = .string(object.layer.className) }
        if let shapes = buildShapes(object.layer) {
            dict.entries[HashKey("build_config")] = .dict(DictObject([("input_shape", shapes)]))
        }
        if object.layer is Model { dict.entries[HashKey("compile_config")] = .dict(DictObject([])) }
        return serialized
    }

    /// The shapes that a layer was built for; nil where there was nothing to build.
    private static func buildShapes(_ layer: Layer) -> Value? {
        switch layer {
        case let layer as CatalogueLayer:
            guard !layer.operation.isBuiltFromTheStart, !layer.builtFor.isEmpty else { return nil }
            let shapes = layer.builtFor.map(LayerAttributes.shape)
            return layer.operation.arity == .one ? shapes[0] : .list(ListObject(shapes))
        case let chain as Sequential:
            return chain.hasShapes ? chain.inputs.first.map { LayerAttributes.shape($0.shape) } : nil
        case is Model: return Value.none
        default: return nil
        }
    }

    /// `get_config()` of a layer.
    /// - Throws: NotImplementedError for a model with a function that has no form in a config.
    static func config(_ object: LayerObject, _ interpreter: Interpreter) throws(RaisedError) -> [(String, Value)] {
        if object.own != nil, object.base !== object.layer {
            return try ScriptedConfig.entries(of: object, interpreter)
        }
        if let model = object.layer as? Model {
            return try ModelConfig(object.library, interpreter).entries(of: model)
        }
        if let input = object.layer as? InputLayer { return config(input) }
        guard let layer = object.layer as? CatalogueLayer, !layer.isFunction else {
            return [("name", .string(object.layer.name))]
        }
        let arguments = layer.made.arguments
        let definition = layer.made.definition
        // A penalty on the output is written with what every layer has.
        let penalty = arguments.regularizer(activityRegularizer)
        let own = arguments.parameters.filter { parameter in
            parameter.isInConfig && !(parameter.name == activityRegularizer && penalty != nil)
        }.map { ($0.name, value(of: $0, arguments, interpreter)) }
        var entries = [("name", Value.string(layer.name))]
        if definition.unknownKeyword == .valueError {
            entries += [("trainable", .bool(layer.isTrainable)), ("dtype", policy("float32"))]
            if let penalty { entries.append((activityRegularizer, value(.regularizer(penalty), interpreter))) }
        } else {
            // Layers that name all their keywords write their own config, without what every layer has.
            entries.append(("dtype", .string("float32")))
        }
        return inOrder(entries + own, definition.configOrder)
    }

    private static let activityRegularizer = "activity_regularizer"

    /// The entries, those of the named keys in the order of the names at the places that they take together.
    private static func inOrder(_ entries: [(String, Value)], _ names: [String]) -> [(String, Value)] {
        var ordered = names.compactMap { name in entries.first { $0.0 == name } }[...]
        return entries.map { names.contains($0.0) ? ordered.popFirst() ?? $0 : $0 }
    }

    private static func config(_ input: InputLayer) -> [(String, Value)] {
        [
            ("batch_shape", LayerAttributes.shape(input.shape)),
            ("dtype", .string(TensorTypes.of(input.output).rawValue)),
            ("sparse", .bool(false)), ("ragged", .bool(false)), ("name", .string(input.name)),
            ("optional", .bool(false)),
        ]
    }

    /// The dict that stands for a policy of types.
    static func policy(_ name: String) -> Value {
        object("DTypePolicy", module: "keras", config: [("name", .string(name))])
    }

    /// The value of one parameter as Keras keeps it: the data format that is in force, "linear" for no activation.
    private static func value(of parameter: Parameter, _ arguments: BoundArguments, _ interpreter: Interpreter) -> Value
    {
        switch (parameter.kind, arguments.effective(parameter)) {
        case (.dataFormat, .none): return .string(arguments.dataFormat(parameter.name).rawValue)
        case (.optional(.activation), .none): return .string("linear")
        case (_, let argument): return value(argument, interpreter)
        }
    }

    /// `serialize(object)`: the dict, or the name, that stands for a layer, a model, an initializer, …
    static func serialize(_ name: String) -> BuiltinFunction {
        .python("\(name)(obj)", "The dict that stands for an object of Keras.") { arguments, interpreter in
            let given = arguments[0]
            if case .host(let object as LayerObject) = given { return try layer(object, interpreter) }
            if name == "serialize_keras_object", let function = function(given) { return function }
            return value(try interpreter.argument(given), interpreter)
        }
    }

    /// The dict that stands for a function; nil where the value is none.
    private static func function(_ value: Value) -> Value? {
        let name: String
        switch value {
        case .function(let function): name = function.name
        case .builtin(let function): name = function.name
        default: return nil
        }
        return .dict(
            DictObject([
                ("module", .string("builtins")), ("class_name", .string("function")), ("config", .string(name)),
                ("registered_name", .string("function")),
            ]))
    }

    // MARK: Back again

    /// `deserialize(config)`: the object that a dict stands for.
    static func deserialize(_ name: String, _ library: LibraryContext) -> BuiltinFunction {
        .python("\(name)(config, custom_objects=None)", "The object of Keras that a dict stands for.") {
            arguments, interpreter in
            let config = arguments[0]
            if let made = try registered(config, library, interpreter) { return made }
            if let made = try carried(config, arguments.optional("custom_objects"), interpreter) { return made }
            let reader = ModelReader(library, interpreter, customObjects: arguments.optional("custom_objects"))
            return .host(library.object(for: try reader.layer(config)))
        }
    }

    /// The initializer, regularizer or constraint that a dict stands for; nil where it stands for none.
    private static func registered(
        _ config: Value, _ library: LibraryContext, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let (className, _) = parts(config), Catalogue.layers[className] == nil else { return nil }
        let settings = library.network.settings
        let argument = try interpreter.argument(config)
        return try raising {
            if let made = try Catalogue.initializers.interpret(argument, settings: settings) {
                return .host(MadeObject(.initializer(made)))
            }
            if let made = try Catalogue.regularizers.interpret(argument, settings: settings) {
                return .host(MadeObject(.regularizer(made)))
            }
            let constraint = try Catalogue.constraints.interpret(argument, settings: settings)
            return constraint.map { .host(MadeObject(.constraint($0))) }
        }
    }

    /// The modules in which Keras looks for a function by its name.
    private static let modulesOfFunctions = ["keras.activations", "keras.losses", "keras.metrics"]

    /// The function, or the object of a class that is written in the language, that a dict stands for; nil where it
    /// stands for none.
    private static func carried(
        _ serialized: Value, _ customObjects: Value?, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let (className, config) = parts(serialized) else { return nil }
        if className == "function", case .string(let name) = config {
            if let own = interpreter.library.customObjects.find([name], in: customObjects) { return own }
            for module in modulesOfFunctions {
                if let found = interpreter.findModule(module)?[name] { return found }
            }
            throw RaisedError(.typeError, "Could not locate function '\(name)'.")
        }
        guard case .string(let module)? = ModelReader.entry("module", serialized), module != "keras.layers",
            module.hasPrefix("keras."), case .type(let type)? = interpreter.findModule(module)?[className]
        else { return nil }
        return try interpreter.call(
            try interpreter.attribute("from_config", of: .type(type)), CallArguments([config]))
    }

    /// The keyword arguments that a `config` dict holds.
    static func keywords(_ config: Value) throws(RaisedError) -> CallArguments {
        guard case .dict(let dict) = config else {
            throw RaisedError(.typeError, "a config is a dict, not '\(config.typeName)'")
        }
        var keywords: [(name: String, value: Value)] = []
        for (key, value) in dict.entries {
            guard case .string(let name) = key.value else {
                throw RaisedError(.typeError, "keywords must be strings")
            }
            keywords.append((name, value))
        }
        return CallArguments([], keywords: keywords)
    }

    /// The class name and the config of a serialized object; nil where the value is none.
    static func parts(_ value: Value) -> (className: String, config: Value)? {
        guard case .dict(let dict) = value else { return nil }
        var className: String?
        var config = Value.dict(DictObject([]))
        for (key, value) in dict.entries {
            if case .string("class_name") = key.value, case .string(let name) = value { className = name }
            if case .string("config") = key.value { config = value }
        }
        return className.map { ($0, config) }
    }

    /// The attribute `from_config` of classes that are made by keywords.
    static let fromConfig = AttributeTable(makingFromConfig)

    /// The same, for the tables of classes that have more.
    static var makingFromConfig: [Attribute] {
        [
            Attribute(classMethod: Declaration("from_config(config)", .python), "Makes one from its `get_config()`.") {
                type, arguments, interpreter throws(RaisedError) in
                do throws(RaisedError) { return try type.construct(keywords(arguments[0]), interpreter) } catch {
                    throw ModelReader.failure(type.name, arguments[0], error)
                }
            }
        ]
    }
}
