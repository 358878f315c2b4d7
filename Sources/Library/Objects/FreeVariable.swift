import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

/// `keras.Variable(…)` and `tf.Variable(…)`: a variable that no layer has made.
enum FreeVariable {
    /// The class `keras.Variable`.
    static let declaration = Declaration(
        "Variable(initializer, shape=None, dtype=None, trainable=True, autocast=True, aggregation='none', name=None)",
        .python)

    /// What a call of `keras.Variable` makes.
    static func make(_ arguments: Arguments, _ interpreter: Interpreter) throws -> Value {
        var value = arguments[0]
        if case .string = value, let get = interpreter.findModule("keras.initializers")?["get"] {
            value = try interpreter.call(get, CallArguments([value]))
        }
        if interpreter.isCallable(value), !(value.isArrayObject) {
            guard let shape = arguments.optional("shape") else {
                throw Refusal(
                    "When creating a Variable from an initializer, the `shape` argument should be specified. "
                        + "Received: initializer=\(value.repr) and shape=None")
            }
            let type = arguments.optional("dtype") ?? .string("float32")
            value = try interpreter.call(value, CallArguments([shape], keywords: [("dtype", type)]))
        }
        let isTrainable = arguments["trainable"].isNone ? true : try arguments.bool("trainable")
        return try variable(value, arguments, isTrainable: isTrainable, interpreter)
    }

    /// `tf.Variable(initial_value, trainable=None, …)`.
    static func tensorFlow() -> BuiltinFunction {
        .python(
            "Variable(initial_value, trainable=None, !validate_shape=True, !caching_device=None, name=None, "
                + "!variable_def=None, dtype=None, !import_scope=None, !constraint=None, shape=None)", "A variable."
        ) { arguments, interpreter in
            var value = arguments[0]
            if interpreter.isCallable(value), !value.isArrayObject {
                value = try interpreter.call(value, CallArguments())
            }
            let flag = arguments["trainable"]
            return try variable(value, arguments, isTrainable: flag.isNone ? true : try flag.truth(), interpreter)
        }
    }

    private static func variable(
        _ value: Value, _ arguments: Arguments, isTrainable: Bool, _ interpreter: Interpreter
    ) throws -> Value {
        let network = interpreter.library.network
        var array = try ArrayObject.array(from: value, interpreter)
        if let type = arguments.optional("dtype") {
            array = try NumpyCreation.typed(array, type)
        } else if value.isPlainNumbers {
            // Numbers of the language become those of TensorFlow: int32 and float32.
            array = try array.converted(to: array.type.usualInTensorFlow)
        }
        let name: String
        if case .string(let text)? = arguments.optional("name") {
            name = text
        } else {
            name = network.automaticVariableName()
        }
        guard let zeros = try Catalogue.initializers["zeros"]?.makeDefault() else { return .none }
        let weight = Weight(
            spec: WeightSpec(name, shape: array.shape, initializer: zeros, isTrainable: isTrainable), path: name,
            network)
        if array.type == .float32 {
            try weight.assign(try array.tensor(), isFirst: true)
        } else {
            try weight.assign(typed: array, isFirst: true)
        }
        return .host(WeightObject(weight, of: nil))
    }
}

extension NumericType {
    /// The type that TensorFlow gives numbers of the language whose type numpy takes for this one.
    fileprivate var usualInTensorFlow: NumericType {
        switch self {
        case .int64: .int32
        case .float64: .float32
        default: self
        }
    }
}

extension Value {
    /// Whether it is an array or a variable, which `callable` is not asked of.
    fileprivate var isArrayObject: Bool {
        if case .host(let object) = self { object is ArrayObject || object is WeightObject } else { false }
    }

    /// Whether it is a number of the language, or a list or tuple of them.
    fileprivate var isPlainNumbers: Bool {
        switch self {
        case .list(let list): list.items.allSatisfy(\.isPlainNumbers)
        case .tuple(let items): items.allSatisfy(\.isPlainNumbers)
        default: isPlainNumber
        }
    }
}
