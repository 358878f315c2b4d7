import Interpreter
import Layers
import Network

/// The module `keras.backend`, as far as model code uses it.
enum KerasBackend {
    static func make(_ library: LibraryContext, _ tensors: TensorFunctions) -> ModuleObject {
        let module = ModuleObject("keras.backend", documentation: "Settings, and shapes of tensors.")
        KerasBackendFunctions.add(to: module, tensors)
        for function in functions(library) { module[function.name] = .builtin(function) }
        for name in settings { module[name] = .host(Placeholder("keras.backend.\(name)", isQuiet: true)) }
        return module
    }

    /// Settings of TensorFlow, which have no effect here.
    private static let settings = [
        "get_session", "set_session", "set_learning_phase", "manual_variable_initialization",
        "set_epsilon", "is_tensor", "disable_interactive_logging", "enable_unsafe_deserialization",
    ]

    private static func functions(_ library: LibraryContext) -> [BuiltinFunction] {
        let network = library.network
        func setFormat(_ name: String, _ words: [String: DataFormat]) -> BuiltinFunction {
            BuiltinFunction(name, parameters: ["data_format"], documentation: "Sets where images have their channels.")
            { arguments, _ throws(RaisedError) in
                guard case .string(let word)? = arguments.positional.first, let format = words[word] else {
                    let list = words.keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
                    throw RaisedError(
                        .valueError,
                        "The `data_format` argument must be one of {\(list)}. Received: \(arguments.positional.first?.repr ?? "nothing")"
                    )
                }
                network.settings.imageDataFormat = format
                return .none
            }
        }
        func constant(_ name: String, _ value: @escaping () -> Value) -> BuiltinFunction {
            BuiltinFunction(name) { _, _ throws(RaisedError) in value() }
        }
        return [
            constant("image_data_format") { .string(network.settings.imageDataFormat.rawValue) },
            constant("image_dim_ordering") { .string(network.settings.imageDataFormat == .channelsLast ? "tf" : "th") },
            setFormat("set_image_data_format", ["channels_last": .channelsLast, "channels_first": .channelsFirst]),
            setFormat("set_image_dim_ordering", ["tf": .channelsLast, "th": .channelsFirst]),
            constant("backend") { .string("tensorflow") }, constant("floatx") { .string("float32") },
            constant("epsilon") { .float(1e-7) },
            BuiltinFunction("set_floatx", parameters: ["floatx"]) { arguments, _ throws(RaisedError) in
                guard case .string("float32")? = arguments.positional.first else {
                    throw RaisedError(
                        .notImplementedError, "layers compute in float32 here, and in no other floatx",
                        hint: "leave the call out; keras.ops.cast gives data another type")
                }
                return .none
            },
            normalizedFormat("normalize_data_format", network), normalizedFormat("standardize_data_format", network),
            ScopeObject.function("name_scope"),
            BuiltinFunction("reset_uids", documentation: "Begins automatic names anew.") { _, _ throws(RaisedError) in
                network.resetNames()
                return .none
            },
            BuiltinFunction("clear_session", documentation: "Forgets names and feature maps.") {
                _, _ throws(RaisedError) in
                library.clear()
                return .none
            },
            BuiltinFunction(
                "is_keras_tensor", parameters: ["x"], documentation: "Whether a value is a tensor of a network."
            ) { arguments, _ throws(RaisedError) in
                if case .host(let object)? = arguments.positional.first { return .bool(object is TensorObject) }
                return .bool(false)
            },
        ]
    }

    /// `K.normalize_data_format(value)`: the default where None is given.
    static func normalizedFormat(_ name: String, _ network: NetworkContext) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["value"], documentation: "The data format; the default for None.") {
            arguments, _ throws(RaisedError) in
            guard let value = arguments.value(0, "value"), !value.isNone else {
                return .string(network.settings.imageDataFormat.rawValue)
            }
            return value
        }
    }
}
