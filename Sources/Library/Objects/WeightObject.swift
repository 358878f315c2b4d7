import Arrays
import Interpreter
import Language
import Network

/// A weight as a script sees it: a named variable that behaves like its array.
final class WeightObject: HostObject {
    private let weight: Weight
    private let owner: LayerObject?

    init(_ weight: Weight, _ owner: LayerObject?) {
        self.weight = weight
        self.owner = owner
    }

    var typeName: String { "Variable" }

    private var shape: Value { .tuple(weight.spec.shape.map(Value.int)) }

    func repr() -> String { "<Variable path=\(weight.path), shape=\(shape.repr), dtype=float32>" }

    private func object() throws(RaisedError) -> ArrayObject {
        ArrayObject(try raising { try weight.value() })
    }

    var attributeNames: [String] {
        [
            "name", "path", "shape", "dtype", "trainable", "initializer", "regularizer", "constraint", "numpy",
            "assign", "value",
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
        case "trainable": return .bool(weight.spec.isTrainable)
        case "value": return .host(try object())
        case "assign":
            return .builtin(
                BuiltinFunction(name, parameters: ["value"], documentation: "Replaces the values.") {
                    [self] arguments, interpreter throws(RaisedError) in
                    let array = try ArrayObject.array(
                        from: try arguments.required(0, "value", of: "assign"), interpreter)
                    try raising { try weight.assign(array.tensor()) }
                    owner?.layer.weightsChanged()
                    return .none
                })
        default: return try ArrayAttributes.attribute(name, of: try object())
        }
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
