import Interpreter
import Network

/// What a script types for a layer that lies in other objects, or that made a tensor: `model.stages[2].conv1`, `c1.layer`.
enum LayerPath {
    /// Values that are looked at, at most.
    private static let limit = 100_000

    /// The shortest way from a variable to a layer; nil where none leads there.
    static func find(_ layer: Layer, _ interpreter: Interpreter) -> String? {
        var waiting: [(text: String, value: Value)] = interpreter.globals.definedNames
            .filter { !$0.hasPrefix("_") }
            .compactMap { name in interpreter.globals[name].map { (name, $0) } }
        var seen: Set<ObjectIdentifier> = []
        var next = 0
        while next < min(waiting.count, limit) {
            let (text, value) = waiting[next]
            next += 1
            if case .host(let object as LayerObject) = value, object.layer === layer { return text }
            if let identity = identity(of: value), !seen.insert(identity).inserted { continue }
            waiting += parts(of: value).map { (text + $0.step, $0.value) }
        }
        return nil
    }

    private static func identity(of value: Value) -> ObjectIdentifier? {
        switch value {
        case .list(let list): ObjectIdentifier(list)
        case .dict(let dict): ObjectIdentifier(dict)
        case .host(let object as LayerObject): ObjectIdentifier(object)
        case .host(let object as InstanceObject): ObjectIdentifier(object)
        default: nil
        }
    }

    /// What lies in a value, and what is typed behind it to get there.
    private static func parts(of value: Value) -> [(step: String, value: Value)] {
        switch value {
        case .list(let list): return indexed(list.items)
        case .tuple(let items): return indexed(items)
        case .dict(let dict): return dict.entries.map { ("[\($0.key.value.repr)]", $0.value) }
        case .host(let object as InstanceObject): return attributes(of: object)
        case .host(let object as TensorObject):
            return [(".layer", .host(object.library.object(for: object.tensor.layer)))]
        case .host(let object as LayerObject):
            let inner = (object.layer as? Model ?? object.base as? Model)?.layers ?? []
            return (object.own.map(attributes) ?? [])
                + indexed(inner.map { .host(object.library.object(for: $0)) }).map { (".layers" + $0.step, $0.value) }
        default: return []
        }
    }

    private static func indexed(_ items: [Value]) -> [(step: String, value: Value)] {
        items.enumerated().map { ("[\($0)]", $1) }
    }

    private static func attributes(of object: InstanceObject) -> [(step: String, value: Value)] {
        object.attributes.map { (".\($0.key)", $0.value) }
    }
}
