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

    func repr() -> String { "<Variable path=\(weight.path), shape=\(shape.repr), dtype=float32>" }

    private func object() throws(RaisedError) -> ArrayObject {
        ArrayObject(try raising { try weight.value() })
    }

    /// What a weight has beside what its array has.
    static let table = AttributeTable(
        of: WeightObject.self,
        [
            .value("name", "The name in its layer.") { .string($0.weight.spec.name) },
            .value("path", "The name with that of its layer.") { .string($0.weight.path) },
            .value("shape", "The sizes of its axes.") { .host(StaticShape($0.weight.spec.shape.map { Dim($0) })) },
            .value("dtype", "The type of its numbers.") { _ in .string("float32") },
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
            assignment("assign(value)", "Replaces the values.") { $1 },
            assignment("assign_add(value)", "Adds to the values.") { try combine($0, $1, .add) },
            assignment("assign_sub(value)", "Subtracts from the values.") { try combine($0, $1, .subtract) },
        ])

    /// A method that replaces the values and returns the new ones.
    private static func assignment(
        _ text: String, _ documentation: String,
        _ change: @escaping (_ old: Tensor, _ given: Tensor) throws -> Tensor
    ) -> HostAttribute<WeightObject> {
        .method("Variable.\(text)", documentation) { object, arguments, interpreter in
            let array = try ArrayObject.array(from: arguments[0], interpreter)
            let weight = object.weight
            try weight.assign(try change(try weight.value(), try array.tensor()))
            return .host(ArrayObject(try weight.value()))
        }
    }

    /// What its array has.
    var attributeNames: [String] { ArrayObject.arrayType.attributeNames }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard typeObject.attribute(name) == nil else { return nil }
        return try interpreter.attributeIfPresent(name, of: .host(try object()))
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
    ) throws(RaisedError) -> Value? {
        // Beside a tensor of a network it stays a weight, whose values may change.
        if case .host(let tensor as TensorObject) = other {
            return try tensor.binary(op, .host(self), isReflected: !isReflected, interpreter)
        }
        return try object().binary(op, other, isReflected: isReflected, interpreter)
    }

    func number(convertedTo type: String) throws(RaisedError) -> Value? { try object().number(convertedTo: type) }

    func truth() throws(RaisedError) -> Bool { try object().truth() }

    func unary(_ op: UnaryOperator, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try object().unary(op, interpreter)
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try object().compare(op, other, interpreter)
    }

    /// The weight's values, for functions that take arrays.
    func numbers() throws(RaisedError) -> NumericArray { try object().array }
}
