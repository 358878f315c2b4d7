import Interpreter
import Network

/// The modules a script can import, made when they are first asked for.
final class Modules {
    private let library: LibraryContext
    private var made: [String: ModuleObject] = [:]

    init(_ library: LibraryContext) { self.library = library }

    /// The module of that dotted name; nil where there is none.
    func find(_ path: String) -> ModuleObject? {
        let name = Modules.canonical(path)
        if let module = made[name] { return module }
        guard let module = make(name) else { return nil }
        made[name] = module
        return module
    }

    /// The one name of a module that has several: `tensorflow.keras.layers` is `keras.layers`.
    private static func canonical(_ path: String) -> String {
        var name = path
        for prefix in [
            "tensorflow.python.keras", "tensorflow.keras", "tensorflow.contrib.keras", "tf.keras", "keras.api",
            "tf_keras",
        ]
        where name == prefix || name.hasPrefix(prefix + ".") {
            name = "keras" + name.dropFirst(prefix.count)
        }
        if name == "np" { return "numpy" }
        if name == "tf" { return "tensorflow" }
        if name.hasPrefix("keras.layers.") || name == "keras.legacy.layers" { return "keras.layers" }
        if name.hasPrefix("keras.models.") || name == "keras.engine.training" || name == "keras.engine" {
            return "keras.models"
        }
        return name
    }

    private func make(_ name: String) -> ModuleObject? {
        switch name {
        case "keras": keras()
        case "keras.layers": KerasLayers.make(library)
        case "keras.models": KerasModels.make(library)
        case "keras.activations": KerasRegistries.activations(library)
        case "keras.initializers": KerasRegistries.initializers(library)
        case "keras.regularizers": KerasRegistries.regularizers(library)
        case "keras.constraints": KerasRegistries.constraints(library)
        case "keras.backend": KerasBackend.make(library)
        case "keras.utils": KerasUtilities.make(library)
        case "keras.optimizers": KerasTraining.module(name, KerasTraining.optimizers)
        case "keras.losses": KerasTraining.module(name, KerasTraining.losses)
        case "keras.metrics": KerasTraining.module(name, KerasTraining.metrics)
        case "keras.callbacks": KerasTraining.module(name, KerasTraining.callbacks)
        case "keras.config": KerasBackend.make(library)
        case "tensorflow": tensorflow()
        case "tensorflow.random": KerasUtilities.random(library)
        case "numpy": NumpyModule.make(library, random: find("numpy.random"))
        case "numpy.random": NumpyRandom.make()
        case "math": MathModule.make()
        case "time": TimeModule.make()
        case "sys": SystemModule.make(library)
        default: StandardModules.make(name)
        }
    }

    private static let kerasParts = [
        "layers", "models", "activations", "initializers", "regularizers", "constraints", "backend", "utils",
        "optimizers",
        "losses", "metrics", "callbacks", "config",
    ]

    private func keras() -> ModuleObject {
        let direct = ["Input", "Model", "Sequential", "Layer", "Initializer", "Regularizer", "Variable"]
        return ModuleObject(
            "keras", documentation: "Layers and networks.", memberNames: Modules.kerasParts + direct + ["__version__"]
        ) { [self] name in
            if name == "__version__" { return .string("3.15.1") }
            if Modules.kerasParts.contains(name) { return find("keras.\(name)").map(Value.module) }
            return find("keras.layers")?[name] ?? find("keras.models")?[name]
        }
    }

    private func tensorflow() -> ModuleObject {
        ModuleObject(
            "tensorflow", documentation: "Only keras, and what stands around it.",
            memberNames: ["keras", "random", "float32", "__version__"]
        ) { [self] name in
            switch name {
            case "keras": find("keras").map(Value.module)
            case "random": find("tensorflow.random").map(Value.module)
            case "float32": .string("float32")
            case "__version__": .string("2.21.0")
            default: nil
            }
        }
    }

    /// A name that can be used without an import: layers, models, the usual module names and inspection functions.
    func bareName(_ name: String) -> Value? {
        switch name {
        case "np", "numpy", "keras", "tf", "tensorflow", "math": return find(name).map(Value.module)
        case "K": return find("keras.backend").map(Value.module)
        case "layers", "models", "activations", "initializers", "regularizers", "constraints":
            return find("keras.\(name)").map(Value.module)
        default: break
        }
        if let function = inspection[name] { return .builtin(function) }
        if let layer = find("keras.layers")?[name] { return layer }
        if let model = find("keras.models")?[name] { return model }
        return nil
    }

    /// The inspection functions by name.
    private(set) lazy var inspection: [String: BuiltinFunction] = Dictionary(
        uniqueKeysWithValues: InspectionFunctions.all(library).map { ($0.name, $0) })

    /// The names that `bareName` knows.
    var bareNames: [String] {
        (find("keras.layers")?.memberNames ?? []) + ["Model", "Sequential", "np", "keras", "tf", "K"]
            + Modules.kerasParts.prefix(6) + inspection.keys.sorted()
    }
}

/// Connects an interpreter with everything a script can name.
public enum Library {
    /// Gives the interpreter its modules, names and command words.
    public static func install(in interpreter: Interpreter, _ library: LibraryContext) {
        let modules = Modules(library)
        interpreter.findModule = { modules.find($0) }
        interpreter.findName = { modules.bareName($0) }
        interpreter.knownNames = { modules.bareNames }
        interpreter.commandWords = Set(modules.inspection.keys)
    }
}
