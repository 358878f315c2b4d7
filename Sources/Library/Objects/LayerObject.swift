import Arrays
import Interpreter
import Language
import Layers
import Network
import PythonText
import Signatures
import TensorEngine

/// A layer or a model as a script sees it.
public final class LayerObject: HostObject {
    /// The layer of the network.
    public private(set) var layer: Layer
    let library: LibraryContext
    /// What the class of a script adds to the layer; nil for a layer of a class of Keras's own.
    private(set) var own: InstanceObject?
    /// The layer that the object is in the first place, where a script's class derives from that of a certain layer.
    public internal(set) var base: Layer?
    /// The arguments that an object of a script's class was made with.
    private(set) var madeWith = CallArguments()
    /// The layers and weights among its attributes.
    var parts = TrackedParts()
    private var hung: [String: Value] = [:]
    /// What `compile` was given, by its names.
    var compiled: [String: Value] = [:]

    init(_ layer: Layer, _ library: LibraryContext) {
        self.layer = layer
        self.library = library
    }

    /// An object of a class that a script defines, before its `__init__`.
    init(_ type: TypeObject, _ arguments: CallArguments, _ interpreter: Interpreter, _ library: LibraryContext) {
        madeWith = arguments
        self.library = library
        let scripted = ScriptedLayer(
            className: type.name, isModel: type.isKind(of: KerasClasses.model), context: library.network)
        layer = scripted
        own = InstanceObject(type, of: self, running: ["build"], interpreter)
        scripted.attach(self)
        library.adopt(self)
    }

    /// Stands for another layer from now on.
    func replaceLayer(by layer: Layer) {
        self.layer = layer
        library.adopt(self)
    }

    /// The class.
    public var typeObject: TypeObject { own?.typeObject ?? library.type(of: layer) }

    /// What a script's class adds.
    public var instance: InstanceObject? { own }

    /// The object as `repr` shows it.
    public func repr() -> String {
        if let own, own.special("__repr__") != nil { return own.repr() }
        return "<\(layer.className) name=\(layer.name), built=\(layer.isBuilt ? "True" : "False")>"
    }

    /// Whether it can be called.
    public var isCallable: Bool { true }

    /// What a call of it takes.
    public var signature: Signature? { Signature("\(layer.className).call(inputs, *, training=None, mask=None)") }

