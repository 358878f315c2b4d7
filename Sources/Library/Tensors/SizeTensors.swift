import Arrays
import Interpreter
import Layers
import Network
import TensorEngine

/// Sizes that are not known while the `call` of a script is looked into: tensors of whole numbers, as in Keras.
enum SizeTensors {
    /// `ops.shape(x)` inside of a `call`: a tuple, in which sizes that are not known are tensors.
    static func tuple(of object: TensorObject) throws(RaisedError) -> Value {
        var sizes: [Value] = []
        for (axis, size) in object.tensor.shape.dims.enumerated() {
            if let known = size.known { sizes.append(.int(known)) } else { sizes.append(try one(axis, of: object)) }
        }
        return .tuple(sizes)
    }

    /// `tf.shape(x)` inside of a `call`: a tensor of all sizes.
    static func vector(of object: TensorObject) throws(RaisedError) -> Value {
        let dims = sizes(of: object.tensor)
        return try tensor(of: object, [dims.count], dims) { $0.shape.dims }
    }

    private static func one(_ axis: Int, of object: TensorObject) throws(RaisedError) -> Value {
        try tensor(of: object, [], [sizes(of: object.tensor)[axis]]) { [$0.shape.dims[axis]] }
    }

    /// The sizes of a tensor, that of the batch by its symbol.
    private static func sizes(of tensor: SymbolicTensor) -> [Dim] {
        var dims = tensor.shape.dims
        if BatchAxis.leads(tensor) { dims[0] = Dim(SizeSymbol.batch) }
        return dims
    }

    private static func tensor(
        of object: TensorObject, _ shape: [Int], _ sizes: [Dim], _ numbers: @escaping (Tensor) -> [Int]
    ) throws(RaisedError) -> Value {
        let rule = SizedRule(nil, isSize: [false], shapes: [BatchShape(shape)])
        let operation = FunctionOperation(rule, name: "Shape", isFloat: false) {
            [try Tensor(Shape(shape), numbers($0[0]).map(Float.init))]
        }
        let made = try object.library.apply(
            .function("Shape", operation), to: [object.tensor], name: nil, as: FunctionCall("Shape", []))
        if case .host(let result as TensorObject) = made { result.tensor.sizes = sizes }
        return made
    }

    /// Refuses None among the sizes of a shape: in a `call`, TensorFlow knows no such size.
    static func requireNumbers(_ className: String, _ operands: Operands) throws(RaisedError) {
        guard ["Reshape", "BroadcastTo"].contains(className), let shape = operands[1] else { return }
        let items: [Value] =
            switch shape {
            case .tuple(let items): items
            case .list(let list): list.items
            default: []
            }
        guard items.contains(where: \.isNone) else { return }
        throw RaisedError(
            .typeError, "Failed to convert elements of \(shape.repr) to Tensor.",
            hint: "x.shape says None of a size that is not known, keras.ops.shape(x) gives a tensor for it")
    }

    /// Whether sizes stand among some values, or in lists and slices in them.
    static func isAmong(_ values: some Sequence<Value>, depth: Int = 0) -> Bool {
        guard depth < 4 else { return false }
        return values.contains { value in
            switch value {
            case .host(let object): (object as? TensorObject)?.tensor.sizes != nil
            case .tuple(let items): isAmong(items, depth: depth + 1)
            case .list(let list): list.items.count < 64 && isAmong(list.items, depth: depth + 1)
            case .slice(let slice): isAmong([slice.start, slice.stop, slice.step], depth: depth + 1)
            default: false
            }
        }
    }

    /// Calls a function that makes an array, with sizes among the arguments: what it makes joins the network.
    static func calling(
        _ function: BuiltinFunction, _ arguments: CallArguments, _ interpreter: Interpreter, _ library: LibraryContext
    ) throws(RaisedError) -> Value {
        let bound = try Arguments(arguments, Declaration(function.signature, .python))
        let names = function.signature.parameters.map(\.name)
        let className = function.name.camelCased
        let values = names.map { bound.given($0) }
        guard SizeShapes.rule(of: className, names, Operands(function.name, values)) != nil else {
            throw RaisedError(
                .typeError, "A size that is not known cannot be an argument of \(function.name)().",
                hint: "its result would have a shape that is not known either")
        }
        let sized = TensorFunction(className, names, .unknown) { operands, interpreter throws(RaisedError) in
            let keywords = zip(names, operands.values).compactMap { name, value in value.map { (name, $0) } }
            return try interpreter.call(.builtin(function), CallArguments([], keywords: keywords))
        }
        let made = try sized.apply(Operands(function.name, values), interpreter, library)
        let type = try ResultType.of(className, Array(zip(names, values)))
        if case .host(let object as TensorObject) = made {
            object.tensor.node[TensorTypes.self] = TensorTypes(types: [type ?? .float32])
        }
        return made
    }

    // MARK: What is known of them

