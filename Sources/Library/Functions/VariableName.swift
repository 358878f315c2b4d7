import Interpreter
import Network

extension Interpreter {
    /// The name of a variable that holds a tensor; that of its layer where there is none.
    func name(of tensor: SymbolicTensor) -> String {
        variable { ($0 as? TensorObject)?.tensor === tensor } ?? tensor.layer.name
    }

    /// The name of a variable that holds a tensor, a layer or a model; its own where there is none.
    func name(of value: Value) -> String {
        guard case .host(let object) = value else { return value.typeName }
        let layer = (object as? LayerObject)?.layer
        return variable { $0 === object } ?? layer?.name ?? (object as? TensorObject)?.tensor.layer.name
            ?? value.typeName
    }

    /// The first variable by name that holds what is looked for; one that begins with an underscore last.
    private func variable(where isWanted: (any HostObject) -> Bool) -> String? {
        let names = globals.definedNames.sorted().filter { name in
            if case .host(let object)? = globals[name] { isWanted(object) } else { false }
        }
        return names.first { !$0.hasPrefix("_") } ?? names.first
    }
}
