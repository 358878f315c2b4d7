import Interpreter
import Layers
import Network
import TensorEngine

/// Objects of classes that scripts derive from Keras's `Layer`, `Model`, `Sequential` or a layer of the catalogue.
extension LayerObject {
    /// Makes an object of such a class, before its `__init__`.
    static func make(_ type: TypeObject, _ arguments: CallArguments, _ interpreter: Interpreter) -> LayerObject {
        LayerObject(type, arguments, interpreter, interpreter.library)
    }

    /// The layer of the script's class; nil for other layers.
    var scripted: ScriptedLayer? { layer as? ScriptedLayer }

    // MARK: Attributes

    /// Properties of Keras's classes that a script cannot set.
    private static let fixed: Set<String> = [
        "input", "output", "weights", "variables", "trainable_weights", "trainable_variables", "non_trainable_weights",
        "non_trainable_variables", "metrics", "losses", "path", "dtype", "compute_dtype", "variable_dtype",
    ]

    /// An attribute that its class, the script or the layer that it is in the first place gives it.
    func ownAttribute(
        _ name: String, _ own: InstanceObject, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        if name == "build", own.special("build") != nil { return .builtin(builder) }
        if let value = try own.attribute(name, interpreter) { return value }
        guard own.special(name) == nil, let base, base !== layer else { return nil }
        return try LayerAttributes.attribute(name, of: library.object(for: base), interpreter)
    }

    /// `layer.build(input_shape)`, which runs the class's `build` and then takes no more weights.
    private var builder: BuiltinFunction {
        .python("build(*args, **kwargs)", "Fixes the weights' shapes for the inputs' shapes.") {
            [self] arguments, interpreter in
            guard let function = own?.special("build"), let scripted else { return .none }
            let given = arguments.rest + arguments.keywordRest.map(\.value)
            let shapes = try given.flatMap { $0.isNone ? [] : try LayerAttributes.inputShapes($0, interpreter) }
            try scripted.build(for: shapes) { () throws(Refusal) in
                do throws(RaisedError) {
                    let call = CallArguments([.host(self)] + arguments.rest, keywords: arguments.keywordRest)
                    _ = try interpreter.call(function, call)
                } catch { throw Refusal(error) }
            }
            return .none
        }
    }

    /// Sets an attribute of an object of a script's class, and notes the layers and weights in it.
    func setOwnAttribute(
        _ name: String, _ value: Value, _ own: InstanceObject, _ interpreter: Interpreter
    ) throws(RaisedError) -> Bool {
        if name == "built" {
            scripted?.setBuilt(try value.truth())
            return true
        }
        if name == "layers", scripted?.isModel == true || layer is Model {
            throw RaisedError(
                .attributeError, "`Model.layers` attribute is reserved and should not be used. Please use another name."
            )
        }
        if LayerObject.fixed.contains(name), own.special(name) == nil {
            throw RaisedError(.attributeError, "property '\(name)' of '\(typeName)' object has no setter")
        }
        let done = try own.setAttribute(name, value, interpreter)
        try track()
        return done
    }

    /// Notes the layers and weights among the attributes.
    /// - Throws: ValueError for a layer or weight that comes after the layer was built.
    func track() throws(RaisedError) {
        guard let own else { return }
        let (layers, weights) = (parts.layers.count, parts.weights.count)
        parts.add(attributes: own.attributes.values)
        library.network.noteChange()
        guard scripted?.isLocked == true, parts.layers.count > layers || parts.weights.count > weights else { return }
        throw RaisedError(
            .valueError,
            "You cannot add new elements of state (variables or sub-layers) to a layer that is already built. All state must "
                + "be created in the `__init__()` method or in the `build()` method.")
    }

    /// The objects of Keras's class `Metric` among the attributes, and those of the layers in it.
    var metrics: [Value] { scripted?.visiting(otherwise: []) { gatheredMetrics } ?? gatheredMetrics }

    private var gatheredMetrics: [Value] {
        let own = own?.attributes.map(\.value).filter(LayerObject.isMetric) ?? []
        return own + layer.modelLayers.filter { $0 is ScriptedLayer }.flatMap { library.object(for: $0).metrics }
    }

    private static func isMetric(_ value: Value) -> Bool {
        guard case .host(let object as InstanceObject) = value else { return false }
        return object.typeObject.mro.contains { $0.name == "Metric" }
    }

    /// Refuses inputs that do not fit the `InputSpec`s that a script has set as `input_spec`.
    func checkInputs(_ shapes: [BatchShape]) throws(RaisedError) {
        guard let value = own?.attributes["input_spec"] else { return }
        var specs = [value]
        if case .list(let list) = value { specs = list.items }
        if case .tuple(let items) = value { specs = items }
        let wanted = specs.compactMap { value -> InputRequirement? in
            if case .host(let object as InstanceObject) = value { InputRequirement(object) } else { nil }
        }
        guard wanted.count == specs.count, !wanted.isEmpty else { return }
        guard wanted.count == shapes.count else {
            throw RaisedError(
                .valueError,
                "Layer \"\(layer.name)\" expects \(wanted.count) input(s), but it received \(shapes.count) input tensors."
            )
        }
        for (index, (spec, shape)) in zip(wanted, shapes).enumerated() {
            guard let fault = spec.fault(of: shape) else { continue }
            throw RaisedError(
                .valueError,
                "Input \(index) with name 'None' of layer '\(layer.name)' is incompatible with the layer: \(fault)")
        }
    }

