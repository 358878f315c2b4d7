import Arrays
import Interpreter
import Layers
import Network

/// What an inspection function looks at: the one place that tells what a value given to it stands for.
struct Subject {
    /// The kinds of things there are to look at.
    enum Kind {
        case tensor(SymbolicTensor)
        /// A layer that is not a model.
        case layer(Layer)
        case model(Model)
        case array(NumericArray)
    }

    let kind: Kind
    private let value: Value
    /// The layer or model whose class a script defines.
    private(set) var scripted: ScriptedLayer?
    let function: String
    private let argument: String?
    let library: LibraryContext

    /// - Parameters:
    ///   - value: what the function was given.
    ///   - function: the function's name, for errors.
    ///   - argument: the name of the argument, where it is not the first one.
    ///   - arrays: the interpreter, where arrays are accepted too; nil where they are not.
    /// - Throws: a TypeError for anything else.
    init(
        _ value: Value, of function: String, as argument: String? = nil, arrays interpreter: Interpreter? = nil,
        _ library: LibraryContext
    ) throws(RaisedError) {
        self.value = value
        self.function = function
        self.argument = argument
        self.library = library
        if case .host(let object) = value, let tensor = (object as? TensorObject)?.tensor {
            kind = .tensor(tensor)
        } else if case .host(let object) = value, let layer = (object as? LayerObject)?.layer {
            kind = (layer as? Model ?? (layer as? ScriptedLayer)?.usualNetwork).map(Kind.model) ?? .layer(layer)
            scripted = layer as? ScriptedLayer
        } else if let interpreter, value.isArrayLike {
            kind = .array(try ArrayObject.array(from: value, interpreter))
        } else {
            throw Subject.unsuitable(value, function, argument, acceptsArrays: interpreter != nil)
        }
    }

    private static func unsuitable(
        _ value: Value, _ function: String, _ argument: String?, acceptsArrays: Bool
    ) -> RaisedError {
        let kinds = acceptsArrays ? "a tensor, a layer, a model or an array" : "a tensor, a layer or a model"
        if let argument {
            return RaisedError(
                .typeError, "`\(argument)` of \(function)() takes \(kinds), not '\(value.typeName)'",
                hint: "for example \(argument)=x, after x = Input((28, 28, 1))")
        }
        let example =
            function == "compare"
            ? "compare(c1, c2), after c1 = Conv2D(8, 3)(x) and c2 = Conv2D(8, 5)(x)"
            : "\(function)(c1), after c1 = Conv2D(8, 3)(x)"
        let isClass = if case .type = value { true } else { false }
        return RaisedError(
            .typeError, "\(function)() takes \(kinds), not '\(value.typeName)'",
            hint: isClass
                ? "a layer is made and called on a tensor first: \(example)" : "for example \(example)")
    }

    /// The symbolic tensor it stands for: the first output of a model, or of a layer's first call.
    /// - Throws: a TypeError for an array, and for a layer that has not been called.
    func tensor() throws(RaisedError) -> SymbolicTensor {
        switch kind {
        case .tensor(let tensor): return tensor
        case .layer(let layer): return try firstCall(of: layer).outputs[0]
        case .model(let model):
            if let scripted, let tensor = calls(of: scripted).first?.outputs.first {
                noteCalls(of: scripted)
                return tensor
            }
            let tensor = try firstOutput(of: model)
            if model.outputs.count > 1 {
                note("\(model.shownName) has \(model.outputs.count) outputs; this is the first", tensor)
            }
            return tensor
        case .array: throw Subject.unsuitable(value, function, argument, acceptsArrays: false)
        }
    }

    /// Says which of several tensors was chosen, and how to choose.
    private func note(_ text: String, _ tensor: SymbolicTensor) {
        let name = library.network.variable(tensor).map { ", \($0)" } ?? ""
        library.note(.text("\(text)\(name): \(function)() takes a tensor for another"))
    }

