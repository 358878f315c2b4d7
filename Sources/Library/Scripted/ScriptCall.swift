import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

/// One call of a layer whose class a script defines: its arguments, with places for the tensors and arrays among them.
final class ScriptCall: ScriptedCall {
    private let object: LayerObject
    private let arguments: CallArguments
    private let interpreter: Interpreter
    /// The tensors of a network among the arguments, in order; empty for a call on data.
    let tensors: [SymbolicTensor]
    /// The argument `training`, where it was given.
    let training: TrainingArgument
    /// What `call` returned last, whose form the outputs have.
    private var returned: Value = .none
    /// Whether the tensors of the call, and not its arrays, are its inputs.
    private let takesTensors: Bool
    /// How many of the last inputs are masks that Keras fills in.
    private let maskCount: Int
    private var withMasks: [[Bool]: (form: ScriptCall, places: [Int])] = [:]

    /// Reads the arguments of a call.
    /// - Throws: ValueError for a positional argument that holds no tensor.
    init(_ object: LayerObject, _ call: CallArguments, _ interpreter: Interpreter) throws(RaisedError) {
        self.object = object
        self.interpreter = interpreter
        var arguments = call
        var training = TrainingArgument.absent
        if let place = arguments.keywords.firstIndex(where: { $0.name == "training" }) {
            let value = arguments.keywords.remove(at: place).value
            training = .given(value.isNone ? nil : try value.truth())
        }
        var found: [any HostObject] = []
        for value in arguments.positional {
            let before = found.count
            ScriptCall.collect(value, into: &found)
            guard found.count > before || ScriptCall.holdsNothing(value) else {
                throw RaisedError(
                    .valueError,
                    "Only input tensors may be passed as positional arguments. The following argument value should be passed "
                        + "as a keyword argument: \(value.str) (of type \(Value.type(interpreter.typeOf(value)).repr))")
            }
        }
        let library = object.library
        if let mask = ScriptCall.maskInNetwork(arguments, training, object) {
            arguments.keywords.append(("mask", .host(library.object(for: mask))))
        }
        for (_, value) in arguments.keywords { ScriptCall.collect(value, into: &found) }
        self.arguments = arguments
        self.training = training
        maskCount = 0
        tensors = found.compactMap { ($0 as? TensorObject)?.tensor }
        takesTensors = !tensors.isEmpty
    }

    /// A call with so many inputs and nothing else, as a Sequential makes it: one input, or several in a list.
    init(_ object: LayerObject, inputs count: Int, _ interpreter: Interpreter) {
        self.object = object
        self.interpreter = interpreter
        let places = (0..<count).map { _ in Value.host(InputPlace()) }
        arguments = CallArguments([places.count == 1 ? places[0] : .list(ListObject(places))])
        training = .absent
        tensors = []
        takesTensors = false
        maskCount = 0
    }

    /// The same call with other arguments.
    private init(_ call: ScriptCall, _ object: LayerObject, _ arguments: CallArguments, masks: Int) {
        self.object = object
        self.arguments = arguments
        interpreter = call.interpreter
        training = call.training
        tensors = call.tensors
        takesTensors = call.takesTensors
        maskCount = masks
    }

    /// The mask that becomes a part of the network: the one that hangs on the tensor which is the only argument.
    private static func maskInNetwork(
        _ arguments: CallArguments, _ training: TrainingArgument, _ object: LayerObject
    ) -> SymbolicTensor? {
        guard arguments.positional.count == 1, arguments.keywords.isEmpty, training == .absent,
            !object.library.network.isTracing, object.callParameters.contains("mask"),
            let tensor = arguments.positional[0].tensor, TensorTypes.of(tensor) == .float32
        else { return nil }
        return tensor.mask
    }

    /// The arrays among the arguments, as the layer gets them: numbers with a point in single precision.
    func arrays() throws(RaisedError) -> [ArrayObject] {
        var found: [any HostObject] = []
        for value in arguments.positional { ScriptCall.collect(value, into: &found) }
        for (_, value) in arguments.keywords { ScriptCall.collect(value, into: &found) }
        var arrays: [ArrayObject] = []
        for object in found {
            let array = try ArrayBuilder.array(from: .host(object))
            let made = ArrayObject(
                try raising { array.type == .float64 ? try array.converted(to: .float32) : array })
            made.hung = (object as? ArrayObject)?.hung
            arrays.append(made)
        }
        return arrays
    }

    /// The parameters of `call`, with a number behind them where several inputs stand in one argument.
    var inputNames: [String] {
        let given = zip(object.callParameters + arguments.positional.map { _ in "inputs" }, arguments.positional)
        return (Array(given) + arguments.keywords.map { ($0.name, $0.value) }).flatMap { name, value -> [String] in
            var found: [any HostObject] = []
            ScriptCall.collect(value, into: &found)
            let count = found.count { !takesTensors || $0 is TensorObject }
            return count == 1 ? [name] : (0..<count).map { "\(name)_\($0)" }
        }
    }

