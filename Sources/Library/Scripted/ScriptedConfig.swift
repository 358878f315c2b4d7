import Interpreter
import Layers
import Network

/// The configs of objects of classes that scripts define.
///
/// Source: `Operation.get_config` and `Layer.get_config` of Keras 3.
enum ScriptedConfig {
    /// `get_config()` where the class does not define it, or by `super()`.
    /// - Throws: NotImplementedError where an argument of `__init__` has no form in a config.
    static func entries(of object: LayerObject, _ interpreter: Interpreter) throws(RaisedError) -> [(String, Value)] {
        if let base = object.base {
            return try Serialization.config(object.library.object(for: base), interpreter)
        }
        var entries: [(String, Value)] = [("name", .string(object.layer.name))]
        if object.own?.special("get_config") == nil { entries = try arguments(of: object, entries, interpreter) }
        entries += [("trainable", .bool(object.layer.isTrainable)), ("dtype", Serialization.policy("float32"))]
        guard let regularizer = object.own?.attributes["activity_regularizer"], !regularizer.isNone,
            let serialize = interpreter.findModule("keras.regularizers")?["serialize"]
        else { return entries }
        return entries + [("activity_regularizer", try interpreter.call(serialize, CallArguments([regularizer])))]
    }

    /// The arguments that the object was made with, after its name.
    private static func arguments(
        of object: LayerObject, _ name: [(String, Value)], _ interpreter: Interpreter
    ) throws(RaisedError) -> [(String, Value)] {
        guard case .function(let function)? = object.own?.special("__init__") else { return name }
        let parameters = function.signature.parameters.dropFirst()
        let hasName = parameters.contains { $0.name == "name" }
        let hasKeywords = parameters.contains { $0.name == "kwargs" && $0.kind == .keywordRest }
        let positional = parameters.filter { $0.kind == .positionalOrKeyword || $0.kind == .positionalOnly }
        var given: [(String, Value)] = zip(positional, object.madeWith.positional).map { ($0.name, $1) }
        given += object.madeWith.keywords.map { ($0.name, $0.value) }
        // In the order of the parameters, then what `**kwargs` took.
        let written = given
        given = parameters.compactMap { parameter in
            (written.first { $0.0 == parameter.name }?.1 ?? function.defaultValue(of: parameter.name))
                .map { (parameter.name, $0) }
        }
        given += written.filter { entry in !parameters.contains { $0.name == entry.0 } }
        given = given.filter { !["name", "dtype", "trainable"].contains($0.0) }
        guard given.allSatisfy({ isPlain($0.1) }) else {
            throw RaisedError(
                .notImplementedError,
                "\nObject \(object.typeName) was created by passing\nnon-serializable argument values in `__init__()`,\n"
                    + "and therefore the object must override `get_config()` in\norder to be serializable. Please implement "
                    + "`get_config()`.")
        }
        return (hasName || hasKeywords ? name : []) + given
    }

    /// Whether a value stands in a config as it is.
    private static func isPlain(_ value: Value) -> Bool {
        switch value {
        case .none, .bool, .int, .big, .float, .string: true
        case .list(let list): list.items.allSatisfy(isPlain)
        case .tuple(let items): items.allSatisfy(isPlain)
        case .dict(let dict): dict.entries.values.allSatisfy(isPlain)
        default: false
        }
    }

    /// The dict that stands for the object: its class, by its registered name, and its config.
    static func serialized(_ object: LayerObject, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        let config = try interpreter.call(
            try interpreter.attribute("get_config", of: .host(object)), CallArguments([]))
        let isKeras = kerasClass(object.typeName, interpreter) === object.typeObject
        var entries: [(String, Value)] = [
            ("module", isKeras ? .string("keras.layers") : .none), ("class_name", .string(object.typeName)),
            ("config", config),
            (
                "registered_name",
                isKeras ? .none : .string(object.library.customObjects.name(of: object.typeObject))
            ),
        ]
        if let shapes = object.scripted?.builtFor, !shapes.isEmpty {
            entries.append(("build_config", buildConfig(of: object, shapes.map(LayerAttributes.shape))))
        }
        return .dict(DictObject(entries))
    }

    /// The shapes that a layer was built for: one, a list, or those of the arguments by their names.
    private static func buildConfig(of object: LayerObject, _ shapes: [Value]) -> Value {
        var names: [String] = []
        if case .function(let function)? = object.own?.special("build") {
            names = function.signature.parameters.dropFirst().map(\.name)
        }
        if names.count > 1, shapes.count > 1 {
            return .dict(DictObject([("shapes_dict", .dict(DictObject(Array(zip(names, shapes)))))]))
        }
        return .dict(DictObject([("input_shape", shapes.count == 1 ? shapes[0] : .list(ListObject(shapes)))]))
    }

    /// A class of Keras that is written in the language itself; nil where none has the name.
    private static func kerasClass(_ name: String, _ interpreter: Interpreter) -> TypeObject? {
        guard Prelude.names(of: "keras.layers").contains(name),
            case .type(let type)? = interpreter.findModule("keras.layers")?[name]
        else { return nil }
        return type
    }

    /// The dict that stands for an object of another class of a script, such as an initializer.
    static func serialized(_ object: InstanceObject, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        let config = try interpreter.call(
            try interpreter.attribute("get_config", of: .host(object)), CallArguments([]))
        let type = object.typeObject
        let module = kerasModule(of: type, interpreter)
        return .dict(
            DictObject([
                ("module", module.map(Value.string) ?? .none), ("class_name", .string(object.typeName)),
                ("config", config),
                (
                    "registered_name",
                    module == nil ? .string(interpreter.library.customObjects.name(of: type)) : .none
                ),
            ]))
    }

    /// The module of Keras that has a class under its name; nil for a class of a script.
    private static func kerasModule(of type: TypeObject, _ interpreter: Interpreter) -> String? {
        guard let module = type.module, module.hasPrefix("keras."),
            case .type(let known)? = interpreter.findModule(module)?[type.name], known === type
        else { return nil }
        return module
    }

    /// The layer of a script's class that a serialized dict stands for; nil where no class has its name.
    static func layer(
        _ serialized: Value, className: String, config: Value, customObjects: Value?, _ interpreter: Interpreter
    ) throws(RaisedError) -> Layer? {
        var names = [className]
        if case .string(let name)? = ModelReader.entry("registered_name", serialized) { names.insert(name, at: 0) }
        let custom = interpreter.library.customObjects.find(names, in: customObjects)
        guard case .type(let type)? = custom ?? kerasClass(className, interpreter).map(Value.type) else { return nil }
        let function = try interpreter.attribute("from_config", of: .type(type))
        let made: Value
        do throws(RaisedError) { made = try interpreter.call(function, CallArguments([config])) } catch {
            throw ModelReader.failure(className, config, error)
        }
        guard case .host(let object as LayerObject) = made else {
            throw RaisedError(.typeError, "from_config() of \(className) returned no layer")
        }
        return object.layer
    }
}
