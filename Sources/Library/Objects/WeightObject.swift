import Arrays
import Interpreter
import Language
import Network
import TensorEngine

/// A weight as a script sees it: a named variable that behaves like its array.
final class WeightObject: HostObject {
    /// The weight of the network.
    let weight: Weight
    /// The layer it belongs to, where it is known.
    let layer: Layer?

    init(_ weight: Weight, of layer: Layer?) {
        self.weight = weight
        self.layer = layer
    }

    var typeObject: TypeObject { KerasClasses.variable }

    private var shape: Value { .tuple(weight.spec.shape.map(Value.int)) }

    func repr() -> String {
        let start = "<Variable path=\(weight.path), shape=\(shape.repr), dtype=\(weight.typeName)"
        // What no one has asked for yet is not made for this; a large array is shown in parts.
        guard weight.isAllocated || weight.spec.count <= 1_000_000, let values = try? object() else {
            return start + ">"
        }
        return start + ", value=\(values.str())>"
    }

    /// The type of its numbers.
    var type: NumericType { (weight.typedValues as? NumericArray)?.type ?? .float32 }

    private func object() throws(RaisedError) -> ArrayObject { try raising { try weight.arrayObject() } }

    /// What a weight has beside what its array has.
    static let table = AttributeTable(
        of: WeightObject.self,
        [
            .value("name", "The name in its layer.") { .string($0.weight.spec.name) },
            .value("path", "The name with that of its layer.") { .string($0.weight.path) },
            .value("shape", "The sizes of its axes.") { .host(StaticShape($0.weight.spec.shape.map { Dim($0) })) },
            .value("dtype", "The type of its numbers.") { .string($0.weight.typeName) },
            .value("ndim", "Number of axes.") { .int($0.weight.spec.shape.count) },
            .value("size", "Number of elements.") { .int($0.weight.spec.count) },
            .value("initializer", "What makes its first values.") {
                .host(MadeObject(.initializer($0.weight.spec.initializer)))
            },
            .value("regularizer", "Its penalty, or None.") {
                $0.weight.spec.regularizer.map { .host(MadeObject(.regularizer($0))) } ?? .none
            },
            .value("constraint", "Its constraint, or None.") {
                $0.weight.spec.constraint.map { .host(MadeObject(.constraint($0))) } ?? .none
            },
            .value(
                "trainable", "Whether training may change it.",
                set: { object, value in object.weight.isTrainable = try value.truth() }
            ) { .bool($0.weight.isTrainable) },
            .value("value", "The values, as an array.") { .host(try $0.object()) },
            .value("aggregation", "How copies on several devices are joined.") { _ in .string("none") },
            .method("Variable.__abs__()", "Magnitudes.") { object, _, interpreter in
                try object.result(of: "absolute", [.host(object)], interpreter) ?? .none
            },
            .method("Variable.__round__(ndigits=None)", "Rounded.") { object, arguments, interpreter in
                guard arguments["ndigits"].isNone else {
                    throw RaisedError(.notImplementedError, "`ndigits` of a variable's round() is not implemented")
                }
                return try object.result(of: "round", [.host(object)], interpreter) ?? .none
            },
            .method("Variable.numpy()", "The values, as an array.") { object, _, _ in .host(try object.object()) },
            assignment("assign(value)", "Replaces the values.", nil),
            assignment("assign_add(value)", "Adds to the values.", .add),
            assignment("assign_sub(value)", "Subtracts from the values.", .subtract),
        ])

    /// A method that replaces the values and returns the new ones.
    /// - Parameter op: what combines the old values with those given; nil to take these.
    private static func assignment(
        _ text: String, _ documentation: String, _ op: BinaryOperator?
    ) -> HostAttribute<WeightObject> {
        .method("Variable.\(text)", documentation) { object, arguments, interpreter in
            let weight = object.weight
            let given = try ArrayObject.array(from: arguments[0], interpreter)
            if let old = weight.typedValues as? NumericArray {
                var new = try given.converted(to: old.type)
                if let op {
                    let (left, right) = (Value.host(ArrayObject(old)), Value.host(ArrayObject(new)))
                    new = try ArrayObject.array(from: try interpreter.binary(op, left, right), interpreter)
                }
                try weight.assign(typed: try new.converted(to: old.type))
            } else {
                var new = try given.tensor()
                if let op { new = try combine(try weight.value(), new, op == .add ? .add : .subtract) }
                try weight.assign(new)
            }
            return .host(try weight.arrayObject())
        }
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let part = try interpreter.library.part(of: .host(self), index, interpreter) { return part }
        return try object().item(index, interpreter)
    }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try object().iterate(interpreter)
    }

    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        // Beside a tensor of a network it stays a weight, whose values may change.
        if case .host(let tensor as TensorObject) = other {
            return try tensor.binary(op, .host(self), isReflected: !isReflected, interpreter)
        }
        guard let function = op.tensorFunction, other.isTensorOperand else { return nil }
        return try result(of: function, isReflected ? [other, .host(self)] : [.host(self), other], interpreter)
    }

    /// The result of a function of `keras.ops`, whose types are Keras's.
    private func result(
        of function: String, _ operands: [Value?], _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        let library = interpreter.library
        return try library.functions()?[function]?.apply(Operands(function, operands), interpreter, library)
    }

    func number(convertedTo type: String) throws(RaisedError) -> Value? { try object().number(convertedTo: type) }

    func truth() throws(RaisedError) -> Bool {
        throw RaisedError(.typeError, "A Keras Variable cannot be used as a boolean.")
    }

    func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try object().unary(op, interpreter)
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if case .host(let tensor as TensorObject) = other {
            return try tensor.compare(op.mirrored, .host(self), interpreter)
        }
        guard let function = op == .equal ? "equal" : op.tensorFunction, other.isTensorOperand else { return nil }
        return try result(of: function, [.host(self), other], interpreter)
    }

    /// The weight's values, for functions that take arrays.
    func numbers() throws(RaisedError) -> NumericArray { try object().array }
}

extension Weight {
    /// The values as an array of the weight's type.
    func arrayObject() throws -> ArrayObject {
        noteRead()
        if let typed = typedValues as? NumericArray { return ArrayObject(typed) }
        return ArrayObject(try value())
    }

    /// Makes a type that is not float32 the weight's own, with the values that it has now.
    func take(_ type: NumericType) throws {
        guard type != .float32 else { return }
        try assign(typed: try NumericArray(try value()).converted(to: type), isFirst: true)
    }
}

extension NumericArray: TypedValues {
    /// numpy's name of the type.
    public var typeName: String { type.rawValue }
    /// The bits of a number, as Keras counts them.
    public var bitsPerNumber: Int { type == .bool ? 1 : 8 * type.itemSize }

    /// The numbers of a tensor in the array's type.
    public func replaced(by tensor: Tensor) throws -> any TypedValues {
        try NumericArray(tensor).converted(to: type)
    }
}
