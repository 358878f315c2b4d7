import Interpreter
import Network

/// The names of what a compiled model measures, as Keras has them in `history` and in the results of `evaluate`.
enum CompiledMetrics {
    /// `loss`, and the metrics; with the names of the outputs before them where there are several.
    static func names(_ object: LayerObject, _ interpreter: Interpreter) throws(RaisedError) -> [String] {
        let outputs = (object.layer as? Model).map { $0.outputs.map(\.layer.name) } ?? []
        let hasParts =
            switch object.compiled["loss"] {
            case .list?, .tuple?, .dict?: outputs.count > 1
            default: false
            }
        var names = DistinctNames()
        for argument in ["metrics", "weighted_metrics"] {
            let metrics = object.compiled[argument] ?? .none
            let isWeighted = argument == "weighted_metrics"
            guard outputs.count > 1 else {
                for name in try flat(metrics, interpreter) { names.add(name, "", isWeighted) }
                continue
            }
            for (place, output) in outputs.enumerated() {
                for name in try flat(part(of: metrics, place, output), interpreter) {
                    names.add(name, "\(output)_", isWeighted)
                }
            }
        }
        return ["loss"] + (hasParts ? outputs.map { "\($0)_loss" } : []) + names.all
    }

    /// Names of metrics, of which a second of the same name gets another one.
    ///
    /// Source: `CompileMetrics.result` in keras/src/trainers/compile_utils.py.
    private struct DistinctNames {
        private(set) var all: [String] = []
        private var counts: [String: Int] = [:]

        mutating func add(_ name: String, _ output: String, _ isWeighted: Bool) {
            var full = output + name
            if isWeighted, counts[full] != nil { full = "\(output)weighted_\(name)" }
            let count = counts[full, default: 0]
            counts[full] = count + 1
            all.append(count == 0 ? full : "\(full)_\(count)")
        }
    }

    /// What is measured of one of several outputs.
    private static func part(of metrics: Value, _ place: Int, _ output: String) throws(RaisedError) -> Value {
        switch metrics {
        case .dict(let dict): dict.entries[try HashKey(.string(output))] ?? .none
        case .list(let list) where list.items.contains(where: \.isSequence):
            list.items.indices.contains(place) ? list.items[place] : .none
        default: metrics
        }
    }

    private static func flat(_ metrics: Value, _ interpreter: Interpreter) throws(RaisedError) -> [String] {
        let items: [Value]
        switch metrics {
        case .none: return []
        case .list(let list): items = list.items
        case .tuple(let values): items = values
        case .dict(let dict): items = Array(dict.entries.values)
        default: items = [metrics]
        }
        var names: [String] = []
        for item in items {
            if item.isSequence {
                names += try flat(item, interpreter)
            } else {
                names.append(try name(item, interpreter))
            }
        }
        return names
    }

    private static func name(_ metric: Value, _ interpreter: Interpreter) throws(RaisedError) -> String {
        if case .string(let text) = metric { return text }
        if case .host(let object as RememberedObject) = metric { return object.shownName }
        for attribute in ["name", "__name__"] {
            if case .string(let text)? = try interpreter.attributeIfPresent(attribute, of: metric) { return text }
        }
        return metric.typeName
    }
}
