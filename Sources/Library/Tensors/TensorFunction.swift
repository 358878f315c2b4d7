import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

/// A function over tensors that several namespaces offer in their own words: `ops.mean`, `K.mean`, `tf.reduce_mean`.
///
/// On arrays it computes; on tensors of a network it becomes a part of the network.
struct TensorFunction {
    /// The class of Keras's operation, from which its name in a network is made.
    let className: String
    /// The parameters in their order; a namespace may call them otherwise but keeps the order.
    let parameters: [String]
    /// What it computes, given the arguments in the order of the parameters.
    let body: (Operands, Interpreter) throws(RaisedError) -> Value
    /// What it is in a network, given the arguments and the values that it computes from data.
    private let operation: (Operands, Interpreter, Computation) throws(RaisedError) -> any Operation

    /// What it computes from the data of the tensors among the arguments.
    struct Computation {
        /// Whether all numbers are of the types float32 and float64.
        let isFloat: Bool
        /// The outputs.
        let values: ([Tensor]) throws -> [Tensor]
        /// The outputs for numbers of other types, as they come.
        let arrays: ([NumericArray]) throws -> [NumericArray]

        /// The operation of which a rule says what is known.
        func operation(_ rule: any FunctionRule, named name: String) -> FunctionOperation {
            FunctionOperation(
                rule, name: name, isFloat: isFloat,
                pass: { [arrays] inputs, shapes in
                    try arrays(try zip(inputs, shapes).map { try NumericArray(shape: $1, doubles: $0) }).map(\.doubles)
                }, values)
        }
    }

    /// A function of which a rule says what is known in a network.
    init(
        _ className: String, _ parameters: [String], _ rule: KnownRule,
        _ body: @escaping (Operands, Interpreter) throws(RaisedError) -> Value
    ) {
        self.className = className
        self.parameters = parameters
        self.body = body
        operation = { operands, _, computation in computation.operation(rule.rule(operands), named: className) }
    }

    /// A function that does what a layer does.
    /// - Parameter operation: the layer's operation, given the arguments and the number of axes of the first of them, and
    ///   the weights among them: nil where they are tensors of a network.
    /// - Parameter batchRank: the axes of a batch, where a single sample is taken, too; nil where it is not.
    init(
        _ className: String, _ parameters: [String], batchRank: Int? = nil,
        layer operation: @escaping (Operands, _ rank: Int, Interpreter) throws(RaisedError) -> any Operation
    ) {
        self.className = className
        self.parameters = parameters
        self.operation = { operands, interpreter, computation throws(RaisedError) in
            guard let shape = operands.tensorShape(0), !SizeTensors.isAmong(operands.values.compactMap { $0 }) else {
                return computation.operation(UnknownRule(), named: className)
            }
            return try operation(operands, shape.rank, interpreter)
        }
        body = { operands, interpreter throws(RaisedError) in
            var array = try operands.array(0, interpreter)
            let isSample = array.rank + 1 == batchRank
            if isSample { array = try raising { try array.reshaped([1] + array.shape) } }
            let operation = try operation(operands, array.rank, interpreter)
            return .host(
                ArrayObject(
                    try raising {
                        try operation.requireFit([BatchShape(array.shape)])
                        let output = try operation.forward(
                            [try array.tensor()], OperationContext(LayerState(weights: [])))[0]
                        return isSample ? try output.reshaped(Shape(Array(output.shape.dims.dropFirst()))) : output
                    }))
        }
    }

