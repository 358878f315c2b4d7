/// Where Keras 3 keeps what Keras 1 and 2 kept elsewhere.
enum OldModules {
    /// The module and the name that take the place of a name in a module.
    static func place(of name: String, in module: String) -> (module: String, name: String) {
        for prefix in ["tensorflow.keras", "tensorflow.python.keras", "keras"] {
            guard module == prefix || module.hasPrefix(prefix + ".") else { continue }
            let package = prefix == "keras" ? "keras" : "tensorflow.keras"
            let path = module == prefix ? "" : String(module.dropFirst(prefix.count + 1))
            return place(name, path, package)
        }
        return (module, name)
    }

    private static func place(_ name: String, _ path: String, _ package: String) -> (module: String, name: String) {
        func inPackage(_ path: String) -> String { path.isEmpty ? package : "\(package).\(path)" }
        if path.isEmpty, modern(name) != name { return (package, "\(modern(name)) as \(name)") }
        if path == "utils", utilities.contains(name) { return (package, "utils as \(name)") }
        if path == "layers.experimental", name == "preprocessing" { return (package, "layers as preprocessing") }
        if path == "layers", layerParts.contains(name) { return (package, "layers as \(name)") }
        if path == "applications.imagenet_utils", name == "_obtain_input_shape" {
            return ("keras.src.applications.imagenet_utils", "obtain_input_shape as \(name)")
        }
        if ["losses", "objectives", "metrics"].contains(path), let whole = losses[name] {
            return (inPackage(modern(path)), "\(whole) as \(name)")
        }
        if path == "preprocessing.image", name == "ImageDataGenerator" { return ("tensorflow.keras.\(path)", name) }
        if path == "preprocessing" || path == "preprocessing.text",
            !["image", "sequence", "image_dataset_from_directory"].contains(name)
        {
            return ("tensorflow.keras.\(path)", name)
        }
        if path.hasPrefix("engine") || path == "models" { return (inPackage(engineModule(name) ?? "models"), name) }
        if path.hasPrefix("utils."), name == "plot" { return (inPackage("utils"), "plot_model as plot") }
        return (inPackage(modern(path)), OldNames.functions[name] ?? name)
    }

    /// The module in which a name of `keras.engine` is now.
    private static func engineModule(_ name: String) -> String? {
        switch name {
        case "Input", "InputLayer", "Layer", "InputSpec": "layers"
        case "get_source_inputs": "utils"
        default: nil
        }
    }

    /// The dotted path of a module of Keras today; any other stays as it is.
    static func modernPath(_ path: String) -> String {
        for package in ["tensorflow.keras.", "keras."] where path.hasPrefix(package) {
            return package + modern(String(path.dropFirst(package.count)))
        }
        return path
    }

    /// A module's path today, in the package.
    static func modern(_ path: String) -> String {
        for whole in ["layers", "utils", "backend", "models", "losses", "metrics", "callbacks", "optimizers"] {
            // `keras.layers.convolutional` is `keras.layers`; `keras.optimizers.schedules` stays.
            if path.hasPrefix(whole + "."), path != "optimizers.schedules" { return whole }
        }
        return ["initializations": "initializers", "objectives": "losses", "legacy.layers": "layers"][path] ?? path
    }

    /// Modules in which layers were kept before Keras 3.
    static let layerParts: Set<String> = [
        "convolutional", "core", "pooling", "normalization", "advanced_activations", "local", "noise", "recurrent",
        "embeddings", "wrappers",
    ]

    private static let losses = [
        "mse": "mean_squared_error", "mae": "mean_absolute_error", "mape": "mean_absolute_percentage_error",
        "msle": "mean_squared_logarithmic_error", "MSE": "mean_squared_error", "MAE": "mean_absolute_error",
    ]

    /// Names that can no longer be imported from anywhere.
    static let gone: Set<String> = [
        "convert_all_kernels_in_model", "convert_kernel", "convert_dense_weights_data_format", "layer_from_config",
        "HDF5Matrix", "multi_gpu_model", "model_from_yaml", "print_summary", "Merge", "TimeDistributedDense",
        "MaxoutDense", "Highway", "SReLU", "ParametricSoftplus", "LocallyConnected1D", "LocallyConnected2D",
        "ThresholdedReLU", "CuDNNLSTM", "CuDNNGRU", "WeightRegularizer", "ActivityRegularizer",
    ]

    /// Modules that are gone as a whole, by their ends, and what takes their place.
    static let goneModules = [
        "wrappers.scikit_learn": "keras.wrappers.SKLearnClassifier and keras.wrappers.SKLearnRegressor take its place"
    ]

    /// Modules in which utilities were kept before Keras 3.
    static let utilities: Set<String> = [
        "np_utils", "vis_utils", "layer_utils", "generic_utils", "data_utils", "visualize_util", "io_utils",
    ]
}
