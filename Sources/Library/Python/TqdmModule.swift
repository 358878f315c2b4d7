import Interpreter

/// The module `tqdm`: loops with a bar, without the bar.
enum TqdmModule {
    /// `tqdm`: the items without a bar.
    static func make() -> ModuleObject {
        let module = ModuleObject("tqdm", documentation: "The items, without a bar.") {
            Placeholder.member($0, of: "tqdm")
        }
        module["tqdm"] = .builtin(
            BuiltinFunction("tqdm", parameters: ["iterable"], documentation: "The items, without a bar.") {
                arguments, _ throws(RaisedError) in try arguments.required(0, "iterable", of: "tqdm")
            })
        module["trange"] = .builtin(
            BuiltinFunction("trange", parameters: ["stop"], documentation: "A range, without a bar.") {
                arguments, interpreter throws(RaisedError) in
                try interpreter.call(interpreter.builtin("range") ?? .none, CallArguments(arguments.positional))
            })
        return module
    }
}
