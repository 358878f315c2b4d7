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
    /// Whether the output has the inputs' shapes, broadcast; other shapes are found by calling it on zeros.
    let keepsShape: Bool
    /// What it computes, given the arguments in the order of the parameters.
    let body: (Operands, Interpreter) throws(RaisedError) -> Value

    init(
        _ className: String, _ parameters: [String], keepsShape: Bool = false,
        _ body: @escaping (Operands, Interpreter) throws(RaisedError) -> Value
    ) {
        self.className = className
        self.parameters = parameters
        self.keepsShape = keepsShape
        self.body = body
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
        guard !tensors.isEmpty else { return try body(operands, interpreter) }
        let layer = FunctionLayer(
            className: className, name: name, keepsShape: keepsShape, context: library.network
        ) { data in
            var rest = data.makeIterator()
            let filled = operands.values.map { $0.map { TensorFunction.replacing($0) { rest.next() } } }
            do throws(RaisedError) {
                return try TensorFunction.tensors(try body(Operands(operands.function, filled), interpreter))
            } catch { throw Refusal(error) }
        }
        // A function that Keras lacks under these arguments has no form in a config.
        if library.functions()?.function(ofClass: className)?.parameters == parameters {
            layer.origin = FunctionCall(className, Array(zip(parameters, operands.values)))
        }
        return library.value(of: try raising { try layer.call(tensors) })
    }

    /// How deep tensors may stand in lists of lists.
    private static let depthLimit = 6

    /// Finds the tensors of a network in a value, in their order.
    /// - Parameter room: how many values may be looked at yet.
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
        default: break
        }
        func all(_ items: [Value]) throws(RaisedError) {
            try interpreter.checkInterrupt()
            for item in items { try collect(item, depth: depth + 1, into: &found, &room, interpreter) }
        }
    }

    /// A value with data in the place of each tensor of a network.
    private static func replacing(_ value: Value, depth: Int = 0, _ next: () -> Tensor?) -> Value {
        guard depth < depthLimit else { return value }
        switch value {
        case .host(let object): return object is TensorObject ? next().map { .host(ArrayObject($0)) } ?? value : value
        case .list(let list):
            return .list(ListObject(list.items.map { replacing($0, depth: depth + 1, next) }))
        case .tuple(let items): return .tuple(items.map { replacing($0, depth: depth + 1, next) })
        default: return value
        }
    }

    /// The results of a function as tensors: an array, or a list of arrays.
    private static func tensors(_ value: Value) throws(RaisedError) -> [Tensor] {
        var items = [value]
        if case .list(let list) = value { items = list.items }
        if case .tuple(let values) = value { items = values }
        var result: [Tensor] = []
        for item in items {
            let array = try ArrayBuilder.array(from: item)
            result.append(try raising { try array.tensor() })
        }
        return result
    }

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

    /// The text in that place; nil where it is no text.
    func text(_ place: Int) -> String? {
        if case .string(let text)? = self[place] { text } else { nil }
    }
}