    // MARK: Finding and replacing

    private static let depthLimit = 6

    /// Finds the tensors and arrays in a value, in their order.
    private static func collect(_ value: Value, depth: Int = 0, into found: inout [any HostObject]) {
        guard depth < depthLimit, found.count < 100_000 else { return }
        switch value {
        case .host(let object): if isInput(object) { found.append(object) }
        case .list(let list): for item in list.items { collect(item, depth: depth + 1, into: &found) }
        case .tuple(let items): for item in items { collect(item, depth: depth + 1, into: &found) }
        case .dict(let dict): for item in dict.entries.values { collect(item, depth: depth + 1, into: &found) }
        default: break
        }
    }

    private static func isInput(_ object: any HostObject) -> Bool {
        object is TensorObject || object is ArrayObject || object is WeightObject || object is InputPlace
    }

    private static func holdsNothing(_ value: Value) -> Bool {
        switch value {
        case .none: true
        case .list(let list): list.items.isEmpty
        case .tuple(let items): items.isEmpty
        case .dict(let dict): dict.entries.isEmpty
        default: false
        }
    }

    /// A value with others in the places of its inputs.
    private func replacing(_ value: Value, depth: Int = 0, _ next: () -> Value?) -> Value {
        guard depth < ScriptCall.depthLimit else { return value }
        switch value {
        case .host(let object):
            let isPlace =
                object is InputPlace || (takesTensors ? object is TensorObject : ScriptCall.isInput(object))
            return isPlace ? next() ?? value : value
        case .list(let list): return .list(ListObject(list.items.map { replacing($0, depth: depth + 1, next) }))
        case .tuple(let items): return .tuple(items.map { replacing($0, depth: depth + 1, next) })
        case .dict(let dict):
            let copy = DictObject([])
            for (key, item) in dict.entries { copy.entries[key] = replacing(item, depth: depth + 1, next) }
            return .dict(copy)
        default: return value
        }
    }

    /// The arguments with others in the places of its inputs.
    private func filled(_ inputs: [Value]) -> CallArguments {
        var rest = inputs.makeIterator()
        return CallArguments(
            arguments.positional.map { replacing($0) { rest.next() } },
            keywords: arguments.keywords.map { ($0.name, replacing($0.value) { rest.next() }) })
    }

    // MARK: Running the script

    /// Runs the class's `call`.
    /// - Parameter inputs: what stands in the places of the inputs.
    func run(_ inputs: [Value], training flag: Bool?) throws(RaisedError) -> Value {
        var call = filled(inputs)
        if object.takesTraining, let flag { call.keywords.append(("training", .bool(flag))) }
        let function = try interpreter.attribute("call", of: .host(object))
        returned = try interpreter.call(function, call)
        return returned
    }

    func outputs(for tensors: [SymbolicTensor], training: Bool?) throws(Refusal) -> [SymbolicTensor] {
        do throws(RaisedError) {
            for (outer, inner) in zip(self.tensors, tensors) {
                inner.node[TensorTypes.self] = TensorTypes(types: [TensorTypes.of(outer)])
            }
            for inner in tensors.suffix(maskCount) { inner.node[TensorTypes.self] = TensorTypes(types: [.bool]) }
            let values = tensors.map { Value.host(object.library.object(for: $0)) }
            let result = try run(values, training: training)
            var found: [SymbolicTensor] = []
            try collectOutputs(result, into: &found)
            return found
        } catch { throw Refusal(error) }
    }

    private func collectOutputs(_ value: Value, depth: Int = 0, into found: inout [SymbolicTensor]) throws(RaisedError)
    {
        switch value {
        case .host(let object as TensorObject): found.append(object.tensor)
        case .list(let list) where depth < ScriptCall.depthLimit:
            for item in list.items { try collectOutputs(item, depth: depth + 1, into: &found) }
        case .tuple(let items) where depth < ScriptCall.depthLimit:
            for item in items { try collectOutputs(item, depth: depth + 1, into: &found) }
        case .dict(let dict) where depth < ScriptCall.depthLimit:
            for item in dict.entries.values { try collectOutputs(item, depth: depth + 1, into: &found) }
        default:
            throw RaisedError(
                .valueError,
                "`\(object.typeName).call()` returned a value of type '\(value.typeName)', where tensors are expected.",
                hint: value.isNone ? "call() has to end with `return`" : nil)
        }
    }

    func outputs(for data: [MaskedTensor], training: Bool?) throws -> [MaskedTensor] {
        let result = try run(try values(data), training: training)
        var tensors: [MaskedTensor] = []
        try collectData(result, into: &tensors)
        return tensors
    }

