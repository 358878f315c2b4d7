import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

/// One call of a layer whose class a script defines: its arguments, with places for the tensors and arrays among them.
final class ScriptCall: ScriptedCall {
    let object: LayerObject
    let arguments: CallArguments
    let interpreter: Interpreter
    /// The tensors of a network among the arguments, in order; empty for a call on data.
    let tensors: [SymbolicTensor]
    /// The argument `training`, where it was given.
    let training: TrainingArgument
    /// What `call` returned last, whose form the outputs have.
    private var returned: Value = .none
    /// Whether the tensors of the call, and not its arrays, are its inputs.
    private let takesTensors: Bool
    /// How many of the last inputs are masks that Keras fills in.
    let maskCount: Int
    /// The calls with the masks that hang on some inputs, by which inputs those are.
    var withMasks: [[Bool]: (form: ScriptCall, places: [Int])] = [:]

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
        if object.takesMasksAway, let mask = arguments.keyword("query_mask"), !mask.isNone {
            arguments.keywords.removeAll { $0.name == "query_mask" }
            object.library.note(
                .text(
                    "\(object.typeName) does not use `query_mask`, as in Keras, but the mask that hangs on the query: "
                        + "`attention_mask` is used"))
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
    init(_ call: ScriptCall, _ object: LayerObject, _ arguments: CallArguments, masks: Int) {
        self.object = object
        self.arguments = arguments
        interpreter = call.interpreter
        training = call.training
        tensors = call.tensors
        takesTensors = call.takesTensors
        maskCount = masks
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

    static let depthLimit = 6

    /// Finds the tensors and arrays in a value, in their order.
    static func collect(_ value: Value, depth: Int = 0, into found: inout [any HostObject]) {
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
    func replacing(_ value: Value, depth: Int = 0, _ next: () -> Value?) -> Value {
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
    func filled(_ inputs: [Value]) -> CallArguments {
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
            // An array that depends on no tensor is no part of a network, but data can be computed with it.
            let isArray = if case .host(let object) = value { ScriptCall.isInput(object) } else { false }
            throw RaisedError(
                isArray ? .notImplementedError : .valueError,
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
    func values(_ data: [MaskedTensor]) throws -> [Value] {
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
        if object.hasShapesByCall { return nil }
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
final class InputPlace: HostObject {
    static let type = TypeObject("input", "The place of an input.")
    var typeObject: TypeObject { InputPlace.type }
}
