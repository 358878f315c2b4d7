import Interpreter

/// Something that scripts import but that is not implemented: a module, or a name in one.
///
/// It can be imported and passed on; a call of it says why it is not there (`OutsideReason`). Settings, such as
/// `warnings.filterwarnings`, do nothing.
final class Placeholder: HostObject {
    private let path: String
    /// Whether calls do nothing instead of failing.
    private let isQuiet: Bool
    private var set: [String: Value] = [:]

    init(_ path: String, isQuiet: Bool = false) {
        self.path = path
        self.isQuiet = isQuiet
    }

    /// What a setting yields is nothing to look at.
    var isSilent: Bool { isQuiet && path.hasSuffix("()") }

    private(set) lazy var typeObject = TypeObject(
        path.split(separator: ".").last.map(String.init) ?? path, "Not implemented.")

    func repr() -> String { "<\(path), not implemented>" }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let value = set[name] { return value }
        guard !name.hasPrefix("__") else { return nil }
        return .host(Placeholder("\(path).\(name)", isQuiet: isQuiet || OutsideModules.isSetting(name)))
    }

    func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        set[name] = value
        return true
    }

    func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool { true }

    /// A setting returns something empty: no GPUs, no arguments.
    func length() throws(RaisedError) -> Int? { isQuiet ? 0 : nil }

    func truth() throws(RaisedError) -> Bool { !isQuiet }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        isQuiet ? IteratorObject("iterator") { () throws(RaisedError) in nil } : nil
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? { .host(self) }

    var isCallable: Bool { true }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        if isQuiet {
            // As a decorator, it leaves the function below it as it is.
            if arguments.positional.count == 1, case .function = arguments.positional[0] {
                return arguments.positional[0]
            }
            return .host(Placeholder("\(path)()", isQuiet: true))
        }
        throw OutsideReason(path).error(path)
    }

    /// A member of a module that is outside this program; nil for names that Python keeps for itself.
    static func member(_ name: String, of module: String) -> Value? {
        guard !name.hasPrefix("__") else { return nil }
        let isQuiet = OutsideModules.isQuiet(module) || OutsideModules.isSetting(name)
        return .host(Placeholder("\(module).\(name)", isQuiet: isQuiet))
    }
}

/// The modules that scripts import around models and that are not implemented.
enum OutsideModules {
    /// A module that yields placeholders; nil for a name that is not known.
    static func find(_ path: String) -> ModuleObject? {
        let root = String(path.prefix { $0 != "." })
        guard
            python.contains(root) || packages.contains(root) || quiet.contains(root)
                || parts.contains(where: { path == $0 || path.hasPrefix($0 + ".") })
        else { return nil }
        return ModuleObject(path, documentation: "Not implemented: it can be imported, not used.") {
            Placeholder.member($0, of: path)
        }
    }

    /// Whether everything in a module is a setting, so that calls do nothing.
    static func isQuiet(_ path: String) -> Bool {
        quiet.contains(String(path.prefix { $0 != "." }))
            || quietParts.contains { path == $0 || path.hasPrefix($0 + ".") }
    }

    /// Whether a name is a setting's, whatever module it is in.
    static func isSetting(_ name: String) -> Bool { settings.contains(name) }

    private static let quiet: Set<String> = ["warnings", "logging", "gc", "absl", "abc", "__future__"]

    private static let quietParts = [
        "tensorflow.config", "tensorflow.logging", "tensorflow.compat", "tensorflow.debugging", "tensorflow.get_logger",
        "tensorflow.autograph",
    ]

    private static let settings: Set<String> = [
        "ConfigProto", "GPUOptions", "Session", "InteractiveSession", "get_default_graph", "enable_eager_execution",
        "disable_eager_execution", "disable_v2_behavior", "set_verbosity", "filterwarnings", "simplefilter",
        "use", "rcParams", "function", "keras_export", "seed",
        "set_style", "autocast", "collect", "getLogger", "basicConfig", "reset_default_graph",
        "global_variables_initializer", "set_image_backend", "collections", "setrecursionlimit",
    ]

    /// Parts of keras and tensorflow that need data, training or user-defined classes.
    private static let parts = [
        "keras.preprocessing", "keras.wrappers",
        "keras.distribution", "keras.estimator", "keras.experimental", "keras.export",
        "keras.quantizers", "keras.visualization", "keras.api_export",
        "keras.legacy", "tensorflow.io", "tensorflow.python", "tensorflow.contrib",
        "tensorflow.examples",
        "tensorflow.compat", "tensorflow.config", "tensorflow.logging", "tensorflow.distribute", "tensorflow.train",
        "tensorflow.summary", "tensorflow.saved_model", "tensorflow.lite", "tensorflow.debugging", "tensorflow.errors",
        "tensorflow.linalg", "tensorflow.initializers", "tensorflow.losses", "tensorflow.layers", "tensorflow.test",
        "tensorflow.gfile", "tensorflow.autograph", "tensorflow.strings", "tensorflow.audio", "tensorflow.signal",
        "tensorflow.estimator", "numpy.lib", "tensorflow.app", "tensorflow.flags",
        "tensorflow.profiler",
    ]

    /// Whether a module is one of Python's own.
    static func isOfPython(_ root: String) -> Bool { python.contains(root) }

    private static let python: Set<String> = [
        "array", "asyncio", "atexit", "distutils", "base64", "bisect", "builtins", "bz2", "concurrent",
        "configparser", "copyreg", "cPickle", "csv", "ctypes", "curses", "dataclasses", "datetime",
        "decimal", "difflib", "email", "errno", "fnmatch", "fractions", "getopt", "getpass", "glob", "gzip",
        "hashlib", "heapq", "html", "http", "importlib", "inspect", "multiprocessing", "numbers",
        "optparse", "pathlib", "pickle", "pkgutil", "platform", "pprint", "queue", "secrets",
        "shlex", "shutil", "signal", "socket", "sqlite3", "statistics", "string", "struct", "subprocess",
        "tarfile", "tempfile", "textwrap", "threading", "traceback", "types",
        "unittest", "urllib", "uuid", "xml", "zipfile", "zlib",
    ]

    /// What people install beside Keras.
    private static let packages: Set<String> = [
        "albumentations", "Augmentor", "bs4", "click", "cv2", "dask", "dill", "dotenv", "eventlet", "fire", "flask",
        "google", "gym", "h5py", "imageio", "imgaug", "imutils", "ipdb", "IPython", "jax", "joblib",
        "keras_applications", "keras_contrib", "keras_cv", "keras_hub", "keras_nlp",
        "keras_tuner", "keras_vggface", "kerastuner", "librosa", "livelossplot", "lxml", "matplotlib", "mlflow",
        "mpl_toolkits", "music21", "natsort", "networkx", "nibabel", "nltk", "onnx", "pandas", "PIL", "plotly",
        "progressbar", "psutil", "requests", "typing_extensions", "pycocotools", "pydicom", "pydot", "pylab",
        "pytest", "rasterio", "scipy", "seaborn",
        "SimpleITK", "skimage", "sklearn", "socketio", "soundfile", "tables", "tabulate", "talos", "tensorboard",
        "tensorflow_addons", "tensorflow_datasets", "tensorflow_hub", "termcolor", "theano", "tifffile", "torch",
        "torchvision", "visualkeras", "wandb", "yaml",
    ]
}
