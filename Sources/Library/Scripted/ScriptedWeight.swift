import Interpreter
import Layers
import Network
import TensorEngine

/// `self.add_weight(shape=…, initializer=…, name=…)`: a weight that a script gives to its layer.
enum ScriptedWeight {
    /// Makes the weight; its random values follow from the seed that its initializer draws now, as in Keras.
    static func make(for object: LayerObject, _ arguments: Arguments, _ interpreter: Interpreter) throws -> Weight {
        guard let scripted = object.scripted, scripted.isSetUp else {
            throw Refusal(
                .runtimeError,
                "In layer '\(object.typeName)', you forgot to call `super().__init__()` as the first statement in the "
                    + "`__init__()` method. Go add it!")
        }
        guard !scripted.isLocked else {
            throw Refusal(
                "You cannot add new elements of state (variables or sub-layers) to a layer that is already built. All state "
                    + "must be created in the `__init__()` method or in the `build()` method.")
        }
        let positional = arguments.rest
        guard positional.count <= 3 else {
            throw Refusal(
                .typeError, "add_weight() takes at most 3 positional arguments but \(positional.count) were given.")
        }
        if case .string(let name)? = positional.first {
            throw Refusal(
                "`name` must be passed as a keyword argument. Received: add_weight('\(name)', ...). "
                    + "Use: add_weight(shape=..., name='\(name)').")
        }
        let shape = try sizes(arguments.optional("shape") ?? positional.first)
        let network = object.library.network
        let initializer = try initializer(
            arguments.optional("initializer") ?? (positional.count > 1 ? positional[1] : nil), interpreter)
        let settings = network.settings
        let regularizer = try arguments.optional("regularizer").flatMap { value in
            try found(Catalogue.regularizers, try interpreter.argument(value), settings)
        }
        let constraint = try arguments.optional("constraint").flatMap { value in
            try found(Catalogue.constraints, try interpreter.argument(value), settings)
        }
        var name = network.automaticVariableName
        if case .string(let given)? = arguments.optional("name") { name = { given } }
        let spec = WeightSpec(
            name(), shape: shape, initializer: initializer, regularizer: regularizer, constraint: constraint,
            isTrainable: try arguments.bool("trainable"))
        try WeightSpec.requireCountable([spec])
        let weight = scripted.makeWeight(spec)
        if let type = arguments.optional("dtype") { try weight.take(try TypeNameObject.type(type)) }
        return weight
    }

    private static func sizes(_ value: Value?) throws -> [Int] {
        guard let value, !value.isNone else { return [] }
        if case .int(let size) = value { return [size] }
        if case .tuple(let items) = value.asTuple, items.contains(where: \.isNone) {
            throw Refusal(
                "Shapes used to initialize variables must be fully-defined (no `None` dimensions). Received: "
                    + "shape=\(value.repr).", remedy: "the size has to be known when the layer is built")
        }
        let sizes = try ArrayObject.sizes(value)
        guard sizes.allSatisfy({ $0 >= 0 }) else {
            throw Refusal("Cannot convert '\(value.repr)' to a shape. Negative dimensions are not allowed.")
        }
        return sizes
    }

    private static func initializer(_ value: Value?, _ interpreter: Interpreter) throws -> Made<Initializer> {
        let network = interpreter.library.network
        let argument = try interpreter.argument(value ?? .string("glorot_uniform"))
        guard let made = try found(Catalogue.initializers, argument, network.settings) else {
            throw Refusal("Could not interpret initializer identifier: \((value ?? .none).repr)")
        }
        return try made.seeded(network.drawSeed)
    }

    private static func found<Product>(
        _ registry: Registry<Product>, _ argument: Argument, _ settings: Settings
    ) throws -> Made<Product>? {
        guard let made = try registry.interpret(argument, settings: settings) else {
            throw Refusal("Could not interpret \(registry.noun) identifier: \(argument)")
        }
        return made
    }
}

extension Value {
    /// The items of a list or a shape as a tuple; any other value as it is.
    fileprivate var asTuple: Value {
        switch self {
        case .list(let list): .tuple(list.items)
        case .host(let shape as StaticShape): .tuple(shape.sizes)
        default: self
        }
    }
}
