import Arrays
import Interpreter

/// numpy's functions that put arrays in another form.
enum NumpyRearranging {
    static var all: [BuiltinFunction] {
        [
            function("reshape", ["a", "newshape"], "The same numbers in another shape.") { array, arguments, _ in
                let shape = try ArrayObject.sizes(try arguments.required(1, "newshape", of: "reshape"))
                return try array.reshaped(try NumpyShapes.resolve(shape, count: array.count))
            },
            function("transpose", ["a", "axes"], "The axes in another order.") { array, arguments, _ in
                try array.transposed(try arguments.value(1, "axes").map { try ArrayObject.sizes($0) })
            },
            function("expand_dims", ["a", "axis"], "With an axis of size 1 more.") { array, arguments, _ in
                let axis = try NumpyCreation.integer(try arguments.required(1, "axis", of: "expand_dims"))
                let place = axis < 0 ? axis + array.rank + 1 : axis
                guard (0...array.rank).contains(place) else {
                    throw RaisedError(
                        .valueError, "axis \(axis) is out of bounds for array of dimension \(array.rank + 1)")
                }
                return try array.reshaped(Array(array.shape[..<place]) + [1] + array.shape[place...])
            },
            function("squeeze", ["a", "axis"], "Without the axes of size 1.") { array, arguments, _ in
                guard let axis = arguments.value(1, "axis") else {
                    return try array.reshaped(array.shape.filter { $0 != 1 })
                }
                let axes = try ArrayObject.sizes(axis).map { $0 < 0 ? $0 + array.rank : $0 }
                guard axes.allSatisfy({ array.shape.indices.contains($0) && array.shape[$0] == 1 }) else {
                    throw RaisedError(
                        .valueError, "cannot select an axis to squeeze out which has size not equal to one")
                }
                return try array.reshaped(array.shape.indices.filter { !axes.contains($0) }.map { array.shape[$0] })
            },
            function("ravel", ["a"], "All elements in one axis.") { array, _, _ in try array.reshaped([array.count]) },
            function("flip", ["m", "axis"], "The elements in reverse order along axes.") { array, arguments, _ in
                let axes = try arguments.value(1, "axis").map { try ArrayObject.sizes($0) } ?? Array(0..<array.rank)
                let chosen = axes.map { $0 < 0 ? $0 + array.rank : $0 }
                return try array.selected(
                    array.shape.indices.map { .slice(start: nil, stop: nil, step: chosen.contains($0) ? -1 : 1) })
            },
            BuiltinFunction(
                "concatenate", parameters: ["arrays", "axis"],
                documentation: "Arrays one after the other along an axis."
            ) { arguments, interpreter throws(RaisedError) in
                let arrays = try list(try arguments.required(0, "arrays", of: "concatenate"), interpreter)
                let axis =
                    try arguments.value(1, "axis").map { (value: Value) throws(RaisedError) in
                        try NumpyCreation.integer(value)
                    } ?? 0
                return .host(ArrayObject(try raising { try NumericArray.concatenated(arrays, axis: axis) }))
            },
            BuiltinFunction(
                "stack", parameters: ["arrays", "axis"], documentation: "Arrays of one shape along a new axis."
            ) { arguments, interpreter throws(RaisedError) in
                let arrays = try list(try arguments.required(0, "arrays", of: "stack"), interpreter)
                let axis =
                    try arguments.value(1, "axis").map { (value: Value) throws(RaisedError) in
                        try NumpyCreation.integer(value)
                    } ?? 0
                return .host(
                    ArrayObject(
                        try raising {
                            let place = axis < 0 ? axis + (arrays.first?.rank ?? 0) + 1 : axis
                            let spread = try arrays.map {
                                try $0.reshaped(Array($0.shape.prefix(place)) + [1] + $0.shape.dropFirst(place))
                            }
                            return try NumericArray.concatenated(spread, axis: place)
                        }))
            },
            BuiltinFunction(
                "where", parameters: ["condition", "x", "y"], documentation: "Elements of one or of the other."
            ) { arguments, interpreter throws(RaisedError) in
                let condition = try ArrayObject.array(
                    from: try arguments.required(0, "condition", of: "where"), interpreter)
                let x = try ArrayObject.array(from: try arguments.required(1, "x", of: "where"), interpreter)
                let y = try ArrayObject.array(from: try arguments.required(2, "y", of: "where"), interpreter)
                return .host(ArrayObject(try raising { try NumericArray.choosing(condition, x, y) }))
            },
            BuiltinFunction(
                "allclose", parameters: ["a", "b", "rtol", "atol"],
                documentation: "Whether all elements are nearly equal."
            ) { arguments, interpreter throws(RaisedError) in
                let a = try ArrayObject.array(from: try arguments.required(0, "a", of: "allclose"), interpreter)
                let b = try ArrayObject.array(from: try arguments.required(1, "b", of: "allclose"), interpreter)
                let relative = try NumpyCreation.number(arguments.value(2, "rtol") ?? .float(1e-5))
                let absolute = try NumpyCreation.number(arguments.value(3, "atol") ?? .float(1e-8))
                let (x, y) = try raising { (try a.converted(to: .float64), try b.converted(to: .float64)) }
                let difference = try raising { try NumericArray.combine(x, y, .subtract) }
                let bound = try raising { try y.broadcast(to: difference.shape) }
                return .bool(
                    zip(difference.doubles, bound.doubles).allSatisfy {
                        $0.magnitude <= absolute + relative * $1.magnitude
                    })
            },
            BuiltinFunction(
                "pad", parameters: ["array", "pad_width", "constant_values"],
                documentation: "With more elements around."
            ) { arguments, interpreter throws(RaisedError) in
                let array = try ArrayObject.array(from: try arguments.required(0, "array", of: "pad"), interpreter)
                let widths = try ArrayObject.array(from: try arguments.required(1, "pad_width", of: "pad"), interpreter)
                let value = try NumpyCreation.number(arguments.keyword("constant_values") ?? .int(0))
                return .host(
                    ArrayObject(
                        try raising { try array.padded(try widths.broadcast(to: [array.rank, 2]).ints, value: value) }))
            },
        ]
    }

    private static func function(
        _ name: String, _ parameters: [String], _ doc: String,
        _ body: @escaping (NumericArray, CallArguments, Interpreter) throws -> NumericArray
    ) -> BuiltinFunction {
        BuiltinFunction(name, parameters: parameters, documentation: doc) {
            arguments, interpreter throws(RaisedError) in
            let array = try ArrayObject.array(from: try arguments.required(0, parameters[0], of: name), interpreter)
            return .host(ArrayObject(try raising { try body(array, arguments, interpreter) }))
        }
    }

    private static func list(_ value: Value, _ interpreter: Interpreter) throws(RaisedError) -> [NumericArray] {
        var arrays: [NumericArray] = []
        for item in try interpreter.items(of: value) { arrays.append(try ArrayObject.array(from: item, interpreter)) }
        guard !arrays.isEmpty else { throw RaisedError(.valueError, "need at least one array to concatenate") }
        return arrays
    }
}
