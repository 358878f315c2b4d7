import Interpreter
import Network

/// The models that a script has saved under names of files. No file is written: a script that loads one gets the model again.
final class SavedModels {
    private var models: [String: LayerObject] = [:]

    /// Keeps a model under a name.
    func keep(_ model: LayerObject, at path: String) { models[path] = model }

    /// The model that was saved under a name.
    func model(at path: String) -> LayerObject? { models[path] }

    /// Forgets all models.
    func forget() { models = [:] }
}

/// The functions and methods that save and load models.
enum ModelFiles {
    /// `load_model(filepath)`.
    static func load(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "load_model(filepath, custom_objects=None, compile=True, safe_mode=True)",
            "The model that the script has saved. Files of models are not read."
        ) { arguments, interpreter in
            let path = arguments[0].str
            guard let saved = library.savedModels.model(at: path) else {
                try library.omissions.leaveOut(
                    "load_model", because: "files of models are not read",
                    instead: "nothing is known of the model in \(path)")
                return .host(AbsentValue("load_model is skipped"))
            }
            return .host(try copy(of: saved, interpreter))
        }
    }

    /// `save_model(model, filepath)`.
    static func save(_ library: LibraryContext) -> BuiltinFunction {
        .python(
            "save_model(model, filepath, overwrite=True, zipped=None, *, include_optimizer=None, save_format=None)",
            "Keeps a model for load_model."
        ) {
            arguments, _ in
            guard case .host(let model as LayerObject) = arguments[0] else {
                throw RaisedError(.typeError, "save_model() takes a model, not '\(arguments[0].typeName)'")
            }
            try keep(model, at: arguments[1].str, "save_model")
            return .none
        }
    }

    /// The methods of models.
    static var methods: [HostAttribute<LayerObject>] {
        [
            .method(
                "Model.save(filepath, overwrite=True, zipped=None, *, include_optimizer=None, save_format=None)",
                "Keeps the model for load_model."
            ) {
                object, arguments, _ in
                try keep(object, at: arguments[0].str, "save")
                return .none
            },
            .method("Model.save_weights(filepath, overwrite=True, *, save_format=None)", "Skipped: no file is written.")
            {
                object, _, _ in
                try object.library.omissions.leaveOut(
                    "save_weights", because: "files of weights are not written", instead: "nothing is saved")
                return .none
            },
            .method(
                "Model.load_weights(filepath, skip_mismatch=False, *, by_name=False)",
                "Skipped: the weights stay as they are."
            ) { object, arguments, _ in
                try object.library.omissions.leaveOut(
                    "load_weights", because: "files of weights are not read",
                    instead: "the weights stay as they were, without those in \(arguments[0].str)")
                return .none
            },
            .method(
                "Model.export(filepath, format='tf_saved_model', verbose=None, input_signature=None)",
                "Skipped: no file is written."
            ) { object, _, _ in
                try object.library.omissions.leaveOut(
                    "export", because: "files of models are not written", instead: "nothing is saved")
                return .none
            },
        ]
    }

    private static func keep(_ model: LayerObject, at path: String, _ name: String) throws(RaisedError) {
        model.library.savedModels.keep(model, at: path)
        try model.library.omissions.leaveOut(
            name, because: "files of models are not written", instead: "load_model gives the model back in this run")
    }

    /// The model once more from its config, as a file keeps it, so that its layers have their names; nil where that is not possible,
    /// as with layers whose classes are not registered.
    private static func made(fromConfigOf model: LayerObject, _ interpreter: Interpreter) throws -> LayerObject? {
        do throws(RaisedError) {
            let keeper = try interpreter.attribute("get_config", of: .host(model))
            let config = try interpreter.call(keeper, CallArguments())
            let maker = try interpreter.attribute("from_config", of: .host(model))
            guard case .host(let made as LayerObject) = try interpreter.call(maker, CallArguments([config])) else {
                return nil
            }
            return made
        } catch {
            if error.exception.type === ExceptionType.keyboardInterrupt { throw error }
            return nil
        }
    }

    /// The model once more, with weights of the same values; the model itself where it cannot be copied.
    private static func copy(of model: LayerObject, _ interpreter: Interpreter) throws -> LayerObject {
        guard model.own == nil, let network = model.layer as? Model, !network.inputs.isEmpty else { return model }
        let copy = try made(fromConfigOf: model, interpreter) ?? model.library.object(for: try network.cloned())
        copy.compiled = model.compiled
        let weights = try interpreter.call(try interpreter.attribute("get_weights", of: .host(model)), CallArguments())
        _ = try interpreter.call(
            try interpreter.attribute("set_weights", of: .host(copy)), CallArguments([weights]))
        return copy
    }
}
