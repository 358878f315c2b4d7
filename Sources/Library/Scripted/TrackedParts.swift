import Interpreter
import Network

/// The layers and weights among the attributes of an object, in the order in which Keras comes to know of them.
///
/// Source: keras/src/utils/tracking.py.
struct TrackedParts {
    /// The layers.
    private(set) var layers: [Layer] = []
    /// The weights.
    private(set) var weights: [Weight] = []
    private var known: Set<ObjectIdentifier> = []

    /// Adds a weight.
    mutating func add(_ weight: Weight) {
        if known.insert(ObjectIdentifier(weight)).inserted { weights.append(weight) }
    }

    /// Adds what attributes hold that is not known yet, be it in lists, tuples and dicts.
    mutating func add(attributes: some Sequence<Value>) {
        var found: [[Layer]] = []
        var containers: Set<ObjectIdentifier> = []
        for value in attributes {
            var inside: [Layer] = []
            collect(value, &containers, &inside)
            if !inside.isEmpty { found.append(inside) }
        }
        // Layers that were appended to several lists in turn, since the last attribute was set, come in the order of their making.
        let new = found.flatMap { $0 }
        layers += found.count > 1 ? new.sorted { $0.number < $1.number } : new
    }

    /// - Parameter containers: the lists and dicts that were looked into: one may hold itself.
    private mutating func collect(
        _ value: Value, depth: Int = 0, _ containers: inout Set<ObjectIdentifier>, _ found: inout [Layer]
    ) {
        guard depth < 64 else { return }
        switch value {
        case .host(let object as LayerObject):
            if known.insert(ObjectIdentifier(object.layer)).inserted { found.append(object.layer) }
        case .host(let object as WeightObject): add(object.weight)
        case .list(let list):
            guard containers.insert(ObjectIdentifier(list)).inserted else { return }
            for item in list.items { collect(item, depth: depth + 1, &containers, &found) }
        case .tuple(let items): for item in items { collect(item, depth: depth + 1, &containers, &found) }
        case .dict(let dict):
            guard containers.insert(ObjectIdentifier(dict)).inserted else { return }
            for item in dict.entries.values { collect(item, depth: depth + 1, &containers, &found) }
        default: break
        }
    }
}
