import Interpreter
import Network

/// What a script calls the tensors and layers of a network: the variable that holds one, or the name of its layer.
struct VariableNames {
    private let names: [ObjectIdentifier: String]

    /// The variables as they are now; of several that hold the same, the last that was made.
    init(_ interpreter: Interpreter) {
        var names: [ObjectIdentifier: String] = [:]
        for name in interpreter.globals.definedNames where !name.hasPrefix("_") {
            guard case .host(let object)? = interpreter.globals[name] else { continue }
            if let tensor = (object as? TensorObject)?.tensor { names[ObjectIdentifier(tensor)] = name }
            if let layer = (object as? LayerObject)?.layer { names[ObjectIdentifier(layer)] = name }
        }
        self.names = names
    }

    /// The variable that holds a tensor or a layer; nil where none does.
    func variable(_ object: AnyObject) -> String? { names[ObjectIdentifier(object)] }

    /// The variable that holds it or its layer, or else its layer's name.
    func name(_ tensor: SymbolicTensor) -> String { variable(tensor) ?? variable(tensor.layer) ?? tensor.layer.name }

    /// The same, with the layer's own name where the variable that holds the layer has another: `b = block_2`.
    func fullName(_ tensor: SymbolicTensor) -> String {
        variable(tensor) ?? Layer.fullName(variable(tensor.layer), tensor.layer.name)
    }

    /// All tensors of networks that a script has names for, those of its models included.
    static func tensors(_ interpreter: Interpreter) -> [SymbolicTensor] {
        interpreter.globals.definedNames.flatMap { name -> [SymbolicTensor] in
            guard case .host(let object)? = interpreter.globals[name] else { return [] }
            if let tensor = (object as? TensorObject)?.tensor { return [tensor] }
            return ((object as? LayerObject)?.layer as? Model)?.outputs ?? []
        }
    }
}
