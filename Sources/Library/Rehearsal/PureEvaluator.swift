import Interpreter
import Language
import Layers
import Network
import TensorEngine

/// Evaluates expressions as far as they change nothing: names, numbers, shapes, layers, and calls of layers and of tensor
/// functions on tensors of a network. It stops at anything else.
final class PureEvaluator {
    /// Why there is no value.
    enum Stop: Error {
        /// It is not known without running the code.
        case unknown
        /// A call would raise this error.
        case refused(RaisedError)
    }

    private let interpreter: Interpreter
    private let deadline: ContinuousClock.Instant
    /// How many values there would be in the weights of the layers that make tensors, by tensor.
    private var parameterCounts: [ObjectIdentifier: Int] = [:]

    /// Layers of the prelude that the expression makes: whatever a call does to them, they are gone afterwards.
    private var ownLayers: Set<ObjectIdentifier> = []

    /// Sequences of more items, and tensors of more elements a sample, are not worked with.
    private static let (longestSequence, mostElements) = (64, 1_000_000)

    init(_ interpreter: Interpreter, deadline: ContinuousClock.Instant) {
        self.interpreter = interpreter
        self.deadline = deadline
    }

    /// The values in the weights of the layer that makes a tensor.
    func parameterCount(of tensor: SymbolicTensor) -> Int {
        parameterCounts[ObjectIdentifier(tensor)] ?? tensor.layer.parameterCount
    }

    /// The value of an expression.
    func value(of expression: Expression) throws(Stop) -> Value {
        switch expression.kind {
        case .none: return .none
        case .ellipsis: return .ellipsis
        case .bool(let truth): return .bool(truth)
        case .integer(let digits):
            guard let number = Int(digits) else { throw .unknown }
            return .int(number)
        case .float(let number): return .float(number)
        case .string(let text): return .string(text)
        case .name(let name):
            guard let value = interpreter.lookUp(name) else { throw .unknown }
            return value
        case .tuple(let items): return .tuple(try values(of: items))
        case .list(let items): return .list(ListObject(try values(of: items)))
        case .unary(let op, let operand):
            let value = try value(of: operand)
            guard value.isOperand else { throw .unknown }
            return try raised { () throws(RaisedError) in try interpreter.unary(op, value) }
        case .binary(let op, let left, let right): return try binary(op, try value(of: left), try value(of: right))
        case .attribute(let object, let name, _): return try attribute(name, of: try value(of: object))
        case .subscripted(let container, let index): return try item(of: try value(of: container), at: index)
        case .slice(let start, let stop, let step):
            func bound(_ expression: Expression?) throws(Stop) -> Value {
                guard let expression else { return .none }
                return try value(of: expression)
            }
            return .slice(SliceObject(try bound(start), try bound(stop), try bound(step)))
        case .call(let callee, let arguments): return try call(try value(of: callee), arguments)
        default: throw .unknown
        }
    }

    private func values(of expressions: [Expression]) throws(Stop) -> [Value] {
        guard expressions.count <= PureEvaluator.longestSequence else { throw .unknown }
        var values: [Value] = []
        for expression in expressions { values.append(try value(of: expression)) }
        return values
    }

    /// Runs code of the interpreter; its errors are those that the statement would raise.
    private func raised(_ body: () throws(RaisedError) -> Value) throws(Stop) -> Value {
        do throws(RaisedError) { return try body() } catch { throw .refused(error) }
    }

    // MARK: Operators and parts

    private func binary(_ op: BinaryOperator, _ left: Value, _ right: Value) throws(Stop) -> Value {
        switch op {
        case .add where left.isShortSequence && right.isShortSequence: break
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .matrixMultiply:
            guard left.isOperand, right.isOperand, op != .power || right.isSmall else { throw .unknown }
            try requireModest([left, right])
        default: throw .unknown
        }
        try requireTime()
        return try raised { () throws(RaisedError) in try interpreter.binary(op, left, right) }
    }

    private func attribute(_ name: String, of value: Value) throws(Stop) -> Value {
        if let stored = value.storedAttribute(name) { return stored }
        let isKnown: Bool
        switch value {
        case .module: isKnown = true
        case .host(let object) where object is TensorObject:
            isKnown = ["shape", "dtype", "ndim", "rank"].contains(name)
        case .host(let object as LayerObject):
            isKnown =
                object.layer is Model && ["input", "output", "inputs", "outputs", "layers"].contains(name)
                || ["input", "output"].contains(name)
        default: isKnown = false
        }
        guard isKnown else { throw .unknown }
        // A name that is not there yet is one that is still being typed.
        do throws(RaisedError) { return try interpreter.attribute(name, of: value) } catch { throw .unknown }
    }

    private func item(of container: Value, at index: Expression) throws(Stop) -> Value {
        let index = try value(of: index)
        switch (container, index) {
        case (.list, .int), (.tuple, .int), (.dict, .string), (.dict, .int): break
        case (.tuple, .slice) where container.isShortSequence, (.list, .slice) where container.isShortSequence: break
        case (.host(let object), _) where object is TensorObject: try requireModest([container])
        case (.host(let object), _) where object is StaticShape: break
        default: throw .unknown
        }
        try requireTime()
        return try raised { () throws(RaisedError) in try interpreter.item(of: container, at: index) }
    }

