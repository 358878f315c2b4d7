import Arrays
import Inspection
import Interpreter
import Network

/// The module `keras.utils`, as far as model code uses it.
enum KerasUtilities {
    static func make(_ library: LibraryContext, _ prelude: Prelude?) -> ModuleObject {
        let own = Prelude.names(of: "keras.utils")
        let module = ModuleObject(
            "keras.utils", documentation: "Seeds and helpers.", memberNames: own + ["pad_sequences"]
        ) { name in
            prelude?.member(name, of: name == "pad_sequences" ? "keras.preprocessing.sequence" : "keras.utils")
        }
        module["set_random_seed"] = .builtin(setSeed(library))
        module["to_categorical"] = .builtin(oneHot)
        module["get_source_inputs"] = .builtin(sourceInputs(library))
        module["normalize_data_format"] = .builtin(
            KerasBackend.normalizedFormat("normalize_data_format", library.network))
        module["get_custom_objects"] = .builtin(
            .python("get_custom_objects()", "The classes that configs may name, as a dict.") { _, _ in
                .dict(library.customObjects.table)
            })
        module["register_keras_serializable"] = .builtin(library.customObjects.registering())
        module.add([library.customObjects.registeredName(), library.customObjects.registeredObject()])
        module["custom_object_scope"] = .builtin(library.customObjects.scope())
        module["CustomObjectScope"] = .builtin(library.customObjects.scope())
        module["serialize_keras_object"] = .builtin(Serialization.serialize("serialize_keras_object"))
        module["deserialize_keras_object"] = .builtin(
            Serialization.deserialize("deserialize_keras_object", library))
        for name in ["np_utils", "layer_utils", "data_utils", "vis_utils", "generic_utils", "conv_utils", "io_utils"] {
            module[name] = .module(module)
        }
        module["keras_export"] = .host(Placeholder("keras.utils.keras_export", isQuiet: true))
        for name in ["plot_model", "plot", "model_to_dot", "print_summary"] {
            module[name] = .builtin(drawing(name, library))
        }
        for name in [
            "multi_gpu_model",
            "convert_all_kernels_in_model", "convert_dense_weights_data_format", "convert_kernel", "HDF5Matrix",
            "layer_from_config", "to_graph", "probas_to_classes", "conv_output_length", "conv_input_length",
            "deconv_output_length", "GeneratorEnqueuer",
            "OrderedEnqueuer",
        ] { module[name] = .builtin(KerasModels.unavailable(name, of: "keras.utils")) }
        module.add(KerasImages.all(library))
        return module
    }

    /// The module `keras.saving`.
    static func saving(_ library: LibraryContext, _ utilities: ModuleObject?) -> ModuleObject {
        let names = [
            "register_keras_serializable", "get_custom_objects", "custom_object_scope", "CustomObjectScope",
            "serialize_keras_object", "deserialize_keras_object", "get_registered_name", "get_registered_object",
        ]
        let files = ["load_weights", "save_weights"]
        let models = ["load_model": ModelFiles.load, "save_model": ModelFiles.save]
        return ModuleObject(
            "keras.saving", documentation: "Configs of objects.", memberNames: names + files + models.keys.sorted()
        ) { name in
            if names.contains(name) { return utilities?[name] }
            if let function = models[name] { return .builtin(function(library)) }
            return files.contains(name) ? .builtin(KerasModels.unavailable(name, of: "keras.saving")) : nil
        }
    }

