import Interpreter
import Layers
import Network
import TensorEngine

/// A layer or a model as a script sees it.
public final class LayerObject: HostObject {
    /// The layer of the network.
    public let layer: Layer
    let library: LibraryContext
    private var hung: [String: Value] = [:]

    init(_ layer: Layer, _ library: LibraryContext) {
        self.layer = layer
        self.library = library
    }

    /// The class, as Python would name it.
    public var typeName: String { layer.className }

    /// The object as `repr` shows it.
    public func repr() -> String { layer.representation }

    /// Whether it can be called.
    public var isCallable: Bool { true }

    /// Calls the layer: on symbolic tensors it makes a node of a network, on data it computes.
    public func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        guard let first = arguments.positional.first ?? arguments.keyword("inputs") else {
            throw RaisedError(
                .typeError, "\(layer.className).__call__() missing 1 required positional argument: 'inputs'")
        }
        for (name, _) in arguments.keywords where !["inputs", "training", "mask"].contains(name) {
            throw RaisedError(.typeError, "\(layer.className).call() got an unexpected keyword argument '\(name)'")
        }
        let operands = LayerObject.operands(first)
        let tensors = operands.compactMap { ($0 as? TensorObject)?.tensor }
        if !tensors.isEmpty, tensors.count == operands.count {
            return library.value(of: try raising { try layer.call(tensors) })
        }
        let data = try LayerObject.data(first, arity: inputCount, interpreter)
        let outputs = try raising { try layer.callOnData(data) }
        return LayerObject.value(of: outputs)
    }

    /// The objects that are given as inputs: one, or the items of a list.
    private static func operands(_ value: Value) -> [(any HostObject)?] {
        switch value {
        case .host(let object): [object]
        case .list(let list): list.items.flatMap(operands)
        case .tuple(let items): items.flatMap(operands)
        case .dict(let dict): dict.entries.values.flatMap(operands)
        default: [nil]
        }
    }

    /// How many inputs there are; nil where a list is welcome.
    private var inputCount: Int? {
        if let model = layer as? Model { return model.inputs.isEmpty ? 1 : model.inputs.count }
        guard let layer = layer as? CatalogueLayer else { return 1 }
        return layer.operation.arity == .one ? 1 : nil
    }

    /// Data for the inputs: one array, or a list of arrays where there are several inputs.
    private static func data(_ value: Value, arity: Int?, _ interpreter: Interpreter) throws(RaisedError) -> [Tensor] {
        var arrays: [Value] = [value]
        if arity != 1 {
            if case .list(let list) = value { arrays = list.items }
            if case .tuple(let items) = value { arrays = items }
        }
        var tensors: [Tensor] = []
        for item in arrays {
            let array = try ArrayObject.array(from: item, interpreter)
            tensors.append(try raising { try array.tensor() })
        }
        return tensors
    }

    /// Data that came out: one array alone, several as a list.
    static func value(of outputs: [Tensor]) -> Value {
        outputs.count == 1
            ? .host(ArrayObject(outputs[0])) : .list(ListObject(outputs.map { .host(ArrayObject($0)) }))
    }

    // MARK: Attributes

    /// The names that `dir` and completion list.
    public var attributeNames: [String] { LayerAttributes.names(of: self) }

    /// The attribute of that name; nil where there is none.
    public func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        if let value = hung[name] { return value }
        return try LayerAttributes.attribute(name, of: self, interpreter)
    }

    /// Sets an attribute; false where that cannot be.
    public func setAttribute(_ name: String, _ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> Bool {
        switch name {
        case "trainable":
            layer.isTrainable = try value.truth()
            return true
        case "name", "_name":
            guard case .string(let text) = value else { throw RaisedError(.typeError, "a layer's name is a string") }
            layer.name = text
            return true
        case _ where attributeNames.contains(name): return false
        default:
            // As Python's objects do, a layer keeps what a script hangs on it.
            hung[name] = value
            return true
        }
    }

    /// The classes that `isinstance` finds it to be.
    public var classNames: [String] {
        switch layer {
        case is Sequential: ["Sequential", "Model", "Layer"]
        case is Model: ["Functional", "Model", "Layer"]
        default: [layer.className, "Layer"]
        }
    }

    /// One sentence for help.
    public var documentation: String? {
        (layer as? CatalogueLayer)?.made.definition.summary
    }
}
