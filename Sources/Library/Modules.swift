import Interpreter
import Layers
import Network

/// The modules a script can import, made when they are first asked for.
final class Modules {
    private let library: LibraryContext
    private weak var interpreter: Interpreter?
    private var made: [String: ModuleObject] = [:]
    /// What modules hold where a session begins.
    private var beginning: [String: ModuleObject.Contents] = [:]
    /// What is written in the language itself.
    private(set) lazy var prelude = interpreter.map(Prelude.init)
    /// The functions over tensors that several namespaces offer.
    private(set) lazy var functions = TensorFunctions(
        library, texts: { [unowned self] in find("keras._operations") }, prelude)

    init(_ library: LibraryContext, _ interpreter: Interpreter) {
        self.library = library
        self.interpreter = interpreter
    }

    /// The module of that dotted name; nil where there is none.
    func find(_ path: String) -> ModuleObject? {
        let name = ModuleNames.canonical(path)
        if let module = made[name] { return module }
        guard
            let module = Modules.makers[name]?(self) ?? carried(name) ?? Applications.module(name, in: self)
                ?? SilentModules.find(name, prelude) ?? OutsideModules.find(name)
        else { return nil }
        made[name] = module
        beginning[name] = module.contents
        return module
    }

    /// What the modules hold now.
    var contents: [String: ModuleObject.Contents] { made.mapValues(\.contents) }

    /// Makes modules hold what they held before.
    func restore(_ contents: [String: ModuleObject.Contents]) {
        for (name, held) in contents { made[name]?.restore(held) }
    }

    /// Takes what modules hold now as where the session begins.
    func markBeginning() { beginning = contents }

    /// Makes modules hold what they held where the session began.
    func beginAnew() { restore(beginning) }

    /// A module that is all text. What it lacks of a package can be imported, not used.
    private func carried(_ name: String) -> ModuleObject? {
        guard Prelude.moduleTexts[name] != nil else { return nil }
        return ModuleObject(name, memberNames: Prelude.names(of: name)) { [unowned self] member in
            prelude?.member(member, of: name)
                ?? (name.hasPrefix("keras.datasets.") ? nil : Placeholder.member(member, of: name))
        }
    }

    /// The module `sklearn`, whose parts are texts as far as they are here.
    private func learning() -> ModuleObject {
        ModuleObject("sklearn", documentation: "Splits, scales, codes and measures.") { [unowned self] name in
            find("sklearn.\(name)").map(Value.module) ?? Placeholder.member(name, of: "sklearn")
        }
    }

    /// The module `keras.preprocessing`.
    private func preprocessing() -> ModuleObject {
        let functions = ["image_dataset_from_directory", "timeseries_dataset_from_array"]
        return ModuleObject(
            "keras.preprocessing", documentation: "Images, texts and sequences.",
            memberNames: ["image", "sequence", "text"] + functions
        ) { [unowned self] name in
            if functions.contains(name) { return find("keras.utils")?[name] }
            return find("keras.preprocessing.\(name)").map(Value.module)
                ?? Placeholder.member(name, of: "keras.preprocessing")
        }
    }

    /// The module `keras.datasets`.
    private func datasets() -> ModuleObject {
        let names = Prelude.datasetTexts.keys.map { String($0.dropFirst("keras.datasets.".count)) }.sorted()
        return ModuleObject("keras.datasets", documentation: "Data sets.", memberNames: names) { [unowned self] name in
            find("keras.datasets.\(name)").map(Value.module)
        }
    }

    /// What a script has put in the place of `sys.stdout`; nil for nothing.
    var replacedOutput: Value? {
        guard let stream = made["sys"]?["stdout"], !SystemModule.isOwnOutput(stream) else { return nil }
        return stream
    }

    /// The folders of `sys.path`.
    var searchPath: [String] {
        guard case .list(let list)? = find("sys")?["path"] else { return [] }
        return list.items.compactMap { if case .string(let folder) = $0 { folder } else { nil } }
    }

    /// The names of all modules, without their submodules.
    static var names: [String] {
        Set(makers.keys).union(Prelude.moduleTexts.keys).filter { !$0.contains(".") }.sorted()
    }

    /// The names of Python's own modules among them.
    static var pythonNames: [String] {
        names.filter { !["PIL", "cv2", "imageio", "keras", "numpy", "tensorflow", "sklearn", "tqdm"].contains($0) }
    }

