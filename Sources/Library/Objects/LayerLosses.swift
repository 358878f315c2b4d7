import Arrays
import Interpreter
import Network
import TensorEngine

/// Keras's `losses` and `add_loss`.
///
/// Source: keras/src/layers/layer.py.
extension LayerObject {
    /// The losses of calls on data, of the layer and of those in it, and then the penalties of the weights.
    func losses() throws -> [Value] {
        let called = [layer] + innerLayers
        let added = called.flatMap(\.callLosses.values).map { Value.host(ArrayObject($0)) }
        return added + (try layer.weightLosses().map { .host(try ArrayObject(scalar: $0)) })
    }

    /// Forgets the losses of calls, as at a call that no other is around.
    func clearLosses() { for layer in [layer] + innerLayers { layer.callLosses.clear() } }

    /// Adds losses, alone or in lists and dicts. A model with fixed ends has none in Keras 3, and goes without them.
    /// - Throws: ValueError for what is no tensor.
    func addLoss(_ loss: Value, _ interpreter: Interpreter) throws(RaisedError) {
        if layer is Model, !(layer is Sequential) {
            return try library.omissions.leaveOut(
                "Model.add_loss", because: "Keras 3 has none for models with fixed ends",
                instead: "`losses` goes without it")
        }
        switch loss {
        case .list(let list): for item in list.items { try addLoss(item, interpreter) }
        case .tuple(let items): for item in items { try addLoss(item, interpreter) }
        case .dict(let dict): for item in dict.entries.values { try addLoss(item, interpreter) }
        case .host(let object) where object is TensorObject:
            // In a network there are no values yet.
            library.network.noteEffect()
        case .host(let object) where object is ArrayObject || object is WeightObject:
            let array = try ArrayObject.array(from: loss, interpreter)
            layer.callLosses.add(try raising { try array.tensor() })
        default:
            throw RaisedError(
                .valueError,
                "`add_loss()` can only be called from inside `build()` or `call()`, on a tensor input. Received invalid "
                    + "value: \(loss.str)")
        }
    }

    /// The layers in it, each once, in the order of Keras's `_flatten_layers`.
    private var innerLayers: [Layer] {
        var seen: Set<ObjectIdentifier> = []
        var found: [Layer] = []
        // What stands last is looked at next, and what that consists of before the others.
        var waiting = Array(library.parts(of: layer).reversed())
        while let next = waiting.popLast() {
            guard seen.insert(ObjectIdentifier(next)).inserted else { continue }
            found.append(next)
            waiting += library.parts(of: next)
        }
        return found
    }
}

extension LibraryContext {
    /// The layers that a layer consists of, those among the attributes of a script's object included.
    fileprivate func parts(of layer: Layer) -> [Layer] {
        if let scripted = layer as? ScriptedLayer { return scripted.sublayers }
        guard let model = layer as? Model else { return [] }
        return model.layers + (known(model)?.parts.layers ?? [])
    }
}
