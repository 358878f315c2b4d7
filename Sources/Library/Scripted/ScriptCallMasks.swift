import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

/// The masks of a call: which are filled into its arguments, and which its outputs have.
extension ScriptCall {
    /// The mask that becomes a part of the network: the one that hangs on the tensor which is the only argument.
    static func maskInNetwork(
        _ arguments: CallArguments, _ training: TrainingArgument, _ object: LayerObject
    ) -> SymbolicTensor? {
        guard arguments.positional.count == 1, arguments.keywords.isEmpty, training == .absent,
            !object.library.network.isTracing, object.callParameters.contains("mask"),
            let tensor = arguments.positional[0].tensor, TensorTypes.of(tensor) == .float32
        else { return nil }
        return tensor.mask
    }

    func asking(for hanging: [Bool]) -> (form: any ScriptedCall, places: [Int]) { masked(hanging) }

    /// The call with the masks that hang on some of its inputs, as Keras fills them in: where one argument holds tensors,
    /// `mask`; where several do, the mask of each in the argument of its name.
    func masked(_ hanging: [Bool]) -> (form: ScriptCall, places: [Int]) {
        if let known = withMasks[hanging] { return known }
        let names = object.callParameters
        var number = 0
        var asked: [(name: String, mask: Value, places: [Int])] = []
        for (name, value) in Array(zip(names, arguments.positional)) + arguments.keywords.map({ ($0.name, $0.value) }) {
            var places: [Int] = []
            var count = 0
            let mask = replacing(value) {
                defer { (number, count) = (number + 1, count + 1) }
                guard hanging.indices.contains(number), hanging[number] else { return .some(.none) }
                places.append(number)
                return .host(InputPlace())
            }
            if count > 0 { asked.append((name, mask, places)) }
        }
        var copy = arguments
        var places: [Int] = []
        for (name, mask, own) in asked {
            let wanted = asked.count == 1 ? "mask" : name + "_mask"
            let given = arguments.keyword(wanted) ?? zip(names, arguments.positional).first { $0.0 == wanted }?.1
            guard names.contains(wanted), given?.isNone ?? true else { continue }
            copy.keywords.removeAll { $0.name == wanted }
            copy.keywords.append((wanted, mask))
            places += own
        }
        let made =
            places.isEmpty
            ? (form: self, places: [])
            : (
                form: ScriptCall(self, object, copy, masks: places.count), places: places
            )
        withMasks[hanging] = made
        return made
    }

    func copied(for script: any LayerScript, on tensors: [SymbolicTensor]) -> any ScriptedCall {
        guard let object = script as? LayerObject else { return self }
        let values = tensors.map { Value.host(object.library.object(for: $0)) }
        return ScriptCall(self, object, filled(values), masks: maskCount)
    }

    /// The arguments with others in the places of the tensors, for a config.
    func arguments(with references: [Value]) -> CallArguments { filled(references) }

    /// The first argument, and the masks before the call: those given, or those that hang on it.
    private func beforeCall(_ inputs: [Value], _ masks: [Value]) -> (first: Value, mask: Value) {
        let call = filled(inputs)
        let first = call.positional.first ?? object.callParameters.first.flatMap { call.keyword($0) } ?? .none
        if let given = call.keyword("mask"), !given.isNone { return (first, given) }
        var rest = masks.makeIterator()
        let template = arguments.positional.first ?? object.callParameters.first.flatMap { arguments.keyword($0) }
        return (first, template.map { replacing($0) { rest.next() } } ?? .none)
    }

    /// The masks of the outputs.
    /// - Parameters:
    ///   - inputs: what stands in the places of the inputs.
    ///   - masks: the masks that hang on them.
    func outputMasks(_ inputs: [Value], hanging masks: [Value]) throws(RaisedError) -> [Value] {
        let (first, before) = beforeCall(inputs, masks)
        guard let function = object.own?.special("compute_mask") else {
            return ScriptCall.flat(try ComputedMask.mask(of: object, first, before, interpreter))
        }
        return ScriptCall.flat(try interpreter.call(function, CallArguments([.host(object), first, before])))
    }

    /// The numbers of a mask.
    func maskTensor(_ mask: Value) throws -> Tensor { try ArrayObject.array(from: mask, interpreter).tensor() }

    /// The arrays in a result, in order.
    static func arrays(in value: Value, depth: Int = 0) -> [ArrayObject] {
        guard depth < depthLimit else { return [] }
        switch value {
        case .host(let object as ArrayObject): return [object]
        case .list(let list): return list.items.flatMap { arrays(in: $0, depth: depth + 1) }
        case .tuple(let items): return items.flatMap { arrays(in: $0, depth: depth + 1) }
        case .dict(let dict): return dict.entries.values.flatMap { arrays(in: $0, depth: depth + 1) }
        default: return []
        }
    }

    /// The tensors whose shapes `input_spec` is about: those of the first argument, as in Keras.
    var checkedTensors: [SymbolicTensor] {
        var found: [any HostObject] = []
        if let first = arguments.positional.first ?? arguments.keywords.first?.value {
            ScriptCall.collect(first, into: &found)
        }
        return found.compactMap { ($0 as? TensorObject)?.tensor }
    }

    private static func flat(_ value: Value) -> [Value] {
        switch value {
        case .list(let list): list.items.flatMap(flat)
        case .tuple(let items): items.flatMap(flat)
        default: [value]
        }
    }

    func outputMasks(for data: [MaskedTensor], hanging masks: [Tensor?]) throws -> [Tensor?] {
        let definesMask = object.own?.special("compute_mask") != nil || object.base != nil
        guard definesMask || maskCount > 0 || masks.contains(where: { $0 != nil }) || arguments.keyword("mask") != nil
        else { return [] }
        let hanging = try masks.map(ArrayObject.mask)
        return try outputMasks(try values(data), hanging: hanging).map { value in
            value.isNone ? nil : try ArrayObject.array(from: value, interpreter).tensor()
        }
    }

    func outputMasks(for tensors: [SymbolicTensor]) throws(Refusal) -> [SymbolicTensor?] {
        let library = object.library
        do throws(RaisedError) {
            return try outputMasks(
                tensors.map { .host(library.object(for: $0)) },
                hanging: tensors.map { $0.mask.map { .host(library.object(for: $0)) } ?? .none }
            ).map(\.tensor)
        } catch { throw Refusal(error) }
    }
}
