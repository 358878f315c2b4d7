import Arrays
import Interpreter
import TensorEngine
import Language

/// The attributes and methods of arrays.
enum ArrayAttributes {
    private typealias Entry = HostAttribute<ArrayObject>

    /// What every array, and every single number, has.
    static let table = AttributeTable(of: ArrayObject.self, values + reductions + rearranging + computing + copying)

    private static var values: [Entry] {
        [
            .value("T", "The array with its axes reversed.") { object in
                .host(try ArrayObject(viewOf: object) { try $0.transposed() })
            },
            .value("shape", "The sizes of its axes.") { .tuple($0.shape.map(Value.int)) },
            .value("_keras_shape", "The shape, under Keras 1's name.") { .tuple($0.shape.map(Value.int)) },
            .value("ndim", "Number of axes.") { .int($0.shape.count) },
            .value("size", "Number of elements.") { .int($0.shape.reduce(1, *)) },
            .value("nbytes", "Bytes of all elements.") { .int($0.shape.reduce(1, *) * $0.type.itemSize) },
            .value("itemsize", "Bytes of an element.") { .int($0.type.itemSize) },
            .value("dtype", "The type of its numbers.") { .host(TypeNameObject($0.type)) },
            .method("get_shape()", "The shape.") { object, _, _ in
                .host(StaticShape(object.shape.map { Dim($0) }))
            },
        ]
    }

    private static var reductions: [Entry] {
        let typed = "axis=None, dtype=None, !out=None, keepdims=False, !initial=..., !where=True"
        let spread = "axis=None, dtype=None, !out=None, ddof=0, keepdims=False, *, !where=True, !mean=..."
        let extreme = "axis=None, !out=None, keepdims=False, !initial=..., !where=True"
        let texts = [
            "sum(\(typed))", "prod(\(typed))", "mean(axis=None, dtype=None, !out=None, keepdims=False, *, !where=True)",
            "std(\(spread))", "var(\(spread))", "max(\(extreme))", "min(\(extreme))",
            "any(axis=None, !out=None, keepdims=False, *, !where=True)",
            "all(axis=None, !out=None, keepdims=False, *, !where=True)",
            "argmax(axis=None, !out=None, *, keepdims=False)", "argmin(axis=None, !out=None, *, keepdims=False)",
        ]
        return texts.compactMap { text in
            ArrayReduction(methodName: String(text.prefix { $0 != "(" })).map { reduction in
                .method(text, "The \(reduction.rawValue) over axes.") { object, arguments, _ in
                    try NumpyReductions.reduce(reduction, object, arguments)
                }
            }
        }
    }

    /// A method that is numpy's function of the same name, with the array as its first argument.
    private static func function(_ text: String, _ documentation: String) -> Entry {
        let name = String(text.prefix { $0 != "(" })
        return .method(text, wording: .arrayMethod, documentation) { object, arguments, interpreter in
            guard let function = interpreter.findModule("numpy")?[name] else { return .none }
            let call = arguments.asWritten
            return try interpreter.call(
                function, CallArguments([.host(object)] + call.positional, keywords: call.keywords))
        }
    }

    private static var rearranging: [Entry] {
        [
            .method("reshape(*shape, !order='C', !copy=None)", wording: .arrayMethod, "The numbers in another shape.") {
                object, arguments, _ in
                let given = arguments.rest.count == 1 ? arguments.rest[0] : .tuple(arguments.rest)
                let shape = try NumpyShapes.resolve(
                    try ArrayObject.sizes(given), count: object.shape.reduce(1, *))
                return .host(try object.reshaped(shape))
            },
            .method("transpose(*axes)", wording: .arrayMethod, "The axes in another order.") { object, arguments, _ in
                let axes = arguments.rest.count == 1 ? arguments.rest[0] : .tuple(arguments.rest)
                let order = arguments.rest.isEmpty || axes.isNone ? nil : try ArrayObject.sizes(axes)
                return .host(try ArrayObject(viewOf: object) { try $0.transposed(order) })
            },
            .method("flatten(!order='C')", wording: .arrayMethod, "All elements in one axis, copied.") { object, _, _ in
                .host(ArrayObject(try object.array.reshaped([object.array.count])))
            },
            .method("ravel(!order='C')", wording: .arrayMethod, "All elements in one axis.") { object, _, _ in
                let array = object.array
                return .host(
                    object.isContiguous
                        ? try object.reshaped([array.count]) : ArrayObject(try array.reshaped([array.count])))
            },
            function("squeeze(axis=None)", "Without the axes of size 1."),
            function("swapaxes(axis1, axis2, /)", "Two axes in each other's place."),
            function("repeat(repeats, axis=None)", "Each element so many times."),
        ]
    }

