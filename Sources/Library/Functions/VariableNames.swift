import Interpreter
import Network

/// What a script calls the tensors of a network: the variable that holds one, or the name of its layer.
struct VariableNames {
    private let names: [ObjectIdentifier: String]

    /// The variables as they are now; of several that hold one tensor, the last that was made.
    init(_ interpreter: Interpreter) {
        var names: [ObjectIdentifier: String] = [:]
        for name in interpreter.globals.definedNames where !name.hasPrefix("_") {
            guard case .host(let object)? = interpreter.globals[name] else { continue }
            if let tensor = (object as? TensorObject)?.tensor { names[ObjectIdentifier(tensor)] = name }
        }
        self.names = names
    }

    /// The variable that holds a tensor; nil where none does.
    func variable(_ tensor: SymbolicTensor) -> String? { names[ObjectIdentifier(tensor)] }

    /// The variable that holds it, or its layer's name.
    func name(_ tensor: SymbolicTensor) -> String { variable(tensor) ?? tensor.layer.name }

    /// All tensors of networks that a script has names for, those of its models included.
    static func tensors(_ interpreter: Interpreter) -> [SymbolicTensor] {
        interpreter.globals.definedNames.flatMap { name -> [SymbolicTensor] in
            guard case .host(let object)? = interpreter.globals[name] else { return [] }
            if let tensor = (object as? TensorObject)?.tensor { return [tensor] }
            return ((object as? LayerObject)?.layer as? Model)?.outputs ?? []
        }
    }
}