    /// Says that there were several calls, of which the first was chosen, and how to choose.
    private func noteCalls(of layer: Layer) {
        let calls = calls(of: layer)
        guard calls.count > 1 else { return }
        let times = "\(layer.shownName) was called \(calls.count) times"
        guard layer.inboundNodes.isEmpty else {
            return note("\(times); this is its first call", calls[0].outputs[0])
        }
        library.note(
            .text(
                "\(times) inside of other layers; this is the first: \(function)(inside(\(library.typedName(layer)), 1)) "
                    + "takes the next"))
    }

    /// The calls of a layer on tensors: its own, or else those inside of layers of scripts.
    private func calls(of layer: Layer) -> [Node] { layer.inboundNodes.isEmpty ? layer.innerCalls : layer.inboundNodes }

    /// The calls of layers it stands for: all of a model or inside of a script's layer, or the one that made a tensor.
    /// - Throws: a TypeError for an array, and for a layer that has not been called.
    func nodes() throws(RaisedError) -> [Node] {
        if case .model(let model) = kind { return model.nodes }
        return [try tensor().node]
    }

    /// The model itself, or the network that leads to the tensor.
    /// - Throws: a TypeError for an array, and for a layer that has not been called.
    func network() throws(RaisedError) -> Model {
        if case .model(let model) = kind { return model }
        return Model(leadingTo: try tensor())
    }

    /// What a summary shows: the model, the network that leads to the tensor, or what a script's class defines.
    func summarized() throws(RaisedError) -> Layer {
        if let scripted, scripted.isModel || scripted.usualNetwork != nil { return scripted }
        return try network()
    }

    /// The name by which a person knows it: the variable that holds it, or else its own.
    var shownName: String {
        if let scripted { return scripted.shownName }
        return switch kind {
        case .tensor(let tensor): tensor.shownName
        case .layer(let layer): layer.shownName
        case .model(let model): model.shownName
        case .array: value.typeName
        }
    }

    /// What the tensor is called that it stands for; nil for a model, which has a name of its own.
    var nameOfTensor: String? { if case .model = kind { nil } else { shownName } }

    /// The model itself, which must know its inputs, or the network that leads to the tensor.
    /// - Throws: a TypeError for an array, for a layer that has not been called and for a model without an input.
    func connectedNetwork() throws(RaisedError) -> Model {
        if case .model(let model) = kind { _ = try firstOutput(of: model) }
        return try network()
    }

    /// The network to try other sizes with: of what a script's class defines, the call itself, as the script may do something else
    /// with other sizes.
    /// - Throws: as `connectedNetwork`.
    func networkForOtherSizes() throws(RaisedError) -> Model {
        if case .model = kind, let alone = scripted?.firstCallAlone { return alone }
        return try connectedNetwork()
    }

    private func firstCall(of layer: Layer) throws(RaisedError) -> Node {
        if let node = calls(of: layer).first {
            noteCalls(of: layer)
            return node
        }
        let name = library.typedName(layer)
        if layer.wasCalled {
            throw RaisedError(
                .typeError, "the layer '\(layer.shownName)' was called on data only, which makes no network to look at",
                hint: "call it on an Input, or on a tensor of a network: y = \(name)(x)")
        }
        throw RaisedError(
            .typeError, "the layer '\(layer.shownName)' has not been called on anything yet",
            hint: "call it on an input first: y = \(name)(x)")
    }

    private func firstOutput(of model: Model) throws(RaisedError) -> SymbolicTensor {
        guard let output = model.outputs.first else {
            throw RaisedError(
                .typeError, "the model '\(model.name)' does not know its input yet",
                hint: "call it on an input, or begin it with Input(shape)")
        }
        return output
    }
}

extension ScriptedLayer {
    /// The network by which what a script's class defines is looked into: that of its first call, by itself or in another layer.
    fileprivate var usualNetwork: Model? {
        inboundNodes.isEmpty ? innerCalls.first?.network ?? firstNetwork : firstNetwork
    }
}

extension Value {
    /// Whether an array can be made of it: numbers, lists of them, arrays and weights.
    fileprivate var isArrayLike: Bool {
        switch self {
        case .bool, .int, .float, .list, .tuple, .range, .set, .iterator: true
        case .host(let object): object is ArrayObject || object is WeightObject || object is ImageObject
        default: false
        }
    }
}
