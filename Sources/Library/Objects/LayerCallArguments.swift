import Interpreter
import Layers
import Network
import TensorEngine

/// The arguments of a call of a layer of the catalogue, or of a model, by Keras's names of them.
struct LayerCallArguments {
    /// What the layer is called on.
    let inputs: Value
    /// The argument `training`.
    let training: TrainingArgument
    /// The argument `initial_state`, as a list; empty for None.
    let states: [Value]
    /// The argument `mask`, as a list; empty for None.
    let masks: [Value]

    /// Reads the arguments.
    /// - Throws: TypeError for one that the layer's `call` does not have.
    init(_ object: LayerObject, _ arguments: CallArguments) throws(RaisedError) {
        let layer = object.layer
        let names = LayerCallArguments.names(of: layer)
        var given: [String: Value] = [:]
        for (index, value) in arguments.positional.enumerated() {
            guard names.indices.contains(index), index == 0 || LayerCallArguments.fits(value, names[index]) else {
                throw object.surplus(arguments.positional)
            }
            given[names[index]] = value
        }
        for (name, value) in arguments.keywords {
            let name = name == "sequences" || name == "sequence" ? "inputs" : name
            guard names.contains(name) else {
                throw RaisedError(
                    .typeError, "\(layer.className).call() got an unexpected keyword argument '\(name)'",
                    hint: name == "mask"
                        ? "its values do not depend on a mask; one that hangs on its input needs no argument" : nil)
            }
            guard given.updateValue(value, forKey: name) == nil else {
                throw RaisedError(.typeError, "\(layer.className).call() got multiple values for argument '\(name)'")
            }
        }
        guard let inputs = given["inputs"] else {
            throw RaisedError(
                .typeError, "\(layer.className).__call__() missing 1 required positional argument: 'inputs'")
        }
        self.inputs = inputs
        training =
            try given["training"].map { (value) throws(RaisedError) in
                .given(value.isNone ? nil : try value.truth())
            } ?? .absent
        states = LayerCallArguments.list(given["initial_state"])
        masks = LayerCallArguments.list(given["mask"])
        if !masks.isEmpty, masks.allSatisfy(\.isNone) || masks.count > 1 && masks.contains(where: \.isNone) {
            throw RaisedError(
                .notImplementedError, "a `mask` is given for all inputs of \(layer.className) or for none",
                hint: "leave the argument out where there is no mask")
        }
    }

    /// The parameters of `call` in Keras's order, without `self`.
    private static func names(of layer: Layer) -> [String] {
        if layer is Model { return ["inputs", "training", "mask"] }
        switch layer.className {
        case "SimpleRNN", "LSTM", "GRU": return ["inputs", "initial_state", "mask", "training"]
        case "Softmax", "GlobalAveragePooling1D": return ["inputs", "mask", "training"]
        default: break
        }
        return ["inputs", "training"] + (layer.takesMask ? ["mask"] : [])
    }

    /// Whether a positional argument may be meant: the flag `training` is one, or None; others are not.
    private static func fits(_ value: Value, _ name: String) -> Bool {
        switch value {
        case .none: true
        case .bool: name == "training"
        default: name != "training"
        }
    }

    private static func list(_ value: Value?) -> [Value] {
        switch value {
        case nil, .some(.none): []
        case .list(let list): list.items.contains(where: \.isHost) ? list.items : [.list(list)]
        case .tuple(let items): items.contains(where: \.isHost) ? items : [.tuple(items)]
        case .some(let value): [value]
        }
    }

    /// One of the arguments as tensors of a network.
    func tensors(
        _ argument: KeyPath<LayerCallArguments, [Value]>, _ name: String
    ) throws(RaisedError) -> [SymbolicTensor] {
        let values = self[keyPath: argument]
        let tensors = values.compactMap(\.tensor)
        guard tensors.count == values.count else {
            throw RaisedError(
                .notImplementedError,
                "`\(name)` of a layer in a network has to be made of tensors of the network, not of arrays",
                hint: "make another Input for it")
        }
        return tensors
    }

    /// One of the arguments as data.
    func data(
        _ argument: KeyPath<LayerCallArguments, [Value]>, _ interpreter: Interpreter
    ) throws(RaisedError) -> [Tensor] {
        var result: [Tensor] = []
        for value in self[keyPath: argument] {
            let array = try ArrayObject.array(from: value, interpreter)
            result.append(try raising { try array.tensor() })
        }
        return result
    }
}
