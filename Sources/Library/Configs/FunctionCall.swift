import Arrays
import Interpreter
import Layers
import Network

/// A function of tensors with its arguments, kept so that a model's config can say what was called.
final class FunctionCall {
    /// The class of Keras's operation.
    private let className: String
    /// The parameters with the arguments that were given, in order; nil where none was.
    private let arguments: [(name: String, value: Value?)]

    init(_ className: String, _ arguments: [(name: String, value: Value?)]) {
        self.className = className
        self.arguments = arguments
    }

    /// The type of the result; nil where it is not known.
    var type: NumericType? { (try? ResultType.of(className, arguments)) ?? nil }

    /// `{"module": …, "class_name": …, "config": …, "registered_name": …}`.
    func serialized(name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        let form = FunctionForm.of(className)
        var config = [("name", Value.string(name))]
        for (parameter, usual) in form.config {
            let given = arguments.first { $0.name == parameter }?.value
            config.append(
                (
                    parameter,
                    try given.map { (value) throws(RaisedError) in
                        try FunctionCall.plain(value, interpreter)
                    } ?? usual.value
                ))
        }
        return .dict(
            DictObject([
                ("module", .string(form.module)), ("class_name", .string(className)),
                ("config", .dict(DictObject(config))), ("registered_name", .string(className)),
            ]))
    }

    /// What is passed when it is called: the arguments that are not in the config.
    /// - Parameter tensors: the references to the tensors among them, in order.
    func arguments(_ tensors: [Value], _ interpreter: Interpreter) throws(RaisedError) -> [Value] {
        let form = FunctionForm.of(className)
        let names = Set(form.config.map(\.name))
        var rest = tensors[...]
        var result: [Value] = []
        for (name, value) in arguments where !names.contains(name) {
            guard let value else { continue }
            result.append(try FunctionCall.referring(value, &rest, interpreter))
        }
        return result
    }

    /// A value with references in the place of tensors, and slices and arrays as configs write them.
    private static func referring(
        _ value: Value, _ tensors: inout ArraySlice<Value>, _ interpreter: Interpreter, depth: Int = 0
    ) throws(RaisedError) -> Value {
        guard depth < 8 else { return value }
        switch value {
        case .host(let object) where object is TensorObject: return tensors.popFirst() ?? value
        case .list(let list):
            var items: [Value] = []
            for item in list.items { items.append(try referring(item, &tensors, interpreter, depth: depth + 1)) }
            return .list(ListObject(items))
        case .tuple(let values):
            var items: [Value] = []
            for item in values { items.append(try referring(item, &tensors, interpreter, depth: depth + 1)) }
            return .tuple(items)
        default: return try plain(value, interpreter)
        }
    }

    /// A slice, an ellipsis or an array as configs write it; other values as they are.
    private static func plain(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        func object(_ className: String, _ config: [(String, Value)]) -> Value {
            .dict(DictObject([("class_name", .string(className)), ("config", .dict(DictObject(config)))]))
        }
        switch value {
        case .slice(let slice):
            return object("__slice__", [("start", slice.start), ("stop", slice.stop), ("step", slice.step)])
        case .ellipsis: return object("__ellipsis__", [])
        case .host(let array as ArrayObject):
            return object(
                "__numpy__",
                [
                    ("value", try ArrayAttributes.list(array.array, interpreter)),
                    ("dtype", .string(array.array.type.rawValue)),
                ])
        default: return value
        }
    }
}
