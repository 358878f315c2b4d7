/// The layers of scripts of a session: where to look for the calls of a layer that has none of its own.
final class ScriptedLayers {
    private struct Place {
        weak var layer: ScriptedLayer?
    }

    private var places: [Place] = []
    /// How many there may be before those that are gone are left out.
    private var limit = 64

    /// Those that there still are, in the order in which they were made.
    var all: [ScriptedLayer] { places.compactMap(\.layer).sorted { $0.number < $1.number } }

    func add(_ layer: ScriptedLayer) {
        places.append(Place(layer: layer))
        guard places.count > limit else { return }
        places.removeAll { $0.layer == nil }
        limit = 2 * places.count + 64
    }
}

extension Layer {
    /// The calls of the layer inside of the calls of layers of scripts. These are connected with the inputs of the outermost
    /// layer's calls; of one that was called on data only, with inputs of the same sizes.
    public var innerCalls: [Node] {
        let others = context.scriptedLayers.all.filter { $0 !== self }
        let holders = others.filter { $0.holds(self) }
        let calls = calls(in: holders)
        // Otherwise it is no attribute of any layer, but called in one.
        return calls.isEmpty && holders.count < others.count ? self.calls(in: others) : calls
    }

    private func calls(in holders: [ScriptedLayer]) -> [Node] {
        let calls = holders.flatMap(\.inboundNodes).flatMap { InlinedCall.of($0).calls }.filter { $0.layer === self }
        if !calls.isEmpty { return calls }
        let insides = holders.map { ($0, $0.callsInFirstNetwork) }
        let inner = Set(insides.flatMap { $0.1.map { ObjectIdentifier($0.layer) } })
        return insides.filter { !inner.contains(ObjectIdentifier($0.0)) }.flatMap(\.1).filter { $0.layer === self }
    }

    /// The layers that it consists of.
    private var parts: [Layer] { (self as? ScriptedLayer)?.sublayers ?? (self as? Model)?.layers ?? [] }

    /// Whether a layer is among those that it consists of, or those that these consist of.
    private func holds(_ layer: Layer) -> Bool {
        var seen: Set = [ObjectIdentifier(self)]
        var waiting = parts
        while let next = waiting.popLast() {
            if next === layer { return true }
            if seen.insert(ObjectIdentifier(next)).inserted { waiting += next.parts }
        }
        return false
    }
}