    // MARK: Calls

    /// Whether the shapes of the outputs are those that a call finds, although the class has `compute_output_shape`: so it is
    /// with classes of Keras's own whose outputs depend on further arguments.
    var hasShapesByCall: Bool {
        let flag = own?.attributes["_shapes_by_call"] ?? own?.special("_shapes_by_call")
        if case .bool(true)? = flag { return true }
        return false
    }

    /// The parameters of the class's `call`, without `self`.
    var callParameters: [String] {
        guard case .function(let function)? = own?.special("call") else { return [] }
        return function.signature.parameters.dropFirst().map(\.name)
    }

    /// Calls the class's `call`: on symbolic tensors that makes a node of a network, on data it computes.
    func callScript(
        _ scripted: ScriptedLayer, _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard own?.special("call") != nil || base != nil else { throw noCall }
        let call = try ScriptCall(self, arguments, interpreter)
        if !call.tensors.isEmpty {
            if library.network.currentCall == nil, !library.network.isTracing { clearLosses() }
            if scripted.isBuilt { try checkInputs(call.checkedTensors.map(\.shape)) }
            let outputs = try raising { try scripted.call(call.tensors, by: call, training: call.training) }
            return call.arranged(outputs.map { .host(library.object(for: $0)) })
        }
        let arrays = try call.arrays()
        // A call by itself, not one inside of another.
        if library.network.currentCall == nil { clearLosses() }
        return try raising {
            let context = library.network.currentCall ?? CallContext(remembers: true)
            let shapes = arrays.map { BatchShape($0.array.shape) }
            let training = try scripted.prepare(shapes, by: call, training: call.training, context)
            // What `build` has set counts too.
            try checkInputs(shapes)
            return try computeScript(scripted, call, arrays, training: training, context)
        }
    }

    /// Runs the class's `call` on arrays, with the masks that hang on them, and hangs masks on what comes out.
    private func computeScript(
        _ scripted: ScriptedLayer, _ call: ScriptCall, _ arrays: [ArrayObject], training: Bool?, _ context: CallContext
    ) throws -> Value {
        let masks = arrays.map { $0.hung?.values }
        let hanging = try masks.map(ArrayObject.mask)
        var (form, inputs) = (call, arrays.map { Value.host($0) })
        if masks.contains(where: { $0 != nil }) {
            let places: [Int]
            (form, places) = call.masked(masks.map { $0 != nil })
            inputs += places.map { hanging[$0] }
        }
        if takesMasksAway { for array in arrays { array.hung?.remove() } }
        let result = try library.network.calling(context, in: scripted.name) {
            try form.run(inputs, training: training)
        }
        let outputs = ScriptCall.arrays(in: result)
        try layer.callLosses.addPenalties(of: try outputs.map { try $0.array.tensor() }, penalty)
        guard scripted.supportsMasking else { return result }
        guard outputs.contains(where: { $0.hung?.values == nil }) else { return result }
        for (output, mask) in zip(outputs, try form.outputMasks(inputs, hanging: hanging))
        where !mask.isNone && output.hung?.values == nil {
            output.hung =
                MaskedTensor(
                    try output.array.tensor(), mask: try form.maskTensor(mask)
                ).hung
        }
        return result
    }

    /// Functions by which Keras's layers compute, and which classes of scripts may define anew.
    private static let innerFunctions = ["_merge_function": "merge layers", "convolution_op": "convolutions"]

    /// What `super().call(…)` does: calls the layer that the object is in the first place.
    func callBase(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        guard let base else { throw noCall }
        if own?.special("_merge_function") != nil {
            return try interpreter.call(try interpreter.attribute("_merge_function", of: .host(self)), arguments)
        }
        if own?.special("convolution_op") != nil { return try callConvolution(arguments, interpreter) }
        if base === layer { return try callLayer(arguments, interpreter) }
        return try library.object(for: base).call(arguments, interpreter)
    }

    /// What a convolution's `call` does around the script's `convolution_op(inputs, kernel)`.
    private func callConvolution(
        _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        func attribute(_ name: String) throws(RaisedError) -> Value { try interpreter.attribute(name, of: .host(self)) }
        let kernel = try attribute("kernel")
        let function = try attribute("convolution_op")
        var result = try interpreter.call(function, CallArguments(arguments.positional + [kernel]))
        if try attribute("use_bias").truth() {
            result = try interpreter.binary(.add, result, try attribute("bias"))
        }
        return try interpreter.call(try attribute("activation"), CallArguments([result]))
    }