    // MARK: Calls

    private func call(_ callee: Value, _ written: [CallArgument]) throws(Stop) -> Value {
        guard PureEvaluator.canBePure(callee), written.count <= PureEvaluator.longestSequence else { throw .unknown }
        var arguments = CallArguments()
        for argument in written {
            let value = try value(of: argument.value)
            // Code of the script's own may do anything.
            if case .function = value { throw .unknown }
            switch argument.kind {
            case .positional: arguments.positional.append(value)
            case .keyword(let name): arguments.keywords.append((name, value))
            default: throw .unknown
            }
        }
        try requireTime()
        switch callee {
        case .host(let object as LayerObject): return try call(object, arguments)
        case .type(let type): return try construct(type, arguments)
        case .builtin(let function):
            let values = arguments.positional + arguments.keywords.map(\.value)
            if function.isPure {
                guard function.name == "Input" || values.contains(where: \.holdsTensor) else { throw .unknown }
            } else if !values.allSatisfy({ $0.isNumber || $0.isShortSequence }) {
                throw .unknown
            }
            try requireModest(values)
            return try raised { () throws(RaisedError) in try function.call(arguments, interpreter) }
        default: throw .unknown
        }
    }

    private func construct(_ type: TypeObject, _ arguments: CallArguments) throws(Stop) -> Value {
        let made = try raised { () throws(RaisedError) in try type.construct(arguments, interpreter) }
        if Prelude.isLayer(type), case .host(let object) = made { ownLayers.insert(ObjectIdentifier(object)) }
        return made
    }

    private func call(_ object: LayerObject, _ arguments: CallArguments) throws(Stop) -> Value {
        if ownLayers.contains(ObjectIdentifier(object)) {
            try requireModest(arguments.positional + arguments.keywords.map(\.value))
            let result = try raised { () throws(RaisedError) in try object.call(arguments, interpreter) }
            for tensor in result.symbolicTensors {
                parameterCounts[ObjectIdentifier(tensor)] = object.layer.parameterCount
            }
            return result
        }
        guard object.layer is CatalogueLayer || object.layer.isBuilt else { throw .unknown }
        let made: (value: Value, outputs: [SymbolicTensor], parameterCount: Int)?
        do throws(RaisedError) { made = try object.rehearse(arguments) } catch { throw .refused(error) }
        guard let made else { throw .unknown }
        for tensor in made.outputs { parameterCounts[ObjectIdentifier(tensor)] = made.parameterCount }
        return made.value
    }

    /// Whether a call of it may leave everything as it is.
    private static func canBePure(_ callee: Value) -> Bool {
        switch callee {
        case .host(let object): object is LayerObject
        case .type(let type):
            KerasClasses.layer(named: type.name) != nil || Prelude.isLayer(type)
                || type.isKind(of: KerasClasses.initializer)
                || type.isKind(of: KerasClasses.regularizer) || type.isKind(of: KerasClasses.constraint)
                || type === TypeObject.int || type === TypeObject.float
        case .builtin(let function): function.isPure || ["len", "abs", "round", "min", "max"].contains(function.name)
        default: false
        }
    }

    // MARK: Limits

    private func requireTime() throws(Stop) {
        if ContinuousClock.now > deadline { throw .unknown }
    }

    /// Refuses tensors whose shapes might have to be found by computing with them, where that would take long.
    private func requireModest(_ values: [Value]) throws(Stop) {
        for case .host(let object as TensorObject) in values {
            let sizes = object.tensor.shape.perSample.map { $0.known ?? 64 }
            guard let count = checkedProduct(sizes), count <= PureEvaluator.mostElements else { throw .unknown }
        }
        for case .host(let object as ArrayObject) in values where object.array.count > PureEvaluator.mostElements {
            throw .unknown
        }
    }
}

extension Value {
    /// What a script has stored on an object of its own class under a name.
    fileprivate func storedAttribute(_ name: String) -> Value? {
        guard case .host(let object) = self else { return nil }
        let instance = (object as? LayerObject)?.own ?? object as? InstanceObject
        return instance?.attributes[name]
    }

    fileprivate var isNumber: Bool {
        switch self {
        case .int, .float, .bool: true
        default: false
        }
    }

    /// Whether it is a number that does not make large ones as an exponent.
    fileprivate var isSmall: Bool {
        switch self {
        case .int(let number): (-16...16).contains(number)
        default: true
        }
    }

    /// Whether it may stand beside an operator: a number, an array or a tensor of a network.
    fileprivate var isOperand: Bool {
        if case .host(let object) = self { return object is TensorObject || object is ArrayObject }
        return isNumber
    }

    fileprivate var isShortSequence: Bool {
        switch self {
        case .tuple(let items): items.count <= 64
        case .list(let list): list.items.count <= 64
        default: false
        }
    }

    /// Whether it is a tensor of a network or a list that holds one.
    fileprivate var holdsTensor: Bool {
        switch self {
        case .host(let object): object is TensorObject
        case .list(let list): list.items.prefix(64).contains { $0.isTensor }
        case .tuple(let items): items.prefix(64).contains { $0.isTensor }
        default: false
        }
    }

    private var isTensor: Bool {
        if case .host(let object) = self { object is TensorObject } else { false }
    }
}
