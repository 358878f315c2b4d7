import Interpreter
import Network

/// The module `keras.utils`, as far as model code uses it.
enum KerasUtilities {
    static func make(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("keras.utils", documentation: "Seeds and helpers.")
        module["set_random_seed"] = .builtin(setSeed("set_random_seed", library))
        for name in ["plot_model", "to_categorical", "get_file", "image_dataset_from_directory"] {
            module[name] = .builtin(KerasModels.unavailable(name))
        }
        return module
    }

    static func random(_ library: LibraryContext) -> ModuleObject {
        let module = ModuleObject("tensorflow.random", documentation: "Seeds.")
        module["set_seed"] = .builtin(setSeed("set_seed", library))
        return module
    }

    private static func setSeed(_ name: String, _ library: LibraryContext) -> BuiltinFunction {
        BuiltinFunction(
            name, parameters: ["seed"], documentation: "Sets the seed from which weights derive their values."
        ) {
            arguments, _ throws(RaisedError) in
            let seed = try NumpyCreation.integer(try arguments.required(0, "seed", of: name))
            library.network.seed = UInt64(bitPattern: Int64(seed))
            return .none
        }
    }
}