    /// Sizes as arguments give them: numbers and tensors of sizes, −1 and None for what is left. Nil for anything else.
    static func sizes(_ value: Value) -> [Dim]? {
        switch value {
        case .tuple(let items): all(items)
        case .list(let list): all(list.items)
        case .host(let shape as StaticShape): all(shape.sizes)
        case .host(let object as TensorObject): object.tensor.sizes
        default: size(value).map { [$0] }
        }
    }

    private static func all(_ items: [Value]) -> [Dim]? {
        let sizes = items.compactMap(size)
        return sizes.count == items.count ? sizes : nil
    }

    /// One size: a number, or a tensor without axes; nil for anything else.
    static func size(_ value: Value) -> Dim? {
        switch value {
        case .int(let number): return Dim(number)
        case .none: return .unknown
        case .host(let object as TensorObject):
            if let sizes = object.tensor.sizes { return object.tensor.shape.rank == 0 ? sizes.first : nil }
            return object.tensor.shape.rank == 0 ? .unknown : nil
        case .host(let object as ArrayObject):
            return object.isScalar ? (try? NumpyCreation.integer(value)).map { Dim($0) } : nil
        default: return nil
        }
    }

    /// The sizes that a function of sizes gives; nil where its result is something else.
    static func result(of className: String, _ operands: Operands) -> [Dim]? {
        let given = operands.values.map { $0 ?? .none }
        switch className {
        case "GetItem":
            guard let sizes = sizes(given[0]), given.count > 1 else { return nil }
            return part(sizes, given[1])
        case "Stack", "Concatenate", "ConvertToTensor", "Identity", "Cast":
            guard given.count < 2 || className != "Cast" || keepsWhole(given[1]) else { return nil }
            return className == "Concatenate" ? joined(given[0]) : sizes(given[0])
        case "Add", "Subtract", "Multiply", "FloorDivide", "Mod", "Maximum", "Minimum":
            guard given.count == 2, let a = sizes(given[0]), let b = sizes(given[1]),
                a.count == b.count || min(a.count, b.count) == 1
            else { return nil }
            return (0..<max(a.count, b.count)).map { place in
                combined(className, a[a.count == 1 ? 0 : place], b[b.count == 1 ? 0 : place]) ?? .unknown
            }
        default: return nil
        }
    }

    private static func keepsWhole(_ type: Value) -> Bool { (try? TypeNameObject.type(type))?.isInteger ?? false }

    private static func part(_ sizes: [Dim], _ index: Value) -> [Dim]? {
        guard let indices = try? ArrayObject.indices(index), indices.count == 1 else { return nil }
        switch indices[0] {
        case .index(let place):
            let place = place < 0 ? place + sizes.count : place
            return sizes.indices.contains(place) ? [sizes[place]] : nil
        case .slice(let start, let stop, 1):
            func place(_ index: Int?, or usual: Int) -> Int {
                index.map { min(max($0 < 0 ? $0 + sizes.count : $0, 0), sizes.count) } ?? usual
            }
            let (first, last) = (place(start, or: 0), place(stop, or: sizes.count))
            return first < last ? Array(sizes[first..<last]) : []
        default: return nil
        }
    }

    private static func joined(_ value: Value) -> [Dim]? {
        let items: [Value]
        switch value {
        case .list(let list): items = list.items
        case .tuple(let values): items = values
        default: return nil
        }
        let parts = items.compactMap(sizes)
        return parts.count == items.count ? parts.flatMap { $0 } : nil
    }

    private static func combined(_ className: String, _ a: Dim, _ b: Dim) -> Dim? {
        switch className {
        case "Add": try? a + b
        case "Subtract": try? a - b
        case "Multiply": Dim.product([a, b])
        case "FloorDivide": b.known.flatMap { $0 > 0 ? a.floorDivided(by: $0) : nil }
        case "Mod":
            b.known.flatMap { divisor in
                divisor > 0 ? try? a - Dim.product([a.floorDivided(by: divisor), Dim(divisor)]) : nil
            }
        case "Maximum": Dim.max(a, b)
        default: nil
        }
    }
}

extension BuiltinFunction {
    /// The same function, whose result joins the network where sizes of tensors stand among the arguments.
    /// - Parameter draws: whether it draws random numbers, so that a script that calls it runs for every call.
    func takingSizes(_ library: LibraryContext, draws: Bool = false) -> BuiltinFunction {
        BuiltinFunction(of: self) { [self] arguments, interpreter throws(RaisedError) in
            guard library.network.isTracing,
                SizeTensors.isAmong(arguments.positional + arguments.keywords.map(\.value))
            else { return try call(arguments, interpreter) }
            if draws { library.network.noteEffect() }
            return try SizeTensors.calling(self, arguments, interpreter, library)
        }
    }
}

extension LibraryContext {
    /// A part of an array or a weight in whose index sizes of tensors stand; nil for other indices.
    func part(of value: Value, _ index: Value, _ interpreter: Interpreter) throws(RaisedError) -> Value? {
        guard network.isTracing, SizeTensors.isAmong([index]) else { return nil }
        return try functions()?["get_item"]?.apply(Operands("get_item", [value, index]), interpreter, self)
    }
}
