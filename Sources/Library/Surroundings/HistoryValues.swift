import Interpreter

/// The `history` of a model that was not trained: a dict of lists of values that are not there.
///
/// It answers any name: which metrics would have been measured depends on the version of Keras that a script was written for.
final class HistoryValues: HostObject {
    private let values: DictObject
    private let count: Int
    private let absent: Value

    /// - Parameters:
    ///   - values: the lists by the names that Keras 3 gives them.
    ///   - count: how many epochs were asked for.
    ///   - absent: what stands in the place of each value.
    init(_ values: DictObject, _ count: Int, _ absent: Value) {
        (self.values, self.count, self.absent) = (values, count, absent)
    }

    private static let historyType = TypeObject("dict", "Values of metrics, epoch by epoch.", bases: [.dict])

    var typeObject: TypeObject { HistoryValues.historyType }
    func repr() -> String { Value.host(self).repr }
    func repr(_ inner: (Value) -> String) -> String { inner(.dict(values)) }
    func length() throws(RaisedError) -> Int? { values.entries.count }
    func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try interpreter.iterator(over: .dict(values))
    }
    func contains(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? {
        values.entries[try HashKey(value)] != nil
    }
    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try interpreter.attributeIfPresent(name, of: .dict(values))
    }
    func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let known = values.entries[try HashKey(index)] { return known }
        guard case .string = index else { return nil }
        return .list(ListObject(Array(repeating: absent, count: count)))
    }
    func setItem(_ index: Value, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        values.entries[try HashKey(index)] = value
        return true
    }
}