    /// Applies it to arguments, some of which may be, or hold, tensors of a network.
    func apply(
        _ operands: Operands, name: String? = nil, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws(RaisedError) -> Value {
        var tensors: [SymbolicTensor] = []
        var room = 10_000_000
        for case let value? in operands.values {
            try TensorFunction.collect(value, into: &tensors, &room, interpreter)
        }
        let type = try ResultType.of(className, Array(zip(parameters, operands.values)))
        guard !tensors.isEmpty else {
            return try ResultType.converted(try body(ResultType.prepared(operands, for: type), interpreter), to: type)
        }
        let types = tensors.map(TensorTypes.of)
        let arrays = { [body] (data: [NumericArray]) throws -> Value in
            var rest = data.makeIterator()
            let filled = operands.values.map { $0.map { TensorFunction.replacing($0) { rest.next() } } }
            do throws(RaisedError) {
                let prepared = try ResultType.prepared(Operands(operands.function, filled), for: type)
                return try body(prepared, interpreter)
            } catch { throw Refusal(error) }
        }
        let computation = Computation(
            isFloat: (types + [type ?? .float32]).allSatisfy { $0 == .float32 || $0 == .float64 },
            values: { data in
                let result = try arrays(try zip(data, types).map { try NumericArray($0).converted(to: $1) })
                do throws(RaisedError) {
                    return try TensorFunction.tensors(try ResultType.converted(result, to: type))
                } catch { throw Refusal(error) }
            },
            arrays: { try TensorFunction.arrays(try arrays($0)) })
        let operation = try self.operation(operands, tensors, computation, interpreter, library)
        // A function that Keras lacks under these arguments has no form in a config.
        let isInKeras = library.functions()?.function(ofClass: className)?.parameters == parameters
        let call = isInKeras ? FunctionCall(className, Array(zip(parameters, operands.values))) : nil
        let result = try library.apply(.function(className, operation), to: tensors, name: name, as: call)
        if case .host(let made as TensorObject) = result {
            if tensors.allSatisfy({ $0.sizes != nil }) {
                made.tensor.sizes = SizeTensors.result(of: className, operands)
            }
            if tensors.contains(where: { $0.sizes != nil }),
                SizeShapes.rule(of: className, parameters, operands)?.isBatched == true
            {
                BatchAxis.note(made.tensor)
            }
        }
        return result
    }

    /// What it is in a network, of which some tensors may hold sizes.
    private func operation(
        _ operands: Operands, _ tensors: [SymbolicTensor], _ computation: Computation, _ interpreter: Interpreter,
        _ library: LibraryContext
    ) throws(RaisedError) -> any Operation {
        if library.network.isTracing { try SizeTensors.requireNumbers(className, operands) }
        let sizes = tensors.map(\.sizes)
        guard sizes.contains(where: { $0 != nil }), SizeTensors.result(of: className, operands) == nil else {
            return try operation(operands, interpreter, computation)
        }
        if let (shapes, rule, _) = SizeShapes.rule(of: className, parameters, operands) {
            return computation.operation(
                SizedRule(rule, isSize: sizes.map { $0 != nil }, shapes: shapes), named: className)
        }
        let made = try operation(operands, interpreter, computation)
        guard let function = made as? FunctionOperation else { return made }
        return try raising { try function.taking(sizes: sizes, tensors.map(\.shape)) }
    }

    /// How deep tensors may stand in lists of lists.
    private static let depthLimit = 6

    /// Finds the tensors of a network in a value, in their order.
    /// - Parameter room: how many more values may be visited.
    private static func collect(
        _ value: Value, depth: Int = 0, into found: inout [SymbolicTensor], _ room: inout Int,
        _ interpreter: Interpreter
    ) throws(RaisedError) {
        room -= 1
        guard depth < depthLimit else { return }
        guard room > 0 else { throw RaisedError(.memoryError, "a list of so many values is too long") }
        switch value {
        case .host(let object): if let tensor = (object as? TensorObject)?.tensor { found.append(tensor) }
        case .list(let list): try all(list.items)
        case .tuple(let items): try all(items)
        case .slice(let slice): try all([slice.start, slice.stop, slice.step])
        default: break
        }
        func all(_ items: [Value]) throws(RaisedError) {
            try interpreter.checkInterrupt()
            for item in items { try collect(item, depth: depth + 1, into: &found, &room, interpreter) }
        }
    }

    /// A value with data in the place of each tensor of a network.
    private static func replacing(_ value: Value, depth: Int = 0, _ next: () -> NumericArray?) -> Value {
        guard depth < depthLimit else { return value }
        switch value {
        case .host(let object): return object is TensorObject ? next().map { .host(ArrayObject($0)) } ?? value : value
        case .list(let list):
            return .list(ListObject(list.items.map { replacing($0, depth: depth + 1, next) }))
        case .tuple(let items): return .tuple(items.map { replacing($0, depth: depth + 1, next) })
        case .slice(let slice):
            let bounds = [slice.start, slice.stop, slice.step].map { replacing($0, depth: depth + 1, next) }
            return .slice(SliceObject(bounds[0], bounds[1], bounds[2]))
        default: return value
        }
    }

    /// The results of a function as tensors: an array, or a list of arrays.
    static func tensors(_ value: Value) throws(RaisedError) -> [Tensor] {
        let arrays = try arrays(value)
        return try raising { try arrays.map { try $0.tensor() } }
    }

    private static func arrays(_ value: Value) throws(RaisedError) -> [NumericArray] {
        var items = [value]
        if case .list(let list) = value { items = list.items }
        if case .tuple(let values) = value { items = values }
        var result: [NumericArray] = []
        for item in items { result.append(try ArrayBuilder.array(from: item)) }
        return result
    }
}

extension LibraryContext {
    /// The outputs of a function of tensors in a network.
    /// - Parameter call: the call for a config; nil where it has no form there.
    func apply(
        _ function: Made<any Operation>, to tensors: [SymbolicTensor], name: String?, as call: FunctionCall?
    ) throws(RaisedError) -> Value {
        // What the `call` of a script does takes none of the automatic names, as Keras runs it on values.
        let name = name ?? (network.isTracing ? snakeCase(function.definition.name) : nil)
        let layer = CatalogueLayer(function, context: network, name: name, isFunction: true)
        layer.origin = call
        let outputs = try raising { try layer.call(tensors) }
        guard LibraryContext.cutting.contains(function.definition.name) else { return value(of: outputs) }
        return .list(ListObject(outputs.map { .host(object(for: $0)) }))
    }

