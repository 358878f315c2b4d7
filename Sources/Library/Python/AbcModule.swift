import Interpreter

/// The module `abc`.
enum AbcModule {
    static func make() -> ModuleObject {
        let module = ModuleObject("abc", documentation: "Classes with abstract methods.")
        module["ABC"] = .type(.abstractBase)
        module["ABCMeta"] = .type(TypeObject("ABCMeta", module: "abc", "The class of classes with abstract methods."))
        module.add([
            .python("abstractmethod(funcobj)", "Marks a method that each class has to define.") {
                arguments, interpreter in
                try interpreter.setAttribute("__isabstractmethod__", of: arguments[0], to: .bool(true))
                return arguments[0]
            }
        ])
        return module
    }
}
