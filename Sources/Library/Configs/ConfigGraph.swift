import Arrays
import Interpreter
import Layers
import Network

/// The network of a Functional model while it is made from a config: its layers by name, and the tensors that each call
/// has made so far.
struct ConfigGraph {
    private let library: LibraryContext
    private let interpreter: Interpreter
    private var calls: [String: [[SymbolicTensor]]] = [:]
    private var pending: [Call] = []

    /// A call that is still to be made.
    private struct Call {
        let name: String
        /// Which call of its layer it is.
        let number: Int
        let arguments: Value
        let keywords: Value?
        let make: (CallArguments) throws(RaisedError) -> Value
    }

    init(_ library: LibraryContext, _ interpreter: Interpreter) {
        self.library = library
        self.interpreter = interpreter
    }

    /// Adds a layer, or a function of tensors, with its calls.
    mutating func add(_ item: Value, _ reader: ModelReader) throws(RaisedError) {
        guard
            case .string(let name)? = ModelReader.entry("name", item)
                ?? ModelReader.entry("name", ModelReader.entry("config", item))
        else { throw RaisedError(.valueError, "a layer in a config has a name. Received: \(item.repr)") }
        let nodes = try interpreter.items(of: ModelReader.entry("inbound_nodes", item) ?? .list(ListObject()))
        let make: (CallArguments) throws(RaisedError) -> Value
        var first = 0
        if let function = try FunctionReader(item, name: name, library, interpreter) {
            make = { (arguments) throws(RaisedError) in try function.call(arguments) }
        } else {
            let layer = try reader.layer(item)
            layer.name = name
            if let input = layer as? InputLayer { calls[name] = [[input.output]] }
            // A Functional model's own network takes the place of its first call.
            if ModelConfig.firstCall(of: layer) == 1 { calls[name] = [[]] }
            first = ModelConfig.firstCall(of: layer)
            let object = library.object(for: layer)
            make = { [interpreter] (arguments) throws(RaisedError) in try object.call(arguments, interpreter) }
        }
        for (number, node) in nodes.enumerated() {
            pending.append(
                Call(
                    name: name, number: number + first, arguments: try ModelReader.required("args", node),
                    keywords: ModelReader.entry("kwargs", node), make: make))
        }
    }

    /// Makes the calls, each after those whose tensors it takes.
    mutating func callAll() throws(RaisedError) {
        while !pending.isEmpty {
            var later: [Call] = []
            for call in pending {
                try interpreter.checkInterrupt()
                guard calls[call.name, default: []].count == call.number,
                    let arguments = resolved(call.arguments, depth: 0)
                else {
                    later.append(call)
                    continue
                }
                var given = CallArguments([])
                if let value = call.keywords {
                    guard let known = resolved(value, depth: 0) else {
                        later.append(call)
                        continue
                    }
                    given = try Serialization.keywords(known)
                }
                // Keras writes None, or a list of it, for masks that are not there.
                let keywords = given.keywords.filter { !ConfigGraph.isNothing($0.value) }
                let result = try call.make(
                    CallArguments(try interpreter.items(of: arguments), keywords: keywords))
                calls[call.name, default: []].append(try tensors(result))
            }
            guard later.count < pending.count else {
                throw RaisedError(
                    .valueError,
                    "The layer '\(later[0].name)' in the config is called on tensors that no layer before it makes.")
            }
            pending = later
        }
    }

    private static func isNothing(_ value: Value) -> Bool {
        switch value {
        case .none: true
        case .list(let list): list.items.allSatisfy(\.isNone)
        case .tuple(let items): items.allSatisfy(\.isNone)
        default: false
        }
    }

    /// A value with tensors, slices and arrays in the place of what stands for them; nil while a tensor is missing.
    private func resolved(_ value: Value, depth: Int) -> Value? {
        guard depth < 16 else { return value }
        switch value {
        case .list(let list):
            let items = list.items.map { resolved($0, depth: depth + 1) }
            return items.contains { $0 == nil } ? nil : .list(ListObject(items.compactMap { $0 }))
        case .tuple(let values):
            let items = values.map { resolved($0, depth: depth + 1) }
            return items.contains { $0 == nil } ? nil : .tuple(items.compactMap { $0 })
        case .dict(let dict):
            guard let (className, config) = Serialization.parts(value) else {
                var entries: [(String, Value)] = []
                for (key, item) in dict.entries {
                    guard let item = resolved(item, depth: depth + 1), case .string(let name) = key.value else {
                        return nil
                    }
                    entries.append((name, item))
                }
                return .dict(DictObject(entries))
            }
            return constant(className, config, value)
        default: return value
        }
    }

