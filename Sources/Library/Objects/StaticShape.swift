import Interpreter
import Language
import TensorEngine

/// What `x.get_shape()` answers: a shape with `as_list()`, as TensorFlow has it.
final class StaticShape: HostObject {
    /// The sizes, unknown ones as None.
    let sizes: [Value]

    private init(sizes: [Value]) { self.sizes = sizes }

    init(_ dims: [Dim]) { sizes = dims.map { $0.known.map(Value.int) ?? .none } }

    private static let shapeType = TypeObject(
        "TensorShape", module: "tensorflow", "The sizes of a tensor.", attributes: table)
    private static let table = AttributeTable(
        of: StaticShape.self,
        [
            .value("ndims", "Number of axes.") { .int($0.sizes.count) },
            .value("rank", "Number of axes.") { .int($0.sizes.count) },
            .value("dims", "The sizes, unknown ones as None.") { .list(ListObject($0.sizes)) },
            .method("TensorShape.as_list()", "The sizes, unknown ones as None.") { shape, _, _ in
                .list(ListObject(shape.sizes))
            },
            .method("TensorShape.num_elements()", "The product of the sizes; None where one is not known.") {
                shape, _, interpreter in
                var product = Value.int(1)
                for size in shape.sizes {
                    guard !size.isNone else { return .none }
                    product = try interpreter.binary(.multiply, product, size)
                }
                return product
            },
        ])
    var typeObject: TypeObject { StaticShape.shapeType }
    func repr() -> String { "TensorShape(\(Value.list(ListObject(sizes)).repr))" }
    func str() -> String { Value.tuple(sizes).str }
    func length() throws(RaisedError) -> Int? { sizes.count }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        let item = try interpreter.item(of: .tuple(sizes), at: index)
        if case .tuple(let part) = item { return .host(StaticShape(sizes: part)) }
        return item
    }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try interpreter.iterator(over: .tuple(sizes))
    }

    /// Two shapes one behind the other.
    func binary(
        _ op: BinaryOperator, _ other: Value, isReflected: Bool, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard op == .add else { return nil }
        let more: [Value]
        switch other {
        case .tuple(let items): more = items
        case .list(let list): more = list.items
        case .host(let object as StaticShape): more = object.sizes
        default: return nil
        }
        return .host(StaticShape(sizes: isReflected ? more + sizes : sizes + more))
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard op == .equal || op == .notEqual else { return nil }
        var items = other
        if case .list(let list) = other { items = .tuple(list.items) }
        if case .host(let shape as StaticShape) = other { items = .tuple(shape.sizes) }
        return try interpreter.compare(op, .tuple(sizes), items)
    }
}
