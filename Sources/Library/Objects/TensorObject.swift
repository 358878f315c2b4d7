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

    /// The class.
    public var typeObject: TypeObject { KerasClasses.tensor }

    /// The object as `repr` shows it.
    public func repr() -> String {
        "<KerasTensor shape=\(tensor.shape), dtype=\(TensorTypes.of(tensor).rawValue), sparse=False, ragged=False, name=\(tensor.name)>"
    }

    /// The names that `dir` and completion list.
    public var attributeNames: [String] {
        ["shape", "dtype", "name", "ndim", "numpy", "layer", "params", "macs", "receptive_field"]
            + (tensor.inputLayer == nil ? [] : ["feed"])
    }

    /// The attribute of that name; nil where there is none.
    public func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "shape": return LayerAttributes.shape(tensor.shape)
        case "_keras_shape": return LayerAttributes.shape(tensor.shape)
        case "dtype": return .string(TensorTypes.of(tensor).rawValue)
        case "name": return .string(tensor.name)
        case "ndim", "rank": return .int(tensor.shape.rank)
        case "layer": return .host(library.object(for: tensor.layer))
        case "params": return .int(tensor.layer.parameterCount)
        case "macs": return Cost(of: tensor.node).exact.map(Value.int) ?? Value.none
        case "receptive_field":
            // None for all of an axis, for a bound and for what is not known.
            return .tuple(
                ReceptiveField(of: tensor).axes.map { if case .exact(let size) = $0.size { .int(size) } else { .none } }
            )
        case "numpy":
            return .builtin(
                BuiltinFunction(name, documentation: "The values, for the data the inputs are fed.") {
                    [self] _, _ throws(RaisedError) in
                    .host(ArrayObject(try numbers()))
                })
        case "feed": return feed.map(Value.builtin)
        case "get_shape":
            return .builtin(
                BuiltinFunction(name, documentation: "The shape.") { [self] _, _ throws(RaisedError) in
                    .host(StaticShape(tensor.shape.dims))
                })
        case "__round__":
            return .builtin(
                BuiltinFunction(name, documentation: "Rounded.") { [self] _, interpreter throws(RaisedError) in
                    try result(of: "round", [.host(self)], interpreter) ?? .none
                })
        case "__abs__":
            return .builtin(
                BuiltinFunction(name, documentation: "Magnitudes.") { [self] _, interpreter throws(RaisedError) in
                    try result(of: "absolute", [.host(self)], interpreter) ?? .none
                })
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

    /// The tensor after an activation function, as a part of the network of its own.
    func applying(_ function: Made<ActivationFunction>, name: String? = nil) throws(RaisedError) -> Value {
        let definition = function.definition
        if definition.name == "linear" { return .host(self) }
        // Keras's operations have these names where they differ from the function's.
        let className = ["relu": "ReLU", "exponential": "Exp"][definition.name] ?? definition.name.camelCased
        let call = FunctionCall(
            className,
            [("x", .host(self))] + definition.parameters.map { ($0.name, function.arguments[$0.name].value) })
        return try library.apply(.function(className, function.product), to: [tensor], name: name, as: call)
    }

    /// The result of a tensor function on this tensor and others.
    private func result(
        of function: String, _ operands: [Value?], _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        try library.functions()?[function]?.apply(Operands(function, operands), interpreter, library)
    }

    /// The result of an operator; nil where it does not know the other operand.
    public func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let function = op.tensorFunction, other.isTensorOperand else { return nil }
        let (left, right): (Value, Value) = isReflected ? (other, .host(self)) : (.host(self), other)
        return try result(of: function, [left, right], interpreter)
    }

    /// The result of a unary operator; nil where there is none.
    public func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch op {
        case .plus: .host(self)
        case .minus: try result(of: "negative", [.host(self)], interpreter)
        case .invert: try result(of: "logical_not", [.host(self)], interpreter)
        }
    }

    /// The result of an ordering; nil for `==`, by which tensors of a network are equal to themselves only.
    public func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard let function = op.tensorFunction, other.isTensorOperand else { return nil }
        return try result(of: function, [.host(self), other], interpreter)
    }

    /// `x[:, ::2]`: a part of the tensor.
    public func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try result(of: "get_item", [.host(self), index], interpreter)
    }

    /// A tensor of unknown values cannot be gone through.
    public func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        throw RaisedError(
            .notImplementedError, "Iterating over a symbolic KerasTensor is not supported.",
            hint: "x[..., 0] takes one channel, keras.ops.unstack(x, axis=-1) all of them")
    }

    /// What Keras says where a tensor of a network is used as a number or as an array.
    static func noNumbers(convertedTo type: String) -> RaisedError {
        RaisedError(
            .valueError,
            "A KerasTensor is symbolic: it's a placeholder for a shape an a dtype. It doesn't have any actual numerical "
                + "value. You cannot convert it to \(type).",
            hint: "the functions of keras.ops take tensors, as in ops.mean(x); x.numpy() gives the values for the data "
                + "fed to the inputs")
    }

    /// A tensor of unknown values is no number.
    public func number(convertedTo type: String) throws(RaisedError) -> Value? {
        throw TensorObject.noNumbers(convertedTo: type)
    }

    /// Its truth is not known while the network is built.
    public func truth() throws(RaisedError) -> Bool {
        throw RaisedError(
            .typeError, "A symbolic KerasTensor cannot be used as a boolean.",
            hint: "keras.ops.where(condition, a, b) chooses between values")
    }

    /// It has a shape, but no length.
    public func length() throws(RaisedError) -> Int? {
        throw RaisedError(
            .typeError, "object of type 'KerasTensor' has no len()", hint: "the shape is \(tensor.shape)")
    }

    /// It has no format of a number.
    public func format(_ specification: String) throws(RaisedError) -> String? {
        guard specification.isEmpty else {
            throw RaisedError(.typeError, "unsupported format string passed to KerasTensor.__format__")
        }
        return str()
    }

    /// One sentence for help.
    public var documentation: String? {
        "A tensor of a network: the output of '\(tensor.layer.name)', of shape \(tensor.shape)."
    }
}

extension BinaryOperator {
    /// The tensor function that does the same.
    fileprivate var tensorFunction: String? {
        switch self {
        case .add: "add"
        case .subtract: "subtract"
        case .multiply: "multiply"
        case .divide: "true_divide"
        case .floorDivide: "floor_divide"
        case .modulo: "mod"
        case .power: "power"
        case .matrixMultiply: "matmul"
        case .and: "logical_and"
        case .or: "logical_or"
        case .xor, .shiftLeft, .shiftRight: nil
        }
    }
}

extension ComparisonOperator {
    /// The tensor function that does the same; nil for the others.
    fileprivate var tensorFunction: String? {
        switch self {
        case .less: "less"
        case .lessEqual: "less_equal"
        case .greater: "greater"
        case .greaterEqual: "greater_equal"
        case .notEqual: "not_equal"
        default: nil
        }
    }
}

extension Value {
    /// Whether it can stand beside a tensor in an operation: a number, an array or another tensor.
    fileprivate var isTensorOperand: Bool {
        switch self {
        case .bool, .int, .float, .list, .tuple: true
        case .host(let object): object is TensorObject || object is ArrayObject
        default: false
        }
    }
}
