import Arrays
import Interpreter
import TensorEngine
import Language

/// The attributes and methods of arrays.
enum ArrayAttributes {
    static let names = [
        "T", "shape", "ndim", "size", "dtype", "reshape", "astype", "tolist", "item", "copy", "flatten", "ravel",
        "transpose", "squeeze", "sum", "mean", "max", "min", "std", "var", "prod", "argmax", "argmin", "any", "all",
        "clip", "round", "dot", "numpy", "fill", "nbytes", "itemsize", "sort", "argsort", "cumsum", "repeat",
        "swapaxes", "nonzero",
    ]

    static func attribute(_ name: String, of object: ArrayObject) throws(RaisedError) -> Value? {
        let array = object.array
        switch name {
        case "T": return .host(try raising { try ArrayObject(viewOf: object) { try $0.transposed() } })
        case "get_shape":
            return .builtin(
                BuiltinFunction(name, documentation: "The shape.") { _, _ throws(RaisedError) in
                    .host(StaticShape(array.shape.map { Dim($0) }))
                })
        case "shape", "_keras_shape": return .tuple(array.shape.map(Value.int))
        case "ndim": return .int(array.rank)
        case "size": return .int(array.count)
        case "nbytes": return .int(array.count * array.type.itemSize)
        case "itemsize": return .int(array.type.itemSize)
        case "dtype": return .host(TypeNameObject(array.type))
        default: return method(name, object).map(Value.builtin)
        }
    }

    private static func method(_ name: String, _ object: ArrayObject) -> BuiltinFunction? {
        let array = object.array
        if let reduction = ArrayReduction(methodName: name) {
            return BuiltinFunction(name, parameters: ["axis", "keepdims"]) {
                arguments, interpreter throws(RaisedError) in
                try NumpyReductions.reduce(
                    reduction, CallArguments([.host(object)] + arguments.positional, keywords: arguments.keywords),
                    interpreter)
            }
        }
        func function(_ body: @escaping (CallArguments, Interpreter) throws -> Value) -> BuiltinFunction {
            BuiltinFunction(name) { arguments, interpreter throws(RaisedError) in
                try raising { try body(arguments, interpreter) }
            }
        }
        switch name {
        case "reshape":
            return function { arguments, _ in
                let given = arguments.positional.count == 1 ? arguments.positional[0] : .tuple(arguments.positional)
                let shape = try NumpyShapes.resolve(try ArrayObject.sizes(given), count: array.count)
                return .host(try object.reshaped(shape))
            }
        case "astype":
            return function { arguments, _ in
                .host(
                    ArrayObject(try array.converted(to: try TypeNameObject.type(arguments.positional.first ?? .none))))
            }
        case "argsort", "cumsum", "repeat", "swapaxes", "nonzero":
            return BuiltinFunction(name) { arguments, interpreter throws(RaisedError) in
                guard
                    let same = (NumpySorting.all + NumpyJoining.all + NumpyRearranging.all).first(where: {
                        $0.name == name
                    })
                else { return .none }
                let all = CallArguments([.host(object)] + arguments.positional, keywords: arguments.keywords)
                return try interpreter.call(.builtin(same), all)
            }
        case "sort":
            return function { arguments, _ in
                try object.store(try array.sorted(along: try arguments.integer(0, "axis") ?? -1))
                return .none
            }
        case "tolist":
            return function { _, interpreter in try list(array, interpreter) }
        case "item":
            return function { _, _ in
                guard let number = try object.number() else {
                    throw RaisedError(.valueError, "can only convert an array of size 1 to a Python scalar")
                }
                return number
            }
        case "copy", "numpy": return function { _, _ in .host(ArrayObject(array)) }
        case "__abs__": return function { _, _ in .host(ArrayObject(try array.mapped(.magnitude))) }
        case "flatten": return function { _, _ in .host(ArrayObject(try array.reshaped([array.count]))) }
        case "ravel":
            return function { _, _ in
                .host(
                    object.isContiguous
                        ? try object.reshaped([array.count]) : ArrayObject(try array.reshaped([array.count])))
            }
        case "squeeze":
            return function { _, _ in
                let shape = array.shape.filter { $0 != 1 }
                return .host(
                    try ArrayObject(viewOf: object) { try $0.reshaped(shape) })
            }
        case "transpose":
            return function { arguments, _ in
                let axes = arguments.positional.count == 1 ? arguments.positional[0] : .tuple(arguments.positional)
                let order = arguments.positional.isEmpty ? nil : try ArrayObject.sizes(axes)
                return .host(
                    try ArrayObject(viewOf: object) { try $0.transposed(order) })
            }
        case "round":
            return function { arguments, interpreter in
                try interpreter.call(
                    .builtin(NumpyElementwise.round), CallArguments([.host(object)] + arguments.positional))
            }
        case "clip":
            return function { arguments, interpreter in
                try interpreter.call(
                    .builtin(NumpyElementwise.clip), CallArguments([.host(object)] + arguments.positional))
            }
        case "dot":
            return function { arguments, interpreter in
                .host(
                    ArrayObject(
                        try ArrayMath.dot(
                            array, try ArrayObject.array(from: arguments.positional.first ?? .none, interpreter))))
            }
        case "fill":
            return function { arguments, interpreter in
                let value = try ArrayObject.array(
                    from: arguments.positional.first ?? .none, type: array.type, interpreter)
                try object.store(try array.replacing([], with: value))
                return .none
            }
        default: return nil
        }
    }

    /// The elements of an array by their positions, as Python's own numbers.
    static func elements(_ array: NumericArray) -> (Int) -> Value {
        switch array.type.kind {
        case .bool:
            let values = array.bools
            return { .bool(values[$0]) }
        case .signed:
            let values = array.ints
            return { .int(values[$0]) }
        case .unsigned:
            let values = array.ints
            return { place in
                guard values[place] < 0 else { return .int(values[place]) }
                // Above Int.max, which only uint64 reaches.
                return BigInt(String(UInt(bitPattern: values[place]))).map(Value.big) ?? .none
            }
        case .float:
            let values = array.doubles
            return { .float(values[$0]) }
        }
    }

    /// Nested lists of plain numbers.
    static func list(_ array: NumericArray, _ interpreter: Interpreter) throws(RaisedError) -> Value {
        // Lists of no items are lists too.
        let lists = array.shape.dropLast().reduce((count: 1, inAll: 1)) { sum, size in
            let (count, overflow) = sum.count.multipliedReportingOverflow(by: size)
            return overflow || count > 1 << 30 ? (1 << 30, 1 << 30) : (count, sum.inAll + count)
        }
        try interpreter.requireCount(array.count)
        try interpreter.requireCount(lists.inAll, bytesPerItem: 100)
        let number = elements(array)
        func nest(_ axis: Int, _ start: Int, _ width: Int) throws(RaisedError) -> Value {
            guard axis < array.rank else { return number(start) }
            let size = array.shape[axis]
            let items = ListObject()
            try interpreter.forEach(0..<size) { index throws(RaisedError) in
                items.items.append(try nest(axis + 1, start + index * (width / size), width / size))
            }
            return .list(items)
        }
        return try nest(0, 0, array.count)
    }
}