    private static var computing: [Entry] {
        [
            function("argsort(axis=-1, kind=None, !order=None, *, stable=None)", "The indices that would sort it."),
            function("cumsum(axis=None, !dtype=None, !out=None)", "The sums up to each element."),
            function("cumprod(axis=None, !dtype=None, !out=None)", "The products up to each element."),
            function("nonzero()", "Where elements are not zero, per axis."),
            function("round(decimals=0, !out=None)", "Rounded to so many decimals."),
            .method("clip(min=None, max=None, !out=None)", wording: .arrayMethod, "Kept between two bounds.") {
                object, arguments, interpreter in
                guard let function = interpreter.findModule("numpy")?["clip"] else { return .none }
                return try interpreter.call(function, CallArguments([.host(object), arguments[0], arguments[1]]))
            },
            .method("dot(b, !out=None)", wording: .arrayMethod, "The matrix product.") {
                object, arguments, interpreter in
                .host(
                    ArrayObject(
                        try ArrayMath.dot(object.array, try ArrayObject.array(from: arguments[0], interpreter))))
            },
            .method("__abs__()", wording: .arrayMethod, "Magnitudes.") { object, _, _ in
                .host(ArrayObject(try object.array.mapped(.magnitude)))
            },
            .method("__round__(ndigits=None)", wording: .arrayMethod, "The nearest number with so many digits.") {
                object, arguments, interpreter in
                guard object.isScalar else {
                    throw RaisedError(.typeError, "type numpy.ndarray doesn't define __round__ method")
                }
                let round = interpreter.builtin("round") ?? .none
                let number = try object.number() ?? .none
                guard let digits = try arguments.optionalInt("ndigits") else {
                    return try interpreter.call(round, CallArguments([number]))
                }
                let rounded = try interpreter.call(round, CallArguments([number, .int(digits)]))
                return .host(ArrayObject(try ArrayBuilder.array(from: rounded, type: object.type)))
            },
        ]
    }

    private static var copying: [Entry] {
        [
            .method(
                "astype(dtype, !order='K', !casting='unsafe', !subok=True, copy=True)", wording: .arrayMethod,
                "The numbers in another type."
            ) { object, arguments, _ in
                let type = try TypeNameObject.type(arguments[0])
                if type == object.type, try !arguments.bool("copy") { return .host(object) }
                if let table = object.table, let new = try table.replacing(rows: table.rows.converted(to: type)) {
                    return .host(ArrayObject(new))
                }
                return .host(ArrayObject(try object.array.converted(to: type)))
            },
            .method("copy(!order='C')", wording: .arrayMethod, "The same numbers again.") { object, _, _ in
                .host(ArrayObject(object.array))
            },
            .method("numpy()", wording: .arrayMethod, "The same numbers again.") { object, _, _ in
                .host(ArrayObject(object.array))
            },
            .method("tolist()", wording: .arrayMethod, "Nested lists of plain numbers.") { object, _, interpreter in
                try list(object.array, interpreter)
            },
            .method("item(*args)", wording: .arrayMethod, "One element as a plain number.") {
                object, arguments, interpreter in
                var single = object
                if let first = arguments.rest.first {
                    let flat = arguments.rest.count == 1 && !first.isSequence
                    let source = flat ? ArrayObject(try object.array.reshaped([object.array.count])) : object
                    let index = arguments.rest.count == 1 ? first : .tuple(arguments.rest)
                    guard case .host(let chosen as ArrayObject)? = try source.item(index, interpreter) else {
                        return try source.item(index, interpreter) ?? .none
                    }
                    single = chosen
                }
                guard let number = try single.number() else {
                    throw RaisedError(.valueError, "can only convert an array of size 1 to a Python scalar")
                }
                return number
            },
            .method("sort(axis=-1, kind=None, !order=None, *, stable=None)", wording: .arrayMethod, "Sorts in place.") {
                object, arguments, _ in
                try object.store(try object.array.sorted(along: try arguments.int(0)))
                return .none
            },
            .method("fill(value)", wording: .arrayMethod, "One value everywhere.") { object, arguments, interpreter in
                let value = try ArrayObject.array(from: arguments[0], type: object.array.type, interpreter)
                try object.store(try object.array.replacing([], with: value))
                return .none
            },
        ]
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
