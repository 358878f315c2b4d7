import Arrays
import Inspection
import Interpreter
import Language
import Layers
import Network
import TensorEngine

/// A symbolic tensor as a script sees it: Keras's `KerasTensor`, with its shape, its layer and its values.
public final class TensorObject: HostObject {
    /// The tensor of the network.
    public let tensor: SymbolicTensor
    let library: LibraryContext

    init(_ tensor: SymbolicTensor, _ library: LibraryContext) {
        self.tensor = tensor
        self.library = library
    }

    /// The class, as Python would name it.
    public var typeName: String { "KerasTensor" }

    /// The object as `repr` shows it.
    public func repr() -> String {
        "<KerasTensor shape=\(tensor.shape), dtype=float32, sparse=False, ragged=False, name=\(tensor.name)>"
    }

    /// The names that `dir` and completion list.
    public var attributeNames: [String] {
        ["shape", "dtype", "name", "ndim", "numpy", "layer", "params", "macs", "receptive_field"]
            + (tensor.inputLayer == nil ? [] : ["feed"])
    }

    /// The attribute of that name; nil where there is none.
    public func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "shape": return .tuple(tensor.shape.dims.map { $0.map(Value.int) ?? .none })
        case "_keras_shape": return .tuple(tensor.shape.dims.map { $0.map(Value.int) ?? .none })
        case "dtype": return .string("float32")
        case "name": return .string(tensor.name)
        case "ndim", "rank": return .int(tensor.shape.rank)
        case "layer": return .host(library.object(for: tensor.layer))
        case "params": return .int(tensor.layer.parameterCount)
        case "macs": return TensorReport(tensor).multiplyAccumulates.map(Value.int) ?? Value.none
        case "receptive_field":
            return .tuple(ReceptiveField(of: tensor).axes.map { $0.size.map(Value.int) ?? .none })
        case "numpy":
            return .builtin(
                BuiltinFunction(name, documentation: "The values, for the data the inputs are fed.") {
                    [self] _, _ throws(RaisedError) in
                    .host(ArrayObject(try numbers()))
                })
        case "feed": return feed.map(Value.builtin)
        default: return nil
        }
    }

    /// The values, for the data the inputs are fed.
    func numbers() throws(RaisedError) -> NumericArray {
        try raising { NumericArray(try Evaluator(library.network).value(of: tensor)) }
    }

    /// `x.feed(data)`: only an input has it.
    private var feed: BuiltinFunction? {
        guard let input = tensor.inputLayer else { return nil }
        let doc =
            "Sets the data that flow: an array, or a probe: " + Probes.all.map(\.name).joined(separator: ", ") + "."
        return BuiltinFunction("feed", parameters: ["data"], documentation: doc) {
            [self] arguments, interpreter throws(RaisedError) in
            let value = try arguments.required(0, "data", of: "feed")
            let feed: InputLayer.Feed
            if case .string(let name) = value {
                guard let probe = Probes.named(name) else { throw RaisedError(Probes.unknown(name)) }
                feed = .probe(probe)
            } else {
                let array = try ArrayObject.array(from: value, interpreter)
                feed = .tensor(try raising { try array.tensor() })
            }
            try raising { try input.setFeed(feed) }
            return .host(self)
        }
    }

    /// The tensor after a layer of the catalogue, made with default arguments but the one given.
    func applying(_ activation: Argument) throws(RaisedError) -> Value {
        guard let definition = Catalogue.layers["Activation"] else {
            throw RaisedError(.notImplementedError, "activations cannot be called on symbolic tensors")
        }
        let outputs = try raising {
            let made = try definition.make(CallSite([activation]), settings: library.network.settings)
            return try CatalogueLayer(made, context: library.network).call([tensor])
        }
        return library.value(of: outputs)
    }

    /// The result of an operator; nil where it does not know the other operand.
    public func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard case .host(let object) = other, let right = object as? TensorObject else {
            return try binaryWithNumbers(op, other, isReflected: isReflected, interpreter)
        }
        let operands = isReflected ? [right.tensor, tensor] : [tensor, right.tensor]
        guard let layer = op.mergeLayer, let definition = Catalogue.layers[layer] else {
            guard let name = op.tensorOperation else { return nil }
            return try TensorArithmetic.apply(
                name, to: operands, library,
                { try $0[0].binary(op, .host($0[1]), isReflected: false, interpreter) }, interpreter)
        }
        let outputs = try raising {
            let made = try definition.make(CallSite(), settings: library.network.settings)
            return try CatalogueLayer(made, context: library.network).call(operands)
        }
        return library.value(of: outputs)
    }

    /// The result of an operator with a number or an array.
    private func binaryWithNumbers(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let name = op.tensorOperation, other.isNumeric else { return nil }
        return try TensorArithmetic.apply(
            name, to: [tensor], library,
            { try $0[0].binary(op, other, isReflected: isReflected, interpreter) }, interpreter)
    }

    /// The result of a sign.
    public func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard op == .minus else { return op == .plus ? .host(self) : nil }
        return try TensorArithmetic.apply(
            "Negative", to: [tensor], library, { try $0[0].unary(op, interpreter) }, interpreter)
    }

    /// A part of the tensor: `x[:, 0]`.
    public func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try TensorArithmetic.apply(
            "GetItem", to: [tensor], library, { try $0[0].item(index, interpreter) }, interpreter)
    }

    /// Its truth, as `if` finds it.
    public func truth() throws(RaisedError) -> Bool {
        throw RaisedError(
            .typeError, "Cannot use a KerasTensor as a condition: its values are not known while the network is built")
    }

    /// Refuses to be looped over, whatever its parts.
    public func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        throw RaisedError(.notImplementedError, "Iterating over a symbolic KerasTensor is not supported.")
    }

    /// Number of items.
    public func length() throws(RaisedError) -> Int? {
        throw RaisedError(.typeError, "len() of a KerasTensor is not known; its shape is \(tensor.shape)")
    }

    /// One sentence for help.
    public var documentation: String? {
        "A tensor of a network: the output of '\(tensor.layer.name)', of shape \(tensor.shape)."
    }

    /// The classes that `isinstance` finds it to be.
    public var classNames: [String] { ["KerasTensor", "Tensor"] }
}

extension BinaryOperator {
    /// The merge layer that does the same to two tensors.
    fileprivate var mergeLayer: String? {
        switch self {
        case .add: "Add"
        case .subtract: "Subtract"
        case .multiply: "Multiply"
        default: nil
        }
    }
}

extension Value {
    /// Whether it is a number or an array, which operators combine with tensors.
    fileprivate var isNumeric: Bool {
        switch self {
        case .bool, .int, .float: true
        case .host(let object): object is ArrayObject
        default: false
        }
    }
}
