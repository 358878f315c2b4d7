import Arrays
import Interpreter
import Language
import Network
import TensorEngine

/// A weight as a script sees it: a named variable that behaves like its array.
final class WeightObject: HostObject {
    private let weight: Weight

    init(_ weight: Weight) { self.weight = weight }

    var typeObject: TypeObject { KerasClasses.variable }

    private var shape: Value { .tuple(weight.spec.shape.map(Value.int)) }

    func repr() -> String { "<Variable path=\(weight.path), shape=\(shape.repr), dtype=float32>" }

    private func object() throws(RaisedError) -> ArrayObject {
        ArrayObject(try raising { try weight.value() })
    }

    var attributeNames: [String] {
        [
            "name", "path", "shape", "dtype", "trainable", "initializer", "regularizer", "constraint", "numpy",
            "assign", "assign_add", "assign_sub", "value",
        ] + ArrayAttributes.names
    }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "name": return .string(weight.spec.name)
        case "path": return .string(weight.path)
        case "shape": return shape
        case "dtype": return .string("float32")
        case "ndim": return .int(weight.spec.shape.count)
        case "size": return .int(weight.spec.count)
        case "initializer": return .host(MadeObject(.initializer(weight.spec.initializer)))
        case "regularizer": return weight.spec.regularizer.map { .host(MadeObject(.regularizer($0))) } ?? Value.none
        case "constraint": return weight.spec.constraint.map { .host(MadeObject(.constraint($0))) } ?? Value.none
        case "trainable": return .bool(weight.isTrainable)
        case "value": return .host(try object())
        case "assign": return assignment(name, "Replaces the values.") { $1 }
        case "assign_add": return assignment(name, "Adds to the values.") { try combine($0, $1, .add) }
        case "assign_sub": return assignment(name, "Subtracts from the values.") { try combine($0, $1, .subtract) }
        default: return try ArrayAttributes.attribute(name, of: try object())
        }
    }

    /// A method that replaces the values and returns the new ones.
    private func assignment(
        _ name: String, _ doc: String, _ change: @escaping (_ old: Tensor, _ given: Tensor) throws -> Tensor
    ) -> Value {
        .builtin(
            BuiltinFunction(name, parameters: ["value"], documentation: doc) {
                [weight] arguments, interpreter throws(RaisedError) in
                let array = try ArrayObject.array(from: try arguments.required(0, "value", of: name), interpreter)
                return .host(
                    ArrayObject(
                        try raising {
                            try weight.assign(try change(try weight.value(), try array.tensor()))
                            return try weight.value()
                        }))
            })
    }

    func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        guard name == "trainable" else { return false }
        weight.isTrainable = try value.truth()
        return true
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try object().item(index, interpreter)
    }

    func length() throws(RaisedError) -> Int? { weight.spec.shape.first }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try object().iterate(interpreter)
    }

    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? { try object().binary(op, other, isReflected: isReflected, interpreter) }

    func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try object().unary(op, interpreter)
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try object().compare(op, other, interpreter)
    }

    /// The weight's values, for functions that take arrays.
    func numbers() throws(RaisedError) -> NumericArray { try object().array }
}