    /// Data as a script sees them; masks are truths.
    private func values(_ data: [MaskedTensor]) throws -> [Value] {
        try data.enumerated().map { index, value in
            let isMask =
                index >= data.count - maskCount
                || tensors.indices.contains(index) && TensorTypes.of(tensors[index]) == .bool
            return isMask ? try ArrayObject.mask(value.tensor) : .host(ArrayObject(value))
        }
    }

    private func collectData(_ value: Value, depth: Int = 0, into found: inout [MaskedTensor]) throws {
        switch value {
        case .list(let list) where list.items.contains(where: \.isHost) && depth < ScriptCall.depthLimit:
            for item in list.items { try collectData(item, depth: depth + 1, into: &found) }
        case .tuple(let items) where depth < ScriptCall.depthLimit:
            for item in items { try collectData(item, depth: depth + 1, into: &found) }
        case .dict(let dict) where depth < ScriptCall.depthLimit:
            for item in dict.entries.values { try collectData(item, depth: depth + 1, into: &found) }
        default:
            var hung: HungMask?
            if case .host(let object as ArrayObject) = value { hung = object.hung }
            found.append(MaskedTensor(try ArrayObject.array(from: value, interpreter).tensor(), hung: hung))
        }
    }

    /// The outputs of the call in the form in which `call` returned them.
    func arranged(_ outputs: [Value]) -> Value {
        var rest = outputs.makeIterator()
        return ScriptCall.replacingAll(returned) { rest.next() }
            ?? (outputs.count == 1 ? outputs[0] : .list(ListObject(outputs)))
    }

    /// A value with others in the places of all objects in it; nil where it holds none.
    private static func replacingAll(_ value: Value, depth: Int = 0, _ next: () -> Value?) -> Value? {
        guard depth < depthLimit else { return nil }
        switch value {
        case .host: return next()
        case .list(let list):
            return .list(ListObject(list.items.compactMap { replacingAll($0, depth: depth + 1, next) }))
        case .tuple(let items): return .tuple(items.compactMap { replacingAll($0, depth: depth + 1, next) })
        case .dict(let dict):
            let copy = DictObject([])
            for (key, item) in dict.entries { copy.entries[key] = replacingAll(item, depth: depth + 1, next) }
            return .dict(copy)
        default: return nil
        }
    }

    // MARK: Masks

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

    // MARK: Shapes

    /// The shapes as `build` and `compute_output_shape` get them: those of the first argument, or of each by its name.
    private func shapeArguments(_ shapes: [BatchShape], of function: Value) throws(RaisedError) -> CallArguments {
        let filled = filled(shapes.map(LayerAttributes.shape))
        guard case .function(let target) = function, target.signature.parameters.count > 2 else {
            return CallArguments(Array((filled.positional + filled.keywords.map(\.value)).prefix(1)))
        }
        let names = object.callParameters
        let given = Array(zip(names, filled.positional)) + filled.keywords.map { ($0.name, $0.value) }
        let wanted = target.signature.parameters.dropFirst().map(\.name)
        return CallArguments(
            [],
            keywords: given.compactMap { name, value in
                [name + "_shape", name].first(where: wanted.contains).map { ($0, value) }
            })
    }

    func withoutMask(_ shapes: [BatchShape]) -> [BatchShape] {
        guard let mask = arguments.keywords.firstIndex(where: { $0.name == "mask" }) else { return shapes }
        var rest = shapes[...]
        var kept: [BatchShape] = []
        func take(_ value: Value, keeping keeps: Bool) {
            _ = replacing(value) {
                if let shape = rest.popFirst(), keeps { kept.append(shape) }
                return nil
            }
        }
        for value in arguments.positional { take(value, keeping: true) }
        for (index, keyword) in arguments.keywords.enumerated() { take(keyword.value, keeping: index != mask) }
        return kept
    }

    func build(_ shapes: [BatchShape]) throws(Refusal) {
        do throws(RaisedError) {
            guard let function = object.own?.special("build") else { return }
            var call = try shapeArguments(shapes, of: function)
            call.positional.insert(.host(object), at: 0)
            _ = try interpreter.call(function, call)
        } catch { throw Refusal(error) }
    }

    func declaredShapes(_ shapes: [BatchShape]) throws(Refusal) -> [BatchShape]? {
        // Classes of Keras's own whose outputs depend on further arguments of the call.
        if object.own?.special("_shapes_by_call") != nil { return nil }
        guard let function = object.own?.special("compute_output_shape") else {
            return (object.base as? CatalogueLayer).flatMap { try? $0.outputShapes(for: shapes) }
        }
        do throws(RaisedError) {
            var call = try shapeArguments(shapes, of: function)
            call.positional.insert(.host(object), at: 0)
            return try LayerAttributes.inputShapes(try interpreter.call(function, call), interpreter)
        } catch { throw Refusal(error) }
    }
}

/// A place among the arguments of a call in which an input will stand.
private final class InputPlace: HostObject {
    static let type = TypeObject("input", "The place of an input.")
    var typeObject: TypeObject { InputPlace.type }
}
