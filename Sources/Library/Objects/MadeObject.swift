import Arrays
import Interpreter
import Layers
import Network

/// An activation, initializer, regularizer or constraint as a script sees it: callable, with its `get_config`.
final class MadeObject: HostObject {
    let argument: Argument

    init(_ argument: Argument) { self.argument = argument }

    private var definitionName: String {
        switch argument {
        case .activation(let made): made.definition.name
        case .initializer(let made): made.definition.name
        case .regularizer(let made): made.definition.name
        case .constraint(let made): made.definition.name
        default: "object"
        }
    }

    private var bound: BoundArguments? {
        switch argument {
        case .activation(let made): made.arguments
        case .initializer(let made): made.arguments
        case .regularizer(let made): made.arguments
        case .constraint(let made): made.arguments
        default: nil
        }
    }

    var typeObject: TypeObject { KerasClasses.type(of: argument) }

    func repr() -> String {
        if case .activation(let made) = argument { return "<function \(made.definition.name)>" }
        return bound?.call(named: definitionName) ?? definitionName
    }

    var attributeNames: [String] { ["get_config"] + (bound?.parameters.map(\.name) ?? []) }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard let bound else { return nil }
        if name == "__name__" { return .string(definitionName) }
        if name == "seed", case .initializer(let made) = argument, case .number(let seed)? = made.product.source {
            return .int(seed)
        }
        if name == "get_config" {
            return .builtin(
                BuiltinFunction(name, documentation: "The arguments, as a dict.") {
                    _, interpreter throws(RaisedError) in
                    .dict(DictObject(Serialization.config(bound, interpreter)))
                })
        }
        return bound.parameters.contains { $0.name == name } ? interpreter.value(of: bound[name]) : nil
    }

    var isCallable: Bool { true }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        switch argument {
        case .activation(let made): return try activate(made, arguments, interpreter)
        case .initializer(let made): return try initialize(made, arguments, interpreter)
        case .regularizer(let made):
            let tensor = try operand(arguments, interpreter)
            return .host(try ArrayObject(scalar: raising { try made.product.penalty(tensor.tensor()) }))
        case .constraint(let made):
            let tensor = try operand(arguments, interpreter)
            return .host(ArrayObject(try raising { try made.product.project(tensor.tensor()) }))
        default: throw RaisedError(.typeError, "'\(typeName)' object is not callable")
        }
    }

    /// `relu(x)`, `relu(x, negative_slope=0.1)`: on data, or on a symbolic tensor.
    private func activate(
        _ made: Made<ActivationFunction>, _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard let first = arguments.positional.first ?? arguments.keywords.first(where: { $0.name == "x" })?.value
        else {
            throw RaisedError(.typeError, "\(definitionName)() missing 1 required positional argument: 'x'")
        }
        let rest = CallArguments(
            Array(arguments.positional.dropFirst()), keywords: arguments.keywords.filter { $0.name != "x" })
        var function = made
        if !rest.positional.isEmpty || !rest.keywords.isEmpty {
            let site = try interpreter.callSite(rest)
            function = try raising { try made.definition.make(site) }
        }
        if case .host(let object) = first, let tensor = object as? TensorObject {
            return try tensor.applying(function)
        }
        let array = try ArrayObject.array(from: first, interpreter)
        return .host(ArrayObject(try raising { try function.product.apply(array.tensor()) }))
    }

    /// An activation with required arguments, `threshold(x, threshold, default_value)`, which is none before it has them.
    static func function(of definition: Definition<ActivationFunction>) -> BuiltinFunction {
        BuiltinFunction(
            definition.name, parameters: ["x"] + definition.parameters.map(\.name), documentation: definition.summary
        ) { arguments, interpreter throws(RaisedError) in
            let x = try arguments.required(0, "x", of: definition.name)
            let rest = CallArguments(
                Array(arguments.positional.dropFirst()), keywords: arguments.keywords.filter { $0.name != "x" })
            let site = try interpreter.callSite(rest)
            let made = try raising { try definition.make(site) }
            return try MadeObject(.activation(made)).call(CallArguments([x]), interpreter)
        }
    }

    private func initialize(
        _ made: Made<Initializer>, _ arguments: CallArguments, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value {
        guard let first = arguments.positional.first ?? arguments.keywords.first(where: { $0.name == "shape" })?.value
        else { throw RaisedError(.typeError, "\(definitionName) missing 1 required positional argument: 'shape'") }
        if case .int = first {
            throw RaisedError(
                .typeError, "the `shape` must be a tuple of sizes, not 'int'", hint: "write (\(first.repr),)")
        }
        let sizes = try ArrayObject.sizes(first)
        let type = arguments.value(1, "dtype")
        return .host(
            ArrayObject(try NumpyCreation.typed(NumericArray(try raising { try made.product.values(sizes) }), type)))
    }

    private func operand(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> NumericArray {
        guard let first = arguments.positional.first else {
            throw RaisedError(.typeError, "\(definitionName) missing 1 required positional argument: 'x'")
        }
        return try ArrayObject.array(from: first, interpreter)
    }
}
