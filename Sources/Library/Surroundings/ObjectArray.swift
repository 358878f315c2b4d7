import Interpreter
import TensorEngine

/// A numpy array with one axis whose items are no numbers, such as lists of different lengths.
final class ObjectArray: HostObject {
    private(set) var items: [Value]

    init(_ items: [Value]) { self.items = items }

    private static let objectArrayType = TypeObject(
        "ndarray", module: "numpy", "An array of objects.",
        attributes: AttributeTable(
            of: ObjectArray.self,
            [
                .value("shape", "The sizes of its axes.") { .tuple([.int($0.items.count)]) },
                .value("ndim", "Number of axes.") { _ in .int(1) },
                .value("size", "Number of items.") { .int($0.items.count) },
                .value("dtype", "The type of its items.") { _ in .string("object") },
                .method("tolist()", "The items in a list.") { array, _, _ in .list(ListObject(array.items)) },
                .method("copy()", "The same items again.") { array, _, _ in .host(ObjectArray(array.items)) },
            ]))

    var typeObject: TypeObject { ObjectArray.objectArrayType }
    func length() throws(RaisedError) -> Int? { items.count }

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String {
        "array(\(text(inner, separator: ",\n       ")), dtype=object)"
    }
    func str() -> String { text({ $0.repr }, separator: "\n ") }

    /// As numpy does, the first and the last three of a long array.
    private func text(_ inner: (Value) -> String, separator: String) -> String {
        func item(_ value: Value) -> String { if case .list = value { "list(\(inner(value)))" } else { inner(value) } }
        guard items.count > 1000 else { return "[\(items.map(item).joined(separator: separator))]" }
        return "[" + (items.prefix(3).map(item) + ["..."] + items.suffix(3).map(item)).joined(separator: separator)
            + "]"
    }

    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try interpreter.iterator(over: .list(ListObject(items)))
    }

    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        switch index {
        case .int(let number):
            let place = number < 0 ? number + items.count : number
            guard items.indices.contains(place) else {
                throw RaisedError(
                    .indexError, "index \(number) is out of bounds for axis 0 with size \(items.count)")
            }
            return items[place]
        case .slice:
            let part = try interpreter.item(of: .list(ListObject(items)), at: index)
            return .host(ObjectArray(try interpreter.items(of: part)))
        default:
            let numbers = try ArrayObject.array(from: index, interpreter)
            if numbers.type == .bool, numbers.count == items.count {
                return .host(ObjectArray(zip(items, numbers.bools).filter(\.1).map(\.0)))
            }
            var chosen: [Value] = []
            for number in numbers.ints {
                guard let value = try item(.int(number), interpreter) else { continue }
                chosen.append(value)
            }
            return numbers.rank == 0 ? chosen.first : .host(ObjectArray(chosen))
        }
    }

    func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        guard case .int(let number) = index else { return false }
        let place = number < 0 ? number + items.count : number
        guard items.indices.contains(place) else {
            throw RaisedError(.indexError, "index \(number) is out of bounds for axis 0 with size \(items.count)")
        }
        items[place] = value
        return true
    }
}
