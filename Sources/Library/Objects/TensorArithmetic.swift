import Interpreter
import Language
import Layers
import Network
import TensorEngine

/// Operators on symbolic tensors, each a layer of its own, as in Keras: `x / 255`, `-x`, `x[:, 0]`.
enum TensorArithmetic {
    /// Applies what arrays can do to symbolic tensors.
    /// - Parameters:
    ///   - name: the class of the layer, as Keras names the operation: `Divide`.
    ///   - tensors: what it is applied to.
    ///   - compute: the result for arrays in their place.
    static func apply(
        _ name: String, to tensors: [SymbolicTensor], _ library: LibraryContext,
        _ compute: @escaping ([ArrayObject]) throws -> Value?, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        let function = ArrayFunction(name, interpreter, compute)
        let definition = LayerDefinition.operation(name, summary: "\(name) of tensors.") {
            FunctionOperation(function: function)
        }
        return try raising {
            let made = try definition.make(CallSite(), settings: library.network.settings)
            return library.value(of: try CatalogueLayer(made, context: library.network).call(tensors))
        }
    }
}

/// Something that arrays can do, as the catalogue carries it.
private final class ArrayFunction: ArgumentObject, @unchecked Sendable {
    // A session runs on one thread at a time; the catalogue never looks inside.
    let representation: String
    private let interpreter: Interpreter
    private let compute: ([ArrayObject]) throws -> Value?

    init(_ name: String, _ interpreter: Interpreter, _ compute: @escaping ([ArrayObject]) throws -> Value?) {
        representation = name
        self.interpreter = interpreter
        self.compute = compute
    }

    func apply(to tensors: [Tensor]) throws -> Tensor? {
        guard let result = try compute(tensors.map(ArrayObject.init)) else { return nil }
        return try ArrayObject.array(from: result, interpreter).tensor()
    }

    var layer: Made<any LayerOperation>? { nil }
}

extension BinaryOperator {
    /// The class of Keras's operation.
    var tensorOperation: String? {
        switch self {
        case .add: "Add"
        case .subtract: "Subtract"
        case .multiply: "Multiply"
        case .divide: "TrueDivide"
        case .floorDivide: "FloorDivide"
        case .modulo: "Mod"
        case .power: "Power"
        case .matrixMultiply: "Matmul"
        default: nil
        }
    }
}
