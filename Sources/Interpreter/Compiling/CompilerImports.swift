import Language
import PythonText

extension Compiler {
    /// Code for `import a.b` and `import a.b as c`.
    func importing(_ modules: [ImportedModule]) -> Execute {
        let interpreter = self.interpreter
        let (source, package) = (self.source, namespace.package)
        let readsFiles = !source.isCarried
        let stores = modules.map { store($0.alias ?? String($0.path.prefix { $0 != "." })) }
        return { frame throws(RaisedError) in
            for (module, store) in zip(modules, stores) {
                do throws(RaisedError) {
                    var found = try interpreter.module(module.path, from: package, readsFiles: readsFiles)
                    if module.alias == nil {
                        let root = String(module.path.prefix { $0 != "." })
                        found = try interpreter.module(root, from: package, readsFiles: readsFiles)
                    }
                    try store(frame, .module(found))
                } catch { throw error.located(source, module.span) }
            }
            return .normal
        }
    }

    /// Code for `from a import b` and `from a import *`.
    func importingFrom(
        _ path: String, _ names: [ImportedName], _ all: Bool, _ span: Span
    ) throws(RaisedError) -> Execute {
        let interpreter = self.interpreter
        let (source, namespace) = (self.source, self.namespace)
        if all, scope != nil { throw failure("import * only allowed at module level", span) }
        let stores = names.map { store($0.alias ?? $0.name) }
        return { frame throws(RaisedError) in
            do throws(RaisedError) {
                if path == "__future__" {
                    if names.contains(where: { $0.name == "annotations" }) { namespace.keepsAnnotationTexts = true }
                    return .normal
                }
                let module = try interpreter.module(path, from: namespace.package, readsFiles: !source.isCarried)
                if all {
                    for name in try interpreter.exportedNames(of: module) {
                        namespace.globals[name] = try interpreter.member(name, of: module, path)
                    }
                }
                for (name, store) in zip(names, stores) {
                    do throws(RaisedError) {
                        try store(frame, try interpreter.member(name.name, of: module, path))
                    } catch {
                        throw error.located(source, name.span)
                    }
                }
            } catch { throw error.located(source, span) }
            return .normal
        }
    }
}

extension Interpreter {
    /// The module of that dotted name, as far as no file has to be run for it.
    public func module(named path: String) -> ModuleObject? { fileModules.known(path) ?? findModule(path) }

    /// The module of that dotted name. A name that begins with dots counts from a package.
    /// - Parameters:
    ///   - package: the package of the module that asks; nil for a script.
    ///   - readsFiles: whether files are modules. They are not for what the program carries: a script's folder may hold a
    ///     `numpy.py`.
    func module(
        _ path: String, from package: String? = nil, readsFiles: Bool = true
    ) throws(RaisedError) -> ModuleObject {
        let path = path.hasPrefix(".") ? try absolute(path, package) : path
        guard path.utf8.count < 500 else { throw RaisedError(.moduleNotFoundError, "No module has so long a name") }
        if readsFiles, let module = try fileModules.find(path, self) { return module }
        if let module = findModule(path) { return module }
        // A submodule may be a member of the module around it.
        if let dot = path.lastIndex(of: "."),
            case .module(let member)? = try module(String(path[..<dot]), readsFiles: readsFiles)[
                String(path[path.index(after: dot)...])]
        {
            return member
        }
        let nearest = nearestModule(to: path)
        throw RaisedError(
            .moduleNotFoundError, "No module named '\(path)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "leave the import out, if the model does not need it")
    }

    /// The module whose name is nearest to a misspelt one; of a part, among those of the module around it.
    private func nearestModule(to path: String) -> String? {
        guard let dot = path.lastIndex(of: "."), let parent = module(named: String(path[..<dot])) else {
            return nearestName(to: path, in: moduleNames())
        }
        let parts = parent.memberNames.filter { module(named: "\(path[..<dot]).\($0)") != nil }
        return nearestName(to: String(path[path.index(after: dot)...]), in: parts).map { "\(path[..<dot]).\($0)" }
    }

    /// The whole name of a module that is named from a package: one dot is the package itself, each further one the package
    /// around it.
    private func absolute(_ path: String, _ package: String?) throws(RaisedError) -> String {
        guard let package = package.flatMap({ $0.isEmpty ? nil : $0 }) ?? fileModules.packageOfScript() else {
            throw RaisedError(
                .importError, "attempted relative import with no known parent package",
                hint: "run a script that imports this file's package, or write the import without the dots")
        }
        let name = path.drop { $0 == "." }
        let parts = package.split(separator: ".")
        let up = path.count - name.count - 1
        guard up < parts.count else {
            throw RaisedError(.importError, "attempted relative import beyond top-level package")
        }
        return (parts.dropLast(up) + (name.isEmpty ? [] : [name])).joined(separator: ".")
    }

    /// The names that `import *` binds: `__all__`, or those that do not begin with an underscore.
    fileprivate func exportedNames(of module: ModuleObject) throws(RaisedError) -> [String] {
        guard let all = module["__all__"] else { return module.memberNames.filter { !$0.hasPrefix("_") } }
        var names: [String] = []
        for item in try items(of: all) {
            guard case .string(let name) = item else {
                throw RaisedError(
                    .typeError, "Item in \(module.name).__all__ must be str, not \(item.typeName)")
            }
            names.append(name)
        }
        return names
    }

    fileprivate func member(_ name: String, of module: ModuleObject, _ path: String) throws(RaisedError) -> Value {
        if let value = module[name] { return value }
        if module.folder != nil, let submodule = try fileModules.find("\(module.name).\(name)", self) {
            return .module(submodule)
        }
        if module.globals == nil, let submodule = findModule("\(path).\(name)") { return .module(submodule) }
        if module.isLoading {
            throw RaisedError(
                .importError,
                "cannot import name '\(name)' from partially initialized module '\(module.name)' "
                    + "(most likely due to a circular import)")
        }
        let nearest = nearestName(to: name, in: module.memberNames)
        throw RaisedError(
            .importError, "cannot import name '\(name)' from '\(module.globals == nil ? path : module.name)'",
            hint: nearest.map { "did you mean '\($0)'?" })
    }
}
