import Interpreter
import Language
import TensorEngine

/// What `x.get_shape()` answers: a shape with `as_list()`, as TensorFlow has it.
final class StaticShape: HostObject {
    private let sizes: [Value]

    init(_ dims: [Dim]) { sizes = dims.map { $0.known.map(Value.int) ?? .none } }

    private static let shapeType = TypeObject("TensorShape", module: "tensorflow", "The sizes of a tensor.")
    var typeObject: TypeObject { StaticShape.shapeType }
    func repr() -> String { "TensorShape(\(Value.list(ListObject(sizes)).repr))" }
    func str() -> String { Value.tuple(sizes).str }
    var attributeNames: [String] { ["as_list", "ndims", "rank", "dims"] }
    func length() throws(RaisedError) -> Int? { sizes.count }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch name {
        case "ndims", "rank": .int(sizes.count)
        case "dims": .list(ListObject(sizes))
        case "as_list":
            .builtin(
                BuiltinFunction(name, documentation: "The sizes, unknown ones as None.") {
                    [sizes] _, _ throws(RaisedError) in .list(ListObject(sizes))
                })
        default: nil
        }
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try interpreter.item(of: .tuple(sizes), at: index)
    }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try interpreter.iterator(over: .tuple(sizes))
    }

    func compare(_ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard op == .equal || op == .notEqual else { return nil }
        var items = other
        if case .list(let list) = other { items = .tuple(list.items) }
        return try interpreter.compare(op, .tuple(sizes), items)
    }
}
