import Arrays
import Interpreter

/// numpy's functions that put arrays in another form.
enum NumpyRearranging {
    static var all: [BuiltinFunction] {
        [
            BuiltinFunction(
                "reshape", parameters: ["a", "newshape"], documentation: "The same numbers in another shape."
            ) { arguments, interpreter throws(RaisedError) in
                let given = try arguments.required(0, "a", of: "reshape")
                let object =
                    if case .host(let object as ArrayObject) = given { object } else {
                        ArrayObject(try ArrayObject.array(from: given, interpreter))
                    }
                let shape = try ArrayObject.sizes(try arguments.required(1, "newshape", of: "reshape"))
                let whole = try NumpyShapes.resolve(shape, count: object.array.count)
                return .host(try raising { try object.reshaped(whole) })
            },
            function("transpose", ["a", "axes"], "The axes in another order.", yields: .view) { array, arguments, _ in
                try array.transposed(try arguments.value(1, "axes").map { try ArrayObject.sizes($0) })
            },
            function("expand_dims", ["a", "axis"], "With an axis of size 1 more.", yields: .view) {
                array, arguments, _ in
                let axis = try NumpyCreation.integer(try arguments.required(1, "axis", of: "expand_dims"))
                let place = axis < 0 ? axis + array.rank + 1 : axis
                guard (0...array.rank).contains(place) else {
                    throw RaisedError(
                        .valueError, "axis \(axis) is out of bounds for array of dimension \(array.rank + 1)")
                }
                return try array.reshaped(Array(array.shape[..<place]) + [1] + array.shape[place...])
            },
            function("squeeze", ["a", "axis"], "Without the axes of size 1.", yields: .view) { array, arguments, _ in
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
            function("ravel", ["a"], "All elements in one axis.", yields: .viewOfContiguous) { array, _, _ in
                try array.reshaped([array.count])
            },
            function("flip", ["m", "axis"], "The elements in reverse order along axes.", yields: .view) {
                array, arguments, _ in
                let axes = try arguments.value(1, "axis").map { try ArrayObject.sizes($0) } ?? Array(0..<array.rank)
                let chosen = axes.map { $0 < 0 ? $0 + array.rank : $0 }
                return try array.selected(
                    array.shape.indices.map { .slice(start: nil, stop: nil, step: chosen.contains($0) ? -1 : 1) })
            },
            function("swapaxes", ["a", "axis1", "axis2"], "Two axes in each other's place.", yields: .view) {
                array, arguments, _ in
                var order = Array(0..<array.rank)
                let first = try array.axis(try arguments.integer(1, "axis1") ?? 0)
                order.swapAt(first, try array.axis(try arguments.integer(2, "axis2") ?? 0))
                return try array.transposed(order)
            },
            function("moveaxis", ["a", "source", "destination"], "Axes at other places.", yields: .view) {
                array, arguments, _ in
                let given = try ArrayObject.sizes(try arguments.required(1, "source", of: "moveaxis"))
                let wanted = try ArrayObject.sizes(try arguments.required(2, "destination", of: "moveaxis"))
                let sources = try given.map { try array.axis($0) }
                let places = try wanted.map { try array.axis($0) }
                guard sources.count == places.count, Set(sources).count == sources.count,
                    Set(places).count == places.count
                else { throw RaisedError(.valueError, "`source` and `destination` must name the same number of axes") }
                var order = (0..<array.rank).filter { !sources.contains($0) }
                for (place, source) in zip(places, sources).sorted(by: { $0.0 < $1.0 }) {
                    order.insert(source, at: place)
                }
                return try array.transposed(order)
            },
            function("roll", ["a", "shift", "axis"], "The elements moved along, round the end.") {
                array, arguments, _ in
                let shift = try NumpyCreation.integer(try arguments.required(1, "shift", of: "roll"))
                let axis = try arguments.integer(2, "axis")
                let source = try axis == nil ? array.reshaped([array.count]) : array
                let place = try source.axis(axis ?? 0)
                let size = source.shape[place]
                guard array.count > 0 else { return array }
                let turned = (0..<size).map { (($0 - shift % size) % size + size) % size }
                return try source.taking(turned, along: place).reshaped(array.shape)
            },
            function("flipud", ["m"], "The rows in reverse order.", yields: .view) { array, _, _ in
                try reversed(array, 0)
            },
            function("fliplr", ["m"], "The columns in reverse order.", yields: .view) { array, _, _ in
                try reversed(array, 1)
            },
            function("rot90", ["m", "k"], "Turned by 90 degrees, k times.", yields: .view) { array, arguments, _ in
                var result = array
                guard array.rank >= 2 else {
                    throw RaisedError(.valueError, "Axes=(0, 1) out of range for array of ndim=\(array.rank).")
                }
                for _ in 0..<(((try arguments.integer(1, "k") ?? 1) % 4 + 4) % 4) {
                    let order = [1, 0] + (2..<array.rank)
                    result = try reversed(try result.transposed(order), 0)
                }
                return result
            },
            function("broadcast_to", ["array", "shape"], "Repeated to a shape.") { array, arguments, _ in
                try array.broadcast(
                    to: try ArrayObject.sizes(try arguments.required(1, "shape", of: "broadcast_to")))
            },
            function("atleast_1d", ["a"], "With one axis or more.") { array, _, _ in
                try array.rank == 0 ? array.reshaped([1]) : array
            },
            function("copy", ["a"], "The same numbers again.") { array, _, _ in array },
            function("ascontiguousarray", ["a"], "The same numbers, row by row.") { array, _, _ in array },
            BuiltinFunction(
                "pad", parameters: ["array", "pad_width", "mode"], documentation: "With more elements around."
            ) { arguments, interpreter throws(RaisedError) in
                let array = try ArrayObject.array(from: try arguments.required(0, "array", of: "pad"), interpreter)
                let given = try ArrayObject.array(from: try arguments.required(1, "pad_width", of: "pad"), interpreter)
                guard !given.type.isFloat else {
                    throw RaisedError(.typeError, "`pad_width` must be of integral type.")
                }
                let value = try NumpyCreation.number(arguments.keyword("constant_values") ?? .int(0))
                var mode = PaddingMode.constant
                if case .string(let name)? = arguments.value(2, "mode") {
                    guard let known = PaddingMode(rawValue: name) else {
                        let names = PaddingMode.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                        throw RaisedError(.valueError, "mode '\(name)' is not supported", hint: "there are \(names)")
                    }
                    mode = known
                }
                return .host(
                    ArrayObject(
                        try raising {
                            let widths = try given.broadcast(to: [array.rank, 2]).ints
                            return mode == .constant
                                ? try array.padded(widths, value: value) : try array.padded(widths, mode: mode)
                        }))
            },
            BuiltinFunction(
                "where", parameters: ["condition", "x", "y"], documentation: "Elements of one or of the other."
            ) { arguments, interpreter throws(RaisedError) in
                let condition = try ArrayObject.array(
                    from: try arguments.required(0, "condition", of: "where"), interpreter)
                guard arguments.value(1, "x") != nil else { return try NumpySorting.places(of: condition) }
                let (first, second) = (try arguments.required(1, "x", of: "where"), arguments.value(2, "y") ?? .none)
                let (x, y) = try ArrayObject.pair(first, second, interpreter)
                return .host(ArrayObject(try raising { try NumericArray.choosing(condition, x, y) }))
            },
        ]
    }

    private static func reversed(_ array: NumericArray, _ axis: Int) throws -> NumericArray {
        guard array.rank > axis else {
            throw RaisedError(.valueError, "Input must be >= \(axis + 1)-d.")
        }
        return try array.selected(
            array.shape.indices.map { .slice(start: nil, stop: nil, step: $0 == axis ? -1 : 1) })
    }

    private static func function(
        _ name: String, _ parameters: [String], _ doc: String, yields: NumpyFunction.Yield = .copy,
        _ body: @escaping (NumericArray, CallArguments, Interpreter) throws -> NumericArray
    ) -> BuiltinFunction { NumpyFunction.make(name, parameters, doc, yields: yields, body) }
}
