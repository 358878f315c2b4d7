import Arrays
import Interpreter
import Language
import Layers
import Network
import Signatures
import TensorEngine

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

    /// What initializers, regularizers and constraints have.
    static let table = AttributeTable(
        of: MadeObject.self,
        [
            .method("get_config()", "The arguments, as a dict.") { object, _, interpreter in
                guard let bound = object.bound else { return .none }
                return .dict(DictObject(Serialization.config(bound, interpreter)))
            }
        ])

    /// What their base classes have, and the classes that scripts derive from them.
    static let baseTable = AttributeTable(
        [
            Attribute(method: Declaration("get_config()", .python), "The arguments, as a dict.") {
                value, _, interpreter throws(RaisedError) in
                guard case .host(let object as MadeObject) = value, let bound = object.bound else {
                    return .dict(DictObject([]))
                }
                return .dict(DictObject(Serialization.config(bound, interpreter)))
            }
        ] + Serialization.makingFromConfig)

    /// What activation functions have.
    static let activationTable = AttributeTable(
        of: MadeObject.self,
        [
            .value("__name__", "The name.") { .string($0.definitionName) },
            .value("__doc__", "What it computes.") { object in
                if case .activation(let made) = object.argument { .string(made.definition.summary) } else { .none }
            },
        ])

    /// The names of its arguments.
    var attributeNames: [String] { bound?.parameters.map(\.name) ?? [] }

    func attribute(_ name: String, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard let bound, bound.parameters.contains(where: { $0.name == name }) else { return nil }
        if name == "seed", case .initializer(let made) = argument, case .number(let seed)? = made.product.source {
            return .int(seed)
        }
        return interpreter.value(of: bound[name])
    }

    /// Activations are functions, so that the same one is equal wherever it was asked for.
    func compare(
        _ op: ComparisonOperator, _ other: Value, _ interpreter: Interpreter
    ) throws(RaisedError) -> Value? {
        guard case .activation(let made) = argument, case .host(let object as MadeObject) = other,
            case .activation(let another) = object.argument
        else { return nil }
        let isSame = made.description == another.description
        switch op {
        case .equal: return .bool(isSame)
        case .notEqual: return .bool(!isSame)
        default: return nil
        }
    }

    var isCallable: Bool { true }

    var signature: Signature? { declaration.signature }

    /// What a call of it takes.
    private var declaration: Declaration {
        switch argument {
        case .activation(let made): MadeObject.declaration(of: made.definition)
        case .initializer: Declaration("\(definitionName).__call__(shape, dtype=None)", .python)
        case .constraint: Declaration("\(definitionName).__call__(w)", .python)
        default: Declaration("\(definitionName).__call__(x)", .python)
        }
    }

    private static func declaration(of definition: Definition<ActivationFunction>) -> Declaration {
        let own = definition.callSignature.parameters
        return Declaration(Signature(definition.name, [Signatures.Parameter("x")] + own), .python)
    }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        let arguments = try Arguments(arguments, declaration)
        return try raising {
            switch argument {
            case .activation(let made): try MadeObject.activate(made, arguments, interpreter)
            case .initializer(let made): try initialize(made, arguments)
            case .regularizer(let made):
                .host(try ArrayObject(scalar: made.product.penalty(try operand(arguments, interpreter))))
            case .constraint(let made):
                .host(ArrayObject(try made.product.project(try operand(arguments, interpreter))))
            default: throw RaisedError(.typeError, "'\(typeName)' object is not callable")
            }
        }
    }

    /// `relu(x)`, `relu(x, negative_slope=0.1)`: on data, or on a symbolic tensor.
    private static func activate(
        _ made: Made<ActivationFunction>, _ arguments: Arguments, _ interpreter: Interpreter
    ) throws -> Value {
        let site = try site(of: made.definition, arguments, interpreter)
        return try apply(site.keywords.isEmpty ? made : try made.definition.make(site), arguments[0], interpreter)
    }

    private static func apply(
        _ function: Made<ActivationFunction>, _ value: Value, _ interpreter: Interpreter
    ) throws -> Value {
        if case .host(let tensor as TensorObject) = value { return try tensor.applying(function) }
        let array = try ArrayObject.array(from: value, interpreter)
        return .host(ArrayObject(try function.product.apply(array.tensor())))
    }

    /// The arguments of an activation that follow the tensor.
    private static func site(
        of definition: Definition<ActivationFunction>, _ arguments: Arguments, _ interpreter: Interpreter
    ) throws -> CallSite {
        var site = CallSite()
        for parameter in definition.parameters {
            guard let value = arguments.given(parameter.name) else { continue }
            site.keywords.append(.init(parameter.name, try interpreter.argument(value)))
        }
        return site
    }

    /// An activation with required arguments, `threshold(x, threshold, default_value)`, which is none before it has them.
    static func function(of definition: Definition<ActivationFunction>) -> BuiltinFunction {
        BuiltinFunction(declaration(of: definition), definition.summary) { arguments, interpreter throws(RaisedError) in
            try raising {
                let made = try definition.make(try site(of: definition, arguments, interpreter))
                return try apply(made, arguments[0], interpreter)
            }
        }
    }

    private func initialize(_ made: Made<Initializer>, _ arguments: Arguments) throws -> Value {
        if case .int = arguments[0] {
            throw RaisedError(
                .typeError, "the `shape` must be a tuple of sizes, not 'int'", hint: "write (\(arguments[0].repr),)")
        }
        let values = NumericArray(try made.product.values(try ArrayObject.sizes(arguments[0])))
        return .host(ArrayObject(try NumpyCreation.typed(values, arguments.given("dtype"))))
    }

    private func operand(_ arguments: Arguments, _ interpreter: Interpreter) throws -> Tensor {
        try ArrayObject.array(from: arguments[0], interpreter).tensor()
    }
}
