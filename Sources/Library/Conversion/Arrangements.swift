import Interpreter
import Network

extension Arrangement {
    /// How a value that holds the inputs or outputs of a model arranges them.
    init(_ value: Value) {
        switch value {
        case .list: self = .list
        case .tuple: self = .tuple
        case .dict(let dict):
            self = .dict(dict.entries.keys.map { if case .string(let key) = $0.value { key } else { $0.value.repr } })
        default: self = .one
        }
    }

    /// Values put together in this arrangement.
    func value(of values: [Value]) -> Value {
        switch self {
        case .one: values.count == 1 ? values[0] : .list(ListObject(values))
        case .list: .list(ListObject(values))
        case .tuple: .tuple(values)
        case .dict(let keys): .dict(DictObject(Array(zip(keys, values))))
        }
    }
}