    private var noCall: RaisedError {
        let noun = scripted?.isModel == true ? "Model" : "Layer"
        return RaisedError(
            .notImplementedError, "\(noun) \(typeName) does not have a `call()` method implemented.",
            hint: "def call(self, inputs)")
    }

    // MARK: Setting up

    /// What `Layer.__init__` does.
    func setUp(name: Value, isTrainable: Value) throws(RaisedError) {
        let text: String?
        switch name {
        case .none: text = nil
        case .string(let given): text = given
        default:
            throw RaisedError(
                .valueError, "Argument `name` must be a string. Received: name=\(name.repr) (of type \(name.typeName))")
        }
        guard case .bool(let flag) = isTrainable else {
            throw RaisedError(
                .valueError,
                "Expected `trainable` to be a boolean. Received: trainable=\(isTrainable.repr) (of type \(isTrainable.typeName))"
            )
        }
        scripted?.setUp(name: text, isTrainable: flag)
    }

    /// Takes the place of a layer that its class's base has made: the object is that layer, unless the class says itself
    /// what a call or `build` does.
    func take(_ made: Layer) {
        base = made
        let overridden = ["call", "build"] + LayerObject.innerFunctions.keys
        if overridden.allSatisfy({ own?.special($0) == nil }) {
            replaceLayer(by: made)
        } else {
            scripted?.setUp(name: made.name, isTrainable: made.isTrainable)
            (made as? CatalogueLayer)?.isBase = true
            // Keras builds such a layer when it is made.
            if let layer = made as? CatalogueLayer, layer.operation.isBuiltFromTheStart, !definesBuild {
                scripted?.markBuilt(for: [])
            }
        }
    }
}

extension LayerObject: LayerScript {
    /// The layers among its attributes.
    public var sublayers: [Layer] {
        refreshParts()
        return ((base as? Model)?.layers ?? []) + parts.layers
    }

    /// The weights among its attributes, trainable ones first.
    public var ownWeights: [Weight] {
        refreshParts()
        let all = (base is Model ? [] : base?.weights ?? []) + parts.weights
        return all.filter(\.spec.isTrainable) + all.filter { !$0.spec.isTrainable }
    }

    private func refreshParts() { if let own { parts.add(attributes: own.attributes.values) } }

    /// How often its attributes have changed.
    public var version: Int { own?.changes ?? 0 }

    /// Whether its class defines `build`.
    public var definesBuild: Bool { own?.special("build") != nil }

    /// The penalty by the attribute `activity_regularizer`, or by that of the layer that it is in the first place.
    public func penalty(of output: Tensor) throws -> Float? {
        guard let own, let function = own.attributes["activity_regularizer"] else {
            return try (base as? CatalogueLayer)?.activityRegularizer?.penalty(output)
        }
        if function.isNone { return nil }
        return Float(
            try own.host.call(function, CallArguments([.host(ArrayObject(output))])).realNumber())
    }

    /// Whether its class's `call` has the argument `training`.
    public var takesTraining: Bool { callParameters.contains("training") }

    /// What the class, or its `__init__`, says of `supports_masking`; where they say nothing, whether there is a `compute_mask`.
    public var supportsMasking: Bool {
        if let flag = own?.attributes["supports_masking"] ?? own?.special("supports_masking") {
            return (try? flag.truth()) ?? false
        }
        if let base, base !== layer, base.supportsMasking { return true }
        return own?.special("compute_mask") != nil
    }

    /// Whether its class's `call` has the argument `mask`.
    public var takesMask: Bool { callParameters.contains("mask") }

    /// Whether a call takes masks away from its inputs, which only Keras's own classes say.
    public var takesMasksAway: Bool { own?.special("_takes_masks_away") != nil }

    /// What that argument is by default.
    public var usualTraining: Bool? {
        guard case .function(let function)? = own?.special("call"), let value = function.defaultValue(of: "training"),
            case .bool(let flag) = value
        else { return nil }
        return flag
    }

    /// A call with so many tensors, several of them in a list.
    public func plainCall(inputs count: Int) -> any ScriptedCall {
        ScriptCall(self, inputs: count, own?.host ?? Interpreter())
    }

    /// The object of the same class that its config makes.
    public func cloned() throws(Refusal) -> Layer {
        guard let interpreter = own?.host else {
            throw Refusal(.notImplementedError, "A \(typeName) cannot be cloned.")
        }
        do throws(RaisedError) {
            let config = try interpreter.call(
                try interpreter.attribute("get_config", of: .host(self)), CallArguments([]))
            let make = try interpreter.attribute("from_config", of: .type(typeObject))
            let copy = try interpreter.call(make, CallArguments([config]))
            guard case .host(let object as LayerObject) = copy else {
                throw RaisedError(.typeError, "from_config() of \(typeName) returned no layer")
            }
            return object.layer
        } catch { throw Refusal(error) }
    }
}
