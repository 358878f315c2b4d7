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

    /// What every tensor of a network has.
    static let table = AttributeTable(
        of: TensorObject.self,
        [
            .value("shape", "The sizes of its axes, None where they are not known.") {
                LayerAttributes.shape($0.tensor.shape)
            },
            .value("_keras_shape", "The shape, under Keras 1's name.") { LayerAttributes.shape($0.tensor.shape) },
            .value("dtype", "The type of its numbers.") { .string(TensorTypes.of($0.tensor).rawValue) },
            .value("name", "The name.") { .string($0.tensor.name) },
            .value("ndim", "Number of axes.") { .int($0.tensor.shape.rank) },
            .value("rank", "Number of axes.") { .int($0.tensor.shape.rank) },
            .value("_keras_mask", "The mask that hangs on it.", where: { $0.tensor.mask != nil }) { object in
                object.tensor.mask.map { .host(object.library.object(for: $0)) } ?? .none
            },
            .value("layer", "The layer that it comes out of.") { .host($0.library.object(for: $0.tensor.layer)) },
            .value("kernel", "The kernel of its layer.", where: { $0.weight("kernel") != nil }) { object in
                object.weight("kernel").map { .host(WeightObject($0, of: object.tensor.layer)) } ?? .none
            },
            .value("bias", "The bias of its layer.", where: { $0.weight("bias") != nil }) { object in
                object.weight("bias").map { .host(WeightObject($0, of: object.tensor.layer)) } ?? .none
            },
            .value("weights", "The weights of its layer.") { object in
                .list(
                    ListObject(
                        object.tensor.layer.weights.map { .host(WeightObject($0, of: object.tensor.layer)) }))
            },
            .value("params", "Number of parameters of its layer.") { .int($0.tensor.layer.parameterCount) },
            .value("macs", "Multiply-accumulates of its layer's call, None where sizes are not known.") {
                Cost(of: $0.tensor.node).exact.map(Value.int) ?? .none
            },
            .value(
                "receptive_field",
                "How much of the input a pixel of it sees, along each axis; None where that has no exact number."
            ) { LayerAttributes.value(of: ReceptiveField(of: $0.tensor)) },
            .method(
                "KerasTensor.numpy()", "The values, for the data the inputs are fed.",
                where: { !$0.library.network.isTracing }
            ) { object, _, _ in
                .host(ArrayObject(try object.numbers()))
            },
            .method("KerasTensor.get_shape()", "The shape.") { object, _, _ in
                .host(StaticShape(object.tensor.shape.dims))
            },
            .method("KerasTensor.__round__()", "Rounded.") { object, _, interpreter in
                try object.result(of: "round", [.host(object)], interpreter) ?? .none
            },
            .method("KerasTensor.__abs__()", "Magnitudes.") { object, _, interpreter in
                try object.result(of: "absolute", [.host(object)], interpreter) ?? .none
            },
            .method(
                "KerasTensor.feed(data)",
                "Sets the data that flow: an array, an image file, which is cropped and resized, or a probe: \(Probes.all.map(\.name).joined(separator: ", ")).",
                where: { $0.tensor.inputLayer != nil }
            ) { object, arguments, interpreter in try object.feed(arguments[0], interpreter) },
        ])

    /// The weight of that name of the layer that made it.
    private func weight(_ name: String) -> Weight? { tensor.layer.weights.first { $0.spec.name == name } }

    /// The values, for the data the inputs are fed.
    func numbers() throws(RaisedError) -> NumericArray {
        try raising { NumericArray(try Evaluator(library.network).value(of: tensor)) }
    }

    /// `x.feed(data)`: only an input has it.
    private func feed(_ value: Value, _ interpreter: Interpreter) throws -> Value {
        guard let input = tensor.inputLayer else { return .none }
        let feed: InputLayer.Feed
        if case .string(let name) = value {
            if let probe = Probes.named(name) {
                feed = .probe(probe)
            } else if name.contains(".") || name.contains("/") {
                let image = try ImageFeed(name, for: input.shape, library)
                library.note(.text(image.summary))
                feed = .tensor(image.tensor)
            } else {
                throw RaisedError(Probes.unknown(name))
            }
        } else {
            feed = .tensor(try ArrayObject.array(from: value, interpreter).tensor())
        }
        try input.setFeed(feed)
        return .host(self)
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
        try requireSameType(other)
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

    /// In a `call` the operators of TensorFlow take a size, which is a whole number, and a tensor of floats no more than it does.
    private func requireSameType(_ other: Value) throws(RaisedError) {
        guard case .host(let second as TensorObject) = other, (tensor.sizes == nil) != (second.tensor.sizes == nil)
        else {
            return
        }
        let (type, wanted) = (TensorTypes.of(second.tensor), TensorTypes.of(tensor))
        guard type.isFloat != wanted.isFloat else { return }
        throw RaisedError(
            .typeError, "`x` and `y` must have the same dtype, got tf.\(wanted.rawValue) != tf.\(type.rawValue).",
            hint: "ops.cast(ops.shape(x)[1], \"float32\") makes a float of a size")
    }

    /// The result of an ordering; nil for `==` outside of the `call` of a script, where tensors of a network are equal to
    /// themselves only.
    public func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        if op == .equal, library.network.isTracing, other.isTensorOperand {
            return try result(of: "equal", [.host(self), other], interpreter)
        }
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
            library.network.isTracing ? .typeError : .notImplementedError,
            "Iterating over a symbolic KerasTensor is not supported.",
            hint: "x[..., 0] takes one channel, keras.ops.unstack(x, axis=-1) all of them")
    }

    /// What Keras says where a tensor of a network is used as a number or as an array.
    func noNumbers(convertedTo type: String) -> RaisedError {
        if library.network.isTracing {
            return RaisedError(
                .notImplementedError, "Cannot convert a symbolic tf.Tensor (\(tensor.name)) to \(type).",
                hint: "in the `call` of a layer, the functions of keras.ops take tensors, as in ops.mean(x)")
        }
        return RaisedError(
            .valueError,
            "A KerasTensor is symbolic: it's a placeholder for a shape an a dtype. It doesn't have any actual numerical "
                + "value. You cannot convert it to \(type).",
            hint: "the functions of keras.ops take tensors, as in ops.mean(x); x.numpy() gives the values for the data "
                + "fed to the inputs")
    }

    /// A tensor of unknown values is not a number.
    public func number(convertedTo type: String) throws(RaisedError) -> Value? {
        if library.network.isTracing {
            throw RaisedError(
                .typeError,
                "A symbolic tensor has no value in the `call` of a layer: it cannot be converted to \(type).",
                hint: "the functions of keras.ops take tensors, as in ops.mean(x)")
        }
        throw noNumbers(convertedTo: type)
    }

    /// Its truth is not known while the network is built.
    public func truth() throws(RaisedError) -> Bool {
        throw RaisedError(
            .typeError,
            library.network.isTracing
                ? "Using a symbolic `tf.Tensor` as a Python `bool` is not allowed."
                : "A symbolic KerasTensor cannot be used as a boolean.",
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
    var tensorFunction: String? {
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
    var tensorFunction: String? {
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
    var isTensorOperand: Bool {
        switch self {
        case .bool, .int, .float, .list, .tuple: true
        case .host(let object): object is TensorObject || object is ArrayObject || object is WeightObject
        default: false
        }
    }
}
