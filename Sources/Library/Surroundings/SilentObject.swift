import Interpreter
import Language

/// Something that only shows pictures, such as a part of matplotlib: it is called without effect, and the calls are listed at
/// the end.
final class SilentObject: HostObject {
    /// What is shown of it: `plt.title`.
    private let path: String
    private var set: [String: Value] = [:]

    init(_ path: String) { self.path = path }

    private(set) lazy var typeObject = TypeObject(
        path.split(separator: ".").last.map { $0.filter { $0 != "(" && $0 != ")" } } ?? path, "Shows nothing here.")

    var isSilent: Bool { true }
    func repr() -> String { "<\(path), which shows nothing here>" }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let value = set[name] { return value }
        // As a context manager, it does nothing either.
        guard !name.hasPrefix("__") || name == "__enter__" || name == "__exit__" else { return nil }
        return .host(name.hasPrefix("__") ? SilentExit() : SilentObject("\(path).\(name)"))
    }

    func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        set[name] = value
        return true
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? { .host(self) }
    func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool { true }
    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        IteratorObject("iterator") { () throws(RaisedError) in nil }
    }

    var isCallable: Bool { true }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        // What is called of a result counts as a method: `plt.gca().set_title`.
        try interpreter.library.omissions.pass(over: path)
        return .host(SilentObject("\(path)()"))
    }
}

/// What enters and leaves a block that has no effect.
private final class SilentExit: HostObject {
    private static let exitType = TypeObject("method", "Does nothing.")
    var typeObject: TypeObject { SilentExit.exitType }
    var isCallable: Bool { true }
    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value { .none }
}

/// The modules that only show pictures.
enum SilentModules {
    private static let names: Set<String> = [
        "matplotlib", "pylab", "seaborn", "mpl_toolkits", "livelossplot", "visualkeras", "plotly",
    ]

    /// What scripts call these modules.
    private static let shortNames = ["matplotlib.pyplot": "plt", "seaborn": "sns", "pylab": "plt"]

    /// A module whose calls do nothing; nil for any other.
    static func find(_ path: String, _ prelude: Prelude?) -> ModuleObject? {
        guard let root = path.split(separator: ".").first, names.contains(String(root)) || path == "IPython.display"
        else { return nil }
        let shown = shortNames[path] ?? path
        let text = path == "pylab" ? "matplotlib.pyplot" : path
        return ModuleObject(path, documentation: "Shows nothing here.", memberNames: Prelude.names(of: text)) { name in
            guard !name.hasPrefix("__") else { return nil }
            return prelude?.member(name, of: text) ?? .host(SilentObject("\(shown).\(name)"))
        }
    }
}