    /// How each module is made: one line each.
    private static var makers: [String: (Modules) -> ModuleObject] {
        [
            "keras": { $0.keras() },
            "keras.layers": { KerasLayers.make($0.library, $0.prelude) },
            "keras.models": { KerasModels.make($0.library, $0.prelude) },
            "keras.activations": { KerasRegistries.activations($0.library) },
            "keras.initializers": { KerasRegistries.initializers($0.library) },
            "keras.regularizers": { KerasRegistries.regularizers($0.library) },
            "keras.constraints": { KerasRegistries.constraints($0.library) },
            "keras.backend": { modules in
                KerasBackend.make(
                    modules.library, modules.functions, modules.prelude,
                    tensorflow: { [weak modules] in modules?.find("tensorflow") })
            },
            "keras.config": { KerasBackend.make($0.library, $0.functions) },
            "keras.mixed_precision": { _ in KerasPolicies.make() },
            "keras.dtype_policies": { _ in KerasPolicies.classes() },
            "keras.ops": { KerasOps.make($0.functions, $0.prelude) },
            "keras.random": { KerasRandom.make($0.library) },
            "keras.saving": { KerasUtilities.saving($0.library, $0.find("keras.utils")) },
            "keras.utils": { KerasUtilities.make($0.library, $0.prelude) },
            "keras.optimizers": {
                KerasTraining.module(
                    "keras.optimizers", remembered: KerasTraining.optimizers,
                    aliases: KerasTraining.optimizerAliases, $0.prelude)
            },
            "keras.optimizers.schedules": { KerasTraining.module("keras.optimizers.schedules", $0.prelude) },
            "keras.losses": {
                KerasTraining.module(
                    "keras.losses", remembered: KerasTraining.losses, aliases: KerasTraining.lossAliases, $0.prelude)
            },
            "keras.metrics": {
                KerasTraining.module(
                    "keras.metrics", remembered: KerasTraining.metrics, aliases: KerasTraining.lossAliases, $0.prelude)
            },
            "keras.callbacks": { KerasTraining.module("keras.callbacks", $0.prelude) },
            "keras.preprocessing": { $0.preprocessing() },
            "keras.preprocessing.image": { KerasTraining.preprocessing($0.library, $0.prelude) },
            "keras._host": { HostFunctions.make($0.library) },
            "sklearn": { $0.learning() },
            "keras.datasets": { $0.datasets() },
            "keras.datasets._source": { DatasetSource.make($0.library) },
            "keras.applications.imagenet_utils": { Applications.imagenetUtilities($0.library, $0.prelude) },
            "tensorflow": { TensorFlowModule.make($0, $0.functions) },
            "tensorflow.random": { TensorFlowRandom.module($0.library) },
            "numpy": { modules in
                NumpyModule.make(
                    modules.library, random: modules.find("numpy.random"), linalg: { modules.find("numpy.linalg") },
                    modules.prelude)
            },
            "numpy.random": { NumpyRandom.make($0.library.numpyRandom) },
            "io": { IOModule.make($0.library) },
            "json": { _ in JSONModule.make() },
            "re": { _ in PatternModule.make() },
            "math": { MathModule.make($0.prelude) },
            "string": { StringModule.make($0.prelude) },
            "time": { TimeModule.make($0.prelude) },
            "sys": { SystemModule.make($0.library, $0.interpreter) },
            "os": { OperatingSystemModule.make($0.library, path: $0.find("os.path"), $0.prelude) },
            "os.path": { PathModule.make($0.library, $0.prelude) },
            "functools": { FunctoolsModule.make($0.prelude) },
            "operator": { OperatorModule.make($0.prelude) },
            "itertools": { ItertoolsModule.make($0.prelude) },
            "collections": { CollectionsModule.make($0.prelude) },
            "contextlib": { ContextlibModule.make($0.prelude) },
            "copy": { _ in CopyModule.make() },
            "abc": { _ in AbcModule.make() },
            "dataclasses": { DataclassesModule.make($0.prelude) },
            "enum": { _ in EnumModule.make() },
            "typing": { TypingModule.make($0.prelude) },
            "random": { RandomModule.make($0.library.network, $0.prelude) },
            "six": { SixModule.make($0.find("six.moves")) },
            "six.moves": { SixModule.moves($0.interpreter) },
            "PIL": { ImageModules.package($0.find("PIL.Image")) },
            "PIL.Image": { ImageModules.pillow($0.library) },
            "imageio": { ImageModules.imageio($0.library) },
            "imageio.v2": { ImageModules.imageio($0.library) },
            "imageio.v3": { ImageModules.imageio($0.library) },
            "tqdm": { _ in TqdmModule.make() },
        ]
    }