    private func constant(_ className: String, _ config: Value, _ value: Value) -> Value? {
        func entry(_ name: String) -> Value { ModelReader.entry(name, config) ?? .none }
        switch className {
        case "__keras_tensor__": return tensor(entry("keras_history")).map { .host(library.object(for: $0)) }
        case "__slice__":
            return .slice(SliceObject(entry("start"), entry("stop"), entry("step")))
        case "__ellipsis__": return .ellipsis
        case "__tensor__", "__numpy__":
            let type = try? TypeNameObject.type(entry("dtype"))
            return (try? ArrayBuilder.array(from: entry("value"), type: type)).map { .host(ArrayObject($0)) } ?? value
        default: return value
        }
    }

    /// The tensor of `[name, call, output]`; nil where it is not made yet.
    private func tensor(_ history: Value) -> SymbolicTensor? {
        var items: [Value] = []
        if case .list(let list) = history { items = list.items }
        if case .tuple(let values) = history { items = values }
        guard items.count == 3, case .string(let name) = items[0], case .int(let call) = items[1],
            case .int(let output) = items[2], let made = calls[name], made.indices.contains(call),
            made[call].indices.contains(output)
        else { return nil }
        return made[call][output]
    }

    /// The tensors that `input_layers` or `output_layers` names, and how they are arranged.
    func ends(_ value: Value) throws(RaisedError) -> (tensors: [SymbolicTensor], arrangement: Arrangement) {
        func found(_ value: Value) throws(RaisedError) -> SymbolicTensor {
            guard let tensor = tensor(value) else {
                throw RaisedError(.valueError, "There is no tensor \(value.repr) in the config of the model.")
            }
            return tensor
        }
        if let tensor = tensor(value) { return ([tensor], .one) }
        var items: [Value] = []
        if case .dict(let dict) = value {
            items = Array(dict.entries.values)
        } else {
            items = try interpreter.items(of: value)
        }
        return (try items.map(found), Arrangement(value))
    }

    private func tensors(_ value: Value) throws(RaisedError) -> [SymbolicTensor] {
        if let tensor = value.tensor { return [tensor] }
        var result: [SymbolicTensor] = []
        let items: [Value]
        if case .dict(let dict) = value {
            items = Array(dict.entries.values)
        } else {
            items = try interpreter.items(of: value)
        }
        for item in items {
            guard let tensor = item.tensor else {
                throw RaisedError(.valueError, "a layer in a config is called on tensors. Received: \(item.repr)")
            }
            result.append(tensor)
        }
        return result
    }
}

/// A function of tensors in a config: `{"module": "keras.src.ops.numpy", "class_name": "Mean", "config": {"axis": 1}}`.
private struct FunctionReader {
    private let name: String
    private let className: String
    private let config: Value
    private let library: LibraryContext
    private let interpreter: Interpreter

    /// Nil where the item is a layer.
    init?(_ item: Value, name: String, _ library: LibraryContext, _ interpreter: Interpreter) throws(RaisedError) {
        guard case .string(let module)? = ModelReader.entry("module", item),
            module.contains(".ops") || module.contains(".activations"),
            let (className, config) = Serialization.parts(item)
        else { return nil }
        self.name = name
        self.className = className
        self.config = config
        self.library = library
        self.interpreter = interpreter
    }

    func call(_ arguments: CallArguments) throws(RaisedError) -> Value {
        let form = FunctionForm.of(className)
        if className == "ReLU", let tensor = arguments.positional.first?.tensor,
            let definition = Catalogue.activations["relu"]
        {
            var site = CallSite()
            for (parameter, usual) in form.config {
                let value = ModelReader.entry(parameter, config) ?? usual.value
                site.keywords.append(.init(parameter, try interpreter.argument(value)))
            }
            let made = try raising { try definition.make(site) }
            return try library.object(for: tensor).applying(made, name: name)
        }
        guard let function = library.functions()?.function(ofClass: className) else {
            throw RaisedError(.notImplementedError, "Keras's operation '\(className)' is not implemented")
        }
        let settings = Set(form.config.map(\.name))
        var rest = arguments.positional[...]
        let values = function.parameters.map { parameter -> Value? in
            if settings.contains(parameter) { return ModelReader.entry(parameter, config) }
            let value = arguments.keyword(parameter) ?? rest.popFirst()
            // JSON has no tuples, and a list among the indices would be an array.
            if className == "GetItem", parameter == "index", case .list(let list)? = value { return .tuple(list.items) }
            return value
        }
        return try function.apply(Operands(className, values), name: name, interpreter, library)
    }
}
