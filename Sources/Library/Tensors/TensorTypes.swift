import Arrays
import Interpreter
import Layers
import Network

/// The types of the outputs of one call in a network, as Keras reports them; the engine computes in float32.
struct TensorTypes {
    let types: [NumericType]

    /// The type of a tensor.
    /// - Complexity: constant once the types of the tensors before it are known; without recursion, since networks are deep.
    static func of(_ tensor: SymbolicTensor) -> NumericType {
        for node in GraphWalk.nodes(before: [tensor], unless: { $0.node[TensorTypes.self] != nil }) {
            node[TensorTypes.self] = TensorTypes(types: outputs(of: node))
        }
        return known(tensor)
    }

    private static func known(_ tensor: SymbolicTensor) -> NumericType {
        guard let types = tensor.node[TensorTypes.self]?.types, types.indices.contains(tensor.outputIndex) else {
            return .float32
        }
        return types[tensor.outputIndex]
    }

    /// Layers that only move elements leave whole numbers and truths as they are.
    private static let moving: Set<String> = ["Flatten", "Reshape", "Permute", "Identity"]

    private static func outputs(of node: Node) -> [NumericType] {
        var type = NumericType.float32
        switch node.layer {
        case let model as Model: return model.outputs.map(of)
        case is ScriptedLayer:
            return (node.network?.outputs ?? node.outputs).map { $0.node === node ? .float32 : of($0) }
        case let function as CatalogueLayer where function.isFunction && function.className == "TopK":
            return [node.inputs.first.map(known) ?? .float32, .int32]
        case let function as CatalogueLayer where function.isFunction:
            if let call = function.origin as? FunctionCall {
                type = call.type ?? .float32
            } else {
                type = ResultType.promoted(node.inputs.map { .typed(known($0)) }) ?? .float32
            }
        default:
            let input = node.inputs.first.map(known) ?? .float32
            if moving.contains(node.layer.className), !input.isFloat { type = input }
        }
        return node.outputs.map { _ in type }
    }
}
