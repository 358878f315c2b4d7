import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

extension Interpreter {
    /// The arguments of a call as the catalogue understands them.
    func callSite(_ arguments: CallArguments) throws(RaisedError) -> CallSite {
        var site = CallSite()
        for value in arguments.positional { site.positional.append(try argument(value)) }
        for (name, value) in arguments.keywords { site.keywords.append(.init(name, try argument(value))) }
        return site
    }

    /// A value as the catalogue understands it.
    func argument(_ value: Value) throws(RaisedError) -> Argument {
        var room = 1_000_000
        return try argument(value, depth: 0, &room)
    }

    /// - Parameters:
    ///   - depth: how many lists the value stands in.
    ///   - room: how many values there may be yet: a list counts wherever it stands.
    private func argument(_ value: Value, depth: Int, _ room: inout Int) throws(RaisedError) -> Argument {
        room -= 1
        guard room > 0 else { throw RaisedError(.valueError, "an argument of more than a million values is too long") }
        guard depth <= 64 else { throw RaisedError(.valueError, "an argument is nested too deeply") }
        switch value.plain {
        case .none: return .none
        case .bool(let truth): return .bool(truth)
        case .int(let number): return .int(number)
        case .big(let number):
            throw RaisedError(.overflowError, "the size \(number) is too large", hint: "sizes have up to 64 bits")
        case .float(let number): return .float(number)
        case .string(let text): return .string(text)
        case .list(let list): return .list(try arguments(list.items, depth, &room))
        case .tuple(let items): return .tuple(try arguments(items, depth, &room))
        case .range(let range):
            return .tuple(try arguments((0..<range.count).lazy.map { .int(range[$0]) }, depth, &room))
        case .dict(let dict):
            var entries: [Argument.Entry] = []
            for (key, value) in dict.entries {
                entries.append(
                    Argument.Entry(
                        key: try argument(key.value, depth: depth + 1, &room),
                        value: try argument(value, depth: depth + 1, &room)))
            }
            return .dict(entries)
        case .type(let type): return Interpreter.classArgument(type) ?? .object(ValueArgument(value, self))
        case .host(let object):
            if let made = object as? MadeObject { return made.argument }
            if let type = object as? TypeNameObject { return .string(type.type.rawValue) }
            if let shape = object as? StaticShape { return try argument(.tuple(shape.sizes), depth: depth, &room) }
            if object is KerasPolicies.PolicyObject { return .string("float32") }
            if let seeds = object as? SeedGeneratorObject { return .seedGenerator(seeds.generator) }
            if let array = object as? ArrayObject {
                if case .int(let number)? = try array.number() { return .int(number) }
                return .tensor(try raising { try array.array.tensor() })
            }
            return .object(ValueArgument(value, self))
        default: return .object(ValueArgument(value, self))
        }
    }

    private func arguments(
        _ values: some Collection<Value>, _ depth: Int, _ room: inout Int
    ) throws(RaisedError) -> [Argument] {
        try checkInterrupt()
        var result: [Argument] = []
        for value in values {
            if result.count & 0xFFF == 0xFFF { try checkInterrupt() }
            result.append(try argument(value, depth: depth + 1, &room))
        }
        return result
    }

    /// A class given where one of its objects is wanted, as in `kernel_initializer=HeNormal`.
    private static func classArgument(_ type: TypeObject) -> Argument? {
        if let made = try? Catalogue.initializers[type.name]?.makeDefault() { return .initializer(made) }
        if let made = try? Catalogue.regularizers[type.name]?.makeDefault() { return .regularizer(made) }
        if let made = try? Catalogue.constraints[type.name]?.makeDefault() { return .constraint(made) }
        return nil
    }

    /// An argument as a value of the language.
    func value(of argument: Argument) -> Value {
        if case .activation(let made) = argument, made.product.origin == nil {
            return .host(library.object(for: argument))
        }
        return argument.value
    }
}

extension Argument {
    /// The argument as a value of the language.
    var value: Value {
        switch self {
        case .none: .none
        case .bool(let truth): .bool(truth)
        case .int(let number): .int(number)
        case .float(let number): .float(number)
        case .string(let text): .string(text)
        case .list(let items): .list(ListObject(items.map(\.value)))
        case .tuple(let items): .tuple(items.map(\.value))
        case .dict(let entries):
            .dict(
                DictObject(
                    entries.map { entry in
                        if case .string(let key) = entry.key {
                            (key, entry.value.value)
                        } else {
                            (entry.key.description, entry.value.value)
                        }
                    }))
        case .tensor(let tensor): .host(ArrayObject(tensor))
        case .activation(let made): own(made.product.origin) ?? .host(MadeObject(self))
        case .initializer(let made): own(made.product.origin) ?? .host(MadeObject(self))
        case .regularizer(let made): own(made.product.origin) ?? .host(MadeObject(self))
        case .constraint(let made): own(made.product.origin) ?? .host(MadeObject(self))
        case .seedGenerator(let generator): .host(SeedGeneratorObject(generator))
        case .object(let object): (object as? ValueArgument)?.value ?? .none
        }
    }
}

/// The function of the language that an activation or an initializer stands for.
private func own(_ origin: (any ArgumentObject)?) -> Value? {
    guard let argument = origin as? ValueArgument, argument.isFunction else { return nil }
    return argument.value
}

/// A function or another value of the language, carried through the catalogue.
final class ValueArgument: ArgumentObject, @unchecked Sendable {
    // A session runs on one thread at a time; the catalogue never looks inside.
    let value: Value
    private let interpreter: Interpreter

    init(_ value: Value, _ interpreter: Interpreter) {
        self.value = value
        self.interpreter = interpreter
    }

    var representation: String { value.repr }

    func apply(to tensors: [Tensor], with further: [(name: String, value: Argument)]) throws -> [Tensor]? {
        guard interpreter.isCallable(value) else { return nil }
        let inputs: [Value] = tensors.map { .host(ArrayObject($0)) }
        let argument: Value = inputs.count == 1 ? inputs[0] : .list(ListObject(inputs))
        let keywords = further.map { (name: $0.name, value: interpreter.value(of: $0.value)) }
        do throws(RaisedError) {
            let result = try interpreter.call(value, CallArguments([argument], keywords: keywords))
            return try TensorFunction.tensors(result)
        } catch {
            guard isClass else { throw Refusal(error) }
            // Keras, too, ends in a ValueError here, of what the constructor does with numbers.
            throw Refusal(
                RaisedError(
                    .valueError, "\(value.repr) is a class, and calling it makes a layer",
                    hint: "write its name with brackets behind it"))
        }
    }

    var isCallable: Bool {
        if case .type = value { false } else { interpreter.isCallable(value) }
    }

    var isClass: Bool { if case .type = value { true } else { false } }

    var isFunction: Bool {
        switch value {
        case .function, .builtin: true
        // An object of a script's class that can be called, such as an initializer of its own.
        case .host(let object): object is InstanceObject && object.isCallable
        default: false
        }
    }

    func weight(shape: [Int]) throws -> Tensor {
        let type = (name: "dtype", value: Value.string("float32"))
        // Keras 1 gave an initializer no type.
        let keywords = interpreter.accepts(keyword: type.name, value) ? [type] : []
        return try raising {
            let result = try interpreter.call(value, CallArguments([.tuple(shape.map(Value.int))], keywords: keywords))
            return try ArrayObject.array(from: result, interpreter).tensor()
        }
    }

    var layer: Made<any Operation>? {
        if case .host(let object) = value { ((object as? LayerObject)?.layer as? CatalogueLayer)?.made } else { nil }
    }
}