    /// Calls the layer: on symbolic tensors it makes a node of a network, on data it computes.
    public func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        if let own, own.isCallable { return try own.call(arguments, interpreter) }
        return try callLayer(arguments, interpreter)
    }

    /// What `Layer.__call__` does.
    func callLayer(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        if let scripted { return try callScript(scripted, arguments, interpreter) }
        let call = try LayerCallArguments(self, arguments)
        let given = try inputsInOrder(call.inputs)
        if isMerging, case .host(let object) = given, object is TensorObject || object is ArrayObject {
            throw RaisedError(
                .valueError,
                "A `\(layer.className)` layer should be called on a list of inputs. Received: inputs=\(given.repr) "
                    + "(not a list of tensors)", hint: "write the inputs in a list: \(layer.shownName)([a, b])")
        }
        var operands: [(any HostObject)?] = []
        try LayerObject.collect(given, into: &operands)
        let tensors = operands.compactMap { ($0 as? TensorObject)?.tensor }
        if !tensors.isEmpty, tensors.count == operands.count {
            if library.network.currentCall == nil, !library.network.isTracing { clearLosses() }
            let (states, masks) = (try call.tensors(\.states, "initial_state"), try call.tensors(\.masks, "mask"))
            let outputs = try raising {
                try layer.call(tensors, states: states, masks: masks, training: call.training)
            }
            return arranged(outputs.map { .host(library.object(for: $0)) })
        }
        do throws(RaisedError) { return try computed(given, call, interpreter) } catch {
            if case .tuple(let sizes) = given, let hint = LayerObject.shapeHint(sizes) { error.exception.hint = hint }
            throw error
        }
    }

    /// What the layer makes of data.
    private func computed(
        _ given: Value, _ call: LayerCallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        var data = CallInputs(try LayerObject.data(given, arity: inputCount, interpreter))
        data.states = try call.data(\.states, interpreter)
        data.masks = try call.data(\.masks, interpreter)
        if library.network.currentCall == nil { clearLosses() }
        let outputs = try raising { try layer.callOnData(data, training: call.training) }
        var arrays = outputs.map { ArrayObject($0) }
        if let type = try WholeNumberLayers.type(of: layer, on: given, isTraining: call.training == .given(true)) {
            try convert(&arrays[0], to: type)
        }
        if let model = layer as? Model, model.outputs.count == arrays.count {
            // The engine computes in float32, whatever type the tensors of the network have.
            for (place, output) in model.outputs.enumerated() where TensorTypes.of(output) != .float32 {
                try convert(&arrays[place], to: TensorTypes.of(output))
            }
        }
        return arranged(arrays.map { .host($0) })
    }

    private func convert(_ object: inout ArrayObject, to type: NumericType) throws(RaisedError) {
        let (hung, array) = (object.hung, object.array)
        object = ArrayObject(try raising { try array.converted(to: type) })
        object.hung = hung
    }

    /// What a call on symbolic tensors would make; nil for a call on data. The layer does not know of it afterwards.
    func rehearse(
        _ arguments: CallArguments
    ) throws(RaisedError) -> (value: Value, outputs: [SymbolicTensor], parameterCount: Int)? {
        guard let first = arguments.positional.first ?? arguments.keyword("inputs"),
            arguments.positional.count < 2 || isFlag(arguments.positional)
        else { return nil }
        var operands: [(any HostObject)?] = []
        try LayerObject.collect(try inputsInOrder(first), into: &operands)
        let tensors = operands.compactMap { ($0 as? TensorObject)?.tensor }
        guard !tensors.isEmpty, tensors.count == operands.count else { return nil }
        let (outputs, count) = try raising { try layer.rehearse(tensors) }
        return (arranged(outputs.map { .host(library.object(for: $0)) }), outputs, count)
    }

    /// Whether the second argument is the flag `training`, which some layers take by position.
    private func isFlag(_ positional: [Value]) -> Bool {
        guard positional.count == 2 else { return false }
        switch positional[1] {
        case .bool, .none: return true
        default: return false
        }
    }

    /// The error for more inputs than one: several stand in a list, for the layers that take several.
    func surplus(_ given: [Value]) -> RaisedError {
        let takesOne = (layer as? CatalogueLayer)?.operation.arity == .one
        let join =
            "it takes one tensor: call it for each, or join them first, as in \(layer.shownName)(Concatenate()([a, b]))"
        let list = "several inputs stand in a list: \(layer.shownName)([a, b])"
        return RaisedError(
            .typeError, "\(layer.className).call() takes 2 positional arguments but \(given.count + 1) were given",
            hint: LayerObject.shapeHint(given) ?? (takesOne ? join : list))
    }

    /// What makes a tensor of the sizes on which a layer was called; nil where it was called on something else.
    private static func shapeHint(_ sizes: [Value]) -> String? {
        let numbers = sizes.compactMap { if case .int(let size) = $0, size > 0 { size } else { nil } }
        guard numbers.count == sizes.count, numbers.count > 1 else { return nil }
        return
            "sizes are no tensor: x = Input(\(PythonTuple.describe(numbers))) makes one, on which the layer is called"
    }

    /// The inputs of a model that are given as a dict, in the order of its inputs; anything else as it is.
    private func inputsInOrder(_ value: Value) throws(RaisedError) -> Value {
        guard let model = layer as? Model, case .dict(let dict) = value else { return value }
        var keys = model.inputs.map(\.layer.name)
        if case .dict(let own) = model.arrangement.inputs { keys = own }
        var items: [Value] = []
        for key in keys {
            guard let item = dict.entries.first(where: { $0.key.value.isString(key) })?.value else {
                throw RaisedError(
                    .valueError, "Missing data for input \"\(key)\" of layer \"\(layer.name)\".",
                    hint: "the keys are \(keys.joined(separator: ", "))")
            }
            items.append(item)
        }
        return .list(ListObject(items))
    }

    /// What comes out: a dict as the model was made to give one; else one value alone, several as a list.
    private func arranged(_ values: [Value]) -> Value {
        if let model = layer as? Model {
            switch model.arrangement.outputs {
            case .dict, .tuple: return model.arrangement.outputs.value(of: values)
            case .one, .list: break
            }
        }
        return values.count == 1 ? values[0] : .list(ListObject(values))
    }

    /// Finds the objects that are given as inputs: one, or the items of a list, which may hold lists in a few levels.
    private static func collect(
        _ value: Value, depth: Int = 0, into found: inout [(any HostObject)?]
    ) throws(RaisedError) {
        guard found.count < 100_000 else { throw RaisedError(.valueError, "there are too many inputs") }
        guard depth < 6 else { return found.append(nil) }
        switch value {
        case .host(let object): found.append(object)
        case .list(let list): for item in list.items { try collect(item, depth: depth + 1, into: &found) }
        case .tuple(let items): for item in items { try collect(item, depth: depth + 1, into: &found) }
        case .dict(let dict): for item in dict.entries.values { try collect(item, depth: depth + 1, into: &found) }
        default: found.append(nil)
        }
    }

    /// Whether it takes several inputs in a list and no single tensor, as merge layers do.
    private var isMerging: Bool {
        guard let layer = layer as? CatalogueLayer else { return false }
        return layer.operation.arity != .one
    }

    /// How many inputs there are; nil where a list is welcome.
    private var inputCount: Int? {
        if let model = layer as? Model { return model.inputs.isEmpty ? 1 : model.inputs.count }
        guard let layer = layer as? CatalogueLayer else { return 1 }
        return layer.operation.arity == .one ? 1 : nil
    }

    /// Data for the inputs: one array, or a list of arrays where there are several inputs.
    private static func data(
        _ value: Value, arity: Int?, _ interpreter: Interpreter
    ) throws(RaisedError) -> [MaskedTensor] {
        var arrays: [Value] = [value]
        let items: [Value]? =
            switch value {
            case .list(let list): list.items
            case .tuple(let items): items
            default: nil
            }
        // Where one input is wanted, a list of arrays holds inputs, but a list of numbers is an array itself.
        if let items, arity != 1 || (!items.isEmpty && items.allSatisfy(isArray)) { arrays = items }
        var tensors: [MaskedTensor] = []
        for item in arrays {
            let array = try ArrayObject.array(from: item, interpreter)
            var hung: HungMask?
            if case .host(let object as ArrayObject) = item { hung = object.hung }
            tensors.append(MaskedTensor(try raising { try array.tensor() }, hung: hung))
        }
        return tensors
    }

    private static func isArray(_ value: Value) -> Bool {
        if case .host(let object) = value { object is ArrayObject } else { false }
    }

    // MARK: States

    /// Whether it is a recurrent layer, which may keep states.
    var remembersStates: Bool { (layer as? CatalogueLayer)?.operation is any StatefulOperation }

    /// Forgets the states that it has kept.
    func forgetStates() { (layer as? CatalogueLayer)?.remember([]) }

    // MARK: Attributes

    /// The names of its weights, its arguments and what a script hung on it.
    public var attributeNames: [String] {
        LayerAttributes.names(of: self) + hung.keys.sorted() + (own?.attributeNames ?? [])
    }

    /// A weight, an argument or what a script hung on it, by its name.
    public func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let own, let value = try ownAttribute(name, own, interpreter) { return value }
        if own?.special(name) != nil { return nil }
        if let value = hung[name] { return value }
        return try LayerAttributes.attribute(name, of: self, interpreter)
    }

    /// Sets an attribute; false where that cannot be.
    public func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        if let own { return try setOwnAttribute(name, value, own, interpreter) }
        switch name {
        case "zero_output_for_mask" where remembersStates:
            try raising { try (layer as? CatalogueLayer)?.set(name, try value.truth()) }
            return true
        case _ where !(layer is Model) && layer.weights.contains { $0.spec.name == name }:
            throw RaisedError(
                .attributeError, "property '\(name)' of '\(layer.className)' object has no setter",
                hint: "to replace the values: \(layer.shownName).\(name).assign(values)")
        case _ where attributeNames.contains(name) && hung[name] == nil: return false
        case _ where typeObject.attribute(name) != nil: return false
        default:
            // As Python's objects do, a layer keeps what a script hangs on it.
            hung[name] = value
            return true
        }
    }

    // MARK: Special methods of a script's class

    /// Asks the class's `__getitem__`.
    public func item(_ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        try own?.item(index, interpreter)
    }

    /// Asks the class's `__len__`.
    public func length() throws(RaisedError) -> Int? { try own?.length() }

    /// Asks the class's `__iter__`.
    public func iterate(_ interpreter: Interpreter) throws(RaisedError) -> IteratorObject? {
        try own?.iterate(interpreter)
    }

    /// Asks the class's `__contains__`.
    public func contains(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool? {
        try own?.contains(value, interpreter)
    }

    /// Asks the class's `__eq__` and the like.
    public func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? { try own?.compare(op, other, interpreter) }

    /// One sentence for help.
    public var documentation: String? {
        if let own { return own.documentation }
        return nativeDocumentation
    }

    private var nativeDocumentation: String? {
        (layer as? CatalogueLayer)?.made.definition.summary
    }
}

extension Value {
    /// Whether it is this string.
    fileprivate func isString(_ text: String) -> Bool {
        if case .string(let own) = self { own == text } else { false }
    }
}
