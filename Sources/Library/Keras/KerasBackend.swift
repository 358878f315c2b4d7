import Interpreter
import Layers
import Network

/// The module `keras.backend`, as far as model code uses it.
enum KerasBackend {
    /// The module.
    /// - Parameters:
    ///   - prelude: what of it is written in the language.
    ///   - tensorflow: the module that Keras 2's had as `tf`.
    static func make(
        _ library: LibraryContext, _ tensors: TensorFunctions, _ prelude: Prelude? = nil,
        tensorflow: @escaping () -> ModuleObject? = { nil }
    ) -> ModuleObject {
        let module = ModuleObject(
            "keras.backend", documentation: "Settings, and functions of tensors.",
            memberNames: prelude == nil ? [] : Prelude.names(of: "keras.backend") + ["tf"]
        ) { name in
            name == "tf" ? tensorflow().map(Value.module) : prelude?.member(name, of: "keras.backend")
        }
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
            .python("\(name)(data_format)", "Sets where images have their channels.") { arguments, _ in
                guard case .string(let word) = arguments[0], let format = words[word] else {
                    let list = words.keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
                    throw RaisedError(
                        .valueError,
                        "The `data_format` argument must be one of {\(list)}. Received: \(arguments[0].repr)")
                }
                network.settings.imageDataFormat = format
                return .none
            }
        }
        func constant(_ name: String, _ documentation: String, _ value: @escaping () -> Value) -> BuiltinFunction {
            .python("\(name)()", documentation) { _, _ in value() }
        }
        return [
            constant("image_data_format", "Where images have their channels.") {
                .string(network.settings.imageDataFormat.rawValue)
            },
            constant("image_dim_ordering", "Keras 1's word for where images have their channels.") {
                .string(network.settings.imageDataFormat == .channelsLast ? "tf" : "th")
            },
            setFormat("set_image_data_format", ["channels_last": .channelsLast, "channels_first": .channelsFirst]),
            setFormat("set_image_dim_ordering", ["tf": .channelsLast, "th": .channelsFirst]),
            constant("backend", "What Keras would compute with.") { .string("tensorflow") },
            constant("floatx", "The type of numbers in layers.") { .string("float32") },
            constant("epsilon", "The small number that keeps divisors from zero.") { .float(1e-7) },
            .python("set_floatx(value)", "Takes float32, the type in which layers compute.") { arguments, _ in
                guard case .string("float32") = arguments[0] else {
                    throw RaisedError(
                        .notImplementedError, "layers compute in float32 here, and in no other floatx",
                        hint: "leave the call out; keras.ops.cast gives data another type")
                }
                return .none
            },
            KerasPolicies.current("dtype_policy"), KerasPolicies.setter("set_dtype_policy"),
            normalizedFormat("normalize_data_format", network), normalizedFormat("standardize_data_format", network),
            ScopeObject.function("name_scope"),
            .python("reset_uids()", "Begins automatic names anew.") { _, _ in
                network.resetNames()
                return .none
            },
            .python("clear_session(free_memory=True)", "Forgets names and feature maps.") { _, _ in
                library.clear()
                return .none
            },
            .python("is_keras_tensor(x)", "Whether a value is a tensor of a network.") { arguments, _ in
                if case .host(let object) = arguments[0] { .bool(object is TensorObject) } else { .bool(false) }
            },
        ]
    }

    /// `K.normalize_data_format(value)`: the default where None is given.
    static func normalizedFormat(_ name: String, _ network: NetworkContext) -> BuiltinFunction {
        .python("\(name)(value)", "The data format; the default for None.") { arguments, _ in
            arguments.optional(0) ?? .string(network.settings.imageDataFormat.rawValue)
        }
    }
}
