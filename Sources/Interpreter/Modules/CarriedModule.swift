import Language

extension Interpreter {
    /// A module of the language whose text the program carries, run in a namespace of its own.
    /// - Parameters:
    ///   - name: the dotted name, which classes in it show.
    ///   - text: its statements.
    /// - Throws: what the statements raise.
    public func carriedModule(_ name: String, _ text: String) throws(RaisedError) -> ModuleObject {
        let namespace = Namespace(name: name, package: nil)
        namespace.globals["__name__"] = .string(name)
        try run(SourceText(name: "<\(name)>", text, isCarried: true), in: namespace)
        return ModuleObject(namespace, folder: nil)
    }
}
