import Arrays
import Interpreter
import Language
import TensorEngine

/// A numpy array with one axis whose items are no numbers, such as lists of different lengths.
final class ObjectArray: HostObject {
    private(set) var items: [Value]
    /// Whether all items are texts.
    private let isText: Bool

    init(_ items: [Value]) {
        self.items = items
        isText = !items.isEmpty && items.allSatisfy { if case .string = $0 { true } else { false } }
    }

    /// What `numpy.array` makes of texts, or of anything where `dtype` is object; nil for numbers.
    static func made(
        of value: Value, type: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> ObjectArray? {
        if case .host(let array as ObjectArray) = value, type.isNone { return ObjectArray(array.items) }
        let wantsObjects =
            switch type {
            case .string("object"): true
            case .type(let type): type === TypeObject.object
            default: false
            }
        let items: [Value]
        switch value {
        case .list(let list): items = list.items
        case .tuple(let values): items = values
        case .host(let array as ObjectArray): items = array.items
        default: return nil
        }
        if wantsObjects { return ObjectArray(items) }
        guard type.isNone, case .string? = items.first else { return nil }
        let made = ObjectArray(items)
        return made.isText ? made : nil
    }

    /// The type of the items, as numpy writes it.
    private var itemType: String {
        guard isText else { return "object" }
        return "<U\(items.map { $0.str.unicodeScalars.count }.max() ?? 1)"
    }

    private static let objectArrayType = TypeObject(
        "ndarray", module: "numpy", "An array of objects.",
        attributes: AttributeTable(
            of: ObjectArray.self,
            [
                .value("shape", "The sizes of its axes.") { .tuple([.int($0.items.count)]) },
                .value("ndim", "Number of axes.") { _ in .int(1) },
                .value("size", "Number of items.") { .int($0.items.count) },
                .value("dtype", "The type of its items.") { .string($0.itemType) },
                .method("tolist()", "The items in a list.") { array, _, _ in .list(ListObject(array.items)) },
                .method("copy()", "The same items again.") { array, _, _ in .host(ObjectArray(array.items)) },
            ]))

    var typeObject: TypeObject { ObjectArray.objectArrayType }
    func length() throws(RaisedError) -> Int? { items.count }

    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String {
        isText
            ? "array(\(text(inner, separator: ", ")), dtype='\(itemType)')"
            : "array(\(text(inner, separator: ",\n       ")), dtype=object)"
    }
    func str() -> String { text({ $0.repr }, separator: isText ? " " : "\n ") }

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

    func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard op == .equal || op == .notEqual else { return nil }
        var others = Array(repeating: other, count: items.count)
        if case .host(let array as ObjectArray) = other { others = array.items }
        guard others.count == items.count else { return .bool(op == .notEqual) }
        var truths: [Bool] = []
        for (item, other) in zip(items, others) {
            truths.append(try interpreter.compare(.equal, item, other).truth() == (op == .equal))
        }
        return .host(ArrayObject(try raising { try NumericArray(shape: [truths.count], bools: truths) }))
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
