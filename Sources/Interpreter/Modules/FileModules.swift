import Language

/// Modules that are files of the language. Each is run once, in a namespace of its own.
///
/// Source: the Python language reference, section 5, "The import system".
public final class FileModules {
    /// The folders in which modules are looked for, in this order.
    public var folders: () -> [String] = { [] }
    /// Whether there is a file at a path.
    public var isFile: (_ path: String) -> Bool = { _ in false }
    /// Whether there is a folder at a path.
    public var isFolder: (_ path: String) -> Bool = { _ in false }
    /// The absolute form of a path.
    public var absolute: (_ path: String) -> String = { $0 }
    /// Whether modules may be taken from a folder above the script's, where Python would not look for them; says so.
    public var mayReach: (_ folder: String) -> Bool = { _ in false }
    /// Reads a file.
    public var read: (_ path: String) throws(RaisedError) -> String = { _ in "" }
    /// The modules that were imported, by their dotted names.
    public private(set) var modules: [String: ModuleObject] = [:]

    /// Modules that Python has inside of it, so that no file comes before them.
    private static let inside: Set = ["builtins", "errno", "gc", "itertools", "math", "posix", "sys", "time"]
    private static let endings = ["py", "conv"]

    /// A module that was imported before; nil where none of that name was.
    func known(_ path: String) -> ModuleObject? { modules[path] }

    /// Forgets all modules, so that their files are run again.
    public func forget() { modules = [:] }

    /// Goes back to modules that were imported before.
    public func restore(_ modules: [String: ModuleObject]) { self.modules = modules }

    /// The names of the modules and packages that could be imported, for completion.
    public func names(in list: (_ folder: String) -> [String]?) -> [String] {
        var found: Set<String> = []
        for folder in folders() {
            for entry in list(folder) ?? [] {
                let parts = entry.split(separator: ".", omittingEmptySubsequences: false)
                if parts.count == 2, FileModules.endings.contains(String(parts[1])) { found.insert(String(parts[0])) }
                if parts.count == 1, file(join(folder, entry), "__init__", ["py"]) != nil { found.insert(entry) }
            }
        }
        return found.filter { name in
            !(name.first?.isNumber ?? true) && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        }.sorted()
    }

    /// The module of a dotted name, run if it was not before; nil where no file has that name.
    /// - Throws: what the file raises; ModuleNotFoundError for a part of a file that is no package.
    func find(_ path: String, _ interpreter: Interpreter) throws(RaisedError) -> ModuleObject? {
        if let module = modules[path] { return module }
        guard let dot = path.lastIndex(of: ".") else {
            guard !FileModules.inside.contains(path) else { return nil }
            if let module = try load(path, named: path, in: folders(), interpreter) { return module }
            return try loadAround(path, interpreter)
        }
        guard let parent = try find(String(path[..<dot]), interpreter) else { return nil }
        let name = String(path[path.index(after: dot)...])
        guard let folder = parent.folder else {
            throw RaisedError(
                .moduleNotFoundError, "No module named '\(path)'; '\(parent.name)' is not a package")
        }
        let module = try load(path, named: name, in: [folder], interpreter)
        if let module { parent[name] = .module(module) }
        return module
    }

    /// The package that the script is a file of; nil where it is in none, or may not be taken for one of its files.
    func packageOfScript() -> String? {
        guard let folder = folders().first,
            let around = PackageAround(of: absolute(folder.isEmpty ? "." : folder), isFile: isFile),
            mayReach(around.root)
        else { return nil }
        return around.name
    }

    /// A package in a folder above the script's, where nothing else has its name.
    private func loadAround(_ path: String, _ interpreter: Interpreter) throws(RaisedError) -> ModuleObject? {
        guard let own = folders().first, interpreter.findModule(path) == nil else { return nil }
        let script = absolute(own.isEmpty ? "." : own)
        for folder in PackageAround.folders(around: script) {
            let inner = join(folder, path)
            let isAround = isFolder(inner) && (script + "/").hasPrefix(inner + "/")
            guard isAround || file(inner, "__init__", ["py"]) != nil, mayReach(folder) else { continue }
            return try load(path, named: path, in: [folder], interpreter)
        }
        return nil
    }

    private func load(
        _ path: String, named name: String, in folders: [String], _ interpreter: Interpreter
    ) throws(RaisedError) -> ModuleObject? {
        guard !name.isEmpty, !name.contains("/") else { return nil }
        for folder in folders {
            let inner = join(folder, name)
            if let file = file(inner, "__init__", ["py"]) { return try run(file, path, folder: inner, interpreter) }
            if let file = file(folder, name, ["py"]) { return try run(file, path, folder: nil, interpreter) }
        }
        // Scripts, and folders without __init__.py, are modules where nothing else has their name.
        guard interpreter.findModule(path) == nil else { return nil }
        for folder in folders {
            if let file = file(folder, name, ["conv"]) { return try run(file, path, folder: nil, interpreter) }
        }
        guard let folder = folders.map({ join($0, name) }).first(where: isFolder) else { return nil }
        let module = ModuleObject(Namespace(name: path, package: path), folder: folder)
        modules[path] = module
        return module
    }

    private func run(
        _ file: String, _ path: String, folder: String?, _ interpreter: Interpreter
    ) throws(RaisedError) -> ModuleObject {
        let source = SourceText(name: file, try read(file))
        let parent = path.lastIndex(of: ".").map { String(path[..<$0]) }
        let namespace = Namespace(name: path, package: folder == nil ? parent : path)
        let globals = namespace.globals
        globals["__name__"] = .string(path)
        globals["__file__"] = .string(file)
        globals["__package__"] = .string(namespace.package ?? "")
        let module = ModuleObject(namespace, folder: folder)
        // A module that imports this one while it runs gets what there is of it.
        modules[path] = module
        module.isLoading = true
        defer { module.isLoading = false }
        try interpreter.enter()
        defer { interpreter.callDepth -= 1 }
        do { try interpreter.run(source, in: namespace) } catch {
            modules[path] = nil
            throw error
        }
        return module
    }

    /// The file of a name in a folder.
    private func file(_ folder: String, _ name: String, _ endings: [String]) -> String? {
        endings.map { "\(join(folder, name)).\($0)" }.first(where: isFile)
    }

    private func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty || folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