    /// `to_categorical(y, num_classes)`: one column per class.
    private static var oneHot: BuiltinFunction {
        .python(
            "to_categorical(x=..., num_classes=None, *, y=..., nb_classes=None)", "Class numbers as rows of 0 and 1."
        ) { arguments, interpreter in
            // Keras 1 and 2 called the numbers `y`.
            guard let given = arguments.given("x") ?? arguments.given("y") else {
                throw RaisedError(.typeError, "to_categorical() missing 1 required positional argument: 'x'")
            }
            let classes = try ArrayObject.array(from: given, interpreter)
            var numbers = try classes.converted(to: .int64).ints
            let count = try arguments.optionalInt("num_classes") ?? arguments.optionalInt("nb_classes")
            // No number is below the largest of all, so that one more than it need not be counted.
            let columns = count ?? min(numbers.max() ?? -1, .max - 1) + 1
            guard columns >= 0, numbers.allSatisfy({ (-columns..<columns).contains($0) }) else {
                throw RaisedError(.valueError, "to_categorical() needs class numbers from 0 to `num_classes` - 1")
            }
            // Negative numbers count from the last class, as indices do.
            numbers = numbers.map { $0 < 0 ? $0 + columns : $0 }
            let shape = classes.shape.count > 1 && classes.shape.last == 1 ? classes.shape.dropLast() : classes.shape
            let places = try raising { try NumericArray(shape: classes.shape, ints: numbers) }
            let rows = try raising { try SumFunctions.rows(places, classes: columns, shape: shape) }
            return .host(ArrayObject(try raising { try rows.converted(to: .float64) }))
        }
    }

    /// `get_source_inputs(tensor)`: the inputs that a tensor depends on.
    static func sourceInputs(_ library: LibraryContext) -> BuiltinFunction {
        .python("get_source_inputs(tensor)", "The inputs that a tensor depends on.") { arguments, _ in
            guard case .host(let object) = arguments[0],
                let tensor = (object as? TensorObject)?.tensor
            else { throw RaisedError(.typeError, "get_source_inputs() takes a tensor of a network") }
            let model = Model(leadingTo: tensor)
            return .list(ListObject(model.inputs.map { .host(library.object(for: $0)) }))
        }
    }

    /// `_obtain_input_shape(input_shape, default_size, min_size, data_format, require_flatten)`.
    static func imageShape(_ name: String, _ library: LibraryContext) -> BuiltinFunction {
        .python(
            "\(name)(input_shape, default_size=None, min_size=None, data_format=None, require_flatten=None, weights=None, "
                + "*, include_top=None, dim_ordering=None)", "The shape of a model's images."
        ) { arguments, _ in
            if let shape = arguments.optional("input_shape") { return shape }
            let whole =
                try (arguments.optional("require_flatten") ?? arguments.optional("include_top"))?.truth() ?? true
            let size: Value = whole ? arguments["default_size"] : .none
            var isFirst = library.network.settings.imageDataFormat == .channelsFirst
            if case .string(let word)? = arguments.optional("data_format") ?? arguments.optional("dim_ordering") {
                isFirst = word == "channels_first" || word == "th"
            }
            return .tuple(isFirst ? [.int(3), size, size] : [size, size, .int(3)])
        }
    }

    /// Pictures of networks are not drawn; a script goes on without them.
    private static func drawing(_ name: String, _ library: LibraryContext) -> BuiltinFunction {
        .python("\(name)(model, *args, **kwargs)", "Draws nothing here.") { _, _ in
            library.note(.text("\(name) draws no pictures here; model.summary() shows the layers"))
            return .none
        }
    }

    /// `set_random_seed(seed)`: seeds Python's, numpy's and Keras's generators.
    private static func setSeed(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "set_random_seed(seed)",
            "Seeds Python's, numpy's and Keras's random numbers; a session starts as after seed 0."
        ) { arguments, _ in
            let value = arguments[0]
            guard case .int(let number) = value else {
                throw RaisedError(
                    .valueError,
                    "Expected `seed` argument to be an integer. Received: seed=\(value.repr) (of type <class '\(value.typeName)'>)"
                )
            }
            guard let seed = UInt32(exactly: number) else {
                throw RaisedError(.valueError, "Seed must be between 0 and 2**32 - 1")
            }
            library.setSeed(seed)
            return .none
        }
    }
}