    private static let kerasParts = [
        "layers", "models", "activations", "initializers", "regularizers", "constraints", "backend", "utils", "ops",
        "optimizers", "losses", "metrics", "callbacks", "config", "random", "mixed_precision", "dtype_policies",
        "saving", "applications", "datasets", "preprocessing",
    ]

    private func keras() -> ModuleObject {
        let direct = ["Input", "Model", "Sequential", "Layer", "KerasTensor", "Variable", "Operation", "DTypePolicy"]
        return ModuleObject(
            "keras", documentation: "Layers and networks.", memberNames: Modules.kerasParts + direct + ["__version__"]
        ) { [unowned self] name in
            switch name {
            case "__version__": return .string("3.15.1")
            case "KerasTensor": return .type(KerasClasses.tensor)
            case "Variable": return .type(KerasClasses.variable)
            case "Operation": return .type(KerasClasses.operation)
            case "DTypePolicy": return .type(KerasPolicies.policyClass)
            default: break
            }
            if let part = find("keras.\(name)") { return .module(part) }
            return find("keras.layers")?[name] ?? find("keras.models")?[name]
        }
    }

    /// A name that can be used without an import: layers, models, the usual module names and inspection functions.
    func bareName(_ name: String) -> Value? {
        switch name {
        case "np", "numpy", "keras", "tf", "tensorflow", "math": return find(name).map(Value.module)
        case "K": return find("keras.backend").map(Value.module)
        case "layers", "models", "activations", "initializers", "regularizers", "constraints", "ops":
            return find("keras.\(name)").map(Value.module)
        default: break
        }
        if let function = inspection[name] ?? free[name] { return .builtin(function) }
        if name == "exit" || name == "quit" { return .builtin(SystemModule.exit(name)) }
        if let layer = find("keras.layers")?[name] { return layer }
        if let model = find("keras.models")?[name] { return model }
        return nil
    }

    /// The inspection functions by name.
    private(set) lazy var inspection: [String: BuiltinFunction] = Dictionary(
        uniqueKeysWithValues: InspectionFunctions.all(library).map { ($0.name, $0) })

    /// The functions that need no import, by name.
    private(set) lazy var free: [String: BuiltinFunction] = Dictionary(
        uniqueKeysWithValues: FreeFunctions.all(library).map { ($0.name, $0) })

    /// The names that `bareName` knows.
    var bareNames: [String] {
        (find("keras.layers")?.memberNames ?? []) + ["Model", "Sequential", "np", "keras", "tf", "K", "ops"]
            + Modules.kerasParts.prefix(6) + inspection.keys.sorted() + free.keys.sorted()
    }
}

/// Modules that have several names: `tensorflow.keras.layers` is `keras.layers`.
enum ModuleNames {
    /// The one name that a module is kept by.
    static func canonical(_ path: String) -> String {
        var name = path
        for (prefix, short) in prefixes where name == prefix || name.hasPrefix(prefix + ".") {
            name = short + name.dropFirst(prefix.count)
        }
        for (prefix, parts) in merged where name.hasPrefix(prefix + ".") {
            if parts.contains(String(name.dropFirst(prefix.count + 1))) { return prefix }
        }
        for (prefix, whole) in moved where name == prefix || name.hasPrefix(prefix + ".") { return whole }
        return name
    }

    private static let prefixes = [
        ("tf", "tensorflow"), ("np", "numpy"), ("numpy.core.fromnumeric", "numpy"), ("numpy.core.numeric", "numpy"),
        ("tensorflow.compat.v1", "tensorflow"),
        ("tensorflow.compat.v2", "tensorflow"), ("tensorflow.python.keras", "keras"), ("tensorflow.keras", "keras"),
        ("tensorflow.contrib.keras", "keras"), ("keras.api", "keras"), ("tf_keras", "keras"), ("keras.src", "keras"),
        ("keras._tf_keras.keras", "keras"), ("keras.python.keras", "keras"), ("tqdm.auto", "tqdm"),
        ("tqdm.notebook", "tqdm"), ("keras_preprocessing", "keras.preprocessing"),
        ("keras._legacy.preprocessing", "keras.preprocessing"), ("sklearn.cross_validation", "sklearn.model_selection"),
        ("tensorflow.data.experimental", "tensorflow.data"), ("keras_applications", "keras.applications"),
    ]

