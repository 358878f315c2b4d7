import Arrays
import Inspection
import Interpreter
import Network

/// The module `keras.utils`, as far as model code uses it.
enum KerasUtilities {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("keras.utils", documentation: "Seeds and helpers.")
        module["set_random_seed"] = .builtin(setSeed(library))
        module["to_categorical"] = .builtin(oneHot)
        module["get_source_inputs"] = .builtin(sourceInputs(library))
        module["normalize_data_format"] = .builtin(
            KerasBackend.normalizedFormat("normalize_data_format", library.network))
        module["get_custom_objects"] = .builtin(
            BuiltinFunction("get_custom_objects", documentation: "A dict.") { _, _ throws(RaisedError) in
                .dict(DictObject())
            })
        module["serialize_keras_object"] = .builtin(Serialization.serialize("serialize_keras_object"))
        module["deserialize_keras_object"] = .builtin(
            Serialization.deserialize("deserialize_keras_object", library))
        for name in ["np_utils", "layer_utils", "data_utils", "vis_utils", "generic_utils", "conv_utils", "io_utils"] {
            module[name] = .module(module)
        }
        for name in ["register_keras_serializable", "keras_export"] {
            module[name] = .host(Placeholder("keras.utils.\(name)", isQuiet: true))
        }
        for name in ["plot_model", "plot", "model_to_dot", "print_summary"] {
            module[name] = .builtin(drawing(name, library))
        }
        for name in [
            "get_file", "image_dataset_from_directory", "timeseries_dataset_from_array", "multi_gpu_model",
            "convert_all_kernels_in_model", "convert_dense_weights_data_format", "convert_kernel", "HDF5Matrix",
            "Sequence", "PyDataset", "CustomObjectScope", "custom_object_scope",
            "load_img", "img_to_array", "array_to_img",
            "save_img", "layer_from_config", "to_graph", "probas_to_classes", "conv_output_length", "conv_input_length",
            "deconv_output_length", "pad_sequences", "normalize", "split_dataset", "Progbar", "GeneratorEnqueuer",
            "OrderedEnqueuer",
        ] { module[name] = .builtin(KerasModels.unavailable(name)) }
        return module
    }

    /// `to_categorical(y, num_classes)`: one column per class.
    private static var oneHot: BuiltinFunction {
        BuiltinFunction(
            "to_categorical", parameters: ["x", "num_classes"], documentation: "Class numbers as rows of 0 and 1."
        ) { arguments, interpreter throws(RaisedError) in
            let given = arguments.value(0, "x") ?? arguments.keyword("y")
            guard let given else {
                throw RaisedError(.typeError, "to_categorical() missing 1 required positional argument: 'x'")
            }
            let classes = try ArrayObject.array(from: given, interpreter)
            let numbers = try raising { try classes.converted(to: .int64).ints }
            var count = try arguments.integer(1, "num_classes")
            if count == nil { count = try arguments.integer(1, "nb_classes") }
            // No number is below the largest of all, so that one more than it need not be counted.
            let columns = count ?? min(numbers.max() ?? -1, .max - 1) + 1
            guard columns >= 0, numbers.allSatisfy({ (0..<columns).contains($0) }) else {
                throw RaisedError(.valueError, "to_categorical() needs class numbers from 0 to `num_classes` - 1")
            }
            let shape = classes.shape.last == 1 ? classes.shape.dropLast() : classes.shape
            return .host(ArrayObject(try raising { try SumFunctions.rows(classes, classes: columns, shape: shape) }))
        }
    }

    /// `get_source_inputs(tensor)`: the inputs that a tensor depends on.
    static func sourceInputs(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "get_source_inputs", parameters: ["tensor"], documentation: "The inputs that a tensor depends on."
        ) { arguments, _ throws(RaisedError) in
            guard case .host(let object) = try arguments.required(0, "tensor", of: "get_source_inputs"),
                let tensor = (object as? TensorObject)?.tensor
            else { throw RaisedError(.typeError, "get_source_inputs() takes a tensor of a network") }
            let model = try raising { try Model.leading(to: tensor, context: library.network) }
            return .list(ListObject(model.inputs.map { .host(library.object(for: $0)) }))
        }
    }

    /// The module `keras.applications.imagenet_utils`, whose shapes old model functions ask for.
    static func imagenet(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("keras.applications.imagenet_utils", documentation: "Shapes of images.") {
            Placeholder.member($0, of: "keras.applications.imagenet_utils")
        }
        for name in ["_obtain_input_shape", "obtain_input_shape"] {
            module[name] = .builtin(imageShape(name, library))
        }
        return module
    }

    /// `_obtain_input_shape(input_shape, default_size, min_size, data_format, require_flatten)`.
    private static func imageShape(_ name: String, _ library: LibraryContext) -> BuiltinFunction {
        let parameters = ["input_shape", "default_size", "min_size", "data_format", "require_flatten"]
        return BuiltinFunction(name, parameters: parameters, documentation: "The shape of a model's images.") {
            arguments, _ throws(RaisedError) in
            if let shape = arguments.value(0, "input_shape"), !shape.isNone { return shape }
            let whole = try (arguments.value(4, "require_flatten") ?? arguments.keyword("include_top"))?.truth() ?? true
            let size: Value = whole ? arguments.value(1, "default_size") ?? .none : .none
            var isFirst = library.network.settings.imageDataFormat == .channelsFirst
            if case .string(let word)? = arguments.value(3, "data_format") ?? arguments.keyword("dim_ordering") {
                isFirst = word == "channels_first" || word == "th"
            }
            return .tuple(isFirst ? [.int(3), size, size] : [size, size, .int(3)])
        }
    }

    /// Pictures of networks are not drawn; a script goes on without them.
    private static func drawing(_ name: String, _ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(name, parameters: ["model"], documentation: "Draws nothing here.") { _, _ throws(RaisedError) in
            library.note(.text("\(name) draws no pictures here; model.summary() shows the layers"))
            return .none
        }
    }

    static func random(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("tensorflow.random", documentation: "Seeds.") {
            Placeholder.member($0, of: "tensorflow.random")
        }
        module["set_seed"] = .builtin(
            BuiltinFunction(
                "set_seed", parameters: ["seed"],
                documentation:
                    "Sets TensorFlow's own seed, from which Keras draws nothing: see keras.utils.set_random_seed."
            ) { arguments, _ throws(RaisedError) in
                _ = try NumpyCreation.integer(try arguments.required(0, "seed", of: "set_seed"))
                return .none
            })
        return module
    }

    /// `set_random_seed(seed)`: seeds Python's, numpy's and Keras's generators.
    private static func setSeed(_ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            "set_random_seed", parameters: ["seed"],
            documentation: "Seeds Python's, numpy's and Keras's random numbers; a session starts as after seed 0."
        ) { arguments, _ throws(RaisedError) in
            let value = try arguments.required(0, "seed", of: "set_random_seed")
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