    /// Operations that give a list, of a single tensor too.
    private static let cutting: Set = ["Split", "ArraySplit", "Hsplit", "Vsplit", "Dsplit", "Unstack"]
}

/// The arguments of a tensor function, in the order of its parameters; nil where one was not given.
struct Operands {
    /// The name it was called by, for error texts.
    let function: String
    var values: [Value?]

    init(_ function: String, _ values: [Value?]) {
        self.function = function
        self.values = values
    }

    /// The argument in that place; nil where it is missing or None.
    subscript(place: Int) -> Value? {
        guard place < values.count, let value = values[place], !value.isNone else { return nil }
        return value
    }

    /// The argument in that place.
    /// - Throws: TypeError if it is missing.
    func required(_ place: Int) throws(RaisedError) -> Value {
        guard let value = self[place] else {
            throw RaisedError(.typeError, "\(function)() missing a required positional argument (number \(place + 1))")
        }
        return value
    }

    /// The argument in that place as an array.
    func array(_ place: Int, _ interpreter: Interpreter) throws(RaisedError) -> NumericArray {
        try ArrayObject.array(from: try required(place), interpreter)
    }

    /// The whole number in that place; nil where it is missing or None.
    func integer(_ place: Int) throws(RaisedError) -> Int? {
        guard let value = self[place] else { return nil }
        return try NumpyCreation.integer(value)
    }

    /// The number in that place; nil where it is missing or None.
    func number(_ place: Int) throws(RaisedError) -> Double? {
        guard let value = self[place] else { return nil }
        return try NumpyCreation.number(value)
    }

    /// The whole numbers in that place; nil where they are missing or None.
    func sizes(_ place: Int) throws(RaisedError) -> [Int]? {
        guard let value = self[place] else { return nil }
        return try ArrayObject.sizes(value)
    }

    /// The text in that place; nil where it is not text.
    func text(_ place: Int) -> String? {
        if case .string(let text)? = self[place] { text } else { nil }
    }
}
