import Language
import PythonText

extension Compiler {
    /// Code for `import a.b` and `import a.b as c`.
    func importing(_ modules: [ImportedModule]) -> Execute {
        let interpreter = self.interpreter
        let source = self.source
        let stores = modules.map { store($0.alias ?? String($0.path.prefix { $0 != "." })) }
        return { frame throws(RaisedError) in
            for (module, store) in zip(modules, stores) {
                do throws(RaisedError) {
                    let found = try interpreter.module(module.path)
                    let root = String(module.path.prefix { $0 != "." })
                    try store(frame, .module(module.alias == nil ? try interpreter.module(root) : found))
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
        let source = self.source
        if all, scope != nil { throw failure("import * only allowed at module level", span) }
        let stores = names.map { store($0.alias ?? $0.name) }
        return { frame throws(RaisedError) in
            do throws(RaisedError) {
                if path == "__future__" { return .normal }
                let module = try interpreter.module(path)
                if all {
                    for name in module.memberNames where !name.hasPrefix("_") {
                        if let value = module[name] { interpreter.globals[name] = value }
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
    /// The module of that dotted name.
    func module(_ path: String) throws(RaisedError) -> ModuleObject {
        if path.isEmpty || path.hasPrefix(".") {
            throw RaisedError(
                .importError, "attempted relative import with no known parent package",
                hint: "a script stands alone: paste what it imports above it")
        }
        guard path.utf8.count < 500 else { throw RaisedError(.moduleNotFoundError, "No module has so long a name") }
        if let module = findModule(path) { return module }
        // A submodule may be a member of the module around it.
        if let dot = path.lastIndex(of: "."),
            case .module(let member)? = try module(String(path[..<dot]))[String(path[path.index(after: dot)...])]
        {
            return member
        }
        let nearest = nearestName(to: path, in: moduleNames())
        throw RaisedError(
            .moduleNotFoundError, "No module named '\(path)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "leave the import out, if the model does not need it")
    }

    fileprivate func member(_ name: String, of module: ModuleObject, _ path: String) throws(RaisedError) -> Value {
        if let value = module[name] { return value }
        if let submodule = findModule("\(path).\(name)") { return .module(submodule) }
        let nearest = nearestName(to: name, in: module.memberNames)
        throw RaisedError(
            .importError, "cannot import name '\(name)' from '\(path)'", hint: nearest.map { "did you mean '\($0)'?" })
    }
}