    /// Modules whose parts are not kept apart.
    private static let merged: [(String, Set<String>)] = [
        (
            "keras.layers",
            [
                "activation", "activations", "advanced_activations", "attention", "convolutional",
                "convolutional_recurrent",
                "core", "embeddings",
                "local", "merge", "merging", "noise", "normalization", "normalization_v2", "pooling", "recurrent",
                "regularization", "reshaping", "wrappers", "experimental", "experimental.preprocessing",
                "preprocessing", "layer", "normalization.batch_normalization",
            ]
        ),
        (
            "keras.utils",
            [
                "np_utils", "data_utils", "vis_utils", "layer_utils", "generic_utils", "conv_utils", "io_utils",
                "visualize_util", "multi_gpu_utils", "training_utils", "tf_utils", "module_utils",
            ]
        ),
        ("keras.backend", ["tensorflow_backend", "theano_backend", "common", "load_backend", "config"]),
        ("keras.models", ["model", "sequential", "functional"]), ("keras.ops", ["nn", "numpy", "core"]),
        ("keras.optimizers", ["legacy", "experimental", "optimizer_v2", "adam", "sgd"]),
    ]

    /// Modules that are now in another.
    private static let moved = [
        ("keras.legacy.layers", "keras.layers"), ("keras.engine.base_layer", "keras.layers"),
        ("keras.engine.input_layer", "keras.layers"), ("keras.engine", "keras.models"),
        ("keras.initializations", "keras.initializers"), ("keras.objectives", "keras.losses"),
        ("keras.legacy.interfaces", "keras.utils"), ("tensorflow.optimizers", "keras.optimizers"),
        ("tensorflow.metrics", "keras.metrics"), ("tensorflow.losses", "keras.losses"),
        ("tensorflow.initializers", "keras.initializers"),
    ]
}

/// Connects an interpreter with everything a script can name.
public enum Library {
    /// Gives the interpreter its modules, names and command words.
    public static func install(in interpreter: Interpreter, _ library: LibraryContext) {
        let modules = Modules(library, interpreter)
        interpreter.host = library
        library.modules = modules
        library.functions = { [unowned modules] in modules.functions }
        library.network.variable = { [weak interpreter] object in
            interpreter.flatMap { VariableNames($0).variable(object) }
        }
        library.typedName = { [weak interpreter] layer in
            interpreter.flatMap { LayerPath.find(layer, $0) } ?? layer.shownName
        }
        interpreter.typedText = { value in
            guard case .host(let object) = value else { return nil }
            if let layer = (object as? LayerObject)?.layer { return library.typedName(layer) }
            return (object as? TensorObject).flatMap { library.network.variable($0.tensor) }
        }
        let masks = NetworkMasks(interpreter)
        library.masks = masks
        library.network.maskFunctions = masks
        interpreter.findModule = { modules.find($0) }
        interpreter.replacedOutput = { modules.replacedOutput }
        let files = interpreter.fileModules
        files.folders = { modules.searchPath }
        files.absolute = { path in
            let whole = path.hasPrefix("/") ? path : "\(library.files.folder())/\(path)"
            var parts: [Substring] = []
            for part in whole.split(separator: "/") where part != "." {
                if part == ".." { _ = parts.popLast() } else { parts.append(part) }
            }
            return "/" + parts.joined(separator: "/")
        }
        files.mayReach = { folder in
            guard !library.omissions.isStrict, !library.arguments.isEmpty else { return false }
            library.omissions.remark(
                "modules are looked for in \(folder) as well, as Python does where that folder is on PYTHONPATH")
            return true
        }
        files.isFile = { library.files.kind($0) == .file }
        files.isFolder = { library.files.kind($0) == .folder }
        files.read = { path throws(RaisedError) in try library.text(of: path) }
        interpreter.findName = { modules.bareName($0) }
        interpreter.moduleNames = { Modules.names }
        interpreter.knownNames = { modules.bareNames }
        interpreter.hintForName = NameHints.hint
        interpreter.commandWords = Set(modules.inspection.keys)
        NetworkRemarks.install(in: interpreter, library)
    }
}
