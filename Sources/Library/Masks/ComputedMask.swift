import Interpreter
import Layers
import Network
import TensorEngine

/// Keras's `compute_mask`: what mask the output of a layer has. On arrays it computes; on tensors the functions join the network.
enum ComputedMask {
    /// The mask of the output of a layer, given its inputs and their masks, one alone or in a list.
    static func mask(
        of object: LayerObject, _ inputs: Value, _ mask: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard let layer = (object.base ?? object.layer) as? CatalogueLayer, let rule = layer.maskRule else {
            return mask
        }
        let functions = NetworkMasks(interpreter)
        switch rule {
        case .same: return items(mask).first ?? .none
        case .ended: return .none
        case .notZero: return try functions.notZero(inputs)
        case .either:
            let masks = items(mask)
            return mask.isNone || masks.contains(where: \.isNone) ? .none : try functions.either(masks)
        case .joined(let axis):
            let masks = items(mask)
            guard masks.contains(where: { !$0.isNone }) else { return .none }
            return try functions.joined(masks, of: items(inputs), axis: axis)
        }
    }

    private static func items(_ value: Value) -> [Value] {
        switch value {
        case .list(let list): list.items
        case .tuple(let items): items
        default: [value]
        }
    }
}

/// The functions of tensors that masks are made by.
final class NetworkMasks: MaskFunctions {
    private unowned let interpreter: Interpreter

    init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    private func apply(_ name: String, _ arguments: Value?...) throws(RaisedError) -> Value {
        let library = interpreter.library
        guard let function = library.functions()?[name] else { return .none }
        return try function.apply(Operands(name, arguments), interpreter, library)
    }

    /// Where whole numbers are not 0.
    func notZero(_ numbers: Value) throws(RaisedError) -> Value { try apply("not_equal", numbers, .int(0)) }

    /// Where any of some masks is true.
    func either(_ masks: [Value]) throws(RaisedError) -> Value {
        var result = masks[0]
        for mask in masks.dropFirst() { result = try apply("logical_or", result, mask) }
        return result
    }

    /// The masks of tensors, one after the other along an axis of the tensors.
    func joined(_ masks: [Value], of tensors: [Value], axis: Int) throws(RaisedError) -> Value {
        var spread: [Value] = []
        for (tensor, mask) in zip(tensors, masks) {
            if mask.isNone {
                spread.append(try apply("ones_like", tensor, .string("bool")))
            } else if rank(mask) < rank(tensor) {
                let wide = try apply("expand_dims", mask, .int(-1))
                spread.append(try apply("logical_or", wide, try apply("zeros_like", tensor, .string("bool"))))
            } else {
                spread.append(mask)
            }
        }
        return try apply("any", try apply("concatenate", .list(ListObject(spread)), .int(axis)), .int(-1))
    }

    private func rank(_ value: Value) -> Int {
        if let tensor = value.tensor { return tensor.shape.rank }
        if case .host(let object as ArrayObject) = value { return object.array.rank }
        return 0
    }

    // MARK: In a network

    private func tensor(_ body: () throws(RaisedError) -> Value) throws(Refusal) -> SymbolicTensor {
        do throws(RaisedError) {
            guard let tensor = try body().tensor else {
                throw RaisedError(.valueError, "a mask of a network is a tensor of it")
            }
            return tensor
        } catch { throw Refusal(error) }
    }

    private func value(_ tensor: SymbolicTensor) -> Value { .host(interpreter.library.object(for: tensor)) }

    func notZero(_ tensor: SymbolicTensor) throws(Refusal) -> SymbolicTensor {
        try self.tensor { () throws(RaisedError) in try notZero(value(tensor)) }
    }

    func either(_ masks: [SymbolicTensor]) throws(Refusal) -> SymbolicTensor {
        try tensor { () throws(RaisedError) in try either(masks.map(value)) }
    }

    func joined(
        _ masks: [SymbolicTensor?], of tensors: [SymbolicTensor], axis: Int
    ) throws(Refusal) -> SymbolicTensor {
        try tensor { () throws(RaisedError) in
            try joined(masks.map { $0.map(value) ?? .none }, of: tensors.map(value), axis: axis)
        }
    }
}
